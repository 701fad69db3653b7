import { createAsync, useSearchParams } from '@solidjs/router'
import { For, Show, Suspense } from 'solid-js'
import { fitPoints, wholePercent } from '../../format.ts'
import { criteriaOf } from '../../portrait.ts'
import { type CriterionShare, POSTS, type TalentRecord } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Skeleton } from '../states.tsx'
import { Against } from './against.tsx'
import { backingOf, CriterionBar, CriterionLegend, intervalText } from './criterion-bar.tsx'
import { WouldSettle } from './would-settle.tsx'

/** Each criterion with its interval, against a village and post that can be chosen. */
export function CriteriaCard(props: {
  talent: TalentRecord
  addEvidence?: ((criterion: CriterionShare['criterion']) => void) | undefined
}) {
  const [search] = useSearchParams<{ village?: string; post?: string }>()
  const post = () => POSTS.find((one) => one === search.post)
  const answer = createAsync(() =>
    // Read anew with the person: what was stored changes what is counted.
    criteriaOf(props.talent.id, search.village, post(), props.talent.revision),
  )
  const ordered = () => [...(answer()?.criteria ?? [])].sort((a, b) => b.weight - a.weight)
  return (
    <section class="card" aria-labelledby="criteria">
      <div class="card-head">
        <h2 id="criteria">{t().portrait.criteria}</h2>
        <CriterionLegend />
      </div>
      <Suspense fallback={<Skeleton rows={8} />}>
        <Against
          village={answer()?.village.code ?? props.talent.homeVillage.code}
          name={answer()?.village.name ?? props.talent.homeVillage.name}
          post={answer()?.post ?? post() ?? 'committee-member'}
        />
        <Show when={answer()}>
          {(known) => (
            <>
              <table class="criterion-bars" aria-labelledby="criteria">
                <thead>
                  <tr>
                    <th scope="col">{t().portrait.criterionAndWeight}</th>
                    <th scope="col" class="axis">
                      <span aria-hidden="true">
                        <span>30</span>
                        <span>65</span>
                        <span>100</span>
                      </span>
                      <span class="hidden-text">{t().portrait.bar}</span>
                    </th>
                    <th scope="col" class="number">
                      {t().portrait.valueAndInterval}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  <For each={ordered()}>{(share) => <Row share={share} />}</For>
                </tbody>
              </table>
              <div class="card-body criteria-foot">
                <p class="note">
                  <Icon name="info" />
                  <span>
                    <b>
                      {t().portrait.overall(
                        fitPoints(known().fit),
                        fitPoints(known().low),
                        fitPoints(known().high),
                      )}
                    </b>{' '}
                    {summaryOf(known().criteria)}
                    {t().portrait.gap}
                    {t().portrait.forStudy}
                  </span>
                </p>
                <WouldSettle settling={known().wouldSettle} add={props.addEvidence} />
              </div>
            </>
          )}
        </Show>
      </Suspense>
    </section>
  )
}

function Row(props: { share: CriterionShare }) {
  return (
    <tr title={say(props.share.words)}>
      <th scope="row">
        {t().criterion[props.share.criterion]}
        <span class="hint">{wholePercent(props.share.weight)}</span>
      </th>
      <td>
        <CriterionBar share={props.share} />
      </td>
      <td class="number">{intervalText(props.share)}</td>
    </tr>
  )
}

/** What the fit rests on and what is not known, in one sentence. */
function summaryOf(shares: readonly CriterionShare[]): string {
  const named = (kind: 'proven' | 'claimed' | 'missing') =>
    shares
      .filter((share) => backingOf(share) === kind)
      .sort((a, b) => b.value * b.weight - a.value * a.weight)
      .map(({ criterion }) => t().criterion[criterion])
  return t().portrait.restsOn(
    named('proven').slice(0, 3).join(t().comma),
    named('claimed').join(t().comma),
    named('missing').join(t().comma),
  )
}
