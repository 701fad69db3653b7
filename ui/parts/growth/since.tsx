import { Popover } from '@ark-ui/solid/popover'
import { For, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import type { FitChange } from '../../growth.ts'
import { t } from '../../words/index.ts'
import { changeText } from './points.ts'

type Change = Omit<FitChange, 'since'>
/** Pieces that the note names. */
const SHOWN = 6

/** What new evidence did to a fit since the last quarter, with its causes behind a button; nothing where nothing came. */
export function SinceQuarter(props: { change: Change | undefined; since: string }) {
  return (
    <Show when={props.change?.steps.length ? props.change : undefined}>
      {(change) => <Told change={change()} since={props.since} />}
    </Show>
  )
}

function Told(props: { change: Change; since: string }) {
  const text = () => changeText(props.change.change)
  const largest = () =>
    props.change.steps.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))
  return (
    <Popover.Root lazyMount unmountOnExit positioning={{ placement: 'bottom-start' }}>
      <Popover.Trigger class="since-quarter" aria-label={t().growth.since.open(text())}>
        <span classList={{ raised: props.change.change > 0, lower: props.change.change < 0 }}>
          {t().growth.since.short(text())}
        </span>
      </Popover.Trigger>
      <Portal>
        <Popover.Positioner>
          <Popover.Content
            class="card popover since-causes"
            aria-label={t().growth.since.title(props.since)}
          >
            <Popover.Title class="strong">{t().growth.since.title(props.since)}</Popover.Title>
            <p>{t().growth.since.effect(text())}</p>
            <ul>
              <For each={largest().slice(0, SHOWN)}>
                {({ on, criterion, change, note }) => (
                  <li>
                    <b>{changeText(change)}</b> {t().criterion[criterion]}
                    {t().colon}
                    {note} <span class="hint">{on.slice(5)}</span>
                  </li>
                )}
              </For>
            </ul>
            <Show when={props.change.steps.length > SHOWN}>
              <p class="hint">{t().growth.since.more(props.change.steps.length - SHOWN)}</p>
            </Show>
            <p class="hint">{t().growth.since.note}</p>
          </Popover.Content>
        </Popover.Positioner>
      </Portal>
    </Popover.Root>
  )
}
