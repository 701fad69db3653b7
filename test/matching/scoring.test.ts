import { describe, expect, test } from 'vitest'
import { kernelFor } from '../../api/scoring-kernel.ts'
import { createScores, dropValues, putValues, ranksOf, topOf } from '../../matching/index.ts'
import { chanceOf, uniform } from '../../matching/robust/chance.ts'
import { HIT, HITS, PLACE_IN_HIT, VALUES } from '../../matching/scoring/kernel.ts'

type Row = readonly number[]
type Among = NonNullable<Parameters<typeof topOf>[3]>

/** As anybody would write it down: everybody's sum, and a sort. */
function sorted(rows: readonly Row[], weights: Row, among: Among = {}) {
  const { isIn, isBefore = (a: number, b: number) => a < b } = among
  return rows
    .map((row, at) => ({ at, sum: row.reduce((sum, value, c) => sum + weights[c]! * value, 0) }))
    .filter(({ at }) => isIn === undefined || isIn[at] === 1)
    .sort((a, b) => b.sum - a.sum || (isBefore(a.at, b.at) ? -1 : 1))
}

function scoresOf(rows: readonly Row[], criteria: number, isFast: boolean) {
  const scores = createScores(criteria, isFast ? kernelFor(criteria) : null)
  for (const [at, row] of rows.entries()) putValues(scores, at, row)
  return scores
}

const random = (seed: number) => {
  const chance = chanceOf(seed, 1)
  return () => uniform(chance)
}
const times = <T>(many: number, make: (at: number) => T) =>
  Array.from({ length: many }, (_, at) => make(at))

const CASES: { why: string; n: number; criteria: number; value: Drawn; weight: Drawn }[] = [
  { why: 'nobody', n: 0, criteria: 10, value: (r) => r(), weight: (r) => r() },
  { why: 'one person', n: 1, criteria: 10, value: (r) => r(), weight: (r) => r() },
  { why: 'a whole block and one more', n: 33, criteria: 10, value: (r) => r(), weight: (r) => r() },
  { why: 'one criterion', n: 500, criteria: 1, value: (r) => r(), weight: (r) => r() },
  { why: 'an odd number of criteria', n: 700, criteria: 7, value: (r) => r(), weight: (r) => r() },
  { why: 'as many criteria as go', n: 600, criteria: 64, value: (r) => r(), weight: (r) => r() },
  { why: 'many people', n: 20_000, criteria: 16, value: (r) => r(), weight: (r) => r() },
  { why: 'all weights zero', n: 300, criteria: 10, value: (r) => r(), weight: () => 0 },
  {
    why: 'one weight alone',
    n: 3000,
    criteria: 10,
    value: (r) => r(),
    weight: (_, c) => +(c === 3),
  },
  { why: 'equal everywhere', n: 3000, criteria: 10, value: () => 0.37, weight: (r) => r() },
  { why: 'all at one', n: 3000, criteria: 10, value: () => 1, weight: (r) => r() },
  { why: 'all at zero', n: 3000, criteria: 10, value: () => 0, weight: (r) => r() },
  {
    why: 'values closer than seven bits tell apart',
    n: 5000,
    criteria: 10,
    value: (r) => 0.5 + 1e-6 * r(),
    weight: (r) => r(),
  },
  {
    why: 'few values, so that many are equal',
    n: 5000,
    criteria: 10,
    value: (r) => Math.round(r() * 2) / 2,
    weight: (_, c) => 2 ** -c,
  },
  {
    why: 'ever better, so that everybody is among the best for a while',
    n: 5000,
    criteria: 10,
    value: (_, at) => at / 5000,
    weight: (r) => r(),
  },
  { why: 'huge weights', n: 2000, criteria: 10, value: (r) => r(), weight: (r) => 1e306 * r() },
  { why: 'tiny weights', n: 2000, criteria: 10, value: (r) => r(), weight: (r) => 1e-310 * r() },
  {
    why: 'weights a million times apart',
    n: 2000,
    criteria: 10,
    value: (r) => r(),
    weight: (r, c) => r() * 10 ** (c % 7),
  },
]
type Drawn = (draw: () => number, at: number) => number

describe.each([
  { isFast: true, name: 'with the kernel' },
  { isFast: false, name: 'without' },
])('the first k $name', ({ isFast }) => {
  test.each(CASES)('are those of a sort: $why', ({ n, criteria, value, weight }) => {
    for (const seed of [1, 2, 3]) {
      const draw = random(seed)
      const rows = times(n, (at) => times(criteria, () => value(draw, at)))
      const weights = times(criteria, (criterion) => weight(draw, criterion))
      const scores = scoresOf(rows, criteria, isFast)
      const all = sorted(rows, weights)
      for (const k of [0, 1, 20, n + 5].filter((it) => it <= 1000))
        expect(topOf(scores, weights, k)).toEqual(all.slice(0, k))
    }
  })

  test('count only those who are asked for, equals in the order that is asked for', () => {
    const draw = random(4)
    const rows = times(4000, () => times(10, () => Math.round(draw() * 3) / 3))
    const isIn = Uint8Array.from(rows, () => (draw() < 0.02 ? 1 : 0))
    const among = { isIn, isBefore: (a: number, b: number) => a > b }
    const weights = times(10, () => 0.1)
    const scores = scoresOf(rows, 10, isFast)
    expect(topOf(scores, weights, 20, among)).toEqual(sorted(rows, weights, among).slice(0, 20))
  })

  test('are people, though a block has room for more', () => {
    const rows = times(33, () => times(10, () => 0))
    const isBefore = (a: number, b: number) => a > b
    const scores = scoresOf(rows, 10, isFast)
    const weights = times(10, () => 1)
    expect(topOf(scores, weights, 5, { isBefore }).map(({ at }) => at)).toEqual([
      32, 31, 30, 29, 28,
    ])
  })

  test('follow what is written: somebody new, somebody better, somebody gone', () => {
    const draw = random(5)
    const rows = times(3000, () => times(10, () => 0.8 * draw()))
    const scores = scoresOf(rows, 10, isFast)
    const weights = times(10, () => draw())
    rows[1234] = times(10, () => 0.99)
    putValues(scores, 1234, rows[1234])
    rows[9000] = times(10, () => 0.98)
    for (let at = 3000; at < 9000; at++) rows[at] = times(10, () => 0)
    putValues(scores, 9000, rows[9000])
    expect(topOf(scores, weights, 2).map(({ at }) => at)).toEqual([1234, 9000])
    rows[1234] = times(10, () => 0)
    dropValues(scores, 1234)
    expect(topOf(scores, weights, 20)).toEqual(sorted(rows, weights).slice(0, 20))
  })

  test('have the places that a sort by other weights gives them', () => {
    const draw = random(6)
    const rows = times(3000, () => times(10, () => Math.round(draw() * 4) / 4))
    const isIn = Uint8Array.from(rows, () => (draw() < 0.5 ? 1 : 0))
    const [now, before] = [times(10, draw), times(10, () => 0.1)]
    const scores = scoresOf(rows, 10, isFast)
    const first = topOf(scores, now, 20, { isIn }).map(({ at }) => at)
    const order = sorted(rows, before, { isIn }).map(({ at }) => at)
    const expected = first.map((at) => order.indexOf(at) + 1)
    expect(ranksOf(scores, before, first, { isIn })).toEqual(expected)
    expect(ranksOf(scores, before, [], { isIn })).toEqual([])
  })
})

test('the kernel finds every block with somebody above the threshold, with their rough scores', () => {
  const draw = random(7)
  const criteria = 11
  const rows = times(32 * 100, () => times(criteria, () => Math.round(draw() * 127) / 127))
  const scores = scoresOf(rows, criteria, true)
  const { memory, scan } = scores.kernel!
  const weights = Int8Array.from(times(criteria, () => 20 * draw()))
  new Int8Array(memory.buffer).set(weights)
  const rough = rows.map((row) =>
    row.reduce((sum, value, c) => sum + weights[c]! * Math.round(value * 127), 0),
  )
  const limit = rough.toSorted((a, b) => b - a)[40]!
  const blocks = times(100, (block) => rough.slice(block * 32, block * 32 + 32))
  const expected = blocks.flatMap((sums, block) =>
    sums.some((sum) => sum > limit) ? [{ block, sums }] : [],
  )
  const found = scan(VALUES, 100, limit)
  const hits = times(found, (hit) => ({
    block: new Int32Array(memory.buffer, HITS + hit * HIT)[PLACE_IN_HIT / 4],
    sums: [...new Int16Array(memory.buffer, HITS + hit * HIT, 32)],
  }))
  expect(hits).toEqual(expected)
  expect(found).toBeGreaterThan(10)
  expect(found).toBeLessThan(100)
})

describe('what is no value or weight is refused', () => {
  test.each([
    { value: Number.NaN, why: 'not a number' },
    { value: -0.01, why: 'below zero' },
    { value: 1.01, why: 'above one' },
    { value: Infinity, why: 'without end' },
  ])('a value $why', ({ value }) => {
    const scores = createScores(2, kernelFor(2))
    expect(() => putValues(scores, 0, [0.5, value])).toThrow(RangeError)
    expect(scores.size).toBe(0)
  })

  test.each([
    { weights: [Number.NaN, 1], why: 'not a number' },
    { weights: [-1, 1], why: 'below zero' },
    { weights: [1e308, 1e308], why: 'too large to add up' },
    { weights: [1], why: 'for one criterion of two' },
  ])('weights $why', ({ weights }) => {
    const scores = scoresOf([[0.5, 0.5]], 2, true)
    expect(() => topOf(scores, weights, 1)).toThrow(RangeError)
    expect(() => ranksOf(scores, weights, [0])).toThrow(RangeError)
  })

  test.each([0, 65, Number.NaN])('%s criteria', (criteria) => {
    expect(() => createScores(criteria, null)).toThrow(RangeError)
  })
})
