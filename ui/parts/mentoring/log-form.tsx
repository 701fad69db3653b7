import { createEffect, createSignal, on, Show } from 'solid-js'
import { v7 as newId } from 'uuid'
import { problemOf } from '../../client.ts'
import { type MentoringHome, recordsOf } from '../../mentoring.ts'
import { personName } from '../../names.ts'
import { type Entry, putEntry, putPhoto } from '../../offline/entries.ts'
import { send, sendAgain, sendOne } from '../../offline/sending.ts'
import { canKeep } from '../../offline/shelf.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import {
  bodyOf,
  createDraft,
  type Draft,
  draftOfBody,
  type Field,
  faultsOf,
  forgetDraft,
  keepLast,
  lastOf,
  newDraft,
} from './draft.ts'
import { LogFields } from './log-fields.tsx'
import { saySaved } from './said.ts'

/** How long the page waits to say that it arrived, in milliseconds; it is kept all the same. */
const PATIENCE = 4000

/** A session in under a minute: the person, how, when, one sentence. Saving signs it. */
export function LogForm(props: {
  home: MentoringHome
  /** Whom the page is about. */
  talent: string | null
  /** What was being written about them. */
  kept: Draft | undefined
  /** Somebody else was chosen in the form. */
  onPerson?: (talent: string) => void
  /** One that the server refused, to be mended. */
  entry?: Entry | undefined
  onSaved: () => void
}) {
  const [isAsked, setAsked] = createSignal(false)
  const [hint, setHint] = createSignal<string | null>(
    props.kept ? t().mentoring.form.restored : null,
  )
  let form!: HTMLFormElement
  const begin = () => newDraft(props.home, props.talent)
  const draft = createDraft(
    props.entry ? draftOfBody(props.entry.body) : (props.kept ?? begin()),
    !props.entry,
  )
  followPerson(() => props.talent, draft.set)
  const faults = (): Partial<Record<Field, string>> => (isAsked() ? faultsOf(draft.value()) : {})
  const sending = createSending(() =>
    store(draft.value(), nameIn(props.home, draft.value().talent), props.entry),
  )
  const change = (part: Partial<Draft>) => {
    draft.set(part)
    if (part.talent) props.onPerson?.(part.talent)
  }
  async function submit() {
    setAsked(true)
    if (Object.keys(faultsOf(draft.value())).length > 0) return focusFault(form)
    if (!(await sending.start())) return
    setAsked(false)
    setHint(null)
    draft.restart({ ...begin(), talent: draft.value().talent })
    props.onSaved()
  }
  async function fillAsLast() {
    const last = await lastSession(props.home)
    if (!last) return setHint(t().mentoring.form.noLast)
    setHint(null)
    change(last)
  }
  return (
    <form
      ref={form}
      class="log-form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Show when={!props.entry}>
        <button type="button" class="button as-last" onClick={() => void fillAsLast()}>
          {t().mentoring.form.asLast}
        </button>
      </Show>
      <p class="hint log-hint" role="status">
        {hint()}
      </p>
      <Show when={!canKeep()}>
        <p class="note weak">
          <Icon name="warning" />
          <span>{t().mentoring.form.noKeeping}</span>
        </p>
      </Show>
      <LogFields home={props.home} draft={draft.value()} set={change} faults={faults()} />
      <Refusal problem={sending.problem()} />
      <div class="log-save">
        <button
          type="submit"
          class="button primary"
          aria-disabled={sending.isBusy() ? 'true' : undefined}
        >
          {sending.isBusy()
            ? t().mentoring.form.saving
            : props.entry
              ? t().mentoring.form.mendSave
              : t().mentoring.form.save}
        </button>
        <p class="hint">{canKeep() ? t().mentoring.form.offline : t().mentoring.form.signed}</p>
      </div>
    </form>
  )
}

/** Chosen in the list beside the form. */
function followPerson(talent: () => string | null, set: (change: Partial<Draft>) => void) {
  createEffect(on(talent, (id) => id && set({ talent: id }), { defer: true }))
}

export const nameIn = ({ mentees }: MentoringHome, id: string) =>
  personName(mentees.find(({ talent }) => talent.id === id)?.talent.name ?? '')

/** Keeps first and sends then, so that nothing is lost whatever the network does. */
async function store(draft: Draft, name: string, refused: Entry | undefined): Promise<void> {
  const body = bodyOf(draft, refused?.body.id)
  const entry = { body, name, why: null }
  try {
    if (!refused) await putEntry(entry)
    for (const [at, jpeg] of draft.photos.entries()) {
      const name = t().mentoring.form.photoName(body.heldOn, at + 1)
      await putPhoto({ id: newId(), session: body.id, name, jpeg, why: null })
    }
  } catch (error) {
    const title = t().mentoring.said.notStored
    throw new Error(title, { cause: { ...problemOf(error), type: 'not-kept', title, detail: '' } })
  }
  await Promise.all([keepLast(draft), forgetDraft(draft.talent)])
  const work = refused ? sendAgain(entry) : sendOne(body.id)
  await Promise.race([work, new Promise((done) => setTimeout(done, PATIENCE))])
  void send()
  saySaved({ id: body.id, name })
}

/** As this phone kept it, else as the server has it; without either, what is known of it. */
async function lastSession(home: MentoringHome): Promise<Partial<Draft> | null> {
  const isMentee = (id: string) => home.mentees.some(({ talent }) => talent.id === id)
  const kept = await lastOf()
  if (kept && isMentee(kept.talent)) return fillable(kept)
  const page = await recordsOf(null, null).catch(() => undefined)
  const found = page?.sessions.find((one) => one.takenBack === null && isMentee(one.talent))
  if (found) return fillable({ ...found, topic: found.topic.id })
  return home.last && isMentee(home.last.talent) ? home.last : null
}

const fillable = (last: Omit<Draft, 'heldOn' | 'nextOn' | 'aim' | 'dueOn' | 'photos'>) => {
  const { talent, way, topic, minutes, agreed, progress, seen } = last
  return { talent, way, topic, minutes, agreed, progress, seen }
}

function focusFault(form: HTMLFormElement): void {
  queueMicrotask(() => {
    const found = form.querySelector<HTMLElement>('[aria-invalid="true"], .tap-chips .field-error')
    const field = found?.closest('fieldset')?.querySelector('input') ?? found
    field?.focus()
  })
}
