import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kendall } from '../../matching/kendall.ts'

/** By the definition: every pair looked at. Kendall, Biometrika 33 (1945) 239–251. */
function byPairs(one: number[], other: number[]): number | null {
  let [sum, inOne, inOther] = [0, 0, 0]
  for (let i = 0; i < one.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [Math.sign(one[i]! - one[j]!), Math.sign(other[i]! - other[j]!)]
      sum += a * b
      inOne += a * a
      inOther += b * b
    }
  }
  return inOne * inOther === 0 ? null : sum / Math.sqrt(inOne * inOther)
}

test('the example of SciPy’s documentation, with ties: −0.4714045', () => {
  expect(kendall([12, 2, 1, 12, 2], [1, 4, 7, 1, 0])).toBeCloseTo(-0.47140452079103173, 14)
})

test.each([
  { one: [1, 2, 3, 4], other: [10, 20, 30, 40], tau: 1, why: 'the same order' },
  { one: [1, 2, 3, 4], other: [4, 3, 2, 1], tau: -1, why: 'turned round' },
  { one: [1, 2, 3, 4], other: [1, 3, 2, 4], tau: 2 / 3, why: 'one pair of six turned' },
  { one: [1, 1, 2, 2], other: [1, 1, 2, 2], tau: 1, why: 'the same ties' },
  { one: [1, 1, 2], other: [1, 2, 3], tau: 2 / Math.sqrt(6), why: 'a tie on one side only' },
])('$tau for $why', ({ one, other, tau }) => {
  expect(kendall(one, other)).toBeCloseTo(tau, 14)
})

test.each([
  { one: [], other: [], why: 'nobody' },
  { one: [3], other: [4], why: 'one alone' },
  { one: [2, 2, 2], other: [1, 2, 3], why: 'a list in which all are equal' },
])('nothing to say of $why', ({ one, other }) => {
  expect(kendall(one, other)).toBeNull()
})

describe('for any two lists', () => {
  const lists = fc
    .array(fc.record({ a: fc.integer({ min: 0, max: 6 }), b: fc.integer({ min: 0, max: 6 }) }), {
      maxLength: 60,
    })
    .map((pairs) => ({ one: pairs.map(({ a }) => a), other: pairs.map(({ b }) => b) }))

  test('it is what the definition says', () => {
    fc.assert(
      fc.property(lists, ({ one, other }) => {
        const [found, said] = [kendall(one, other), byPairs(one, other)]
        if (said === null) expect(found).toBeNull()
        else expect(found).toBeCloseTo(said, 12)
      }),
    )
  })

  test('the two may change places, and one turned round changes the sign', () => {
    fc.assert(
      fc.property(lists, ({ one, other }) => {
        const tau = kendall(one, other)
        fc.pre(tau !== null)
        expect(kendall(other, one)).toBeCloseTo(tau, 12)
        expect(
          kendall(
            one,
            other.map((number) => -number),
          ),
        ).toBeCloseTo(-tau, 12)
      }),
    )
  })
})
