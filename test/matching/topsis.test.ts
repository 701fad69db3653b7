import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { topsis } from '../../matching/topsis.ts'

/**
 * Hwang and Yoon, Multiple Attribute Decision Making (Springer 1981), the fighter aircraft: speed (Mach),
 * ferry range (NM), payload (pounds), cost (million dollars, less is better), reliability, manoeuvrability.
 */
const aircraft = [
  [2.0, 1500, 20000, 5.5, 5, 9],
  [2.5, 2700, 18000, 6.5, 3, 5],
  [1.8, 2000, 21000, 4.5, 7, 7],
  [2.2, 1800, 20000, 5.0, 5, 5],
]
const weights = [0.2, 0.1, 0.1, 0.1, 0.2, 0.3]
const isCost = [false, false, false, true, false, false]

/** The book rounds every step to four places, so its last figure may be one off. */
test.each([
  { name: 'A1', printed: 0.643 },
  { name: 'A2', printed: 0.268 },
  { name: 'A3', printed: 0.613 },
  { name: 'A4', printed: 0.312 },
])('the published closeness of aircraft $name: $printed', ({ name, printed }) => {
  const closeness = topsis(aircraft, weights, isCost)[Number(name.slice(1)) - 1]!
  expect(Math.abs(closeness - printed)).toBeLessThan(0.001)
})

describe('edges', () => {
  test('nobody to compare', () => expect(topsis([], [0.5, 0.5])).toEqual([]))
  test('people who do not differ', () =>
    expect(
      topsis(
        [
          [3, 4],
          [3, 4],
        ],
        [0.5, 0.5],
      ),
    ).toEqual([0.5, 0.5]))
  test('a criterion on which all are nothing', () =>
    expect(
      topsis(
        [
          [0, 1],
          [0, 2],
        ],
        [0.5, 0.5],
      ),
    ).toEqual([0, 1]))
})

test('who is at least as good everywhere is never behind', () => {
  const part = fc.double({ min: 0.01, max: 1, noNaN: true })
  const row = fc.array(part, { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), row, row, (others, one, less) => {
      const worse = one.map((value, i) => value * less[i]!)
      const [first, second] = topsis([one, worse, ...others], [0.4, 0.3, 0.2, 0.1])
      expect(first).toBeGreaterThanOrEqual(second! - 1e-12)
    }),
  )
})
