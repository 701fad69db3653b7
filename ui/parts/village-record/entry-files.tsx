import { revalidate, useAction } from '@solidjs/router'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { api, type ProblemDetails, problemOf } from '../../client.ts'
import { type RecordEntry, recordOf, removeFile, restoreFile } from '../../village-record.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { sendFile } from '../send-file.ts'

type Given = {
  entry: RecordEntry
  village: string
  mayWrite: boolean
  say: (text: string) => void
}

/** Papers of an entry: opened, added, removed and brought back. */
export function EntryFiles(props: Given) {
  const words = () => t().villageRecord.files
  const [sendingName, setSendingName] = createSignal<string | null>(null)
  const [problem, setProblem] = createSignal<ProblemDetails | null>(null)
  const [removed, setRemoved] = createSignal<{ id: string; name: string } | null>(null)
  const removing = createSending(useAction(removeFile))
  const restoring = createSending(useAction(restoreFile))
  const ending = new AbortController()
  let input!: HTMLInputElement
  onCleanup(() => ending.abort())
  async function add(file: File | undefined) {
    if (!file || sendingName() !== null) return
    setProblem(null)
    setSendingName(file.name)
    try {
      await send(props.entry.id, file, ending.signal)
      await revalidate(recordOf.keyFor(props.village))
    } catch (error) {
      if (!ending.signal.aborted) setProblem(problemOf(error))
    } finally {
      setSendingName(null)
    }
  }
  async function remove(file: { id: string; name: string }) {
    if (await removing.start(props.village, file.id)) setRemoved(file)
  }
  async function restore(file: { id: string }) {
    if (await restoring.start(props.village, file.id)) setRemoved(null)
  }
  return (
    <div class="record-files">
      <For each={props.entry.files}>
        {(file) => (
          <span class="record-file">
            <Icon name={file.media === 'application/pdf' ? 'paper' : 'picture'} />
            <a href={`/api/v1/village-files/${file.id}`} target="_blank" rel="noopener">
              {file.name}
            </a>
            <Show when={props.mayWrite}>
              <button
                type="button"
                class="button plain icon-only"
                aria-label={words().remove(file.name)}
                onClick={() => void remove({ id: file.id, name: file.name })}
              >
                <Icon name="close" />
              </button>
            </Show>
          </span>
        )}
      </For>
      <Show when={props.mayWrite}>
        <button type="button" class="button plain slim" onClick={() => input.click()}>
          <Icon name="plus" />
          {words().add}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          accept="image/jpeg,image/png,application/pdf"
          aria-label={words().add}
          onChange={(event) => {
            void add(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </Show>
      <span role="status">
        <Show when={sendingName()}>{(name) => words().sending(name())}</Show>
        <Show when={removed()}>
          {(file) => (
            <>
              {words().removed(file().name)}{' '}
              <button type="button" class="button slim" onClick={() => void restore(file())}>
                {words().undo}
              </button>
            </>
          )}
        </Show>
      </span>
      <Refusal problem={problem() ?? removing.problem() ?? restoring.problem()} />
    </div>
  )
}

function send(id: string, file: File, signal: AbortSignal) {
  const path = api['village-entries'][':id'].files.$path({
    param: { id },
    query: { name: file.name },
  })
  const way = { onProgress: () => {}, signal, failed: t().villageRecord.files.failed }
  return sendFile(path, file, way)
}
