import {
  add,
  type Code,
  get,
  isBelow,
  moduleOf,
  multiply,
  number,
  set,
  store,
  TYPE,
  vector,
  when,
  whileIn,
} from './wasm.ts'

/**
 * The pass over all people in WebAssembly: the rough score of everybody, of which only blocks with somebody above a
 * threshold are written down. It comes in from outside, who may compile `kernelBytes`.
 */
export type Kernel = {
  memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  /** Goes through `blocks` blocks from the address `from`, and answers how many stand at `HITS`. */
  scan(from: number, blocks: number, threshold: number): number
}

/** People of a block: four vectors of eight rough scores. */
export const BLOCK = 32
/** Criteria that the sums of 16 bits have room for. */
export const MOST_CRITERIA = 64
/** Blocks that one scan may find. */
export const MOST_BLOCKS = 128
export const PAGE = 65_536

/** Where in memory what lies: weights as bytes, blocks that were found, everybody's bytes. */
export const WEIGHTS = 0
export const HITS = 1024
/** The four vectors, then which block of the scan it is; bytes. */
export const HIT = 80
export const PLACE_IN_HIT = 64
export const VALUES = HITS + 16_384

/** Bytes of a block: criteria two by two, for each pair the two bytes of each of its people. */
export const blockBytes = (criteria: number) => pairsOf(criteria) * BLOCK * 2

/** The two weights of each pair are loaded once; then, block by block, one product and one sum a vector of values. */
export function kernelBytes(criteria: number): Uint8Array<ArrayBuffer> {
  const pairs = pairsOf(criteria)
  const sums = [SUMS, SUMS + 1, SUMS + 2, SUMS + 3]
  const weights = Array.from({ length: pairs }, (_, pair) => SUMS + 4 + pair)
  const weight = (pair: number) => vector.loadSplat(number(WEIGHTS), pair * 2)
  const body = [
    ...weights.flatMap((local, pair) => set(local, weight(pair))),
    ...set(LIMIT, vector.splat(get(THRESHOLD))),
    ...set(OUT, number(HITS)),
    ...whileIn(isBelow(get(BLOCK_AT), get(BLOCKS)), [
      ...sums.flatMap((local, at) => set(local, sumOf(weights, at))),
      ...when(isAnyAbove(sums), [...writeDown(sums), ...set(FOUND, add(get(FOUND), number(1)))]),
      ...set(FROM, add(get(FROM), number(blockBytes(criteria)))),
      ...set(BLOCK_AT, add(get(BLOCK_AT), number(1))),
    ]),
    ...get(FOUND),
  ]
  const vectors = [LIMIT, ...sums, ...weights].map(() => TYPE.v128)
  return moduleOf('scan', {
    parameters: 3,
    locals: [TYPE.i32, TYPE.i32, TYPE.i32, ...vectors],
    body,
  })
}

const pairsOf = (criteria: number) => Math.ceil(criteria / 2)

/** Parameters, then locals. */
const [FROM, BLOCKS, THRESHOLD, OUT, FOUND, BLOCK_AT, LIMIT, SUMS] = [0, 1, 2, 3, 4, 5, 6, 7]

/** Rough scores of the eight people of a vector. */
function sumOf(weights: readonly number[], at: number): Code {
  return weights
    .map((weight, pair) => vector.dot(get(weight), vector.load(get(FROM), pair * 64 + at * 16)))
    .reduce(vector.add)
}

function isAnyAbove(sums: readonly number[]): Code {
  const [a, b, c, d] = sums.map(get) as [Code, Code, Code, Code]
  const largest = vector.larger(vector.larger(a, b), vector.larger(c, d))
  return vector.isAny(vector.isAbove(largest, get(LIMIT)))
}

function writeDown(sums: readonly number[]): Code {
  const place = add(number(HITS), multiply(get(FOUND), number(HIT)))
  return [
    ...set(OUT, place),
    ...sums.flatMap((local, at) => vector.store(get(OUT), get(local), at * 16)),
    ...store(get(OUT), get(BLOCK_AT), PLACE_IN_HIT),
  ]
}
