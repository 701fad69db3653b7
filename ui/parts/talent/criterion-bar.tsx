import { For, Show } from 'solid-js'
import { fitPoints } from '../../format.ts'
import type { CriterionShare } from '../../types.ts'
import { t } from '../../words/index.ts'

export type Backing = 'proven' | 'claimed' | 'missing'

/** What mostly stands behind a criterion: papers, the person's own word, or nothing. */
export function backingOf({ proven, claimed }: CriterionShare): Backing {
  if (proven === 0 && claimed === 0) return 'missing'
  return proven >= claimed ? 'proven' : 'claimed'
}

/** The interval as a band on the axis of 30 to 100 that the whole product has, and the value as a line. */
export function CriterionBar(props: { share: CriterionShare }) {
  const backing = () => backingOf(props.share)
  return (
    <span class={`criterion-bar of-${backing()}`} role="img" aria-label={barText(props.share)}>
      <Show
        when={backing() !== 'missing'}
        fallback={<span class="nothing">{t().portrait.noEvidenceYet}</span>}
      >
        <i
          style={{
            left: `${onAxis(props.share.low)}%`,
            width: `${onAxis(props.share.high) - onAxis(props.share.low)}%`,
          }}
        />
        <b style={{ left: `${onAxis(props.share.value)}%` }} />
      </Show>
    </span>
  )
}

export function intervalText(share: CriterionShare) {
  return (
    <Show when={backingOf(share) !== 'missing'} fallback={<span class="hint">{t().unknown}</span>}>
      <b>{fitPoints(share.value)}</b>{' '}
      <span class="hint">
        {fitPoints(share.low)}–{fitPoints(share.high)}
      </span>
    </Show>
  )
}

/** One legend, three shapes. */
export function CriterionLegend() {
  return (
    <span class="legend push">
      <For each={['proven', 'claimed', 'missing'] as const}>
        {(backing) => (
          <span>
            <i class={`shape of-${backing}`} />
            {t().portrait.backing[backing]}
          </span>
        )}
      </For>
    </span>
  )
}

function barText(share: CriterionShare): string {
  const backing = backingOf(share)
  if (backing === 'missing') return t().portrait.noEvidenceYet
  const { value, low, high } = share
  const interval = t().portrait.interval(fitPoints(value), fitPoints(low), fitPoints(high))
  return `${t().portrait.backing[backing]}${t().comma}${interval}`
}

const onAxis = (value: number) => Math.min(100, Math.max(0, ((value * 100 - 30) / 70) * 100))
