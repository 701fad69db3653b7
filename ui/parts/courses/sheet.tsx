import { createSignal, onCleanup, Show } from 'solid-js'
import { type ProblemDetails, problemOf } from '../../client.ts'
import type { Course, SheetPreview } from '../../courses.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { Bar } from '../imports/bar.tsx'
import { saveSheet } from './save-file.ts'
import { SheetCheck } from './sheet-check.tsx'
import { previewSheet, refusalOf } from './sheet-upload.ts'

/** A course by spreadsheet: out, in again, looked through, and only then written. */
export function Sheet(props: { course: Course; say: (text: string | null) => void }) {
  const [preview, setPreview] = createSignal<SheetPreview | null>(null)
  return (
    <Show
      when={preview()}
      keyed
      fallback={<Steps course={props.course} take={setPreview} begin={() => props.say(null)} />}
    >
      {(known) => (
        <SheetCheck
          course={props.course}
          preview={known}
          again={() => setPreview(null)}
          done={(said) => {
            setPreview(null)
            props.say(said)
          }}
        />
      )}
    </Show>
  )
}

function Steps(props: {
  course: Course
  begin: () => void
  take: (preview: SheetPreview) => void
}) {
  const words = () => t().courses.sheet
  const saving = createSending(() => saveSheet(props.course.id))
  return (
    <ol class="course-steps">
      <li>
        <h2>{words().step1}</h2>
        <p class="second">{words().step1Text}</p>
        <Refusal problem={saving.problem()} />
        <button
          type="button"
          class="button"
          aria-disabled={saving.isBusy()}
          onClick={() => void saving.start()}
        >
          <Icon name="download" />
          {saving.isBusy() ? words().downloading : words().download}
        </button>
      </li>
      <li>
        <h2>{words().step2}</h2>
        <p class="second">{words().step2Text}</p>
        <Drop {...props} />
      </li>
    </ol>
  )
}

function Drop(props: { course: Course; begin: () => void; take: (it: SheetPreview) => void }) {
  const [isOver, setOver] = createSignal(false)
  const [sending, setSending] = createSignal<{ name: string; share: number } | null>(null)
  const [problem, setProblem] = createSignal<ProblemDetails | null>(null)
  const [wrong, setWrong] = createSignal<string | null>(null)
  const ending = new AbortController()
  let input!: HTMLInputElement
  onCleanup(() => ending.abort())
  async function take(file: File | undefined) {
    if (!file || sending()) return
    props.begin()
    setProblem(null)
    setWrong(refusalOf(file))
    if (wrong()) return
    const tell = (share: number) => setSending({ name: file.name, share })
    tell(0)
    try {
      const preview = await previewSheet(props.course.id, file, tell, ending.signal)
      setSending(null)
      props.take(preview)
    } catch (error) {
      setSending(null)
      if (!ending.signal.aborted) setProblem(problemOf(error))
    }
  }
  return (
    <>
      <Show when={wrong()}>
        {(text) => (
          <p class="note missed" role="alert">
            <Icon name="warning" />
            <span>{text()}</span>
          </p>
        )}
      </Show>
      <Refusal problem={problem()} />
      <Show when={sending()}>
        {(now) => (
          <div class="drop" role="status">
            <p class="medium">{t().courses.sheet.reading(now().name)}</p>
            <Bar label={t().courses.sheet.reading(now().name)} share={now().share} />
          </div>
        )}
      </Show>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is one way; the button is the other */}
      <div
        class="drop"
        classList={{ over: isOver() }}
        hidden={sending() !== null}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void take(event.dataTransfer?.files[0])
        }}
      >
        <Icon name="upload" />
        <p class="drop-line">
          <span class="desk-only">{t().courses.sheet.drop} </span>
          <button type="button" class="button primary" onClick={() => input.click()}>
            {t().courses.sheet.choose}
          </button>
        </p>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv"
          aria-label={t().courses.sheet.choose}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </div>
    </>
  )
}
