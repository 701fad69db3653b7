import { sumsOf } from './evidence.ts'
import { skillFor } from './expertise.ts'
import {
  CRITERIA,
  type CriterionId,
  type Policy,
  type Talent,
  type Village,
  type Weights,
} from './types.ts'

/** What one more proven paper of a criterion may say at most, 0 to 1; nothing is gained where there is none. */
export type Strengths = Partial<Record<CriterionId, number>>
export type Gain = {
  criterion: CriterionId
  /** By how much the interval of the fit narrows, in the unit of the fit: 0 to 1. */
  gain: number
  /** The skill whose proof it would be; null for evidence. */
  skill: string | null
}

/**
 * How much one more piece of evidence would settle, the most first, then in the order of `CRITERIA`; what would settle
 * nothing is left out.
 *
 * The interval of a criterion is as wide as 1 − z, with z = W / (W + halfKnownAt) as in `appraise`. A proven piece of
 * strength s, dated on the reference day, makes W to W + s whatever it says, so that the interval of the fit narrows by
 *
 *   w × (z′ − z) = w × s × halfKnownAt / ((W + halfKnownAt) × (W + s + halfKnownAt)),
 *
 * w the weight of the criterion. `expertise` is told by skills: the proof of the claimed skill of the heaviest need
 * takes away w × need × (1 − claimedShare); where no skill is on record, its first record takes away all of w. `tie`
 * is always known.
 */
export function certaintyOf(
  talent: Talent,
  village: Village,
  weights: Weights,
  policy: Policy,
  strengths: Strengths,
): Gain[] {
  const { weight } = sumsOf(talent, policy)
  const half = policy.evidence.halfKnownAt
  const gains = CRITERIA.map((criterion, at): Gain => {
    if (criterion === 'expertise') return expertiseGain(talent, village, weights, policy)
    if (criterion === 'tie') return { criterion, gain: 0, skill: null }
    const [known, s] = [weight[at]! + half, strengths[criterion] ?? 0]
    return { criterion, gain: (weights[criterion] * s * half) / (known * (known + s)), skill: null }
  })
  return gains.filter(({ gain }) => gain > 0).sort((a, b) => b.gain - a.gain)
}

function expertiseGain(
  { skills }: Talent,
  { needs }: Village,
  weights: Weights,
  { evidence }: Policy,
): Gain {
  const criterion = 'expertise'
  const total = needs.reduce((sum, need) => sum + need.weight, 0)
  if (total === 0) return { criterion, gain: 0, skill: null }
  if (skills.length === 0) return { criterion, gain: weights.expertise, skill: null }
  const claimed = needs.filter((need) => skillFor(skills, need)?.standing === 'claimed')
  const heaviest = claimed.toSorted((a, b) => b.weight - a.weight)[0]
  if (!heaviest) return { criterion, gain: 0, skill: null }
  const open = (heaviest.weight / total) * (1 - evidence.claimedShare)
  return { criterion, gain: weights.expertise * open, skill: heaviest.skill }
}
