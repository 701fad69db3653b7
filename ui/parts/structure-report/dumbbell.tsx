import { Show } from 'solid-js'
import type { StructureLine } from '../../structure-report.ts'
import { t } from '../../words/index.ts'

const WIDTH = 150
const HEIGHT = 18
const EDGE = 7
/** Fixed, so that rows can be compared: shares from nothing to all, ages of people in office. */
const AXES = { share: [0, 100], years: [20, 60] } as const

/** ○ before, ● after, a dashed line where the policy asks for something. */
export function Dumbbell(props: { line: StructureLine }) {
  const unit = () => (props.line.unit === 'years' ? 'years' : 'share')
  const at = (value: number) => {
    const [from, to] = AXES[unit()]
    const share = Math.min(1, Math.max(0, (value - from) / (to - from)))
    return EDGE + share * (WIDTH - 2 * EDGE)
  }
  const scale = () => (unit() === 'share' ? 100 : 1)
  const of = (side: 'before' | 'after') => {
    const value = props.line[side]?.value
    return value === null || value === undefined ? null : at(value * scale())
  }
  return (
    <Show when={props.line.unit !== 'count'}>
      <svg
        class="dumbbell"
        width={WIDTH}
        height={HEIGHT}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t().structureReport.chartText(
          props.line.before?.text ?? t().unknown,
          props.line.after?.text ?? t().unknown,
        )}
      >
        <line class="axis" x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT / 2} y2={HEIGHT / 2} />
        <Show when={props.line.bound !== null}>
          <line
            class="bound"
            x1={at(props.line.bound!)}
            x2={at(props.line.bound!)}
            y1="1"
            y2={HEIGHT - 1}
          />
        </Show>
        <Show when={of('before') !== null && of('after') !== null}>
          <line class="way" x1={of('before')!} x2={of('after')!} y1={HEIGHT / 2} y2={HEIGHT / 2} />
        </Show>
        <Show when={of('before') !== null}>
          <circle class="before" cx={of('before')!} cy={HEIGHT / 2} r="4.5" />
        </Show>
        <Show when={of('after') !== null}>
          <circle class="after" cx={of('after')!} cy={HEIGHT / 2} r="4.5" />
        </Show>
      </svg>
    </Show>
  )
}
