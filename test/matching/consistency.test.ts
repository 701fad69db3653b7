import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ahp } from '../../matching/ahp.ts'
import { disturbances } from '../../matching/consistency.ts'

/** Fills the lower half of a comparison matrix: (j,i) is 1/(i,j). */
function reciprocal(upper: number[][]): number[][] {
  const order = upper.length + 1
  const above = (i: number, j: number) => upper[i]![j - i - 1]!
  return Array.from({ length: order }, (_, i) =>
    Array.from({ length: order }, (_, j) => (i === j ? 1 : i < j ? above(i, j) : 1 / above(j, i))),
  )
}

/** The matrix with one comparison and its reverse changed. */
function having(matrix: number[][], row: number, column: number, value: number): number[][] {
  const copy = matrix.map((line) => [...line])
  copy[row]![column] = value
  copy[column]![row] = 1 / value
  return copy
}

describe('choosing the best house (Saaty, European Journal of Operational Research 145 (2003) 85–91)', () => {
  const house = reciprocal([
    [5, 3, 7, 6, 6, 1 / 3, 1 / 4],
    [1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
    [6, 3, 4, 6, 1 / 5],
    [1 / 3, 1 / 4, 1 / 7, 1 / 8],
    [1 / 2, 1 / 5, 1 / 6],
    [1 / 5, 1 / 6],
    [1 / 2],
  ])

  test('neighbourhood over condition is the worst: not 6 but a half', () => {
    expect(disturbances(house)[0]).toMatchObject({ row: 2, column: 6, given: 6, proposed: 1 / 2 })
  })

  test('then the eigenvalue falls from 9.669 to 8.811', () => {
    const mended = ahp(having(house, 2, 6, 1 / 2))
    expect(mended.eigenvalue).toBeCloseTo(8.811, 2)
    expect(disturbances(house)[0]!.ratioAfter).toBe(mended.consistencyRatio)
    expect(mended.consistencyRatio).toBeLessThan(0.1)
  })

  test('as many as asked for, the one that helps most first', () => {
    const found = disturbances(house, 5)
    expect(found).toHaveLength(5)
    const ratios = found.map(({ ratioAfter }) => ratioAfter)
    expect(ratios).toEqual(ratios.toSorted((a, b) => a - b))
    expect(ratios.every((ratio) => ratio < ahp(house).consistencyRatio)).toBe(true)
  })
})

describe('edges', () => {
  test.each([
    { matrix: [], why: 'nothing is compared' },
    { matrix: [[1]], why: 'there is one criterion' },
    { matrix: reciprocal([[7]]), why: 'two always agree' },
    { matrix: reciprocal([[2, 4], [2]]), why: 'all agree' },
  ])('nobody is asked to look again where $why', ({ matrix }) => {
    expect(disturbances(matrix)).toEqual([])
  })
})

describe('of a matrix that was sound before one slip', () => {
  const slip = fc.record({
    importance: fc.array(fc.constantFrom(1, 2, 4, 8), { minLength: 4, maxLength: 7 }),
    row: fc.nat(),
    step: fc.nat(),
    wrong: fc.constantFrom(9, 1 / 9),
  })

  test('the slip is found, and what was meant is proposed', () => {
    fc.assert(
      fc.property(slip, ({ importance, row: r, step, wrong }) => {
        const order = importance.length
        const sound = importance.map((a) => importance.map((b) => a / b))
        const [one, other] = [r % order, (r + 1 + (step % (order - 1))) % order]
        const [row, column] = [Math.min(one, other), Math.max(one, other)]
        const meant = sound[row]![column]!
        // A slip that stays near is no slip.
        fc.pre(Math.abs(Math.log(wrong / meant)) > Math.log(2.5))
        const [first] = disturbances(having(sound, row, column, wrong))
        expect(first).toMatchObject({ row, column, given: wrong })
        expect(first!.proposed).toBeCloseTo(meant, 9)
        expect(first!.ratioAfter).toBeCloseTo(0, 6)
      }),
    )
  })
})
