import { t } from '../../words/index.ts'

/** Saaty's scale from the row being extremely more important to the column being so. */
export const SCALE = [
  9,
  8,
  7,
  6,
  5,
  4,
  3,
  2,
  1,
  1 / 2,
  1 / 3,
  1 / 4,
  1 / 5,
  1 / 6,
  1 / 7,
  1 / 8,
  1 / 9,
]
/** The steps that have a name of their own. */
export const NAMED_STEPS = [9, 7, 5, 3, 1, 1 / 3, 1 / 5, 1 / 7, 1 / 9]

type Degree = keyof ReturnType<typeof t>['policy']['weigh']['degrees']

/** The step that a value stands on; undefined between steps, as a mean of judges does. */
export function stepOf(value: number): number | undefined {
  return SCALE.find((step) => Math.abs(step - value) < 1e-9)
}

/** `3`, `1/3`, or two decimals between steps. */
export function shortRatio(value: number): string {
  const step = stepOf(value)
  if (step === undefined) return value.toFixed(2)
  return step >= 1 ? String(step) : `1/${Math.round(1 / step)}`
}

/** What a comparison says, the more important one first. */
export function sentenceOf(a: string, b: string, value: number): string {
  const words = t().policy.weigh
  const step = stepOf(value)
  if (step === undefined) return words.off(`${words.pair(a, b)} ${value.toFixed(2)}`)
  if (step === 1) return words.equal(a, b)
  const degree = words.degrees[Math.round(Math.max(step, 1 / step)) as Degree]
  return step > 1 ? words.says(a, b, degree) : words.says(b, a, degree)
}

export type Matrix = number[][]

/** The same comparisons with one changed, and its reciprocal with it. */
export function compared(matrix: Matrix, row: number, column: number, value: number): Matrix {
  return matrix.map((line, i) =>
    line.map((cell, j) => {
      if (i === row && j === column) return value
      return i === column && j === row ? 1 / value : cell
    }),
  )
}

/** Every pair once, row before column. */
export function pairsOf(order: number): [row: number, column: number][] {
  const places = [...Array(order).keys()]
  return places.flatMap((row) =>
    places.slice(row + 1).map((column): [number, number] => [row, column]),
  )
}
