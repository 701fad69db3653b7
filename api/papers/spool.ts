/** What a run has made and nobody has taken yet. */
export type Spool = {
  /** Kept from the first byte on; false once parts were taken and let go. */
  isWhole(): boolean
  bytes(): number
  readers(): number
  /** Keeps a part; waits for somebody who takes it when there is too much. */
  push(part: Uint8Array): Promise<void>
  end(error?: unknown): void
  /** Parts from the first on, as they come; only while `isWhole`. */
  read(): AsyncGenerator<Uint8Array>
}

type Reader = { at: number }

/**
 * A file in memory while it is made: up to `most` bytes it may be read again and again; a larger one is read once, while
 * it is made, and what was read is let go.
 */
export function createSpool(most: number): Spool {
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
  const isFull = () => {
    if (readers.size > 0) letGo()
    return state.held > most
  }
  return {
    isWhole: () => state.base === 0,
    bytes: () => state.bytes,
    readers: () => readers.size,
    async push(part) {
      state.parts.push(part)
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
    async *read() {
      const reader: Reader = { at: 0 }
      readers.add(reader)
      rouse()
      try {
        while (true) {
          if (failure.error !== undefined) throw failure.error
          const part = state.parts[reader.at - state.base]
          if (part) {
            reader.at += 1
            yield part
            rouse()
          } else if (state.isEnded) return
          else await wake.promise
        }
      } finally {
        readers.delete(reader)
        rouse()
      }
    },
  }
}
