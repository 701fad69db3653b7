import { createMemo, For, Show } from 'solid-js'
import { wholePercent } from '../../format.ts'
import type { Ranking, Weights } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Slope } from './slope.tsx'
import { rankWith, tipsOf } from './trial.ts'

/** What the trial weights do to the ranking of a post: sentence, slope, tipping points. */
export function TrialResult(props: {
  post: string
  ranking: Ranking
  weights: Weights
  name: (id: string) => string
}) {
  const before = createMemo(() => rankWith(props.ranking.ranked, props.ranking.weights))
  const after = createMemo(() => rankWith(props.ranking.ranked, props.weights))
  const first = () => before()[0]
  const now = () => after()[0]
  const moved = () =>
    before()
      .slice(0, 8)
      .filter(({ talent }, at) => after()[at]?.talent !== talent).length
  const sentence = () => {
    const [was, is] = [first(), now()]
    if (!was || !is) return t().ranking.none
    return was.talent === is.talent
      ? t().whatIf.firstSame(props.name(is.talent))
      : t().whatIf.firstChanges(props.name(was.talent), props.name(is.talent))
  }
  return (
    <div class="trial-result">
      <div class="row">
        <h3>{t().whatIf.order(props.post)}</h3>
        <span class="hint push">{t().whatIf.direction}</span>
      </div>
      <Slope before={before()} after={after()} name={props.name} />
      <div class="note accent" role="status">
        <Icon name="info" />
        <span>
          <b>{sentence()}</b>
          {moved() > 0 ? t().whatIf.moved(moved()) : t().whatIf.nobodyMoved}
        </span>
      </div>
      <Tips ranking={props.ranking} weights={props.weights} name={props.name} />
    </div>
  )
}

function Tips(props: { ranking: Ranking; weights: Weights; name: (id: string) => string }) {
  const tips = createMemo(() =>
    tipsOf(props.ranking.ranked, props.weights).sort(
      (a, b) =>
        Math.abs(a.at - props.weights[a.criterion]) - Math.abs(b.at - props.weights[b.criterion]),
    ),
  )
  return (
    <>
      <div class="row wrap">
        <h3>{t().whatIf.tipping}</h3>
        <span class="hint">{t().whatIf.tippingHint}</span>
      </div>
      <table class="table boxed">
        <thead>
          <tr>
            <th scope="col">{t().whatIf.criterion}</th>
            <th scope="col" class="number">
              {t().whatIf.now}
            </th>
            <th scope="col" class="number">
              {t().whatIf.tips}
            </th>
            <th scope="col">{t().whatIf.becomes}</th>
          </tr>
        </thead>
        <tbody>
          <For each={tips().slice(0, 4)}>
            {(tip) => (
              <tr>
                <th scope="row">{t().criterion[tip.criterion]}</th>
                <td class="number">{wholePercent(props.weights[tip.criterion])}</td>
                <td class="number strong">{wholePercent(tip.at)}</td>
                <td>{props.name(tip.becomes)}</td>
              </tr>
            )}
          </For>
          <Show when={tips().length < 4}>
            <tr>
              <th scope="row" class="second">
                {t().whatIf.other}
              </th>
              <td class="number">{t().dash}</td>
              <td class="number">{t().dash}</td>
              <td class="second">{t().whatIf.tippingNone}</td>
            </tr>
          </Show>
        </tbody>
      </table>
    </>
  )
}
