import { createSignal, onCleanup } from 'solid-js'
import { v7 as newId } from 'uuid'
import { isOfType, problemOf } from '../../client.ts'
import { type DraftBody, dropDraft, keepDraft, type StoredDraft } from '../../nominate.ts'

/** Typing rests this long before the draft is kept. */
const REST_MS = 600
/** Without a connection it is tried again. */
const AGAIN_MS = 4000

export type Keeping = ReturnType<typeof createKeeping>

/**
 * What is typed is kept on the server under the id by which it will be handed in, one save after the other; another
 * window that kept or handed it in is noticed by its revision.
 */
export function createKeeping(stored: StoredDraft | undefined) {
  const [id, setId] = createSignal(stored?.id ?? newId())
  const [state, setState] = createSignal<'none' | 'waiting' | 'kept' | 'failed' | 'moved'>(
    stored ? 'kept' : 'none',
  )
  const [keptAt, setKeptAt] = createSignal(stored?.updatedAt ?? null)
  let revision = stored?.revision ?? null
  let waiting: DraftBody | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<void> = Promise.resolve()

  function write(body: DraftBody) {
    if (state() === 'moved') return
    waiting = body
    setState('waiting')
    later(REST_MS)
  }
  function later(wait: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), wait)
  }
  function flush(): Promise<void> {
    clearTimeout(timer)
    saving = saving.then(save)
    return saving
  }
  async function save() {
    const body = waiting
    if (body === null) return
    waiting = null
    try {
      const kept = await keepDraft(id(), body, revision)
      revision = kept.revision
      setKeptAt(kept.updatedAt)
      if (waiting === null) setState('kept')
    } catch (error) {
      const problem = problemOf(error)
      const isMoved = isOfType(problem, 'changed') || isOfType(problem, 'conflict')
      setState(isMoved ? 'moved' : 'failed')
      if (isMoved) return
      waiting ??= body
      later(AGAIN_MS)
    }
  }
  /** Begins another paper; what was waiting belongs to the one before. */
  async function begin() {
    clearTimeout(timer)
    waiting = null
    await saving
    revision = null
    setId(newId())
    setState('none')
    setKeptAt(null)
  }
  const warn = (event: BeforeUnloadEvent) => {
    if (waiting !== null) event.preventDefault()
  }
  window.addEventListener('beforeunload', warn)
  onCleanup(() => {
    window.removeEventListener('beforeunload', warn)
    void flush()
  })
  return {
    ...{ id, state, keptAt, write, flush, begin },
    /** Throws the draft away and begins anew. */
    discard: async () => {
      const old = id()
      const isStored = revision !== null
      await begin()
      if (isStored) await dropDraft(old).catch(() => {})
    },
  }
}
