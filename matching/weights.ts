import { ahp, togetherOf } from './ahp.ts'
import { CRITERIA, type Weighting, type Weights } from './types.ts'

/**
 * The weights of a post, summing to 1, and Saaty's consistency ratio where they come from comparisons: of several
 * judges, that of their comparisons together. Direct weights and swings are normalised; all zero says that nothing
 * matters more, so all are equal.
 *
 * Swing weights: the points say what it is worth to go from the worst to the best of a criterion, the largest swing
 * 100. Von Winterfeldt and Edwards, Decision Analysis and Behavioral Research (Cambridge 1986), ch. 8.
 */
export function weightsOf(weighting: Weighting): {
  weights: Weights
  consistencyRatio: number | null
} {
  if (weighting.method === 'direct') return stated(weighting.weights)
  if (weighting.method === 'swing') return stated(weighting.points)
  const { weights, consistencyRatio } = ahp(comparisonsOf(weighting))
  return { weights: normalised(weights), consistencyRatio }
}

/** Weights that are told by comparisons. */
export type Compared = Extract<Weighting, { method: 'ahp' | 'judges' }>

/** The comparisons that count: of several judges, their geometric mean. */
export function comparisonsOf(weighting: Compared): number[][] {
  if (weighting.method === 'ahp') return weighting.comparisons
  return togetherOf(weighting.judges.map(({ comparisons }) => comparisons))
}

export type JudgeOpinion = { name: string; weights: Weights; consistencyRatio: number }

/** What each judge alone would weigh, with the ratio of their own comparisons; together they may agree better than each. */
export function judgesOf({ judges }: Extract<Weighting, { method: 'judges' }>): JudgeOpinion[] {
  return judges.map(({ name, comparisons }) => {
    const { weights, consistencyRatio } = ahp(comparisons)
    return { name, weights: normalised(weights), consistencyRatio }
  })
}

function stated(given: Weights) {
  return {
    weights: normalised(CRITERIA.map((criterion) => given[criterion])),
    consistencyRatio: null,
  }
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
