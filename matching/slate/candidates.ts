import { appraiseFor, fitOf } from '../criteria.ts'
import { appraisalOf, weightsFor } from '../plan/appraisal.ts'
import { type ConflictMember, POSTS, type Problem, type RuleId, type Talent } from '../types.ts'
import { type Base, isRule } from './base.ts'
import { EVERYTHING, openTo, type Supposed } from './question.ts'
import { ALL_RULES, bitOfRule, countBits } from './reach.ts'
import type { Situation } from './situation.ts'

/** Somebody who could be had, and what it would take. */
export type Candidate = {
  /** By index of the crowd. */
  person: number
  supposed: Supposed
  steps: number
  isAtHome: boolean
  fit: number
}

/**
 * People who could sit here, or be reserves, if just these rules were settled for them (papers and answers that may
 * still come) and, where `oneplace` gives way, another village let them go: fewest steps first, then who lives here,
 * then fit.
 */
export function candidatesFor(
  situation: Situation,
  { missed }: Base,
  given: readonly ConflictMember[],
): Candidate[] {
  const { crowd, here } = situation
  // No rule stands against being made a reserve, so no set names it.
  const isForReserves = missed === 'depth' && given.length === 0
  const mayGive = isForReserves
    ? ALL_RULES
    : given.filter(isRule).reduce((bits, rule) => bits | bitOfRule(rule), 0)
  const found = crowd.neighbours.flatMap(({ talent }, person): Candidate[] => {
    const supposed = supposedOf(situation, person, mayGive, given, isForReserves)
    if (supposed === null || (here.has(talent.id) && !supposed.isReserve)) return []
    const steps = countBits(supposed.rules) + Number(supposed.isFreed) + Number(supposed.isReserve)
    if (steps === 0) return []
    const isAtHome = talent.homeVillage === crowd.village.code
    return [{ person, supposed, steps, isAtHome, fit: bestFit(situation, person) }]
  })
  return found.sort(
    (a, b) =>
      a.steps - b.steps ||
      Number(b.isAtHome) - Number(a.isAtHome) ||
      b.fit - a.fit ||
      a.person - b.person,
  )
}

/** The least that opens some post to the person; null when nothing of what may give way does. */
function supposedOf(
  { crowd, here }: Situation,
  person: number,
  mayGive: number,
  given: readonly ConflictMember[],
  isForReserves: boolean,
): Supposed | null {
  const { blocks, obtainable, talent } = crowd.neighbours[person]!
  const isFreed = crowd.isElsewhere[person]!
  if (isFreed && !given.includes('oneplace')) return null
  const ways = POSTS.flatMap((_, post) => {
    const rules = blocks[post]!
    const isOpenable = (rules & ~(obtainable[post]! & mayGive)) === 0
    const isSeat = crowd.seats[post]! > 0 && ((crowd.excluded[person]! >> post) & 1) === 0
    return isOpenable && isSeat ? [rules] : []
  })
  if (ways.length === 0) return null
  // More posts come open with more settled; the fewest rules come first, and none when somebody only has to move.
  const rules = ways.reduce((fewest, one) => (countBits(one) < countBits(fewest) ? one : fewest))
  const useful = rules !== 0 || isFreed ? rules : (ways.find((one) => one !== 0) ?? 0)
  const isReserve =
    isForReserves &&
    talent.homeVillage === crowd.village.code &&
    talent.status !== 'reserve' &&
    !here.has(talent.id)
  return { rules: isReserve ? rules : useful, isFreed, isReserve }
}

function bestFit({ crowd, problem }: Situation, person: number): number {
  const { talent } = crowd.neighbours[person]!
  const appraisal = appraiseFor(appraisalOf(talent, problem.policy), talent, crowd.village)
  const open = openTo(
    crowd,
    { ...EVERYTHING, targets: 0, rules: 0, oneplace: false, pins: false },
    person,
  )
  return POSTS.reduce(
    (best, post, index) =>
      ((open >> index) & 1) === 1
        ? Math.max(best, fitOf(appraisal, weightsFor(post, problem.policy)).fit)
        : best,
    0,
  )
}

/** The person with what they lack supposed to be in order; what a paper will say is not known, so the least that will do. */
export function supposing(
  talent: Talent,
  { supposed }: Candidate,
  { policy, villages }: Problem,
): Talent {
  const village = villages[0]!
  const has = (rule: RuleId) => (supposed.rules & bitOfRule(rule)) !== 0
  return {
    ...talent,
    status: supposed.isReserve ? 'reserve' : talent.status,
    consent: has('consent') ? 'given' : talent.consent,
    isFit: has('fitness') ? true : talent.isFit,
    willingness: has('willing') ? 'county' : talent.willingness,
    education: has('education.min') ? policy.education[village.kind] : talent.education,
    experienceYears: has('experience.min')
      ? policy.experience.communityYears
      : talent.experienceYears,
    partyStatus: has('party.member') ? 'full' : talent.partyStatus,
    consentedVillages: has('residence')
      ? [...talent.consentedVillages, village.code]
      : talent.consentedVillages,
  }
}
