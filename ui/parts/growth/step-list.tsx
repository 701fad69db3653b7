import { createSignal, For, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { changeText } from './points.ts'

/** One piece of evidence: when, what it did, what it was; `what` says which criterion or kind of entry. */
export type ShownStep = { on: string; change: number; note: string; source: string; what: string }

/** More stand behind a button. */
const SHOWN = 5

/** What caused each step, the last of the list first. */
export function StepList(props: { steps: readonly ShownStep[]; none: string }) {
  const [isAll, setAll] = createSignal(false)
  const turned = () => props.steps.toReversed()
  const rest = () => props.steps.length - SHOWN
  return (
    <Show when={props.steps.length > 0} fallback={<p class="hint">{props.none}</p>}>
      <ul class="growth-steps">
        <For each={isAll() ? turned() : turned().slice(0, SHOWN)}>
          {(step) => <Step {...step} />}
        </For>
      </ul>
      <Show when={rest() > 0}>
        <button type="button" class="link-button small" onClick={() => setAll((now) => !now)}>
          {isAll() ? t().growth.less : t().growth.more(rest())}
        </button>
      </Show>
    </Show>
  )
}

function Step(props: ShownStep) {
  return (
    <li>
      <span class="hint nowrap">{props.on}</span>
      <b class="number" classList={{ lower: props.change < 0 }}>
        {changeText(props.change)}
      </b>
      <span>
        {props.note} <span class="chip">{props.what}</span> <span class="hint">{props.source}</span>
      </span>
    </li>
  )
}
