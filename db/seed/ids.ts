import { v7 } from 'uuid'
import { createRandom } from './random.ts'

/** When the demonstration pool was first filled; ids of version 7 begin with this time. */
const FIRST = Date.UTC(2026, 2, 2)

/** Gives UUIDv7 in rising order, the same ones for the same seed and label. */
export function createIds(seed: number, label: string): () => string {
  const random = createRandom(seed, `ids of ${label}`)
  let count = 0
  return () => {
    count += 1
    return v7({ msecs: FIRST + count * 1000, seq: count, random: random.bytes(16) })
  }
}
