import { For, Show } from 'solid-js'
import { dayAndTime } from '../../format.ts'
import { personName, placeName } from '../../names.ts'
import { useSession } from '../../session.ts'
import type { Results, TrialPostView } from '../../trial-posts.ts'
import { t } from '../../words/index.ts'
import { today } from '../talent/when.ts'
import { MARKS } from './marks.ts'
import { deviationText, meanText } from './results.tsx'

const words = () => t().trialPosts.paper

/** The conclusion on a sheet of A4, as offices file it. */
export function ResultSheet(props: { trial: TrialPostView }) {
  const { account, county } = useSession()
  const now = dayAndTime(new Date().toISOString())
  const all = () => t().trialPosts
  const signed = () => (props.trial.state === 'concluded' ? props.trial.conclusion : null)
  const closed = () => props.trial.evaluations.find(({ state }) => state === 'closed')
  return (
    <article class="paper-form trial-paper">
      <h1>{words().resultTitle}</h1>
      <p class="paper-facts">
        <span>{placeName(county().name)}</span>
        <span>{words().filledOn(today())}</span>
        <span>{words().number(props.trial.id.slice(-12).toUpperCase())}</span>
      </p>
      <table>
        <colgroup>
          <col class="key" />
          <col />
          <col class="key" />
          <col />
        </colgroup>
        <tbody>
          <tr>
            <th scope="row">{words().name}</th>
            <td>{personName(props.trial.talent.name)}</td>
            <th scope="row">{words().post}</th>
            <td>
              {placeName(props.trial.village.name)} {all().kinds[props.trial.kind]}
            </td>
          </tr>
          <tr>
            <th scope="row">{words().period}</th>
            <td>{all().span(props.trial.startsOn, props.trial.endedOn ?? props.trial.endsOn)}</td>
            <th scope="row">{words().served}</th>
            <td>{all().served(props.trial.months)}</td>
          </tr>
          <tr>
            <th scope="row">{words().duties}</th>
            <td colspan={3} class="text">
              {props.trial.duties}
            </td>
          </tr>
          <tr>
            <th scope="row">{words().evaluation}</th>
            <td colspan={3} class="text">
              <Evaluated trial={props.trial} />
            </td>
          </tr>
          <tr>
            <th scope="row">{words().grade}</th>
            <td colspan={3} class="trial-paper-grade">
              <Show when={signed()?.grade} fallback={words().draft}>
                {(grade) => all().grade[grade()]}
              </Show>
            </td>
          </tr>
          <tr>
            <th scope="row">{words().text}</th>
            <td colspan={3} class="text trial-paper-text">
              <p>{textOf(props.trial)}</p>
              <p class="paper-seal">
                <span class="paper-by">
                  <Show when={signed()}>
                    {(one) =>
                      `${words().signature}${t().colon}${[one().position, one().name].filter(Boolean).join(' ')}　${one().signedOn ?? ''}`
                    }
                  </Show>
                  {words().seal}
                </span>
              </p>
            </td>
          </tr>
          <tr>
            <th scope="row">{words().own}</th>
            <td colspan={3} class="text trial-paper-own" />
          </tr>
        </tbody>
      </table>
      <Show when={closed()?.results?.total && closed()?.results}>
        {(results) => <Counts results={results()} />}
      </Show>
      <p class="paper-note">{words().foot}</p>
      <div class="paper-mark" aria-hidden="true">
        {account().name} {today()}
      </div>
      <footer class="paper-foot">
        <span>{words().printedBy(account().name, now)}</span>
        <span>{words().internal}</span>
      </footer>
    </article>
  )
}

function Evaluated(props: { trial: TrialPostView }) {
  const closed = () => props.trial.evaluations.find(({ state }) => state === 'closed')
  const text = () => {
    const one = closed()
    if (!one) return words().evaluationNone
    const total = one.results?.total
    if (!total) return words().evaluationFew(one.answers, one.answersMin)
    const mean = words().meanOf(meanText(total.mean), deviationText(total.deviation))
    return [words().evaluationOf(one.answers, one.onPaper), mean].join(t().clause)
  }
  return <>{text()}</>
}

function Counts(props: { results: Results }) {
  const all = () => t().trialPosts
  return (
    <table class="trial-boxes">
      <colgroup>
        <col />
        <For each={[...MARKS, 0, 0, 0]}>{() => <col class="box" />}</For>
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{words().question}</th>
          <For each={MARKS}>{(mark) => <th scope="col">{all().results.marks[mark - 1]}</th>}</For>
          <th scope="col">{all().entering.unknown}</th>
          <th scope="col">{all().results.mean}</th>
          <th scope="col">{all().results.deviation}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.results.questions}>
          {({ id, spread, unknown }) => (
            <tr>
              <th scope="row">{all().questions[id]}</th>
              <For each={MARKS}>
                {(mark) => <td>{spread ? spread.counts[mark - 1] : t().dash}</td>}
              </For>
              <td>{unknown}</td>
              <td>{spread ? meanText(spread.mean) : t().dash}</td>
              <td>{spread ? deviationText(spread.deviation) : t().dash}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

function textOf({ state, conclusion, endedOn }: TrialPostView): string {
  if (!conclusion) return words().draft
  return state === 'broken-off' ? words().broken(endedOn ?? '', conclusion.text) : conclusion.text
}
