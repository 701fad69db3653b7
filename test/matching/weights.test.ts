import { describe, expect, test } from 'vitest'
import { ahp } from '../../matching/ahp.ts'
import { CRITERIA, type Weighting, type Weights } from '../../matching/types.ts'
import { comparisonsOf, judgesOf, weightsOf } from '../../matching/weights.ts'

const each = (of: (at: number) => number) =>
  Object.fromEntries(CRITERIA.map((criterion, at) => [criterion, of(at)])) as Weights

/** What a judge says who compares by these importances and is never at odds with themselves. */
const consistent = (importance: number[]) => importance.map((a) => importance.map((b) => a / b))

const MILD = consistent([2, 1, 1, 1, 1, 1, 1, 1, 1, 1])
const STRONG = consistent([8, 1, 1, 1, 1, 1, 1, 1, 1, 1])
/** A over B over C over A: says nothing together. */
const CIRCLE = MILD.map((row, i) =>
  row.map((cell, j) => {
    const over = [
      [1, 2],
      [2, 3],
      [3, 1],
    ]
    if (over.some(([a, b]) => i === a && j === b)) return 9
    return over.some(([a, b]) => i === b && j === a) ? 1 / 9 : cell
  }),
)

describe('swing weights', () => {
  test('are the points over their sum: the largest swing 100', () => {
    const points = each((at) => (at === 0 ? 100 : at === 1 ? 60 : at === 2 ? 40 : 0))
    const { weights, consistencyRatio } = weightsOf({ method: 'swing', points })
    expect(weights).toMatchObject({ political: 0.5, development: 0.3, coordination: 0.2, tie: 0 })
    expect(consistencyRatio).toBeNull()
  })

  test('nobody gave a point: all are equal', () => {
    const { weights } = weightsOf({ method: 'swing', points: each(() => 0) })
    for (const criterion of CRITERIA) expect(weights[criterion]).toBe(0.1)
  })
})

describe('several judges', () => {
  const two: Weighting = {
    method: 'judges',
    judges: [
      { name: '组织部', comparisons: MILD },
      { name: '民政局', comparisons: STRONG },
    ],
  }

  test('count by the geometric mean: 2 and 8 are 4', () => {
    expect(comparisonsOf(two)[0]![1]).toBeCloseTo(4, 12)
    const { weights } = weightsOf(two)
    expect(weights.political / weights.development).toBeCloseTo(4, 9)
  })

  test('each keeps their own weights and ratio', () => {
    const [mild, strong] = judgesOf(two)
    expect(mild).toMatchObject({ name: '组织部' })
    expect(mild!.weights.political / mild!.weights.tie).toBeCloseTo(2, 9)
    expect(strong!.weights.political / strong!.weights.tie).toBeCloseTo(8, 9)
  })

  test('one who goes in circles is told apart from the rest, whose mean may still agree', () => {
    const judges = [MILD, CIRCLE, CIRCLE[0]!.map((_, i) => CIRCLE.map((row) => row[i]!))]
    const weighting: Weighting = {
      method: 'judges',
      judges: judges.map((comparisons, at) => ({ name: String(at), comparisons })),
    }
    const [sound, circle, back] = judgesOf(weighting).map(
      ({ consistencyRatio }) => consistencyRatio,
    )
    expect(sound).toBeCloseTo(0, 9)
    expect(circle).toBeGreaterThan(0.1)
    expect(back).toBeGreaterThan(0.1)
    expect(weightsOf(weighting).consistencyRatio).toBeLessThan(0.01)
  })

  test('one judge alone is the same as that judge’s comparisons', () => {
    const alone: Weighting = { method: 'judges', judges: [{ name: '甲', comparisons: STRONG }] }
    expect(weightsOf(alone)).toEqual(weightsOf({ method: 'ahp', comparisons: STRONG }))
  })

  test('nobody judged: all are equal', () => {
    const { weights } = weightsOf({ method: 'judges', judges: [] })
    for (const criterion of CRITERIA) expect(weights[criterion]).toBe(0.1)
  })

  test('the ratio is that of the comparisons together', () => {
    expect(weightsOf(two).consistencyRatio).toBe(ahp(comparisonsOf(two)).consistencyRatio)
  })
})

test('all four ways that say the same give the same weights', () => {
  const importance = [8, 4, 4, 2, 2, 1, 1, 1, 1, 1]
  const stated = each((at) => importance[at]!)
  const comparisons = consistent(importance)
  const ways: Weighting[] = [
    { method: 'direct', weights: stated },
    { method: 'swing', points: each((at) => importance[at]! * 12.5) },
    { method: 'ahp', comparisons },
    { method: 'judges', judges: [{ name: '甲', comparisons }] },
  ]
  for (const way of ways) {
    const { weights } = weightsOf(way)
    for (const [at, criterion] of CRITERIA.entries())
      expect(weights[criterion], way.method).toBeCloseTo(importance[at]! / 25, 9)
  }
})
