import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ahp, togetherOf } from '../../matching/ahp.ts'
import { defaultPolicy } from '../../matching/policy.ts'
import { CRITERIA, POSTS } from '../../matching/types.ts'
import { weightsOf } from '../../matching/weights.ts'

/** Fills the lower half of a comparison matrix: (j,i) is 1/(i,j). */
function reciprocal(upper: number[][]): number[][] {
  const order = upper.length + 1
  const above = (i: number, j: number) => upper[i]![j - i - 1]!
  return Array.from({ length: order }, (_, i) =>
    Array.from({ length: order }, (_, j) => (i === j ? 1 : i < j ? above(i, j) : 1 / above(j, i))),
  )
}

const rounded = (weights: number[]) => weights.map((weight) => Number(weight.toFixed(3)))

describe('choosing the best house (Saaty, European Journal of Operational Research 48 (1990) 9–26)', () => {
  /** Size, transportation, neighbourhood, age, yard, facilities, condition, financing: table 2. */
  const house = reciprocal([
    [5, 3, 7, 6, 6, 1 / 3, 1 / 4],
    [1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
    [6, 3, 4, 6, 1 / 5],
    [1 / 3, 1 / 4, 1 / 7, 1 / 8],
    [1 / 2, 1 / 5, 1 / 6],
    [1 / 5, 1 / 6],
    [1 / 2],
  ])

  test('the published priorities', () => {
    const { weights } = ahp(house)
    expect(rounded(weights)).toEqual([0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333])
  })

  test('the published eigenvalue 9.669 and ratio 0.17: the family should look again', () => {
    const { eigenvalue, consistencyRatio } = ahp(house)
    expect(eigenvalue).toBeCloseTo(9.669, 3)
    expect(consistencyRatio).toBeCloseTo(0.169, 3)
  })

  test('houses by size: 0.754, 0.181, 0.065 at 3.136', () => {
    const { weights, eigenvalue } = ahp(reciprocal([[6, 8], [4]]))
    expect(rounded(weights)).toEqual([0.754, 0.181, 0.065])
    expect(eigenvalue).toBeCloseTo(3.136, 3)
  })

  test('houses by financing: 0.072, 0.649, 0.279 at 3.065', () => {
    const { weights, eigenvalue } = ahp(reciprocal([[1 / 7, 1 / 5], [3]]))
    expect(rounded(weights)).toEqual([0.072, 0.649, 0.279])
    expect(eigenvalue).toBeCloseTo(3.065, 3)
  })
})

describe('several judges', () => {
  test('are joined by the geometric mean, which stays reciprocal', () => {
    const together = togetherOf([reciprocal([[2]]), reciprocal([[8]])])
    expect(together).toEqual([
      [1, 4],
      [0.25, 1],
    ])
  })
})

describe('edges', () => {
  test('nothing to compare', () => {
    expect(ahp([])).toEqual({ weights: [], eigenvalue: 0, consistencyRatio: 0 })
  })

  test('two things are always consistent', () => {
    expect(ahp(reciprocal([[3]]))).toMatchObject({ consistencyRatio: 0 })
  })

  test('comparisons that are ratios of weights give those weights back, consistent', () => {
    const parts = fc.array(fc.double({ min: 0.1, max: 9, noNaN: true }), {
      minLength: 1,
      maxLength: 10,
    })
    fc.assert(
      fc.property(parts, (importance) => {
        const sum = importance.reduce((a, b) => a + b, 0)
        const { weights, consistencyRatio } = ahp(
          importance.map((a) => importance.map((b) => a / b)),
        )
        weights.forEach((weight, i) => {
          expect(weight).toBeCloseTo(importance[i]! / sum, 9)
        })
        expect(consistencyRatio).toBeCloseTo(0, 9)
      }),
    )
  })
})

describe('weights of the default policy', () => {
  test.each(POSTS)('%s: sum to 1, and the comparisons agree well enough', (post) => {
    const { weights, consistencyRatio } = weightsOf(defaultPolicy.weights[post])
    expect(CRITERIA.reduce((sum, criterion) => sum + weights[criterion], 0)).toBeCloseTo(1, 12)
    expect(consistencyRatio).toBeLessThan(0.1)
  })

  test('given directly they are brought to 1 and have no ratio', () => {
    const direct = { ...weightsOf(defaultPolicy.weights.chair).weights, political: 1 }
    const { weights, consistencyRatio } = weightsOf({ method: 'direct', weights: direct })
    expect(CRITERIA.reduce((sum, criterion) => sum + weights[criterion], 0)).toBeCloseTo(1, 12)
    expect(consistencyRatio).toBeNull()
  })
})
