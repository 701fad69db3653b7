import { Popover } from '@ark-ui/solid/popover'
import { For } from 'solid-js'
import { Portal } from 'solid-js/web'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import type { ChoosableColumn } from './column-choice.ts'
import { columnName } from './columns.ts'
import { usePool } from './context.ts'

/** Which columns, in which order: buttons, since dragging needs a mouse. */
export function ColumnPicker() {
  const { columns } = usePool()
  return (
    <Popover.Root positioning={{ placement: 'bottom-end' }} portalled>
      <Popover.Trigger class="button slim">
        <Icon name="columns" />
        {t().pool.result.columns}
      </Popover.Trigger>
      <Portal>
        <Popover.Positioner>
          <Popover.Content class="card popover">
            <div class="row">
              <Popover.Title class="strong small">{t().pool.result.columnsTitle}</Popover.Title>
              <button type="button" class="link-button small push" onClick={columns.reset}>
                {t().pool.result.columnsReset}
              </button>
            </div>
            <ul class="column-list">
              <For each={columns.order()}>{(id, at) => <Choice id={id} at={at()} />}</For>
            </ul>
            <p class="hint">{t().pool.result.columnsHint}</p>
          </Popover.Content>
        </Popover.Positioner>
      </Portal>
    </Popover.Root>
  )
}

function Choice(props: { id: ChoosableColumn; at: number }) {
  const { columns } = usePool()
  const name = () => columnName(props.id)
  /** The button that was pressed keeps the focus where its row went. */
  function move(by: -1 | 1, button: HTMLButtonElement) {
    columns.move(props.id, by)
    queueMicrotask(() => button.focus())
  }
  return (
    <li class="row">
      <label class="tick">
        <input
          type="checkbox"
          class="box"
          checked={columns.isShown(props.id)}
          onChange={() => columns.toggle(props.id)}
        />
        {name()}
      </label>
      <button
        type="button"
        class="button plain slim icon-only push"
        aria-label={t().pool.result.up(name())}
        aria-disabled={props.at === 0}
        onClick={(event) => move(-1, event.currentTarget)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="button plain slim icon-only"
        aria-label={t().pool.result.down(name())}
        aria-disabled={props.at === columns.order().length - 1}
        onClick={(event) => move(1, event.currentTarget)}
      >
        <Icon name="down" />
      </button>
    </li>
  )
}
