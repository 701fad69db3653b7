import type { CriterionId, RankedTalent, Weights } from '../../types.ts'
import { CRITERIA } from '../../types.ts'

/** What a reader entered for each criterion, in percent, before scaling. */
export type Entered = Record<CriterionId, number>
export type Placed = { talent: string; fit: number }

export const enteredOf = (weights: Weights): Entered =>
  build((id) => Math.round(weights[id] * 1000) / 10)

/** Scaled to a sum of 1; all zero counts as all equal. */
export function scaled(entered: Entered): Weights {
  const sum = sumOf(entered)
  return build((id) => (sum > 0 ? entered[id] / sum : 1 / CRITERIA.length))
}

export const sumOf = (entered: Entered) => CRITERIA.reduce((sum, id) => sum + entered[id], 0)

/** The ranking under other weights, exactly: fit is Σ weight × value. */
export function rankWith(ranked: RankedTalent[], weights: Weights): Placed[] {
  return ranked
    .map(({ talent, shares }) => ({
      talent,
      fit: shares.reduce((fit, { criterion, value }) => fit + weights[criterion] * value, 0),
    }))
    .sort((a, b) => b.fit - a.fit)
}

export type Tip = { criterion: CriterionId; at: number; becomes: string }

/**
 * Where the first of the ranking changes when one criterion alone moves and the others keep their proportions.
 * With s the criterion's weight, fit(s) = s·v + (1 − s)·rest is linear, so two people cross at most once.
 */
export function tipsOf(ranked: RankedTalent[], weights: Weights): Tip[] {
  const first = rankWith(ranked, weights)[0]?.talent
  if (!first) return []
  return CRITERIA.flatMap((criterion) => nearest(ranked, weights, criterion, first))
}

function nearest(
  ranked: RankedTalent[],
  weights: Weights,
  criterion: CriterionId,
  first: string,
): Tip[] {
  const lines = ranked.map((one) => lineOf(one, weights, criterion))
  const top = lines.find(({ talent }) => talent === first)
  const now = weights[criterion]
  if (!top || now >= 1) return []
  const crossings = lines.flatMap((other) => {
    const slope = top.v - top.rest - (other.v - other.rest)
    const at = (other.rest - top.rest) / slope
    const isReal = other.talent !== first && slope !== 0 && at >= 0 && at <= 1
    return isReal ? [{ criterion, at, becomes: other.talent }] : []
  })
  const [closest] = crossings.sort((a, b) => Math.abs(a.at - now) - Math.abs(b.at - now))
  return closest ? [closest] : []
}

/** Value on the criterion, and the weighted mean of all others. */
function lineOf({ talent, shares }: RankedTalent, weights: Weights, criterion: CriterionId) {
  const own = shares.find((share) => share.criterion === criterion)?.value ?? 0
  const others = shares.reduce(
    (sum, share) =>
      share.criterion === criterion ? sum : sum + weights[share.criterion] * share.value,
    0,
  )
  return { talent, v: own, rest: others / (1 - weights[criterion]) }
}

function build(figure: (id: CriterionId) => number): Entered {
  return Object.fromEntries(CRITERIA.map((id) => [id, figure(id)])) as Entered
}
