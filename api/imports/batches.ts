import { setImmediate } from 'node:timers/promises'

/** Requests that wait go first: a batch holds the event loop for no more than `AT_MOST_MS`. */
const AT_MOST_MS = 40
const [FEWEST, MOST] = [40, 500]

/** A request that came meanwhile is read, asked of the database and written down: a turn of the loop each. */
const TURNS = 3

export async function turn(): Promise<void> {
  for (let at = 0; at < TURNS; at++) await setImmediate()
}

/** As many at once as the time allows, which depends on the machine and on what is done with them. */
export function createPace(first = 100) {
  let size = first
  return {
    size: () => size,
    /** Rests as long as a turn of the loop, and learns from how long the batch took. */
    async after(startedAt: number): Promise<void> {
      const took = performance.now() - startedAt
      size = Math.round(Math.min(MOST, Math.max(FEWEST, size * Math.min(2, AT_MOST_MS / took))))
      await turn()
    },
  }
}

/** Works through a list in batches; stops between two of them when the signal says so. */
export async function inBatches<Item>(
  items: readonly Item[],
  signal: AbortSignal | undefined,
  work: (batch: Item[]) => Promise<void>,
): Promise<void> {
  const pace = createPace()
  for (let start = 0; start < items.length; ) {
    signal?.throwIfAborted()
    const startedAt = performance.now()
    const batch = items.slice(start, start + pace.size())
    await work(batch)
    start += batch.length
    await pace.after(startedAt)
  }
}
