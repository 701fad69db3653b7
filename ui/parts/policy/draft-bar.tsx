import { createSignal, Show } from 'solid-js'
import { dayAndTime } from '../../format.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { Icon } from '../icon.tsx'
import type { PolicyDraft } from './draft.ts'

/** Whether what is typed is kept, how much differs, and what must be mended. */
export function DraftBar(props: { draft: PolicyDraft; say: (text: string | null) => void }) {
  const [isAsking, setAsking] = createSignal(false)
  const changes = () => props.draft.changes().length
  const faults = () => props.draft.errors().length
  return (
    <>
      <Show when={props.draft.keeping() === 'moved'}>
        <Moved draft={props.draft} />
      </Show>
      <div class="draft-bar">
        <span class="hint" role="status">
          {stateOf(props.draft)}
        </span>
        <Show when={changes() > 0}>
          <span class="pill accent">{t().policy.draft.changes(changes())}</span>
        </Show>
        <Show when={faults() > 0}>
          <span class="pill missed">
            <i class="mark missed" aria-hidden="true" />
            {t().policy.draft.faults(faults())}
          </span>
        </Show>
        <Show when={props.draft.keptAt()}>
          <button type="button" class="link-button push" onClick={() => setAsking(true)}>
            {t().policy.draft.drop}
          </button>
        </Show>
      </div>
      <Ask
        isOpen={isAsking()}
        close={() => setAsking(false)}
        title={t().policy.draft.dropTitle}
        verb={t().policy.draft.drop}
        isDangerous
        act={async () => {
          await props.draft.discard()
          props.say(t().policy.draft.dropped)
        }}
      >
        <p>{t().policy.draft.dropEffect(changes())}</p>
      </Ask>
    </>
  )
}

function Moved(props: { draft: PolicyDraft }) {
  return (
    <div class="note missed" role="alert">
      <Icon name="warning" />
      <div class="form">
        <p>{t().policy.draft.moved}</p>
        <div class="row wrap">
          <button type="button" class="button slim" onClick={() => void props.draft.readLatest()}>
            {t().policy.draft.readLatest}
          </button>
          <button type="button" class="button slim" onClick={() => void props.draft.keepThis()}>
            {t().policy.draft.keepThis}
          </button>
        </div>
      </div>
    </div>
  )
}

function stateOf(draft: PolicyDraft): string {
  const words = t().policy.draft
  const keeping = draft.keeping()
  if (keeping === 'waiting') return words.waiting
  if (keeping === 'failed') return words.failed
  const keptAt = draft.keptAt()
  return keptAt === null ? words.none : words.kept(dayAndTime(keptAt))
}
