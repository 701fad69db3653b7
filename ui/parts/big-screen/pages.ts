import { createSignal, onCleanup } from 'solid-js'
import type { Overview } from '../../overview.ts'
import { linesOf } from '../overview/structure-card.tsx'

export type PageId =
  | 'readiness'
  | 'townships'
  | 'worst'
  | 'lists'
  | 'gaps'
  | 'structure'
  | 'schedule'
/** `from`: the first township of a page that does not hold all. */
export type Page = { id: PageId; from: number }

/** Lines that are read from the last row of a meeting room. */
export const LINES = 8
/** How long a page stands. */
const TURN_MS = 15_000

/** What there is to show; a page without anything on it is left out. */
export function pagesOf(overview: Overview): Page[] {
  const sheets = Math.ceil(overview.townships.length / LINES)
  const of = (id: PageId, has = true): Page[] => (has ? [{ id, from: 0 }] : [])
  return [
    ...of('readiness'),
    ...Array.from({ length: sheets }, (_, at): Page => ({ id: 'townships', from: at * LINES })),
    ...of('worst', overview.worst.length > 0),
    ...of('lists', overview.total.counted > 0),
    ...of('gaps', overview.gaps.length > 0),
    ...of('structure', linesOf(overview).length > 0),
    ...of('schedule', overview.schedule !== null),
  ]
}

/** Turns by itself; whoever turns by hand gives the page its whole time again. */
export function createTurning(count: () => number) {
  const [at, setAt] = createSignal(0)
  const [isPaused, setPaused] = createSignal(false)
  let timer: ReturnType<typeof setInterval> | undefined
  const turn = (by: number) => setAt((now) => (now + by + count()) % count())
  const begin = () => {
    clearInterval(timer)
    if (!isPaused()) timer = setInterval(() => turn(1), TURN_MS)
  }
  const by = (step: number) => () => {
    turn(step)
    begin()
  }
  const pause = () => {
    setPaused((now) => !now)
    begin()
  }
  begin()
  onCleanup(() => clearInterval(timer))
  return { at, isPaused, next: by(1), back: by(-1), pause }
}
