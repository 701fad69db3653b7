/** What a run has made and nobody has taken yet. */
export type Spool = {
  /** Kept from the first byte on; false once parts were taken and let go. */
  isWhole(): boolean
  bytes(): number
  /** Of them those that are kept now. */
  held(): number
  readers(): number
  /** Keeps a part; waits for somebody who takes it when there is too much. */
  push(part: Uint8Array): Promise<void>
  end(error?: unknown): void
  /** Parts from the first on, as they come; only while `isWhole`. `onLeft` is told when the reader took nothing for long. */
  read(onLeft?: () => void): AsyncGenerator<Uint8Array>
}

type Reader = { at: number }

const PATIENCE_MS = 60_000

/**
 * A file in memory while it is made: up to `most` bytes it may be read again and again; a larger one is read once, while
 * it is made, and what was read is let go. A reader who takes nothing for `patienceMs` is sent away.
 */
export function createSpool(most: number, patienceMs = PATIENCE_MS): Spool {
  const state = { parts: [] as Uint8Array[], base: 0, bytes: 0, held: 0, isEnded: false }
  const failure: { error?: unknown } = {}
  const readers = new Set<Reader>()
  let wake = Promise.withResolvers<void>()
  const rouse = () => {
    wake.resolve()
    wake = Promise.withResolvers()
  }
  const letGo = () => {
    const least = Math.min(...[...readers].map(({ at }) => at))
    while (state.held > most && state.base < least && state.parts.length > 0) {
      state.held -= state.parts.shift()!.length
      state.base += 1
    }
  }
  /** What was taken in part is of no use to anybody any more. */
  const letTornGo = () => {
    if (readers.size > 0 || state.base === 0) return
    Object.assign(state, { parts: [], held: 0 })
  }
  const isFull = () => {
    if (readers.size > 0) letGo()
    return state.held > most
  }
  return {
    isWhole: () => state.base === 0,
    bytes: () => state.bytes,
    held: () => state.held,
    readers: () => readers.size,
    async push(part) {
      state.parts.push(...slicesOf(part))
      state.bytes += part.length
      state.held += part.length
      rouse()
      while (!state.isEnded && isFull()) await wake.promise
    },
    end(error) {
      if (state.isEnded) return
      state.isEnded = true
      if (error !== undefined) failure.error = error
      rouse()
    },
    async *read(onLeft = () => {}) {
      const reader: Reader = { at: 0 }
      readers.add(reader)
      rouse()
      const leave = () => {
        readers.delete(reader)
        if (state.isEnded) letTornGo()
        rouse()
      }
      const giveUp = () => {
        leave()
        onLeft()
      }
      try {
        while (true) {
          if (!readers.has(reader)) throw new Error('the reader took nothing for long')
          if (failure.error !== undefined) throw failure.error
          const part = state.parts[reader.at - state.base]
          if (part) {
            reader.at += 1
            const patience = setTimeout(giveUp, patienceMs).unref()
            try {
              yield part
            } finally {
              clearTimeout(patience)
            }
            rouse()
          } else if (state.isEnded) return
          else await wake.promise
        }
      } finally {
        leave()
      }
    },
  }
}

/** So small that whoever takes it slowly is seen to take it. */
const SLICE = 64 * 1024

function slicesOf(part: Uint8Array): Uint8Array[] {
  const count = Math.ceil(part.length / SLICE)
  return Array.from({ length: count }, (_, at) => part.subarray(at * SLICE, (at + 1) * SLICE))
}
