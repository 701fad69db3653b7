import { For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import { useSession } from '../../session.ts'
import type { TrialPostView } from '../../trial-posts.ts'
import { t } from '../../words/index.ts'
import { MARKS, QUESTIONS } from './marks.ts'

const words = () => t().trialPosts.paper

/** The blank form for those who answer on paper: one question a row, a box for each mark. */
export function FormSheet(props: { trial: TrialPostView }) {
  const { county } = useSession()
  const open = () => props.trial.evaluations.find(({ state }) => state === 'open')
  const all = () => t().trialPosts
  return (
    <article class="paper-form trial-paper">
      <h1>{words().formTitle}</h1>
      <p class="paper-facts">
        <span>{words().by(placeName(county().name))}</span>
        <Show when={open()}>{(one) => <span>{words().until(one().closesOn)}</span>}</Show>
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
            <th scope="row">{words().formTo}</th>
            <td>{personName(props.trial.talent.name)}</td>
            <th scope="row">{words().post}</th>
            <td>
              {placeName(props.trial.village.name)} {all().kinds[props.trial.kind]}
            </td>
          </tr>
          <tr>
            <th scope="row">{words().period}</th>
            <td colspan={3} class="text">
              {all().span(props.trial.startsOn, props.trial.endsOn)}
            </td>
          </tr>
          <tr>
            <th scope="row">{words().duties}</th>
            <td colspan={3} class="text">
              {props.trial.duties}
            </td>
          </tr>
          <tr>
            <th scope="row">{words().who}</th>
            <td colspan={3} class="text">
              {`□ ${all().audienceLong.colleague}　　□ ${all().audienceLong.representative}`}
            </td>
          </tr>
        </tbody>
      </table>
      <table class="trial-boxes">
        <colgroup>
          <col />
          <For each={[...MARKS, 0]}>{() => <col class="box" />}</For>
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words().question}</th>
            <For each={MARKS}>
              {(mark) => (
                <th scope="col">
                  {all().results.marks[mark - 1]}
                  <small>{mark}</small>
                </th>
              )}
            </For>
            <th scope="col">{all().entering.unknown}</th>
          </tr>
        </thead>
        <tbody>
          <For each={QUESTIONS}>
            {(id, at) => (
              <tr>
                <th scope="row">
                  {at() + 1}. {all().questions[id]}
                </th>
                <For each={[...MARKS, 0]}>{() => <td />}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <div class="paper-note trial-how">
        <p>
          {words().how}
          {t().colon}
        </p>
        <ol>
          <For each={words().howText}>{(text) => <li>{text}</li>}</For>
        </ol>
      </div>
    </article>
  )
}
