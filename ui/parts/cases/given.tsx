import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { dictionaryOf } from '../../administration.ts'
import type { GivenAnswer, ReviewCase } from '../../cases.ts'
import { dayAndTime } from '../../format.ts'
import { personName } from '../../names.ts'
import type { DictionaryEntry } from '../../types.ts'
import { t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { besides, MARK } from './say.ts'

/** Words of the codes; the page does not wait for them. */
export function createReasons(): () => DictionaryEntry[] {
  const answer = createAsync<DictionaryEntry[]>(
    async () => (await dictionaryOf('reasons')).entries,
    { initialValue: [] },
  )
  return () => answer.latest ?? []
}

/** The answer as it was signed. */
export function Given(props: { one: ReviewCase; anew: () => void }) {
  const reasons = createReasons()
  return (
    <Show when={props.one.answer}>
      {(given) => (
        <section class="card" aria-labelledby="case-given">
          <div class="card-head">
            <h2 id="case-given">{t().cases.given}</h2>
            <button type="button" class="button slim push" onClick={() => props.anew()}>
              {t().cases.anew}
            </button>
          </div>
          <div class="card-body case-given">
            <p class="given-answer">
              <StateWord state={MARK[given().answer]}>{t().cases.answer[given().answer]}</StateWord>
            </p>
            <Show when={besides(given(), reasons())}>{(text) => <p>{text()}</p>}</Show>
            <Signed given={given()} />
            <Validity given={given()} />
          </div>
        </section>
      )}
    </Show>
  )
}

function Signed(props: { given: NonNullable<ReviewCase['answer']> }) {
  return (
    <Show when={props.given.signedBy} fallback={<p class="hint">{t().cases.takenOver}</p>}>
      {(name) => (
        <>
          <p class="case-signature">{personName(name())}</p>
          <p class="hint">
            {[
              ...(props.given.position ? [props.given.position] : []),
              ...(props.given.at ? [dayAndTime(props.given.at)] : []),
            ].join(t().separator)}
          </p>
        </>
      )}
    </Show>
  )
}

function Validity(props: { given: NonNullable<ReviewCase['answer']> }) {
  const day = () => props.given.validUntil
  return (
    <>
      <Show when={day()}>
        {(known) => (
          <p>
            <Show
              when={props.given.isExpired}
              fallback={<span class="hint">{t().cases.validUntil(known())}</span>}
            >
              <StateWord state="weak">{t().cases.expired(known())}</StateWord>
            </Show>
          </p>
        )}
      </Show>
      <Show when={props.given.isOfOtherFacts}>
        <p>
          <StateWord state="weak">{t().cases.otherFacts}</StateWord>
        </p>
      </Show>
    </>
  )
}

type Step = { at: string; given?: GivenAnswer; told?: string }

/** What the department answered before, and what it was told since. */
export function Earlier(props: { one: ReviewCase }) {
  const reasons = createReasons()
  const steps = (): Step[] =>
    [
      ...props.one.earlier.map((given): Step => ({ at: given.at ?? '', given })),
      ...props.one.supplements.map(({ at, note }): Step => ({ at, told: note })),
    ].sort((a, b) => b.at.localeCompare(a.at))
  return (
    <Show when={steps().length > 0}>
      <section class="card" aria-labelledby="case-earlier">
        <div class="card-head">
          <h2 id="case-earlier">{t().cases.earlier}</h2>
          <span class="hint">{t().cases.earlierHint}</span>
        </div>
        <ol class="card-body case-earlier">
          <For each={steps()}>{(step) => <EarlierStep step={step} reasons={reasons()} />}</For>
        </ol>
      </section>
    </Show>
  )
}

function EarlierStep(props: { step: Step; reasons: DictionaryEntry[] }) {
  const when = () => (props.step.at ? dayAndTime(props.step.at) : t().unknown)
  return (
    <li>
      <Show
        when={props.step.given}
        fallback={
          <p>
            <b class="medium">{t().cases.supplement}</b> {props.step.told}
          </p>
        }
      >
        {(given) => (
          <p>
            <StateWord state={MARK[given().answer]}>{t().cases.answer[given().answer]}</StateWord>{' '}
            {besides(given(), props.reasons)}
          </p>
        )}
      </Show>
      <p class="hint">
        {[
          ...(props.step.given?.signedBy ? [personName(props.step.given.signedBy)] : []),
          when(),
        ].join(t().separator)}
      </p>
    </li>
  )
}
