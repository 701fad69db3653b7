import { createSignal, Show } from 'solid-js'
import {
  type FormFile,
  type FormReading,
  MOST_FORMS,
  pairsOf,
  readForms,
} from '../../appointment-forms.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { Bar } from '../imports/bar.tsx'

/** Takes files by dragging or choosing, reads them some at a time and shows how far it is. */
export function DropForms(props: { told: (file: FormFile, reading: FormReading) => void }) {
  const words = () => t().appointmentForms
  const [isOver, setOver] = createSignal(false)
  const [wrong, setWrong] = createSignal<string | null>(null)
  const [progress, setProgress] = createSignal({ done: 0, total: 0 })
  let input!: HTMLInputElement
  const sending = createSending(async (files: FormFile[]) => {
    setProgress({ done: 0, total: files.length })
    await readForms(files, (file, reading) => {
      setProgress(({ done, total }) => ({ done: done + 1, total }))
      props.told(file, reading)
    })
  })
  function take(list: FileList | null | undefined) {
    const files = pairsOf([...(list ?? [])])
    setWrong(null)
    if (list && list.length > 0 && files.length === 0) setWrong(words().noForms)
    else if (files.length > MOST_FORMS) setWrong(words().tooMany(MOST_FORMS))
    else if (files.length > 0) void sending.start(files)
  }
  const share = () => progress().done / Math.max(1, progress().total)
  const said = () => words().reading(progress().done, progress().total)
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
      <Refusal problem={sending.problem()} />
      <Show when={sending.isBusy()}>
        <div class="drop" role="status">
          <p class="medium">{said()}</p>
          <Bar label={said()} share={share()} />
        </div>
      </Show>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is one way; the button is the other */}
      <div
        class="drop"
        classList={{ over: isOver() }}
        hidden={sending.isBusy()}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer?.files)
        }}
      >
        <Icon name="upload" />
        <p class="drop-line">
          <span class="desk-only">{words().drop} </span>
          <button type="button" class="button primary" onClick={() => input.click()}>
            {words().choose}
          </button>
        </p>
        <p class="hint">{words().accepts}</p>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept=".lrmx,.lrm,.pic"
          aria-label={words().choose}
          onChange={(event) => {
            take(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
      </div>
    </>
  )
}
