import { For, Show } from 'solid-js'
import { CRITERIA, type CriterionId, type Weights } from '../../types.ts'
import { t } from '../../words/index.ts'

/** What it is worth to lift each criterion from its worst to its best, 0 to 100. */
export function SwingForm(props: {
  points: Weights
  set: ((points: Weights) => void) | undefined
}) {
  const most = () => Math.max(...CRITERIA.map((id) => props.points[id]))
  const change = (id: CriterionId, value: number) =>
    Number.isFinite(value) &&
    props.set?.({ ...props.points, [id]: Math.min(100, Math.max(0, value)) })
  return (
    <fieldset class="plain-fieldset" disabled={!props.set}>
      <p class="second">{t().policy.weigh.swingHint}</p>
      <Show when={most() < 100}>
        <p class="state weak">
          <i class="mark weak" aria-hidden="true" />
          {t().policy.weigh.noBest}
        </p>
      </Show>
      <For each={CRITERIA}>
        {(id) => (
          <div class="swing">
            <span>{t().criterion[id]}</span>
            <input
              type="range"
              min={0}
              max={100}
              step={1}
              aria-label={t().policy.weigh.points(t().criterion[id])}
              value={props.points[id]}
              onInput={(event) => change(id, event.currentTarget.valueAsNumber)}
            />
            <input
              class="input number"
              type="number"
              min={0}
              max={100}
              step={1}
              aria-label={t().policy.weigh.points(t().criterion[id])}
              value={props.points[id]}
              onChange={(event) => change(id, event.currentTarget.valueAsNumber)}
            />
            <span class="second">{t().policy.weigh.pointsUnit}</span>
          </div>
        )}
      </For>
    </fieldset>
  )
}
