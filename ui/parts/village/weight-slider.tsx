import { Slider } from '@ark-ui/solid/slider'
import { oneDecimal, signed } from '../../format.ts'
import type { CriterionId } from '../../types.ts'
import { t } from '../../words/index.ts'

/** The slider ends here so that usual weights have room; the number beside it takes up to 100. */
const SLIDER_MAX = 50

export function WeightSlider(props: {
  criterion: CriterionId
  value: number
  policy: number
  change: (value: number) => void
}) {
  const name = () => t().criterion[props.criterion]
  const difference = () => Math.round((props.value - props.policy) * 10) / 10
  return (
    <div class="weight">
      <span>{name()}</span>
      <Slider.Root
        class="slider"
        min={0}
        max={SLIDER_MAX}
        step={0.5}
        value={[Math.min(SLIDER_MAX, props.value)]}
        aria-label={[t().whatIf.weight(name())]}
        onValueChange={({ value }) => props.change(value[0] ?? 0)}
      >
        <Slider.Control class="slider-control">
          <Slider.Track class="slider-track">
            <Slider.Range class="slider-range" />
          </Slider.Track>
          <i class="slider-tick" style={{ left: `${tickAt(props.policy)}%` }} />
          <Slider.Thumb index={0} class="slider-thumb">
            <Slider.HiddenInput />
          </Slider.Thumb>
        </Slider.Control>
      </Slider.Root>
      <input
        class="input number"
        type="number"
        min="0"
        max="100"
        step="0.5"
        aria-label={t().whatIf.weight(name())}
        value={props.value}
        onChange={(event) => props.change(within(event.currentTarget.valueAsNumber))}
      />
      <span class="number small" classList={{ changed: difference() !== 0 }}>
        <span class="hidden-text">{t().whatIf.againstPolicy(oneDecimal(props.policy))}</span>
        {signed(difference())}
      </span>
    </div>
  )
}

const tickAt = (policy: number) => (Math.min(SLIDER_MAX, policy) / SLIDER_MAX) * 100
const within = (value: number) => (Number.isFinite(value) ? Math.min(100, Math.max(0, value)) : 0)
