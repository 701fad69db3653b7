import { ageOn } from './age.ts'
import { type Day, EDUCATIONS, type Source, type Talent } from './types.ts'

/** The facts about a person that structure targets count. What is not known counts towards nothing. */
export type Member = {
  talent: string
  /** Completed years on the reference day; null when the birth is not known. */
  age: number | null
  isWoman: boolean
  isMinority: boolean
  /** Junior college or above. */
  isCollege: boolean
  isPartyMember: boolean
  /** Wealth creator, returnee, local graduate or veteran (`sources.share`). */
  isFromFourSources: boolean
}

const fourSources: readonly Source[] = ['wealth-creator', 'returnee', 'graduate', 'veteran']
const juniorCollege = EDUCATIONS.indexOf('junior-college')

/** What `memberOf` reads of a person. */
export type MemberFacts = Pick<
  Talent,
  'id' | 'sex' | 'bornOn' | 'education' | 'nationality' | 'partyStatus' | 'sources'
>

export function memberOf(talent: MemberFacts, referenceOn: Day): Member {
  return {
    talent: talent.id,
    age: talent.bornOn === null ? null : ageOn(talent.bornOn, referenceOn),
    isWoman: talent.sex === 'female',
    isMinority: talent.nationality === 'minority',
    isCollege: talent.education !== null && EDUCATIONS.indexOf(talent.education) >= juniorCollege,
    isPartyMember: talent.partyStatus === 'full',
    isFromFourSources: talent.sources.some((source) => fourSources.includes(source)),
  }
}
