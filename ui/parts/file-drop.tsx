import { createSignal, Show } from 'solid-js'
import type { ProblemDetails } from '../client.ts'
import { wholePercent } from '../format.ts'
import { t } from '../words/index.ts'
import { Refusal } from './account/notices.tsx'
import { Icon } from './icon.tsx'
import { Bar } from './imports/bar.tsx'

/** What is being done with files: how far it is, from 0 to 1, and how to end it where it can be ended. */
export type Progress = { said: string; share: number; stop?: () => void }

/** A place to drop files or to choose them; what is being done with them stands there meanwhile. */
export function FileDrop(props: {
  words: { drop: string; choose: string }
  /** Endings of names, as an input of the browser asks for them. */
  accept: string
  isMany?: boolean
  hint?: string | undefined
  /** Why files are not even sent. */
  wrong: string | null
  problem: ProblemDetails | null
  progress: Progress | null
  take: (files: File[]) => void
}) {
  const [isOver, setOver] = createSignal(false)
  let input!: HTMLInputElement
  const take = (list: FileList | null | undefined) => props.take([...(list ?? [])])
  return (
    <>
      <Show when={props.wrong}>
        {(text) => (
          <p class="note missed" role="alert">
            <Icon name="warning" />
            <span>{text()}</span>
          </p>
        )}
      </Show>
      <Refusal problem={props.problem} />
      <Show when={props.progress}>{(now) => <Underway {...now()} />}</Show>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is one way; the button is the other */}
      <div
        class="drop"
        classList={{ over: isOver() }}
        hidden={props.progress !== null}
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
          <span class="desk-only">{props.words.drop} </span>
          <button type="button" class="button primary" onClick={() => input.click()}>
            {props.words.choose}
          </button>
        </p>
        <Show when={props.hint}>{(hint) => <p class="hint">{hint()}</p>}</Show>
        <input
          ref={input}
          type="file"
          hidden
          multiple={props.isMany ?? false}
          accept={props.accept}
          aria-label={props.words.choose}
          onChange={(event) => {
            take(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
      </div>
    </>
  )
}

function Underway(props: Progress) {
  return (
    <div class="drop" role="status">
      <p class="medium">{props.said}</p>
      <Bar label={props.said} share={props.share} />
      <Show when={props.stop}>
        {(stop) => (
          <>
            <p class="hint">{t().imports.start.sent(wholePercent(props.share))}</p>
            <button type="button" class="button" onClick={() => stop()()}>
              <Icon name="stop" />
              {t().imports.start.cancel}
            </button>
          </>
        )}
      </Show>
    </div>
  )
}
