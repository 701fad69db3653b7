import { createEffect, createSignal, onCleanup } from 'solid-js'
import type { Tier } from '../../types.ts'

export type Progress = {
  phase: 'prepare' | 'price' | 'search' | 'prove' | 'explain'
  objective: number | null
  bound: number | null
  misses: Record<Tier, number> | null
  elapsedSeconds: number
}

/** What was heard of each run since the page was opened; a chart of a finished run stays readable. */
const heard = new Map<string, Progress[]>()

/** Listens to a run while it lasts. `onEnd` is called once, whatever the end was. */
export function createRun(id: () => string, isOpen: () => boolean, onEnd: () => void) {
  const [events, setEvents] = createSignal<Progress[]>([])
  const [isLost, setLost] = createSignal(false)
  createEffect(() => {
    const run = id()
    setEvents(heard.get(run) ?? [])
    if (!isOpen()) return
    const source = new EventSource(`/api/v1/plans/${encodeURIComponent(run)}/events`)
    source.addEventListener('open', () => setLost(false))
    source.addEventListener('error', () => setLost(true))
    source.addEventListener('progress', ({ data }: MessageEvent<string>) => {
      const list = [...(heard.get(run) ?? []), JSON.parse(data) as Progress]
      heard.set(run, list)
      setEvents(list)
    })
    source.addEventListener('end', () => {
      source.close()
      onEnd()
    })
    onCleanup(() => source.close())
  })
  return { events, isLost, last: () => events().at(-1) }
}

/** How much better a plan could still be, as a fraction of the bound; null before there is one. */
export function gapOf({ objective, bound }: Pick<Progress, 'objective' | 'bound'>): number | null {
  if (objective === null || bound === null || bound === 0) return null
  return Math.max(0, (bound - objective) / bound)
}
