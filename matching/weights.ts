import { ahp } from './ahp.ts'
import { CRITERIA, type Weighting, type Weights } from './types.ts'

/**
 * The weights of a post, summing to 1, and Saaty's consistency ratio where they come from comparisons.
 * Direct weights are normalised; all zero says that nothing matters more, so all are equal.
 */
export function weightsOf(weighting: Weighting): {
  weights: Weights
  consistencyRatio: number | null
} {
  if (weighting.method === 'direct') {
    const given = CRITERIA.map((criterion) => weighting.weights[criterion])
    return { weights: normalised(given), consistencyRatio: null }
  }
  const { weights, consistencyRatio } = ahp(weighting.comparisons)
  return { weights: normalised(weights), consistencyRatio }
}

/** Divided by the largest first, so that no sum overflows. */
function normalised(given: number[]): Weights {
  const largest = Math.max(...given)
  const parts = largest > 0 ? given.map((part) => part / largest) : given
  const sum = parts.reduce((total, part) => total + part, 0)
  const weight = (index: number) => (sum > 0 ? parts[index]! / sum : 1 / CRITERIA.length)
  return {
    political: weight(0),
    development: weight(1),
    coordination: weight(2),
    service: weight(3),
    conduct: weight(4),
    expertise: weight(5),
    tie: weight(6),
    record: weight(7),
    reputation: weight(8),
    potential: weight(9),
  }
}
