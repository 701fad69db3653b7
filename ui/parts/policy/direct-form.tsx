import { For } from 'solid-js'
import { oneDecimal } from '../../format.ts'
import { CRITERIA, type CriterionId, type Weights } from '../../types.ts'
import { t } from '../../words/index.ts'
import { WeightSlider } from '../village/weight-slider.tsx'

/** Weights in percent, each by itself; they are brought to a sum of 100. */
export function DirectForm(props: {
  weights: Weights
  inForce: Weights
  set: ((weights: Weights) => void) | undefined
}) {
  const shown = (weight: number) => Math.round(weight * 1000) / 10
  const sum = () => CRITERIA.reduce((total, id) => total + shown(props.weights[id]), 0)
  const change = (id: CriterionId, value: number) =>
    props.set?.({ ...props.weights, [id]: value / 100 })
  return (
    <fieldset class="plain-fieldset" disabled={!props.set}>
      <p class="second">
        {t().policy.weigh.total(`${oneDecimal(sum())}%`)}
        {t().separator}
        {t().policy.weigh.scaled}
      </p>
      <For each={CRITERIA}>
        {(id) => (
          <WeightSlider
            criterion={id}
            value={shown(props.weights[id])}
            policy={shown(props.inForce[id])}
            change={(value) => change(id, value)}
          />
        )}
      </For>
    </fieldset>
  )
}
