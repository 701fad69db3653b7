import { createSignal, onCleanup, Show } from 'solid-js'
import { type ProblemDetails, problemOf } from '../../client.ts'
import { Refusal } from '../account/notices.tsx'
import { Icon } from '../icon.tsx'
import { Bar } from './bar.tsx'

/** As the page that takes the sheet says it. */
type Said = { drop: string; choose: string; reading: (name: string) => string }
type Tell = (share: number) => void

/** Takes a file by dragging or choosing, and says how far it is. */
export function SheetDrop<Preview>(props: {
  words: Said
  /** Why a file is not even sent; null when it may be. */
  refusalOf: (file: File) => string | null
  /** Sends it and answers what it would change; nothing is written. */
  preview: (file: File, tell: Tell, signal: AbortSignal) => Promise<Preview>
  begin: () => void
  take: (preview: Preview) => void
}) {
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
    setWrong(props.refusalOf(file))
    if (wrong()) return
    const tell = (share: number) => setSending({ name: file.name, share })
    tell(0)
    try {
      const preview = await props.preview(file, tell, ending.signal)
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
            <p class="medium">{props.words.reading(now().name)}</p>
            <Bar label={props.words.reading(now().name)} share={now().share} />
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
          <span class="desk-only">{props.words.drop} </span>
          <button type="button" class="button primary" onClick={() => input.click()}>
            {props.words.choose}
          </button>
        </p>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv"
          aria-label={props.words.choose}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </div>
    </>
  )
}
