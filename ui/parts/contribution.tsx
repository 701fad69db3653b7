import { For, Show } from 'solid-js'
import { fitPoints, percent, wholePercent } from '../format.ts'
import type { CriterionShare } from '../types.ts'
import { say, t } from '../words/index.ts'

/** The whole bar is the fit; each stretch is one criterion's share of it, drawn by what stands behind it. */
export function ContributionBar(props: { shares: CriterionShare[] }) {
  const text = () =>
    props.shares
      .map((one) => `${t().criterion[one.criterion]} ${points(one.share)}`)
      .join(t().comma)
  return (
    <span class="contribution" role="img" aria-label={text()}>
      <For each={props.shares}>
        {(share) => (
          <span
            class="stretch"
            style={{ width: `${share.share * 100}%` }}
            title={`${t().criterion[share.criterion]} ${points(share.share)}`}
          >
            <Standing share={share} />
          </span>
        )}
      </For>
    </span>
  )
}

function Standing(props: { share: CriterionShare }) {
  return (
    <For each={['proven', 'claimed', 'missing'] as const}>
      {(kind) => (
        <Show when={props.share[kind] > 0.005}>
          <i class={kind} style={{ width: `${props.share[kind] * 100}%` }} />
        </Show>
      )}
    </For>
  )
}

export function StandingLegend() {
  return (
    <span class="legend">
      <span>{t().ranking.legend}</span>
      <For each={['proven', 'claimed', 'missing'] as const}>
        {(kind) => (
          <span>
            <i class={kind} />
            {t().ranking[kind]}
          </span>
        )}
      </For>
    </span>
  )
}

/** Each criterion with its weight, its value and interval, and the words behind it. */
export function CriteriaTable(props: { shares: CriterionShare[] }) {
  const ordered = () => [...props.shares].sort((a, b) => b.weight - a.weight)
  return (
    <table class="table criteria">
      <thead>
        <tr>
          <th scope="col">{t().whatIf.criterion}</th>
          <th scope="col" class="number">
            {t().ranking.weight}
          </th>
          <th scope="col">{t().person.value}</th>
          <th scope="col" class="number">
            {t().ranking.contributes}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={ordered()}>
          {(share) => (
            <tr>
              <th scope="row">
                {t().criterion[share.criterion]}
                <br />
                <span class="hint">{say(share.words)}</span>
              </th>
              <td class="number second">{wholePercent(share.weight)}</td>
              <td>
                <ValueBar share={share} />
                <span class="hint">
                  {fitPoints(share.value)} ({fitPoints(share.low)}–{fitPoints(share.high)})
                </span>
              </td>
              <td class="number strong">{points(share.share)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

function ValueBar(props: { share: CriterionShare }) {
  const text = () =>
    [
      `${t().ranking.proven} ${percent(props.share.proven)}`,
      `${t().ranking.claimed} ${percent(props.share.claimed)}`,
      `${t().ranking.missing} ${percent(props.share.missing)}`,
    ].join(t().comma)
  return (
    <span class="value-bar" role="img" aria-label={text()} title={text()}>
      <span class="stretch" style={{ width: `${props.share.value * 100}%` }}>
        <Standing share={props.share} />
      </span>
    </span>
  )
}

/** Points of 100 that a criterion adds to the fit. */
const points = (share: number) => (share * 100).toFixed(1)
