import { revalidate } from '@solidjs/router'
import { createSignal, onCleanup, Show } from 'solid-js'
import { effectOf } from '../../growth.ts'
import { cultivatedOf, mentoringOf, notesOf, recordsOf } from '../../mentoring.ts'
import { isLasting, unsent } from '../../offline/entries.ts'
import { leavingQuestion } from '../../offline/leaving.ts'
import { afterSending, send } from '../../offline/sending.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'

/** What pages of a mentor read; what failed without a network is remembered as failed until it is asked for anew. */
const READ = [mentoringOf, recordsOf, cultivatedOf, notesOf, effectOf].map(({ key }) => key)

/** What a mentor meets on every page: that there is no network, and the question before entries are lost. */
export function MentorFrame() {
  afterSending(() => void revalidate([mentoringOf.key, recordsOf.key], false))
  warnBeforeClosing()
  return (
    <>
      <OfflineState />
      <LeaveAsk />
    </>
  )
}

function OfflineState() {
  const isOnline = createOnline()
  return (
    <Show when={!isOnline()}>
      <div class="note weak" role="status">
        <Icon name="offline" />
        <span>
          <b>{t().mentoring.offline.title}</b>
          {isLasting() ? t().mentoring.offline.text(unsent()) : t().mentoring.offline.textOnPage}
        </span>
        <button type="button" class="link-button push nowrap" onClick={() => void retry()}>
          {t().problem.retry}
        </button>
      </div>
    </Show>
  )
}

async function retry() {
  await send()
  await revalidate([mentoringOf.key, recordsOf.key])
}

/** Back on the network what was read before is out of date. */
function createOnline(): () => boolean {
  const [isOnline, setOnline] = createSignal(navigator.onLine)
  const update = () => {
    setOnline(navigator.onLine)
    if (navigator.onLine) void revalidate(READ)
  }
  addEventListener('online', update)
  addEventListener('offline', update)
  onCleanup(() => {
    removeEventListener('online', update)
    removeEventListener('offline', update)
  })
  return isOnline
}

/** Where nothing lasts, closing the page would lose what was not sent. */
function warnBeforeClosing() {
  const warn = (event: BeforeUnloadEvent) => !isLasting() && unsent() > 0 && event.preventDefault()
  addEventListener('beforeunload', warn)
  onCleanup(() => removeEventListener('beforeunload', warn))
}

function LeaveAsk() {
  const words = () => t().mentoring.leave
  return (
    <Show when={leavingQuestion()}>
      {(question) => (
        <Panel
          isOpen
          onClose={() => question().answer(false)}
          title={words().title(question().count)}
          footer={
            <>
              <button type="button" class="button danger" onClick={() => question().answer(true)}>
                {words().go}
              </button>
              <button
                type="button"
                class="button primary push"
                onClick={() => question().answer(false)}
              >
                {words().stay}
              </button>
            </>
          }
        >
          <p>{words().text}</p>
        </Panel>
      )}
    </Show>
  )
}
