import { ahp } from './ahp.ts'

/** A comparison that disturbs the others, with what they say of it. */
export type Disturbance = {
  row: number
  column: number
  /** As it stands: how many times more the row matters than the column. */
  given: number
  /** A step of Saaty's scale, 1/9 to 9: what all other comparisons say, whole or one over a whole number. */
  proposed: number
  /** The consistency ratio if only this comparison were changed so. */
  ratioAfter: number
}

/**
 * The comparisons that hurt most, the one whose change helps most first; none when the change of a single one helps no
 * more. Judges are asked to look at them again, nothing is changed for them.
 *
 * What the others say of a pair is w_i / w_j of the matrix without it: zero in its two places and one more on the
 * diagonal of both. Harker, Incomplete pairwise comparisons in the analytic hierarchy process, Mathematical Modelling 9
 * (1987) 837–848. Saaty (European Journal of Operational Research 145 (2003) 85–91) finds the pair by derivatives of
 * the eigenvalue; at these orders each change can simply be tried.
 */
export function disturbances(comparisons: number[][], most = 3): Disturbance[] {
  const ratio = ahp(comparisons).consistencyRatio
  return pairsOf(comparisons.length)
    .map(([row, column]) => disturbance(comparisons, row, column))
    .filter(({ given, proposed, ratioAfter }) => given !== proposed && ratioAfter < ratio - LEAST)
    .sort((a, b) => a.ratioAfter - b.ratioAfter || a.row - b.row || a.column - b.column)
    .slice(0, most)
}

/** Below this a lower ratio is rounding. */
const LEAST = 1e-6

function pairsOf(order: number): [number, number][] {
  const places = [...Array(order).keys()]
  return places.flatMap((row) =>
    places.slice(row + 1).map((column): [number, number] => [row, column]),
  )
}

function disturbance(comparisons: number[][], row: number, column: number): Disturbance {
  const { weights } = ahp(without(comparisons, row, column))
  const proposed = onScale(weights[row]! / weights[column]!)
  const { consistencyRatio } = ahp(changed(comparisons, row, column, proposed))
  return {
    ...{ row, column, given: comparisons[row]![column]!, proposed },
    ratioAfter: consistencyRatio,
  }
}

/** Harker's matrix of an incomplete set of comparisons. */
function without(comparisons: number[][], row: number, column: number): number[][] {
  return comparisons.map((line, i) =>
    line.map((cell, j) => {
      if (i === j) return i === row || i === column ? cell + 1 : cell
      const isLeftOut = (i === row && j === column) || (i === column && j === row)
      return isLeftOut ? 0 : cell
    }),
  )
}

function changed(comparisons: number[][], row: number, column: number, to: number): number[][] {
  return comparisons.map((line, i) =>
    line.map((cell, j) => {
      if (i === row && j === column) return to
      return i === column && j === row ? 1 / to : cell
    }),
  )
}

/** The whole number nearest to the ratio, or one over it, from 1/9 to 9. */
function onScale(ratio: number): number {
  const step = Math.min(MOST_STEP, Math.round(Math.max(ratio, 1 / ratio)))
  return ratio >= 1 ? step : 1 / step
}

const MOST_STEP = 9
