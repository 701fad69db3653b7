import { BLOCK, blockBytes, type Kernel, MOST_CRITERIA, PAGE, VALUES } from './kernel.ts'

/**
 * What is known of many people, by place and criterion, between 0 and 1: exactly, row by row, and in seven bits by
 * column for the pass over all of them. Places where nobody is hold zeros.
 */
export type Scores = {
  criteria: number
  /** All places are below it. */
  size: number
  /** `at × criteria + criterion`. */
  values: Float64Array
  /** Keeps the bytes in its memory; null where there is none, and the exact values are read instead. */
  kernel: Kernel | null
}

/** The largest value in seven bits. */
export const FINEST = 127

export function createScores(criteria: number, kernel: Kernel | null): Scores {
  if (!(criteria >= 1 && criteria <= MOST_CRITERIA))
    throw new RangeError(`criteria: 1 to ${MOST_CRITERIA}, not ${criteria}`)
  return { criteria, size: 0, values: new Float64Array(0), kernel }
}

/** Enters what is known of somebody, or what is new about them. */
export function putValues(scores: Scores, at: number, values: ArrayLike<number>): void {
  const { criteria } = scores
  if (values.length !== criteria) throw new RangeError(`${values.length} values, not ${criteria}`)
  for (let criterion = 0; criterion < criteria; criterion++) {
    const value = values[criterion]!
    if (!(value >= 0 && value <= 1)) throw new RangeError(`a value of 0 to 1, not ${value}`)
  }
  makeRoom(scores, at + 1)
  scores.values.set(values, at * criteria)
  if (!scores.kernel) return
  const bytes = new Uint8Array(scores.kernel.memory.buffer)
  for (let criterion = 0; criterion < criteria; criterion++)
    bytes[addressOf(criteria, at, criterion)] = Math.round(values[criterion]! * FINEST)
}

/** Nobody is there any more. */
export function dropValues(scores: Scores, at: number): void {
  if (at < scores.size) putValues(scores, at, new Float64Array(scores.criteria))
}

/** Σ weight × value, added in the order of the criteria. */
export function sumAt({ values, criteria }: Scores, weights: Float64Array, at: number): number {
  let sum = 0
  const from = at * criteria
  for (let criterion = 0; criterion < criteria; criterion++)
    sum += weights[criterion]! * values[from + criterion]!
  return sum
}

function addressOf(criteria: number, at: number, criterion: number): number {
  const block = VALUES + Math.floor(at / BLOCK) * blockBytes(criteria)
  return block + (criterion >> 1) * BLOCK * 2 + (at % BLOCK) * 2 + (criterion & 1)
}

/** Doubled as it grows, so that people may come one by one. */
function makeRoom(scores: Scores, size: number) {
  scores.size = Math.max(scores.size, size)
  const { criteria, kernel } = scores
  if (scores.values.length >= size * criteria) return
  const room = Math.max(size, Math.ceil((scores.values.length / criteria) * 1.5), BLOCK)
  const values = new Float64Array(room * criteria)
  values.set(scores.values)
  scores.values = values
  if (!kernel) return
  const bytes = VALUES + Math.ceil(room / BLOCK) * blockBytes(criteria)
  const lacking = Math.ceil((bytes - kernel.memory.buffer.byteLength) / PAGE)
  if (lacking > 0) kernel.memory.grow(lacking)
}
