/**
 * Every table as Kysely sees it; columns are snake_case in SQL (CamelCasePlugin).
 * `countyCode` stands first in every key. Types are text, integer and real only, alike on SQLite and PostgreSQL;
 * days are ISO text, flags 0 | 1, JSON text. What the files of db answer has its JSON parsed and its
 * flags as they are: the api makes them true and false.
 */
export type Database = {
  counties: CountyTable
  townships: TownshipTable
  villages: VillageTable
  posts: PostTable
  terms: TermTable
  incumbents: IncumbentTable
  skills: SkillTable
  needs: NeedTable
  policies: PolicyTable
  talents: TalentTable
  talentSources: TalentSourceTable
  talentSkills: TalentSkillTable
  honours: HonourTable
  evidence: EvidenceTable
  familyLinks: FamilyLinkTable
  residenceConsents: ResidenceConsentTable
  plans: PlanTable
  auditEntries: AuditEntryTable
}

type Flag = 0 | 1

export type CountyTable = { countyCode: string; name: string; province: string }

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

/** Dictionary of skills and needs. */
export type SkillTable = { countyCode: string; id: string; zh: string; en: string }

/** What a village needs; weights of a village sum to 1. `zh` and `en` say the need in its own words. */
export type NeedTable = {
  countyCode: string
  villageCode: string
  skillId: string
  weight: number
  zh: string
  en: string
}

/** `body` is JSON of matching's Policy without `version`. The highest version is in force. */
export type PolicyTable = {
  countyCode: string
  version: number
  body: string
  createdAt: string
  createdBy: string
}

export type TalentTable = {
  countyCode: string
  /** UUIDv7. */
  id: string
  name: string
  /** Full pinyin and initials, lower case, for search. */
  pinyin: string
  initials: string
  sex: 'female' | 'male' | null
  /** YYYY-MM-DD or YYYY-MM. */
  bornOn: string | null
  education: string | null
  isFullTimeEducation: Flag | null
  nationality: 'han' | 'minority' | null
  partyStatus: 'full' | 'probationary' | 'activist' | 'league' | 'none' | null
  status: 'registered' | 'in-pool' | 'reserve' | 'trial-post' | 'appointed' | 'left'
  /** How the person came in. */
  channel: 'self' | 'recommended' | 'discovered'
  /** Work in one line. */
  occupation: string | null
  homeTownshipCode: string
  homeVillageCode: string
  consent: 'given' | 'withdrawn' | null
  willingness: 'village' | 'township' | 'county' | null
  isFit: Flag | null
  /** JSON list of qualification ids. */
  qualifications: string
  hasOutstandingContribution: Flag
  experienceYears: number | null
  isNewSocialWorker: Flag
}

export type TalentSourceTable = { countyCode: string; talentId: string; source: string }

export type TalentSkillTable = {
  countyCode: string
  talentId: string
  skillId: string
  level: number
  standing: 'proven' | 'claimed'
}

export type HonourTable = {
  countyCode: string
  id: string
  talentId: string
  level: 'township' | 'county' | 'city' | 'province' | 'nation'
  name: string
  awardedOn: string
}

export type EvidenceTable = {
  countyCode: string
  id: string
  talentId: string
  criterion: string
  value: number
  strength: number
  standing: 'proven' | 'claimed'
  datedOn: string
  source: string
  note: string
}

/** One row a pair, `talentId` < `relativeId`. `isBarred`: within the degrees that may not sit together. */
export type FamilyLinkTable = {
  countyCode: string
  talentId: string
  relativeId: string
  /** spouse, parent, sibling, uncle, cousin, in-law … (words in docs/concepts.md). */
  relation: string
  isBarred: Flag
}

/** The election committee's recorded consent to a candidate who is no resident (LAW 13). */
export type ResidenceConsentTable = {
  countyCode: string
  talentId: string
  villageCode: string
  consentedOn: string
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
}

/** Append-only. `subjects` is a JSON list of ids; never a personal value. */
export type AuditEntryTable = {
  countyCode: string
  /** 1, 2, 3 … within the county. */
  sequence: number
  at: string
  actor: string
  action: string
  subjects: string
  /** JSON of field names, versions, request id. */
  detail: string
}
