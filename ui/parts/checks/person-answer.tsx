import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { Opinion } from '../../checks.ts'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { AnswerGroups } from './answer.tsx'
import { type Aspect, aspectShort, OF_MENTOR, valueName } from './aspects.ts'
import { answered, answerOf, type Drafts, isConflict, lacking } from './drafts.ts'
import type { SheetRow } from './sheet-row.ts'

/** What is answered about one person, with what the mentor said and what stands already. */
export function PersonAnswer(props: {
  row: SheetRow
  aspects: readonly Aspect[]
  drafts: Drafts
  label: string
  /** Opinions answer a quarter, not a year. */
  hasOpinions: boolean
  move: (step: 1 | -1) => void
  sign: () => void
  history: () => void
}) {
  const draft = () => props.drafts.of(props.row.id)
  const answer = () => answerOf(draft(), props.row.standing)
  const last = () => props.row.opinions.at(-1)
  const same = (opinion: Opinion) => {
    const { grades } = opinion
    props.drafts.set(props.row, { grades: { ...grades } })
  }
  const isComplete = () => draft() !== undefined && lacking(answer(), props.aspects).length === 0
  return (
    <section class="person-answer" aria-label={props.label}>
      <Show when={isConflict(draft(), props.row.standing) && props.row.signed}>
        {(signed) => (
          <Conflict
            by={signed().by}
            on={signed().on}
            keep={() => props.drafts.forget(props.row.id)}
            use={() => props.drafts.set(props.row, { instead: props.row.standing?.id ?? null })}
          />
        )}
      </Show>
      <Show when={props.hasOpinions}>
        <div class="mentor-said">
          <For
            each={props.row.opinions}
            fallback={<p class="hint">{noOpinion(props.row.about)}</p>}
          >
            {(opinion) => <OpinionLine opinion={opinion} same={() => same(opinion)} />}
          </For>
        </div>
      </Show>
      <AnswerGroups
        answer={answer()}
        aspects={props.aspects}
        choose={(aspect, value) => props.drafts.set(props.row, answered(answer(), aspect, value))}
        move={props.move}
        same={last() && (() => same(last()!))}
      />
      <div class="answer-foot">
        <label class="answer-remarks">
          <span>{t().checks.remarks}</span>
          <input
            class="input"
            maxlength={500}
            value={answer().remarks}
            title={t().checks.remarksHint}
            onInput={(event) => props.drafts.set(props.row, { remarks: event.currentTarget.value })}
          />
        </label>
        <div class="row wrap answer-acts">
          <button
            type="button"
            class="button slim"
            aria-label={t().checks.signOneOf(personName(props.row.name))}
            disabled={!isComplete() || isConflict(draft(), props.row.standing)}
            onClick={() => props.sign()}
          >
            {t().checks.signOne}
          </button>
          <Show when={draft()}>
            <button
              type="button"
              class="button slim plain"
              onClick={() => props.drafts.forget(props.row.id)}
            >
              {t().checks.clear}
            </button>
          </Show>
          <button type="button" class="button slim plain" onClick={() => props.history()}>
            {t().checks.history}
          </button>
          <A class="button slim plain" href={`/talents/${props.row.id}`}>
            {t().growthPoints.portrait}
          </A>
        </div>
      </div>
      <Show when={props.row.signed && !isConflict(draft(), props.row.standing)}>
        <p class="hint">
          {t().checks.replaces(props.row.signed?.by ?? '', props.row.signed?.on ?? '')}
        </p>
      </Show>
    </section>
  )
}

const noOpinion = (mentors: string) =>
  [...(mentors ? [t().checks.mentors(mentors)] : []), t().checks.noOpinionYet].join(t().separator)

function OpinionLine(props: { opinion: Opinion; same: () => void }) {
  const { by, on, grades, remarks } = props.opinion
  return (
    <p class="opinion-line">
      <span class="hint">{t().checks.opinionOf(personName(by), on.slice(5))}</span>
      <For each={OF_MENTOR}>
        {({ id }) => (
          <span>
            <span class="second">{aspectShort(id)}</span>{' '}
            <b class="medium">{valueName(grades[id as keyof typeof grades])}</b>
          </span>
        )}
      </For>
      <Show when={remarks}>
        <span class="second">{remarks}</span>
      </Show>
      <button type="button" class="button slim" onClick={() => props.same()}>
        {t().checks.same}
        <kbd class="desk-only">{t().checks.sameKey}</kbd>
      </button>
    </p>
  )
}

/** Somebody else signed meanwhile: both are there, and a person chooses. */
function Conflict(props: { by: string; on: string; keep: () => void; use: () => void }) {
  return (
    <div class="note missed" role="alert">
      <Icon name="warning" />
      <div class="form">
        <p>{t().checks.conflictText(personName(props.by), props.on)}</p>
        <div class="row wrap">
          <button type="button" class="button slim" onClick={() => props.keep()}>
            {t().checks.keepTheirs}
          </button>
          <button type="button" class="button slim" onClick={() => props.use()}>
            {t().checks.useMine}
          </button>
        </div>
      </div>
    </div>
  )
}
