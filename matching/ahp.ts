import { EigenvalueDecomposition, Matrix } from 'ml-matrix'

/**
 * Saaty's random index by the order of the matrix: the mean consistency index of random comparisons.
 * Saaty, The Analytic Hierarchy Process (McGraw-Hill 1980), p. 21; orders 1 to 15.
 */
const RANDOM_INDEX = [
  0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
] as const

export type Priorities = {
  /** Non-negative, summing to 1, in the order of the matrix. */
  weights: number[]
  /** The principal eigenvalue λmax: the order of the matrix when the comparisons agree, else more. */
  eigenvalue: number
  /** (λmax − n) / (n − 1) over the random index; above 0.1 the comparisons should be looked at again. */
  consistencyRatio: number
}

/**
 * Weights from pairwise comparisons: the principal right eigenvector.
 * Row i, column j says how many times more i matters than j, so the diagonal is 1 and (j,i) is 1/(i,j).
 * Saaty, A scaling method for priorities in hierarchical structures, J. Math. Psychology 15 (1977) 234–281.
 */
export function ahp(comparisons: number[][]): Priorities {
  const order = comparisons.length
  if (order === 0) return { weights: [], eigenvalue: 0, consistencyRatio: 0 }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    new Matrix(comparisons),
    { assumeSymmetric: false },
  )
  const eigenvalue = Math.max(...realEigenvalues)
  const vector = eigenvectorMatrix.getColumn(realEigenvalues.indexOf(eigenvalue))
  const sum = vector.reduce((total, part) => total + part, 0)
  const weights = vector.map((part) => part / sum)
  return { weights, eigenvalue, consistencyRatio: consistencyRatio(eigenvalue, order) }
}

/**
 * The comparisons of several judges as one: the geometric mean of each, the only mean that keeps
 * (j,i) = 1/(i,j). Aczél and Saaty, J. Math. Psychology 27 (1983) 93–102.
 */
export function togetherOf(judges: number[][][]): number[][] {
  const [first = []] = judges
  return first.map((row, i) =>
    row.map(
      (_, j) =>
        judges.reduce((product, judge) => product * judge[i]![j]!, 1) ** (1 / judges.length),
    ),
  )
}

/** Two things can always be compared consistently, so the ratio starts at order 3. */
function consistencyRatio(eigenvalue: number, order: number): number {
  if (order < 3) return 0
  const random = RANDOM_INDEX[Math.min(order, RANDOM_INDEX.length) - 1]!
  // A consistent matrix gives λmax = n up to rounding, which may fall below.
  return Math.max(0, (eigenvalue - order) / (order - 1) / random)
}
