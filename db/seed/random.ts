/** A stream of chance that gives the same values for the same seed and label, on every machine. */
export type Random = {
  /** In [0, 1). */
  next: () => number
  /** Whole number, both ends included. */
  integer: (low: number, high: number) => number
  chance: (probability: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** One of the keys, in proportion to its weight. */
  weighted: <K extends string>(weights: Readonly<Partial<Record<K, number>>>) => K
  /** Normal, cut off at the bounds. */
  normal: (mean: number, deviation: number, low: number, high: number) => number
  shuffle: <T>(list: readonly T[]) => T[]
  bytes: (count: number) => Uint8Array
}

/** Streams with different labels are independent, so that a change in one part leaves the others as they were. */
export function createRandom(seed: number, label: string): Random {
  const draw = sfc32(seed, label)
  const next = () => draw() / 2 ** 32
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (list) => list[integer(0, list.length - 1)]!,
    weighted: (weights) => weighted(weights, next()),
    normal: (mean, deviation, low, high) =>
      Math.min(high, Math.max(low, mean + deviation * gaussian(next(), next()))),
    shuffle: (list) => shuffle(list, integer),
    bytes: (count) => Uint8Array.from({ length: count }, () => draw() >>> 24),
  }
}

/** Small Fast Counter of 32 bits (C. Doty-Humphrey, PractRand 2010), its first 15 outputs dropped as there. */
function sfc32(seed: number, label: string): () => number {
  let [a, b, c, counter] = [seed >>> 0, hash(label, 0), hash(label, 1), 1]
  const draw = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let i = 0; i < 15; i++) draw()
  return draw
}

/** FNV-1a of 32 bits (Fowler, Noll, Vo 1991). */
function hash(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ salt
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193)
  return value >>> 0
}

/** Box and Muller 1958. */
function gaussian(u: number, v: number): number {
  return Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v)
}

function weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>, at: number): K {
  const entries = Object.entries(weights) as [K, number][]
  let rest = at * entries.reduce((sum, [, weight]) => sum + weight, 0)
  const found = entries.find(([, weight]) => {
    rest -= weight
    return rest < 0
  })
  return (found ?? entries.at(-1)!)[0]
}

/** Fisher and Yates. */
function shuffle<T>(list: readonly T[], integer: (low: number, high: number) => number): T[] {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = integer(0, i)
    ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
  }
  return copy
}
