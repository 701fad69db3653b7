/**
 * Draws that look like chance and are none: the same seed and key give the same numbers on every machine. Each key has
 * a stream of its own, so any part of a run can be drawn again alone.
 *
 * sfc32 of Doty-Humphrey's PractRand 0.94: 128 bits of state, 32-bit sums and shifts only, and twelve rounds that mix
 * the key in.
 */
export type Chance = Int32Array

export function chanceOf(seed: number, ...key: number[]): Chance {
  const chance = new Int32Array(4)
  reseed(chance, seed, ...key)
  return chance
}

/** The same without new memory, for loops. */
export function reseed(chance: Chance, seed: number, one = 0, two = 0, three = 0): void {
  // Odd factors spread keys that are small whole numbers over all bits.
  chance[0] = seed ^ Math.imul(one + 1, 0x9e3779b1)
  chance[1] = Math.imul(two + 1, 0x85ebca77) ^ (seed / 2 ** 32)
  chance[2] = Math.imul(three + 1, 0xc2b2ae3d)
  chance[3] = 1
  for (let round = 0; round < 12; round++) next(chance)
}

/** Between 0 and 1, neither included, in steps of 2⁻³². */
export function uniform(chance: Chance): number {
  return ((next(chance) >>> 0) + 0.5) / 2 ** 32
}

/**
 * Fills with numbers between 0 and 1, in steps of 2⁻¹⁶, the middle of each step: two from one draw, since a step of
 * 0.000015 is far below what evidence says.
 */
export function fillUniform(chance: Chance, into: Float64Array): void {
  let a = chance[0]!
  let b = chance[1]!
  let c = chance[2]!
  let d = chance[3]!
  const half = into.length >> 1
  for (let at = 0; at < half; at++) {
    const drawn = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + drawn) | 0
    into[2 * at] = ((drawn & 0xffff) + 0.5) * STEP
    into[2 * at + 1] = ((drawn >>> 16) + 0.5) * STEP
  }
  chance[0] = a
  chance[1] = b
  chance[2] = c
  chance[3] = d
}

const STEP = 2 ** -16

function next(chance: Chance): number {
  const b = chance[1]!
  const c = chance[2]!
  const d = chance[3]!
  const drawn = (((chance[0]! + b) | 0) + d) | 0
  chance[3] = d + 1
  chance[0] = b ^ (b >>> 9)
  chance[1] = c + (c << 3)
  chance[2] = ((c << 21) | (c >>> 11)) + drawn
  return drawn
}

/**
 * Gamma with this shape and scale 1. Marsaglia and Tsang, A simple method for generating gamma variables, ACM
 * Transactions on Mathematical Software 26 (2000) 363–372; for shapes below 1 their note on page 371.
 */
export function gamma(chance: Chance, shape: number): number {
  if (shape < 1) return gamma(chance, shape + 1) * uniform(chance) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(chance)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(uniform(chance)) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Box and Muller, Annals of Mathematical Statistics 29 (1958) 610–611. */
function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(uniform(chance))) * Math.cos(2 * Math.PI * uniform(chance))
}
