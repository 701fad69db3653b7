import { Menu } from '@ark-ui/solid/menu'
import { useNavigate } from '@solidjs/router'
import { For } from 'solid-js'
import { Portal } from 'solid-js/web'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import type { Opened } from './pool-head.tsx'

/** What stands beside the title at a desk, behind one button on a phone. */
export function PoolMenu(props: { open: (what: Opened) => void }) {
  const navigate = useNavigate()
  const items = () => [
    { value: 'lists', name: t().pool.head.lists, act: () => navigate('/lists') },
    { value: 'duplicates', name: t().pool.head.duplicates, act: () => navigate('/duplicates') },
    { value: 'number', name: t().talents.lookUp, act: () => props.open('number') },
    { value: 'seat', name: t().pool.seat.open, act: () => props.open('seat') },
  ]
  return (
    <Menu.Root
      positioning={{ placement: 'bottom-end' }}
      onSelect={({ value }) =>
        items()
          .find((one) => one.value === value)
          ?.act()
      }
    >
      <Menu.Trigger class="button">
        {t().pool.head.more}
        <Icon name="down" />
      </Menu.Trigger>
      <Portal>
        <Menu.Positioner>
          <Menu.Content class="card menu">
            <For each={items()}>
              {({ value, name }) => <Menu.Item value={value}>{name}</Menu.Item>}
            </For>
          </Menu.Content>
        </Menu.Positioner>
      </Portal>
    </Menu.Root>
  )
}
