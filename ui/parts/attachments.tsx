import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { type Attachment, removeAttachment, restoreAttachment } from '../papers.ts'
import { t } from '../words/index.ts'
import { Refusal } from './account/notices.tsx'
import { createSending } from './account/sending.ts'
import { AddFiles } from './attachments/add-files.tsx'
import { AttachmentRow } from './attachments/row.tsx'
import { createUploads } from './attachments/sending.ts'
import { SendingRow } from './attachments/sending-row.tsx'
import { MOST_FILES } from './attachments/sizes.ts'
import { Icon } from './icon.tsx'

/** Papers of a nominee: looked at, added by choosing, dragging or the camera, and removed as long as one may write. */
export function Attachments(props: {
  nominee: string
  items: Attachment[]
  mayWrite: boolean
  onChanged: () => void
}) {
  const [done, setDone] = createSignal<string | null>(null)
  const [removed, setRemoved] = createSignal<Attachment | null>(null)
  const tell = (text: string) => {
    setRemoved(null)
    setDone(text)
    props.onChanged()
  }
  const uploads = createUploads(
    () => props.nominee,
    ({ attachment: { name }, isNew }) =>
      tell(isNew ? t().papers.added(name) : t().papers.same(name)),
  )
  const removing = createSending(useAction(removeAttachment))
  const restoring = createSending(useAction(restoreAttachment))
  async function remove(item: Attachment) {
    restoring.clear()
    if (!(await removing.start(item.id))) return
    setDone(null)
    setRemoved(item)
    props.onChanged()
  }
  async function restore(item: Attachment) {
    if (await restoring.start(item.id)) tell(t().papers.restored(item.name))
  }
  const isFull = () => props.items.length >= MOST_FILES
  return (
    <section class="card papers" aria-labelledby="papers-title">
      <div class="card-head">
        <h2 id="papers-title">{t().papers.title}</h2>
        <Show when={props.items.length > 0}>
          <span class="hint">{t().papers.count(props.items.length)}</span>
        </Show>
        <Show when={props.mayWrite}>
          <span class="push" />
          <AddFiles isFull={isFull()} add={uploads.add} />
        </Show>
      </div>
      <div class="card-body form">
        <Show when={props.mayWrite}>
          <p class="hint">{isFull() ? t().papers.full : t().papers.hint}</p>
        </Show>
        <Refusal problem={removing.problem() ?? restoring.problem()} />
        <Told
          text={done()}
          removed={removed()}
          isBusy={restoring.isBusy()}
          restore={(item) => void restore(item)}
        />
        <Show
          when={props.items.length > 0 || uploads.files.length > 0}
          fallback={<NoPapers {...props} />}
        >
          <ul class="paper-list">
            <For each={props.items}>
              {(item) => (
                <AttachmentRow
                  item={item}
                  isBusy={removing.isBusy()}
                  remove={props.mayWrite ? () => void remove(item) : undefined}
                />
              )}
            </For>
            <For each={uploads.files}>
              {(one) => <SendingRow sending={one} again={() => uploads.again(one.key)} />}
            </For>
          </ul>
        </Show>
      </div>
    </section>
  )
}

/** What was done, with the way back from a removal beside it. */
function Told(props: {
  text: string | null
  removed: Attachment | null
  isBusy: boolean
  restore: (item: Attachment) => void
}) {
  return (
    <div role="status">
      <Show when={props.removed}>
        {(item) => (
          <p class="note done">
            <Icon name="check" />
            <span>{t().papers.removed(item().name)}</span>
            <button
              type="button"
              class="link-button push nowrap"
              aria-disabled={props.isBusy}
              onClick={() => props.restore(item())}
            >
              {t().papers.undo}
            </button>
          </p>
        )}
      </Show>
      <Show when={!props.removed && props.text}>
        <p class="note done">
          <Icon name="check" />
          <span>{props.text}</span>
        </p>
      </Show>
    </div>
  )
}

function NoPapers(props: { mayWrite: boolean }) {
  return (
    <p class="paper-none">
      <b>{t().papers.empty}</b>{' '}
      <span class="hint">{props.mayWrite ? t().papers.emptyText : t().papers.emptyRead}</span>
    </p>
  )
}
