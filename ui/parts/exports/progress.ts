import { createEffect, createSignal, onCleanup } from 'solid-js'

type Progress = { done: number; total: number }

/** Listens while a paper is made; `onEnd` is called once when it is made, failed or cancelled. */
export function createPaperProgress(
  id: () => string | null,
  isMoving: () => boolean,
  onEnd: () => void,
) {
  const [last, setLast] = createSignal<Progress | null>(null)
  createEffect(() => {
    const paper = id()
    if (paper === null || !isMoving()) return
    const source = new EventSource(`/api/v1/papers/${encodeURIComponent(paper)}/events`)
    source.addEventListener('progress', ({ data }: MessageEvent<string>) =>
      setLast(JSON.parse(data) as Progress),
    )
    source.addEventListener('end', () => {
      source.close()
      onEnd()
    })
    // A restart forgets papers: the list says so.
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) onEnd()
    })
    onCleanup(() => source.close())
  })
  return last
}
