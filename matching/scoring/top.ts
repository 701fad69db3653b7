import { type Best, createBest, type IsBefore, offer, type Placed } from './best.ts'
import {
  BLOCK,
  blockBytes,
  HIT,
  HITS,
  type Kernel,
  MOST_BLOCKS,
  PLACE_IN_HIT,
  VALUES,
  WEIGHTS,
} from './kernel.ts'
import { FINEST, type Scores, sumAt } from './scores.ts'

/** Of whom: 1 at the places of those who count, all of them unless given. Equals stand by place unless told otherwise. */
export type Among = { isIn?: Uint8Array | undefined; isBefore?: IsBefore | undefined }

/**
 * The k people with the largest Σ weight × value, exactly: the kernel only says who cannot be among them.
 *
 * With W = round(w × s) in eight bits and q = round(127 v) in seven, the rough score Σ W q falls short of s × 127 × Σ w v
 * by no more than Σ (127 × max(0, s w − W) + s w / 2). Whoever stays below the k-th best by more than that is not
 * looked at; everybody else is added up in full.
 */
export function topOf(
  scores: Scores,
  weights: ArrayLike<number>,
  k: number,
  among: Among = {},
): Placed[] {
  const exact = weightsFrom(weights, scores.criteria)
  const most = k >= 1 ? Math.min(Math.floor(k), scores.size) : 0
  const best = createBest(most, among.isBefore ?? byPlace)
  if (most === 0) return best.placed
  const rough = scores.kernel && roughOf(exact)
  if (scores.kernel && rough) scan(scores, scores.kernel, { exact, rough, best, among })
  else everybody(scores, exact, best, among)
  return best.placed
}

const byPlace: IsBefore = (a, b) => a < b

/** Zero or more, and a sum that is a number. */
export function weightsFrom(given: ArrayLike<number>, criteria: number): Float64Array {
  const weights = Float64Array.from(given)
  const isSound = weights.length === criteria && weights.every((weight) => weight >= 0)
  if (!isSound || !Number.isFinite(sum(weights)))
    throw new RangeError(`${criteria} weights of zero or more, not ${weights.join(', ')}`)
  return weights
}

const sum = (numbers: Float64Array) => numbers.reduce((total, one) => total + one, 0)

function everybody(scores: Scores, weights: Float64Array, best: Best, { isIn }: Among) {
  for (let at = 0; at < scores.size; at++)
    if (isIn === undefined || isIn[at] === 1) offer(best, sumAt(scores, weights, at), at)
}

type Rough = { weights: Int8Array; scale: number; short: number }

/** Products of a byte with 127 are added in 16 bits, which holds up to a total weight of 258. */
const MOST_WEIGHT = 258
/** Covers the rounding of sums, in the unit of rough scores. */
const ROUNDING = 1e-3

/** The weights in eight bits; null where they are too small to be scaled, or nothing counts. */
function roughOf(exact: Float64Array): Rough | null {
  const room = MOST_WEIGHT - exact.length / 2
  const scale = Math.min(FINEST / Math.max(...exact), room / sum(exact))
  if (!Number.isFinite(scale * FINEST)) return null
  const weights = Int8Array.from(exact, (weight) => Math.round(weight * scale))
  const short = exact.reduce((total, weight, at) => {
    const lost = Math.max(0, weight * scale - weights[at]!)
    return total + FINEST * lost + (weight * scale) / 2
  }, ROUNDING)
  return { weights, scale: scale * FINEST, short }
}

type Scan = { exact: Float64Array; rough: Rough; best: Best; among: Among }

/** Few blocks at first: until k people are found, everybody is added up. */
const FIRST_BLOCKS = 4

function scan(scores: Scores, kernel: Kernel, { exact, rough, best, among }: Scan) {
  const { buffer } = kernel.memory
  new Int8Array(buffer, WEIGHTS).set(rough.weights)
  const [sums, words] = [new Int16Array(buffer), new Int32Array(buffer)]
  const bytes = blockBytes(scores.criteria)
  const blocks = Math.ceil(scores.size / BLOCK)
  let many = FIRST_BLOCKS
  for (let from = 0; from < blocks; from += many, many = Math.min(many * 2, MOST_BLOCKS)) {
    const found = kernel.scan(
      VALUES + from * bytes,
      Math.min(many, blocks - from),
      limitOf(best, rough),
    )
    for (let hit = 0; hit < found; hit++) {
      const address = HITS + hit * HIT
      const first = (from + words[(address + PLACE_IN_HIT) / 4]!) * BLOCK
      look(scores, { exact, rough, best, among }, first, sums, address / 2)
    }
  }
}

/** The people of a block whose rough scores are at `address`. */
function look(
  scores: Scores,
  { exact, rough, best, among: { isIn } }: Scan,
  first: number,
  sums: Int16Array,
  address: number,
) {
  const end = Math.min(BLOCK, scores.size - first)
  let limit = limitOf(best, rough)
  for (let place = 0; place < end; place++) {
    if (sums[address + place]! <= limit || (isIn && isIn[first + place] !== 1)) continue
    offer(best, sumAt(scores, exact, first + place), first + place)
    limit = limitOf(best, rough)
  }
}

/** A rough score at or below this cannot belong to one of the best. */
function limitOf({ least }: Best, { scale, short }: Rough): number {
  return Math.max(-1, Math.floor(least * scale - short))
}
