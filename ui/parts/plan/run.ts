import { createEffect, createSignal, onCleanup } from 'solid-js'
import type { PlanAnswer, Tier } from '../../types.ts'
import type { Words } from '../../words/index.ts'

export type ProgressPoint = {
  objective: number | null
  bound: number | null
  misses: Record<Tier, number> | null
  elapsedSeconds: number
}
export type Progress = ProgressPoint & {
  phase: 'prepare' | 'price' | 'search' | 'prove' | 'explain'
}

/** Listens to a run while it lasts. `onEnd` is called once, whatever the end was. */
export function createRun(id: () => string, isOpen: () => boolean, onEnd: () => void) {
  const [events, setEvents] = createSignal<Progress[]>([])
  const [ahead, setAhead] = createSignal<number | null>(null)
  const [restarted, setRestarted] = createSignal<Words | null>(null)
  const [isLost, setLost] = createSignal(false)
  const clear = () => {
    setEvents([])
    setAhead(null)
    setRestarted(null)
  }
  createEffect(() => {
    const run = id()
    clear()
    if (!isOpen()) return
    const source = new EventSource(`/api/v1/plans/${encodeURIComponent(run)}/events`)
    const hear = <T>(event: string, take: (data: T) => void) =>
      source.addEventListener(event, ({ data }: MessageEvent<string>) => take(JSON.parse(data)))
    source.addEventListener('open', () => {
      setLost(false)
      // A connection begins with all that was told before.
      clear()
    })
    source.addEventListener('error', () => setLost(true))
    hear<{ ahead: number }>('waiting', (data) => setAhead(data.ahead))
    hear<{ words: Words }>('restarted', (data) => setRestarted(data.words))
    hear<Progress>('progress', (data) => setEvents((before) => [...before, data]))
    source.addEventListener('end', () => {
      source.close()
      onEnd()
    })
    onCleanup(() => source.close())
  })
  return { events, ahead, restarted, isLost }
}

/** How much better a plan could still be, as a fraction of the bound; null before there is one. */
export function gapOf({
  objective,
  bound,
}: Pick<ProgressPoint, 'objective' | 'bound'>): number | null {
  if (objective === null || bound === null || bound === 0) return null
  return Math.max(0, (bound - objective) / bound)
}

export const isOpen = (plan: PlanAnswer | null) =>
  plan?.status === 'queued' || plan?.status === 'running'
