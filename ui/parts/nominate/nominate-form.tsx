import { useAction, useLocation } from '@solidjs/router'
import { createSignal, onMount, Show } from 'solid-js'
import { clockTime } from '../../format.ts'
import { handIn, type Latest, type StoredDraft } from '../../nominate.ts'
import type { Round } from '../../review.ts'
import { useRoles } from '../../session.ts'
import type { Person } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { createKeeping } from './keeping.ts'
import { KeptFields } from './kept-fields.tsx'
import {
  blank,
  bodyOf,
  draftBodyOf,
  errorsOf,
  isTyped,
  nextOf,
  type Paper,
  type PaperField,
  paperOf,
} from './paper.ts'
import { PaperFields } from './paper-fields.tsx'
import { PersonBox } from './person-box.tsx'

const FIELDS: readonly PaperField[] = [
  ...(['village', 'person', 'nominator', 'jointNames', 'reason', 'posts'] as const),
]
/** As the server names them. */
const SERVER = { person: 'talent' } as Partial<Record<PaperField, string>>

type Start = {
  rounds: Round[]
  round: string
  draft: StoredDraft | undefined
  person: Person | null
  /** Of whoever keeps one village, or of the address. */
  village: string
  handed: (entry: Latest, person: Person) => void
  reload: () => void
}

/** One paper after the other by keyboard alone: Enter hands in, and the box of the person is ready for the next. */
export function NominateForm(props: Start) {
  const start = props.draft
  const keeping = createKeeping(start)
  const [round, setRound] = createSignal(start?.round ?? props.round)
  const [paper, setPaper] = createSignal<Paper>(
    start
      ? paperOf(start, props.person, props.village)
      : { ...blank(props.village), person: props.person },
  )
  const [isRestored, setRestored] = createSignal(start !== undefined)
  const [errors, setErrors] = createSignal<Errors<PaperField>>({})
  const location = useLocation()
  const has = useRoles()
  let form!: HTMLFormElement
  let personInput!: HTMLInputElement
  const send = useAction(handIn)
  const sending = createSending(async () => {
    const given = paper()
    const { person } = given
    await keeping.flush()
    const body = bodyOf(given, keeping.id(), round())
    const answer = await send(body)
    if (person) props.handed(entryOf(body, answer, person), person)
    setRestored(false)
    setErrors({})
    setPaper(nextOf(given))
    await keeping.begin()
    personInput.focus()
  })
  const chosen = () => props.rounds.find(({ id }) => id === round()) ?? props.rounds[0]!
  function set(change: Partial<Paper>) {
    const home = change.person ? homeOf(change.person) : undefined
    const next = { ...paper(), ...change }
    // Who is proposed is mostly proposed at home; what was chosen for the pile stays.
    const village = next.village === '' && home !== undefined ? home : next.village
    setPaper({ ...next, village })
    keep()
  }
  /** A reserve round fills the pool; only a village account proposes for its own village alone. */
  const homeOf = (person: Person) =>
    chosen().kind === 'reserve' && !has('village') ? null : person.homeVillage.code
  function keep() {
    const now = paper()
    const draft = { round: round(), talent: now.person?.id ?? null, body: draftBodyOf(now) }
    if (isTyped(now) || keeping.state() !== 'none') keeping.write(draft)
  }
  function submit() {
    if (sending.isBusy()) return
    setErrors(errorsOf(paper()))
    if (!hasErrors(errors())) void sending.start()
    else
      queueMicrotask(() =>
        form.querySelector<HTMLElement>('[aria-invalid], .posts:has(.field-error) input')?.focus(),
      )
  }
  async function clear() {
    setPaper(nextOf(paper()))
    setErrors({})
    setRestored(false)
    sending.clear()
    await keeping.discard()
    personInput.focus()
  }
  async function asNew() {
    await keeping.begin()
    keep()
  }
  const errorAt = (field: PaperField | 'relation') =>
    (field === 'relation' ? undefined : errors()[field]) ??
    sending.errorAt((field === 'relation' ? undefined : SERVER[field]) ?? field)
  onMount(() => (props.person ? focusAfterPerson() : personInput.focus()))
  const focusAfterPerson = () =>
    form
      .querySelector<HTMLElement>(
        paper().channel === 'self' ? 'textarea[name=reason]' : 'input[name=nominator]',
      )
      ?.focus()
  return (
    <form
      ref={form}
      class="card nominate-form"
      novalidate
      aria-label={t().nominate.form}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <KeptFields
        rounds={props.rounds}
        round={chosen()}
        setRound={(id) => {
          setRound(id)
          keep()
        }}
        paper={paper()}
        set={set}
        error={errorAt('village')}
      />
      <div class="paper-fields">
        <Show when={isRestored() && keeping.state() !== 'moved'}>
          <p class="note row wrap" role="status">
            <span>{t().nominate.draft.restored}</span>
            <button type="button" class="button slim push" onClick={() => void clear()}>
              {t().nominate.draft.clear}
            </button>
          </p>
        </Show>
        <Show when={keeping.state() === 'moved'}>
          <div class="note missed row wrap" role="alert">
            <span>{t().nominate.draft.moved}</span>
            <span class="row wrap push">
              <button type="button" class="button slim" onClick={() => props.reload()}>
                {t().nominate.draft.readLatest}
              </button>
              <button type="button" class="button slim" onClick={() => void asNew()}>
                {t().nominate.draft.asNew}
              </button>
            </span>
          </div>
        </Show>
        <Refusal problem={sending.problem()} fields={[...FIELDS, 'talent']} />
        <PersonBox
          person={paper().person}
          choose={(person) => set({ person })}
          error={errorAt('person')}
          back={location.pathname}
          take={(input) => {
            personInput = input
          }}
          onTaken={focusAfterPerson}
        />
        <PaperFields paper={paper()} set={set} errorAt={errorAt} submit={submit} />
      </div>
      <div class="nominate-foot">
        <button type="submit" class="button primary tall" aria-disabled={sending.isBusy()}>
          {sending.isBusy() ? t().nominate.submitting : t().nominate.submit}
        </button>
        <span class="hint desk-only">{t().nominate.keysText}</span>
        <span class="hint push" role="status">
          {keptText(keeping)}
        </span>
      </div>
    </form>
  )
}

function keptText({ state, keptAt }: ReturnType<typeof createKeeping>): string {
  const at = keptAt()
  if (state() === 'kept' && at) return t().nominate.draft.kept(clockTime(new Date(at)).slice(-5))
  if (state() === 'failed') return t().nominate.draft.failed
  return state() === 'waiting' ? t().nominate.draft.waiting : ''
}

type Given = ReturnType<typeof bodyOf>
type Answer = { nomination: string; nominee: string; warnings: Latest['warnings'] }

/** As it will stand among the latest when the page is read again. */
function entryOf(body: Given, answer: Answer, person: Person): Latest {
  const { village, posts = [], channel, nominator } = body
  const isHome = village === person.homeVillage.code
  const name = isHome ? person.homeVillage.name : ''
  return {
    ...{ ...answer, talent: person.id, channel, nominator, posts },
    village: village === null ? null : { code: village, name },
    ...{ createdAt: new Date().toISOString(), isWithdrawn: false },
  }
}
