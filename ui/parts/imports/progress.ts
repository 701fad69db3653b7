import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { ImportState } from '../../types.ts'

export type Progress = { state: ImportState; done: number; of: number }

/** States in which the server works on it and tells how far it is. */
export const isMoving = (state: ImportState) =>
  ['reading', 'checking', 'writing', 'undoing'].includes(state)

/** Listens while the server works. `onEnd` is called once for each piece of work, whatever its end was. */
export function createProgress(id: () => string, state: () => ImportState, onEnd: () => void) {
  const [last, setLast] = createSignal<Progress | null>(null)
  const [isLost, setLost] = createSignal(false)
  createEffect(
    on([id, state], ([id, state]) => {
      setLast(null)
      setLost(false)
      if (!isMoving(state)) return
      const source = new EventSource(`/api/v1/imports/${encodeURIComponent(id)}/events`)
      source.addEventListener('open', () => setLost(false))
      source.addEventListener('error', () => setLost(true))
      source.addEventListener('progress', ({ data }: MessageEvent<string>) =>
        setLast(JSON.parse(data) as Progress),
      )
      source.addEventListener('end', () => {
        source.close()
        onEnd()
      })
      onCleanup(() => source.close())
    }),
  )
  return { last, isLost }
}
