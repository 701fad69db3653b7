import type { Member } from '../member.ts'
import { judge } from '../rules/index.ts'
import type { TargetForm } from '../targets/index.ts'
import { EDUCATIONS, POSTS, type Policy, type Talent, type Village } from '../types.ts'
import { educationOf, type Facts, type Role, YOUNGEST } from './profiles.ts'

/** What everybody with these facts adds to a target at least: at the worst of the ages allowed. */
export function leastValue(
  { perMember }: TargetForm,
  facts: Facts,
  { kind }: Village,
  policy: Policy,
): number {
  const { from, to } = facts.ages ?? { from: YOUNGEST, to: policy.age.max }
  const education = educationOf(facts, policy.education[kind])
  const known: Omit<Member, 'age'> = {
    talent: '',
    isWoman: facts.sex === 'female',
    isMinority: facts.nationality === 'minority',
    isCollege: EDUCATIONS.indexOf(education) >= EDUCATIONS.indexOf('junior-college'),
    isPartyMember: false,
    isFromFourSources: facts.sources.length > 0,
  }
  let least = Infinity
  for (let age = from; age <= to; age++) least = Math.min(least, perMember({ ...known, age }))
  return least
}

/** Posts of the village that the rules open in such a role, all else being in order, as bits of `POSTS`. */
export function postsOpenTo(role: Role, village: Village, policy: Policy): number {
  const someone = someoneIn(role, village, policy)
  return POSTS.reduce(
    (bits, post, index) =>
      judge(someone, village, post, policy) === 'eligible' ? bits | (1 << index) : bits,
    0,
  )
}

/** Somebody of 30 in such a role, about whom all else that the rules ask is in order. */
function someoneIn(role: Role, village: Village, policy: Policy): Talent {
  return {
    id: '',
    name: '',
    sex: 'male',
    bornOn: `${Number(policy.referenceOn.slice(0, 4)) - 30}-01-01`,
    education: policy.education[village.kind],
    isFullTimeEducation: null,
    nationality: 'han',
    partyStatus: role.isPartyMember ? 'full' : 'none',
    status: role.isReserve ? 'reserve' : 'in-pool',
    sources: [],
    homeVillage: role.isResident ? village.code : '',
    homeTownship: village.township,
    consent: 'given',
    willingness: 'county',
    isFit: true,
    qualifications: [],
    honours: [],
    hasOutstandingContribution: false,
    experienceYears: policy.experience.communityYears,
    isNewSocialWorker: false,
    incumbency: null,
    consentedVillages: [],
    skills: [],
    evidence: [],
  }
}
