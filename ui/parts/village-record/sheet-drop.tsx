import { createSignal, onCleanup, Show } from 'solid-js'
import { type ProblemDetails, problemOf } from '../../client.ts'
import type { EntryKind, SheetPreview } from '../../village-record.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { Icon } from '../icon.tsx'
import { Bar } from '../imports/bar.tsx'
import { previewSheet, refusalOf } from './sheet-upload.ts'

/** Takes a file by dragging or choosing, and says how far it is. */
export function SheetDrop(props: {
  kind: EntryKind
  begin: () => void
  take: (it: SheetPreview) => void
}) {
  const words = () => t().villageRecord.sheet
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
      const preview = await previewSheet(props.kind, file, tell, ending.signal)
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
            <p class="medium">{words().reading(now().name)}</p>
            <Bar label={words().reading(now().name)} share={now().share} />
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
          <span class="desk-only">{words().drop} </span>
          <button type="button" class="button primary" onClick={() => input.click()}>
            {words().choose}
          </button>
        </p>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv"
          aria-label={words().choose}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </div>
    </>
  )
}
