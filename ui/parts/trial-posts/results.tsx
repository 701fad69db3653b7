import { For, Show } from 'solid-js'
import type { Results } from '../../trial-posts.ts'
import { t } from '../../words/index.ts'
import { Mark } from '../mark.tsx'

type Question = Results['questions'][number]
type Spread = NonNullable<Question['spread']>

/** To a tenth, which a few answers bear; the deviation to a hundredth. */
export const meanText = (mean: number) => mean.toFixed(1)
export const deviationText = (deviation: number) => deviation.toFixed(2)

/** What an evaluation came to: the spread of each question, or that too few answered. */
export function ResultsShown(props: { results: Results | null; answersMin: number }) {
  return (
    <div class="card-body trial-results">
      <Show when={props.results} fallback={<p class="second">{t().trialPosts.results.notShown}</p>}>
        {(results) => (
          <Show
            when={results().total}
            fallback={<TooFew results={results()} least={props.answersMin} />}
          >
            {(total) => <Shown results={results()} total={total()} least={props.answersMin} />}
          </Show>
        )}
      </Show>
    </div>
  )
}

function TooFew(props: { results: Results; least: number }) {
  const words = () => t().trialPosts.results
  return (
    <div class="trial-few">
      <p>
        <span class="pill unknown">
          <Mark state="unknown" />
          {words().tooFew(props.results.answers, props.least)}
        </span>
      </p>
      <p class="second">{words().tooFewText(props.least)}</p>
    </div>
  )
}

function Shown(props: { results: Results; total: Spread; least: number }) {
  const words = () => t().trialPosts.results
  const facts = () =>
    [
      words().answers(props.results.answers),
      ...(props.results.onPaper > 0 ? [t().trialPosts.running.onPaper(props.results.onPaper)] : []),
    ].join(t().separator)
  return (
    <>
      <p class="trial-mean">
        <b>{meanText(props.total.mean)}</b>
        <span>
          {words().mean}
          <span class="hint block">{words().outOf}</span>
        </span>
        <span class="hint">
          {words().deviation} {deviationText(props.total.deviation)}
          <span class="block">{facts()}</span>
        </span>
      </p>
      <Show when={props.results.leftOut > 0}>
        <p class="note weak">{words().leftOut(props.results.leftOut, props.least)}</p>
      </Show>
      <Questions questions={props.results.questions} least={props.least} />
      <Legend />
      <Show when={props.results.byAudience} fallback={<p class="hint">{words().notApart}</p>}>
        {(audiences) => (
          <details class="trial-apart">
            <summary>{words().apart}</summary>
            <For each={audiences()}>
              {({ audience, answers, questions }) => (
                <section>
                  <h3>
                    {t().trialPosts.audience[audience]}
                    <span class="hint"> {words().answers(answers)}</span>
                  </h3>
                  <Questions questions={questions} least={props.least} />
                </section>
              )}
            </For>
          </details>
        )}
      </Show>
    </>
  )
}

function Questions(props: { questions: Question[]; least: number }) {
  const words = () => t().trialPosts.results
  return (
    <ul class="trial-questions">
      <For each={props.questions}>
        {(question) => (
          <li>
            <span class="trial-question">{t().trialPosts.questions[question.id]}</span>
            <Show
              when={question.spread}
              fallback={
                <span class="hint trial-few-known">
                  {words().tooFew(question.known, props.least)}
                </span>
              }
            >
              {(spread) => (
                <>
                  <SpreadBar counts={spread().counts} />
                  <b class="figures">{meanText(spread().mean)}</b>
                  <span class="hint figures">
                    ±{deviationText(spread().deviation)}
                    <Show when={question.unknown > 0}>
                      <span class="block">{words().unknown(question.unknown)}</span>
                    </Show>
                  </span>
                </>
              )}
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}

/** A part for each mark, the best first, as wide as so many gave it, with the number in it. */
function SpreadBar(props: { counts: Spread['counts'] }) {
  const parts = () => props.counts.map((count, at) => ({ count, mark: at + 1 })).toReversed()
  return (
    <span class="spread-bar" role="img" aria-label={t().trialPosts.results.bar(props.counts)}>
      <For each={parts().filter(({ count }) => count > 0)}>
        {({ count, mark }) => (
          <i class={`mark-${mark}`} style={{ 'flex-grow': count }}>
            {count}
          </i>
        )}
      </For>
    </span>
  )
}

function Legend() {
  const marks = () =>
    t()
      .trialPosts.results.marks.map((word, at) => ({ word, mark: at + 1 }))
      .toReversed()
  return (
    <ul class="spread-legend" aria-hidden="true">
      <For each={marks()}>
        {({ word, mark }) => (
          <li>
            <i class={`mark-${mark}`} />
            {mark} {word}
          </li>
        )}
      </For>
    </ul>
  )
}
