import { Show } from 'solid-js'
import { t } from '../../words/index.ts'

type Told = { sign: number; text: string; isTowards: boolean | null }

/** ↓ 4.5: green towards what the policy wants, ▲ with a word where it goes the other way, plain where it says nothing. */
export function ChangeMark(props: { change: Told; unit: string }) {
  const way = () => (props.change.isTowards === null ? '' : props.change.isTowards ? 'good' : 'bad')
  return (
    <span class={`change ${way()}`}>
      <Show when={props.change.sign !== 0} fallback={t().structureReport.same}>
        <span aria-hidden="true">{props.change.sign > 0 ? '↑' : '↓'}</span> {props.change.text}
        {props.unit}
        <Show when={props.change.isTowards === false}>
          {' '}
          <span role="img" aria-label={t().structureReport.away} title={t().structureReport.away}>
            ▲
          </span>
        </Show>
      </Show>
    </span>
  )
}
