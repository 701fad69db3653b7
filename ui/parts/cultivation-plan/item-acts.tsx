import { Menu } from '@ark-ui/solid/menu'
import { For, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import type { Actable, Acting, ItemAct } from './acting.ts'

/** What may be done with one item: the first as a button, the rest behind it. */
export function ItemActs(props: {
  acts: readonly ItemAct[]
  talent: string
  item: Actable
  acting: Acting
}) {
  const start = (act: ItemAct) =>
    props.acting.start({ act, talent: props.talent, item: props.item })
  const [first, rest] = [() => props.acts[0], () => props.acts.slice(1)]
  return (
    <span class="item-acts">
      <Show when={first()}>
        {(act) => (
          <button
            type="button"
            class="button slim"
            classList={{ primary: act() === 'confirm' }}
            onClick={() => start(act())}
          >
            {t().cultivationPlan.act[act()]}
            <span class="hidden-text">
              {t().colon}
              {props.item.aim}
            </span>
          </button>
        )}
      </Show>
      <Show when={rest().length > 0}>
        <Menu.Root
          positioning={{ placement: 'bottom-end' }}
          onSelect={({ value }) => {
            const act = rest().find((one) => one === value)
            // The menu gives the focus back first.
            if (act) setTimeout(() => start(act))
          }}
        >
          <Menu.Trigger
            class="button slim icon-only"
            aria-label={t().cultivationPlan.item.acts(props.item.aim)}
          >
            <Icon name="down" />
          </Menu.Trigger>
          <Portal>
            <Menu.Positioner>
              <Menu.Content class="card menu">
                <For each={rest()}>
                  {(act) => <Menu.Item value={act}>{t().cultivationPlan.act[act]}</Menu.Item>}
                </For>
              </Menu.Content>
            </Menu.Positioner>
          </Portal>
        </Menu.Root>
      </Show>
    </span>
  )
}
