import { revalidate } from '@solidjs/router'
import { createSignal, onCleanup } from 'solid-js'

/** At most one request in so many milliseconds, whatever number of villages changes. */
const PAUSE_MS = 1_000
/** An address that refused is asked again after so long; a connection that broke comes back by itself. */
const AGAIN_MS = 15_000

export type Counting = { done: number; total: number }

/** Reads anew what is on the screen when the standing of a village changed, and says whether it still listens. */
export function createLive(keys: string[]) {
  const [isLost, setLost] = createSignal(false)
  const [counting, setCounting] = createSignal<Counting | null>(null)
  const reading = createPaused(() => revalidate(keys))
  let source: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  const listen = () => {
    source = new EventSource('/api/v1/readiness/events')
    source.addEventListener('open', () => {
      if (isLost()) reading.ask()
      setLost(false)
    })
    source.addEventListener('standing', () => reading.ask())
    source.addEventListener('counting', ({ data }) => setCounting(countingIn(data)))
    source.addEventListener('error', () => {
      setLost(true)
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(listen, AGAIN_MS)
    })
  }
  const hush = () => {
    source?.close()
    clearTimeout(again)
  }
  // Browsers keep six connections to a server, whatever number of tabs: one that nobody looks at gives its own back.
  const follow = () => {
    hush()
    if (document.hidden) return
    listen()
    reading.ask()
  }
  if (!document.hidden) listen()
  document.addEventListener('visibilitychange', follow)
  onCleanup(() => {
    document.removeEventListener('visibilitychange', follow)
    hush()
    reading.end()
  })
  return { isLost, counting }
}

/** Acts at once and then not more often than the pause allows; what was asked meanwhile is done at its end. */
function createPaused(act: () => void) {
  let pause: ReturnType<typeof setTimeout> | undefined
  let isAsked = false
  const ask = () => {
    isAsked = true
    if (pause !== undefined) return
    isAsked = false
    act()
    pause = setTimeout(() => {
      pause = undefined
      if (isAsked) ask()
    }, PAUSE_MS)
  }
  return { ask, end: () => clearTimeout(pause) }
}

/** Null when all are counted. */
function countingIn(data: string): Counting | null {
  const { done, total } = JSON.parse(data) as Counting
  return done < total ? { done, total } : null
}
