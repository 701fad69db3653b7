import { Matrix } from 'ml-matrix'

/**
 * Closeness of each alternative (row) to the ideal, 0 to 1, over criteria (columns); a second opinion
 * beside the additive fit. Columns are benefits (more is better) unless `isCost` says otherwise.
 * Alternatives that do not differ at all are all at 0.5. Empty for no alternatives.
 * Hwang and Yoon, Multiple Attribute Decision Making (Springer 1981), ch. III.
 */
export function topsis(decisions: number[][], weights: number[], isCost: boolean[] = []): number[] {
  if (decisions.length === 0) return []
  const weighted = weightedMatrix(decisions, weights)
  const columns = weights.map((_, j) => weighted.getColumn(j))
  const best = columns.map((column, j) => (isCost[j] ? Math.min(...column) : Math.max(...column)))
  const worst = columns.map((column, j) => (isCost[j] ? Math.max(...column) : Math.min(...column)))
  return decisions.map((_, i) => {
    const row = weighted.getRow(i)
    const fromBest = distance(row, best)
    const fromWorst = distance(row, worst)
    return fromBest + fromWorst === 0 ? 0.5 : fromWorst / (fromBest + fromWorst)
  })
}

/** Each column over its Euclidean norm, times its weight. */
function weightedMatrix(decisions: number[][], weights: number[]): Matrix {
  const matrix = new Matrix(decisions)
  const factors = weights.map((weight, j) => {
    const norm = Math.hypot(...matrix.getColumn(j))
    return norm === 0 ? 0 : weight / norm
  })
  return matrix.mulRowVector(factors)
}

function distance(a: number[], b: number[]): number {
  return Math.hypot(...a.map((part, j) => part - b[j]!))
}
