import { kendall } from '../kendall.ts'
import { topsis } from '../topsis.ts'
import { CRITERIA, type RankedTalent, type Weights } from '../types.ts'

export type SecondOpinion = {
  method: 'topsis'
  /** Kendall's tau-b between its order and that of the fit, −1 to 1; null where there is no order to compare. */
  tau: number | null
  /** Best first. */
  order: string[]
}

/**
 * The same people by closeness to the best that anybody shows, TOPSIS, with the same values and weights. It rewards
 * balance where the fit adds up, so where both agree the order does not hang on the method.
 */
export function secondOpinionOf(ranked: readonly RankedTalent[], weights: Weights): SecondOpinion {
  const decisions = ranked.map(({ shares }) => shares.map(({ value }) => value))
  const closeness = topsis(
    decisions,
    CRITERIA.map((criterion) => weights[criterion]),
  )
  const order = [...ranked.keys()].sort((a, b) => closeness[b]! - closeness[a]! || a - b)
  const fits = ranked.map(({ fit }) => fit)
  return {
    method: 'topsis',
    tau: kendall(fits, closeness),
    order: order.map((at) => ranked[at]!.talent),
  }
}
