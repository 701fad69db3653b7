import { sharesOf } from './criteria.ts'
import { reasonsOf } from './reasons.ts'
import { assess, eligibilityOf, inReach } from './rules/index.ts'
import type {
  CriterionShare,
  Eligibility,
  Fit,
  Policy,
  Post,
  RankedTalent,
  Ranking,
  Talent,
  Village,
  Weights,
} from './types.ts'
import { weightsOf } from './weights.ts'

type Question = { talents: Talent[]; village: Village; post: Post; policy: Policy }

/**
 * Everyone within reach of a village for one post, best fit first, then by id. Who may be seated,
 * who is not known yet and who is barred stand apart, each with findings, shares and reasons.
 */
export function rank({ talents, village, post, policy }: Question): Ranking {
  const { weights, consistencyRatio } = weightsOf(policy.weights[post])
  const everyone = talents
    .filter((talent) => inReach(talent, village))
    .map((talent) => judged(talent, village, post, policy, weights))
    .sort((a, b) => b.fit - a.fit || (a.talent < b.talent ? -1 : 1))
  const those = (...kinds: Eligibility[]) =>
    everyone.filter(({ eligibility }) => kinds.includes(eligibility))
  return {
    village: village.code,
    post,
    weights,
    consistencyRatio,
    ranked: those('eligible', 'relaxable'),
    unknown: those('unknown'),
    barred: those('barred'),
  }
}

/** One person as the ranking of the post has them, within reach or not. */
export function rankOne(
  talent: Talent,
  { village, post, policy }: Omit<Question, 'talents'>,
): RankedTalent {
  return judged(talent, village, post, policy, weightsOf(policy.weights[post]).weights)
}

function judged(
  talent: Talent,
  village: Village,
  post: Post,
  policy: Policy,
  weights: Weights,
): RankedTalent {
  const findings = assess(talent, village, post, policy)
  const shares = sharesOf(talent, village, weights, policy)
  return {
    talent: talent.id,
    eligibility: eligibilityOf(findings),
    findings,
    shares,
    ...sumOf(shares),
    reasons: reasonsOf(talent, village, shares),
  }
}

/** Added in the order of `CRITERIA` as `fitOf` does: the same number to the last bit. */
function sumOf(shares: CriterionShare[]): Fit {
  const sums = { fit: 0, low: 0, high: 0 }
  for (const { share, weight, low, high } of shares) {
    sums.fit += share
    sums.low += weight * low
    sums.high += weight * high
  }
  return sums
}
