import { useAction } from '@solidjs/router'
import { createSignal, Show, Suspense } from 'solid-js'
import { isOfType } from '../../client.ts'
import { dayAndTime } from '../../format.ts'
import { notesOf, putNotes, removeNotes } from '../../mentoring.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { TextArea } from '../talent/text-area.tsx'
import { FromServer } from './needs-network.tsx'
import { sayText } from './said.ts'

type Notes = Awaited<ReturnType<typeof notesOf>>

/** What the mentor keeps for themselves, apart from what the person reads. */
export function NotesCard(props: { talent: string }) {
  return (
    <section class="card notes-card" aria-labelledby="notes-title">
      <div class="card-head">
        <h2 id="notes-title">
          <Icon name="lock" /> {t().mentoring.notes.title}
        </h2>
      </div>
      <Suspense fallback={<p class="hint card-body">{t().shell.loading}</p>}>
        <Show when={props.talent} keyed>
          {(talent) => (
            <FromServer read={() => notesOf(talent)}>
              {(notes) => <NotesForm talent={talent} notes={notes()} />}
            </FromServer>
          )}
        </Show>
      </Suspense>
    </section>
  )
}

function NotesForm(props: { talent: string; notes: Notes }) {
  const words = () => t().mentoring.notes
  const [text, setText] = createSignal(props.notes.text)
  const [isAsking, setAsking] = createSignal(false)
  const put = useAction(putNotes)
  const remove = useAction(removeNotes)
  const saving = createSending(async () => {
    await put(props.talent, props.notes.revision, text().trim())
    sayText(words().saved)
  })
  const isSame = () => text().trim() === props.notes.text || text().trim() === ''
  const problem = () => {
    const found = saving.problem()
    return found && isOfType(found, 'changed') ? { ...found, detail: words().stale } : found
  }
  return (
    <form
      class="card-body form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSame()) void saving.start()
      }}
    >
      <TextArea
        label={words().label}
        hint={words().hint}
        name="notes"
        rows={3}
        maxlength={4000}
        value={text()}
        set={setText}
      />
      <Refusal problem={problem()} />
      <div class="row wrap">
        <Show when={props.notes.revision > 0 && props.notes.updatedAt}>
          {(at) => <span class="hint">{words().updated(dayAndTime(at()).slice(0, 10))}</span>}
        </Show>
        <Show when={props.notes.revision > 0}>
          <button type="button" class="link-button push" onClick={() => setAsking(true)}>
            {words().remove}
          </button>
        </Show>
        <button
          type="submit"
          class="button push"
          disabled={isSame()}
          aria-disabled={saving.isBusy() ? 'true' : undefined}
        >
          {saving.isBusy() ? words().saving : words().save}
        </button>
      </div>
      <Ask
        isOpen={isAsking()}
        close={() => setAsking(false)}
        title={words().removeTitle}
        verb={words().remove}
        isDangerous
        stale={words().stale}
        act={async () => {
          await remove(props.talent, props.notes.revision)
          setText('')
          sayText(words().removed)
        }}
      >
        <p class="second">{words().removeText}</p>
      </Ask>
    </form>
  )
}
