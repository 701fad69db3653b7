import { useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { fileAddress, type Paper, removePaper } from '../../exports.ts'
import { say, t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { Mark, type State } from '../mark.tsx'
import { createPaperProgress } from './progress.ts'

const MARKS: Record<Paper['state'], State> = {
  waiting: 'unknown',
  working: 'weak',
  done: 'met',
  failed: 'missed',
  cancelled: 'unknown',
}

/** One paper: how far it is, and its file once there is one. */
export function PaperRow(props: { paper: Paper; reload: () => void }) {
  const words = () => t().exportPages
  const remove = useAction(removePaper)
  const sending = createSending(() => remove(props.paper.id))
  const isMoving = () => props.paper.state === 'waiting' || props.paper.state === 'working'
  const [isTaken, setTaken] = createSignal(false)
  const progress = createPaperProgress(
    () => props.paper.id,
    isMoving,
    () => props.reload(),
  )
  const done = () => progress()?.done ?? props.paper.done
  const total = () => progress()?.total ?? props.paper.total
  return (
    <li class="export-row">
      <div class="export-name">
        <span class="medium">{props.paper.name}</span>
        <span class="hint">
          {[timeOf(props.paper.askedAt), props.paper.purpose].join(t().separator)}
        </span>
      </div>
      <div class="export-state" role="status">
        <span class="row">
          <Mark state={MARKS[props.paper.state]} />
          {words().states[props.paper.state]}
          <Show when={props.paper.state === 'done'}>
            <span class="hint">{words().size(sizeOf(props.paper.bytes))}</span>
          </Show>
        </span>
        <Show when={isMoving()}>
          <span class="row">
            <progress
              max={Math.max(1, total())}
              value={done()}
              aria-label={words().progressOf(props.paper.name)}
            />
            <span class="hint">{words().progress(done(), total())}</span>
          </span>
        </Show>
        <Show when={props.paper.problem}>
          {(problem) => <span class="hint">{say(problem())}</span>}
        </Show>
        <Show when={isTaken() && !props.paper.canTake}>
          <span class="hint">{words().taken}</span>
        </Show>
        <Refusal problem={sending.problem()} />
      </div>
      <div class="row push">
        <Show when={props.paper.canTake}>
          <a
            class="button"
            classList={{ primary: props.paper.state === 'done' }}
            href={fileAddress(props.paper.id)}
            download={props.paper.name}
            aria-label={words().downloadOf(props.paper.name)}
            onClick={() => setTaken(true)}
          >
            <Icon name="download" />
            {words().download}
          </a>
        </Show>
        <button
          type="button"
          class="button"
          aria-disabled={sending.isBusy()}
          aria-label={(isMoving() ? words().cancelOf : words().removeOf)(props.paper.name)}
          onClick={() => void sending.start()}
        >
          {isMoving() ? words().cancel : words().remove}
        </button>
      </div>
    </li>
  )
}

const timeOf = (instant: string) =>
  new Date(instant).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' })

/** In KB, one at least. */
const sizeOf = (bytes: number) => String(Math.max(1, Math.round(bytes / 1024)))
