/** People of the pool and what is known of them. */

type Flag = 0 | 1

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
  /** The highest of the two below, where they are known. */
  education: string | null
  isFullTimeEducation: Flag | null
  fullTimeEducation: string | null
  /** School and subject. */
  fullTimeSchool: string | null
  inServiceEducation: string | null
  inServiceSchool: string | null
  degree: string | null
  /** What LAW 6 counts; follows from `ethnicity`. */
  nationality: 'han' | 'minority' | null
  /** 汉族, 回族 …; for the printed form. */
  ethnicity: string | null
  nativePlace: string | null
  /** Where the person lives now, when it is not at home. */
  residence: string | null
  partyJoinedOn: string | null
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
  /** Counts the changes, so that an edit of something older is noticed. */
  revision: number
  /** The day on which somebody decides whether the record is still needed. */
  keepUntil: string | null
  /** What allows the record: the person's consent or a statutory duty (PIPL 13). */
  basis: 'consent' | 'duty' | null
  /** Version of the notice that the person was given. */
  noticeVersion: number | null
  /** Blanked on request; the id stays. */
  erasedAt: string | null
  /** Of the name, with spaces: what pinyin and initials are searched in. */
  syllables: string | null
  /** Lines `2019.07--2023.06  what`, the end left open for today. */
  resume: string | null
  remarks: string | null
  createdAt: string | null
  /** Of the last change by somebody. */
  updatedAt: string | null
  /** The import that brought the person: hidden until it is done. */
  importId: string | null
  /** The same human being under another id; nobody sees this one any more. */
  mergedInto: string | null
  /** 1, 2, 3 … within the county; null until search knows the person. */
  searchRow: number | null
  /** The county's `poolRevision` of the last change. */
  poolRevision: number
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
  /** Number or name of the paper that proves it. */
  document: string | null
  /** The kind of cultivation entry that it follows from, and which (of meetings: the quarter); null: entered by hand. */
  entryKind: 'session' | 'item' | 'training' | 'trial' | 'quarter' | 'year' | 'attendance' | null
  entryId: string | null
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

/** Old values of a record; erased with the person. */
export type TalentHistoryTable = {
  countyCode: string
  id: string
  talentId: string
  field: string
  before: string | null
  after: string | null
  at: string
  accountId: string
}

export type PrivateField = 'id-number' | 'phone'

/** A value that only few may read: encrypted, with a keyed hash for exact look-up. */
export type PrivateFieldTable = {
  countyCode: string
  talentId: string
  field: PrivateField
  cipher: string
  digest: string
}
