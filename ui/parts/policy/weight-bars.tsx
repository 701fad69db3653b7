import { For } from 'solid-js'
import { oneDecimal } from '../../format.ts'
import { CRITERIA, type Weights } from '../../types.ts'
import { t } from '../../words/index.ts'

/** Bars begin at zero and end a little above the largest weight of either. */
const ROOM = 1.08

/** The weights of a post, heaviest first, each with the one that is in force. */
export function WeightBars(props: { weights: Weights; inForce: Weights }) {
  const ordered = () => [...CRITERIA].sort((a, b) => props.weights[b] - props.weights[a])
  const end = () =>
    ROOM * Math.max(...CRITERIA.flatMap((id) => [props.weights[id], props.inForce[id]]))
  const at = (weight: number) => `${(weight / end()) * 100}%`
  return (
    <ul class="weight-bars">
      <For each={ordered()}>
        {(id) => (
          <li>
            <span>{t().criterion[id]}</span>
            <span class="weight-bar" aria-hidden="true">
              <i style={{ width: at(props.weights[id]) }} />
              <b style={{ left: at(props.inForce[id]) }} />
            </span>
            <span class="number">
              {oneDecimal(props.weights[id] * 100)}%
              <span class="hidden-text">
                {' '}
                {t().policy.weigh.tick(`${oneDecimal(props.inForce[id] * 100)}%`)}
              </span>
            </span>
          </li>
        )}
      </For>
    </ul>
  )
}
