/** Places, their seats and terms, the words and the policy of a county, and its plans. */

type Flag = 0 | 1

export type CountyTable = {
  countyCode: string
  name: string
  province: string
  /** Its people are invented: accounts of the demonstration are listed on the sign-in page. */
  isDemonstration: Flag
  /** Counts the changes of people, so that what is kept in memory is read anew where it changed. */
  poolRevision: number
  /** The revision at which people went or places changed: what is older is read anew as a whole. */
  poolRebuiltAt: number
  /** Version of the policy by whose figures all evidence of cultivation was worked out; null: none was yet. */
  countedByPolicy: number | null
}

export type TownshipTable = { countyCode: string; code: string; name: string }

/** Facts about a place; null is 'not known'. */
export type VillageTable = {
  countyCode: string
  code: string
  townshipCode: string
  name: string
  kind: 'village' | 'community'
  /** Office area (片区) of the township. */
  area: string | null
  isKey: Flag
  households: number | null
  population: number | null
  partyMembers: number | null
  /** Collective income of the last year, in yuan. */
  collectiveIncome: number | null
  /** JSON list of Chinese words, the main trade first. */
  trades: string
  terrain: 'plain' | 'hill' | 'mountain' | null
  hasMinorities: Flag | null
  /** The village that it became part of in mid-term, and since when; its record stays. */
  mergedInto: string | null
  mergedOn: string | null
}

/** Seats (职数) of each post of a village; supervision posts are stored and join teams later. */
export type PostTable = {
  countyCode: string
  villageCode: string
  post:
    | 'secretary'
    | 'party-member'
    | 'chair'
    | 'committee-member'
    | 'supervision-head'
    | 'supervision-member'
  seats: number
}

/** A term of office of a village's committees with the election that began it. */
export type TermTable = {
  countyCode: string
  id: string
  villageCode: string
  startedOn: string
  endsOn: string
  /** Votes cast over registered voters, 0 to 1. */
  turnout: number | null
  rounds: number | null
}

export type IncumbentTable = {
  countyCode: string
  termId: string
  post: PostTable['post']
  talentId: string
  villageCode: string
  tookOfficeOn: string
}

/** What a village needs; weights of a village sum to 1. `zh` and `en` say the need in its own words. */
export type NeedTable = {
  countyCode: string
  villageCode: string
  skillId: string
  weight: number
  zh: string
  en: string
}

/** `body` is JSON of matching's Policy without `version`. The highest version is in force; none is ever changed. */
export type PolicyTable = {
  countyCode: string
  version: number
  body: string
  createdAt: string
  /** Account that signed it, or `seed` and `terminal`. */
  createdBy: string
  /** What it changes and why; null before versions were signed. */
  note: string | null
  /** SHA-256 of the body's canonical JSON when it was signed; null before versions were signed. */
  contentHash: string | null
}

/** The next version as an account writes it: JSON that need not be a whole policy yet. One of each account. */
export type PolicyDraftTable = {
  countyCode: string
  accountId: string
  /** The version that was in force when it was begun. */
  basedOn: number
  body: string
  /** Counts what was saved, so that another tab sees that it moved. */
  revision: number
  updatedAt: string
}

/** A plan as a job: what was asked, how far it is, what came out. */
export type PlanTable = {
  countyCode: string
  id: string
  /** Township of the plan; null for the whole county. */
  townshipCode: string | null
  status: 'queued' | 'running' | 'done' | 'cancelled' | 'failed'
  /** JSON of pins, exclusions, limits. */
  request: string
  /** JSON of matching's PlanResult with people and explanations; null until done. */
  result: string | null
  /** Figures of the result for lists, which do not read it; null until done. */
  objective: number | null
  gap: number | null
  policyVersion: number
  createdAt: string
  finishedAt: string | null
  /** Account; null before there were any. */
  askedBy: string | null
  /** Whose people it looked at: a township sees only plans of its own reach. */
  reach: 'county' | 'township'
}

/** Dictionary of skills and needs. What is retired stays where it is used and is not offered any more. */
export type SkillTable = {
  countyCode: string
  id: string
  zh: string
  en: string
  isRetired: Flag
  /** Typed into a portrait rather than chosen; the administrator may tidy it up. */
  isFree: Flag
}

/** Departments of the joint review, groups that people come from, reason codes. */
export type DictionaryTable = {
  countyCode: string
  id: string
  zh: string
  en: string
  isRetired: Flag
}
