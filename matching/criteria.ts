import { column, sumsOf, weightOf } from './evidence.ts'
import { expertiseOf } from './expertise.ts'
import { shareWords } from './grounds.ts'
import { tieOf } from './tie.ts'
import {
  CRITERIA,
  type CriterionShare,
  type Evidence,
  type Fit,
  type Policy,
  type Talent,
  type Village,
  type Weights,
} from './types.ts'

/** What is known of a person, one number a criterion in the order of `CRITERIA`; all between 0 and 1. */
export type Appraisal = {
  value: Float64Array
  low: Float64Array
  high: Float64Array
  /** The part of the criterion that stands proven; `high − low` is the part that is missing. */
  proven: Float64Array
  /** The piece of evidence that weighs most, for words. */
  strongest: (Evidence | null)[]
  evidence: Policy['evidence']
}

/**
 * What the evidence says of a person, whatever the village: `expertise` and `tie` are still open.
 *
 * With W the weight of the evidence of a criterion, its credibility is z = W / (W + halfKnownAt), and the
 * value z × mean + (1 − z) × prior (Bühlmann's credibility, ASTIN Bulletin 4 (1967) 199–207).
 * What is not known may be anything, so the interval is from z × mean to z × mean + (1 − z).
 */
export function appraise(talent: Pick<Talent, 'evidence'>, policy: Policy): Appraisal {
  const { prior, halfKnownAt } = policy.evidence
  const { weight, worth, proven, strongest } = sumsOf(talent, policy)
  const appraisal = emptyAppraisal(strongest, policy.evidence)
  for (let at = 0; at < CRITERIA.length; at++) {
    const total = weight[at]!
    const credibility = total === 0 || isOfVillage(at) ? 0 : total / (total + halfKnownAt)
    const low = credibility === 0 ? 0 : (credibility * worth[at]!) / total
    appraisal.value[at] = low + (1 - credibility) * prior
    appraisal.low[at] = low
    appraisal.high[at] = low + 1 - credibility
    appraisal.proven[at] = credibility === 0 ? 0 : (credibility * proven[at]!) / total
  }
  return appraisal
}

/** The values of an appraisal alone, into an array that is there already: what a plan needs of thousands of people. */
export function valuesInto(values: Float64Array, { evidence }: Talent, policy: Policy): void {
  const { prior, halfKnownAt } = policy.evidence
  weights.fill(0)
  worths.fill(0)
  for (const piece of evidence) {
    const at = CRITERIA.indexOf(piece.criterion)
    const weight = weightOf(piece, policy)
    weights[at]! += weight
    worths[at]! += weight * piece.value
  }
  for (let at = 0; at < CRITERIA.length; at++) {
    const total = weights[at]!
    const credibility = total === 0 || isOfVillage(at) ? 0 : total / (total + halfKnownAt)
    const low = credibility === 0 ? 0 : (credibility * worths[at]!) / total
    values[at] = low + (1 - credibility) * prior
  }
}
const weights = column()
const worths = column()

/** The appraisal for one village: its needs against the person's skills, and how near the home is. */
export function appraiseFor(appraisal: Appraisal, talent: Talent, village: Village): Appraisal {
  const { strongest, evidence } = appraisal
  const value = appraisal.value.slice()
  const low = appraisal.low.slice()
  const high = appraisal.high.slice()
  const proven = appraisal.proven.slice()
  const expertise = expertiseOf(talent, village, evidence)
  value[EXPERTISE] = expertise.value
  low[EXPERTISE] = expertise.low
  high[EXPERTISE] = expertise.high
  proven[EXPERTISE] = expertise.proven
  value[TIE] = low[TIE] = high[TIE] = tieOf(talent, village)
  proven[TIE] = 1
  return { value, low, high, proven, strongest, evidence }
}

/** Σ weight × value, added in the order of `CRITERIA`: the sum of the shares to the last bit. */
export function fitOf({ value, low, high }: Appraisal, weights: Weights): Fit {
  const sums = { fit: 0, low: 0, high: 0 }
  for (let at = 0; at < CRITERIA.length; at++) {
    const weight = weights[CRITERIA[at]!]
    sums.fit += weight * value[at]!
    sums.low += weight * low[at]!
    sums.high += weight * high[at]!
  }
  return sums
}

/** What each criterion adds to the fit of a person in a village, and on what ground. */
export function sharesOf(
  talent: Talent,
  village: Village,
  weights: Weights,
  policy: Policy,
): CriterionShare[] {
  const appraisal = appraiseFor(appraise(talent, policy), talent, village)
  return CRITERIA.map((criterion, at) => {
    const weight = weights[criterion]
    const [value, low, high] = [appraisal.value[at]!, appraisal.low[at]!, appraisal.high[at]!]
    const [proven, missing] = [appraisal.proven[at]!, part(high - low)]
    const claimed = part(1 - proven - missing)
    const words = shareWords(talent, village, criterion, appraisal.strongest[at]!)
    return {
      criterion,
      weight,
      value,
      low,
      high,
      share: weight * value,
      proven,
      claimed,
      missing,
      words,
    }
  })
}

/** Rounding alone must not show as a claim or a gap. */
const part = (share: number) => (share < 1e-12 ? 0 : share)

const EXPERTISE = CRITERIA.indexOf('expertise')
const TIE = CRITERIA.indexOf('tie')

const isOfVillage = (at: number) => at === EXPERTISE || at === TIE

function emptyAppraisal(
  strongest: Appraisal['strongest'],
  evidence: Policy['evidence'],
): Appraisal {
  return {
    value: column(),
    low: column(),
    high: column(),
    proven: column(),
    strongest,
    evidence,
  }
}
