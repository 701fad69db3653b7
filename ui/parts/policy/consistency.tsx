import { For, Show } from 'solid-js'
import type { Weighed } from '../../policy.ts'
import { CRITERIA } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { sentenceOf } from './scale.ts'

/** Saaty's limit: above it the comparisons should be looked at again. */
const LIMIT = 0.1

type Take = (row: number, column: number, proposed: number) => void

/** How far the comparisons agree with each other, and which are worth another look. */
export function Consistency(props: {
  weighed: Pick<Weighed, 'consistencyRatio' | 'disturbances'>
  take?: Take | undefined
  /** The ratio of several judges together. */
  isGroup?: boolean
}) {
  const words = () => t().policy.weigh
  return (
    <Show
      when={props.weighed.consistencyRatio !== null}
      fallback={<p class="hint">{words().ratioNone}</p>}
    >
      <Ratio
        name={props.isGroup ? words().together : words().ratio}
        ratio={props.weighed.consistencyRatio ?? 0}
      />
      <Show when={!props.isGroup}>
        <Disturbances
          disturbances={props.weighed.disturbances}
          isNeeded={(props.weighed.consistencyRatio ?? 0) > LIMIT}
          take={props.take}
        />
      </Show>
    </Show>
  )
}

export function Ratio(props: { name: string; ratio: number }) {
  const isGood = () => props.ratio <= LIMIT
  return (
    <p class="consistency">
      <span class={isGood() ? 'pill met' : 'pill weak'}>
        <i class={`mark ${isGood() ? 'met' : 'weak'}`} aria-hidden="true" />
        {props.name} {props.ratio.toFixed(3)}
      </span>
      <span class="hint">{isGood() ? t().policy.weigh.ratioGood : t().policy.weigh.ratioBad}</span>
    </p>
  )
}

/** Stands open where the comparisons should be looked at again. */
function Disturbances(props: {
  disturbances: Weighed['disturbances']
  isNeeded: boolean
  take: Take | undefined
}) {
  const name = (at: number) => t().criterion[CRITERIA[at]!]
  const says = (row: number, column: number, value: number) =>
    sentenceOf(name(row), name(column), value)
  return (
    <Show
      when={props.disturbances.length > 0}
      fallback={<p class="hint">{t().policy.weigh.worstNone}</p>}
    >
      <details class="disturbing" open={props.isNeeded}>
        <summary>
          <Icon name="right" />
          {t().policy.weigh.worst}
        </summary>
        <ul class="disturbances">
          <For each={props.disturbances}>
            {({ row, column, given, proposed, ratioAfter }) => (
              <li>
                <p>
                  {t().policy.weigh.proposal(says(row, column, given), says(row, column, proposed))}
                </p>
                <div class="row wrap">
                  <span class="hint">{t().policy.weigh.ratioAfter(ratioAfter.toFixed(3))}</span>
                  <Show when={props.take}>
                    {(take) => (
                      <button
                        type="button"
                        class="button slim push"
                        aria-label={t().policy.weigh.takeOf(
                          t().policy.weigh.pair(name(row), name(column)),
                        )}
                        onClick={() => take()(row, column, proposed)}
                      >
                        {t().policy.weigh.take}
                      </button>
                    )}
                  </Show>
                </div>
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  )
}
