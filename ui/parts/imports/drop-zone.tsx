import { createSignal, onCleanup, Show } from 'solid-js'
import { type ProblemDetails, problemOf } from '../../client.ts'
import { wholePercent } from '../../format.ts'
import type { ImportKind } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { Icon } from '../icon.tsx'
import { Bar } from './bar.tsx'
import { refusalOf, upload } from './upload.ts'

type Sending = { name: string; share: number; stop: () => void }

/** Takes a file by dragging or by choosing, and shows how much of it is sent. */
export function DropZone(props: { kind: ImportKind; begun: (id: string) => void }) {
  const [isOver, setOver] = createSignal(false)
  const [sending, setSending] = createSignal<Sending | null>(null)
  const [problem, setProblem] = createSignal<ProblemDetails | null>(null)
  const [wrong, setWrong] = createSignal<string | null>(null)
  let input!: HTMLInputElement
  onCleanup(() => sending()?.stop())

  async function take(file: File | undefined) {
    if (!file || sending()) return
    setProblem(null)
    setWrong(refusalOf(file))
    if (wrong()) return
    const ending = new AbortController()
    const tell = (share: number) =>
      setSending({ name: file.name, share, stop: () => ending.abort() })
    tell(0)
    try {
      const id = await upload(props.kind, file, tell, ending.signal)
      setSending(null)
      props.begun(id)
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
      <Show when={sending()} fallback={null}>
        {(now) => <Uploading {...now()} />}
      </Show>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is one way; the button is the other */}
      <div
        class="drop"
        classList={{ over: isOver(), busy: sending() !== null }}
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
          <span class="desk-only">
            {t().imports.start.drop} {t().imports.start.or}{' '}
          </span>
          <button type="button" class="button primary" onClick={() => input.click()}>
            {t().imports.start.choose}
          </button>
        </p>
        <p class="hint">
          {t().imports.start.accepts} {t().imports.start.legacy}
        </p>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv"
          aria-label={t().imports.start.choose}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </div>
    </>
  )
}

function Uploading(props: Sending) {
  return (
    <div class="drop" role="status">
      <p class="medium">{t().imports.start.sending(props.name)}</p>
      <Bar label={t().imports.start.sending(props.name)} share={props.share} />
      <p class="hint">{t().imports.start.sent(wholePercent(props.share))}</p>
      <button type="button" class="button" onClick={() => props.stop()}>
        <Icon name="stop" />
        {t().imports.start.cancel}
      </button>
    </div>
  )
}
