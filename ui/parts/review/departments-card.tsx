import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { dictionaryOf } from '../../administration.ts'
import type { Department, Nominee } from '../../review.ts'
import { useRoles } from '../../session.ts'
import { say, t } from '../../words/index.ts'
import { Mark, type State } from '../mark.tsx'
import type { Acting } from './acts/act-panel.tsx'
import { Remind } from './remind.tsx'
import { daysBetween, shortDay, today } from './say.ts'

const STATES: Record<Department['state'], State> = {
  'not-asked': 'unknown',
  unanswered: 'unknown',
  pass: 'met',
  objection: 'missed',
  more: 'weak',
  expired: 'weak',
  stale: 'weak',
  excused: 'unknown',
}
/** Who still has to answer comes first, then what stands in the way. */
const ORDER: readonly Department['state'][] = [
  'unanswered',
  'objection',
  'more',
  'expired',
  'stale',
  'not-asked',
  'pass',
  'excused',
]

type Given = { nominee: Nominee; act: (acting: Acting) => void }

/** The departments in parallel, each for itself. */
export function DepartmentsCard(
  props: Given & { departments: readonly Department[]; say: (text: string) => void },
) {
  const has = useRoles()
  const sorted = () =>
    props.departments.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
  const count = (...states: Department['state'][]) =>
    props.departments.filter(({ state }) => states.includes(state)).length
  const isAsked = () => count('not-asked') < props.departments.length
  const reasons = createAsync(
    async () =>
      has('county') && props.departments.some(({ code }) => code !== null)
        ? await dictionaryOf('reasons').catch(() => null)
        : null,
    { initialValue: null },
  )
  const reasonOf = (code: string) => {
    const entry = reasons.latest?.entries.find(({ id }) => id === code)
    return entry ? say(entry) : code
  }
  return (
    <section class="card" aria-labelledby="departments">
      <div class="card-head">
        <h2 id="departments">{t().review.departments}</h2>
        <span class="hint">{t().review.departmentsHint(props.departments.length, null)}</span>
        <span class="row wrap push">
          <Show when={isAsked()}>
            <Count state="met" text={t().review.count.pass(count('pass'))} />
            <Count
              state={count('objection') > 0 ? 'missed' : null}
              text={t().review.count.objection(count('objection'))}
            />
            <Count
              state={count('unanswered') > 0 ? 'unknown' : null}
              text={t().review.count.open(count('unanswered'))}
            />
          </Show>
          <Show when={has('county') && count('unanswered') > 0}>
            <Remind nominee={props.nominee.id} say={props.say} />
          </Show>
        </span>
      </div>
      <div class="card-body form">
        <Show when={isAsked()} fallback={<p class="second">{t().review.notAskedYet}</p>}>
          <ul class="answers">
            <For each={sorted()}>
              {(department) => (
                <OneDepartment
                  department={department}
                  nominee={props.nominee}
                  act={props.act}
                  reasonOf={reasonOf}
                />
              )}
            </For>
          </ul>
        </Show>
        <p class="hint">{t().review.departmentsFoot}</p>
      </div>
    </section>
  )
}

function Count(props: { state: State | null; text: string }) {
  return (
    <span class={`pill ${props.state ?? ''}`}>
      <Show when={props.state}>{(state) => <Mark state={state()} />}</Show>
      {props.text}
    </span>
  )
}

function OneDepartment(
  props: Given & { department: Department; reasonOf: (code: string) => string },
) {
  const may = (kind: 'excuse' | 'ask-again') => props.nominee.may.includes(kind)
  /** An objection is asked about again once something was supplied since; the server knows. */
  const isEnded = () => ['expired', 'stale', 'objection'].includes(props.department.state)
  const isOpen = () => props.department.state === 'unanswered'
  return (
    <li class={props.department.state}>
      <p class="row">
        <b class="medium">{say(props.department.words)}</b>
        <span class="state push">
          <Mark state={STATES[props.department.state]} />
          {t().review.department[props.department.state]}
        </span>
      </p>
      <p class="hint">{underOf(props.department)}</p>
      <Show when={props.department.state === 'objection' && props.department.code}>
        {(code) => <p class="small">{t().review.reasonCode(props.reasonOf(code()))}</p>}
      </Show>
      <Show when={props.department.note}>
        {(note) => <p class="small">{t().review.more(note())}</p>}
      </Show>
      <Show when={props.department.isDropped && props.department.state !== 'excused'}>
        <p class="small">{t().review.dropped}</p>
      </Show>
      <Show when={may('ask-again') && isEnded()}>
        <ActOn {...props} kind="ask-again" />
      </Show>
      <Show when={may('excuse') && props.department.isDropped && isOpen()}>
        <ActOn {...props} kind="excuse" />
      </Show>
      <Show when={props.nominee.may.includes('supplement') && props.department.state === 'more'}>
        <ActOn {...props} kind="supplement" />
      </Show>
    </li>
  )
}

function ActOn(
  props: Pick<Given, 'act'> & {
    department: Department
    kind: 'excuse' | 'ask-again' | 'supplement'
  },
) {
  return (
    <button
      type="button"
      class="button slim"
      onClick={() => props.act({ kind: props.kind, given: { department: props.department.id } })}
    >
      {t().review.act[props.kind]}
      <span class="hidden-text">{say(props.department.words)}</span>
    </button>
  )
}

function underOf({ state, signedBy, answeredAt, validUntil, openedAt, dueOn }: Department): string {
  const words = t().review
  if (state === 'not-asked') return words.notAskedYet
  if (answeredAt === null) {
    if (!openedAt) return ''
    const late = dueOn === null ? 0 : daysBetween(dueOn, today())
    if (dueOn !== null && late > 0) return words.askedLate(late, shortDay(dueOn))
    return words.askedDays(daysBetween(dayOf(openedAt), today()), dueOn && shortDay(dueOn))
  }
  const until =
    validUntil && (state === 'expired' ? words.endedOn : words.until)(shortDay(validUntil))
  return [signedBy && words.signedBy(signedBy), shortDay(answeredAt), until]
    .filter(Boolean)
    .join(t().separator)
}

const dayOf = (instant: string) => {
  const at = new Date(instant)
  return `${at.getFullYear()}-${shortDay(instant)}`
}
