import type {
  DuplicateAnswerTable,
  ImportChangeTable,
  ImportRowTable,
  ImportTable,
  ListMemberTable,
  ListTable,
  RelativeTable,
  SavedSearchTable,
  SearchLookTable,
  TalentTagTable,
  TalentTextTable,
} from './schema/pool.ts'

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
  departments: DictionaryTable
  sources: DictionaryTable
  reasons: DictionaryTable
  accounts: AccountTable
  accountVillages: AccountVillageTable
  sessions: SessionTable
  signInFailures: SignInFailureTable
  invitations: InvitationTable
  mentorships: MentorshipTable
  reviewCases: ReviewCaseTable
  privateFields: PrivateFieldTable
  talentHistory: TalentHistoryTable
  notices: NoticeTable
  consents: ConsentTable
  corrections: CorrectionTable
  settings: SettingsTable
  keyChecks: KeyCheckTable
  auditEntries: AuditEntryTable
  auditSubjects: AuditSubjectTable
  auditHeads: AuditHeadTable
  talentTags: TalentTagTable
  relatives: RelativeTable
  lists: ListTable
  listMembers: ListMemberTable
  duplicateAnswers: DuplicateAnswerTable
  savedSearches: SavedSearchTable
  searchLooks: SearchLookTable
  imports: ImportTable
  importRows: ImportRowTable
  importChanges: ImportChangeTable
  talentTexts: TalentTextTable
}

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
  /** Account; null before there were any. */
  askedBy: string | null
  /** Whose people it looked at: a township sees only plans of its own reach. */
  reach: 'county' | 'township'
}

export type Role =
  | 'county'
  | 'township'
  | 'village'
  | 'mentor'
  | 'reviewer'
  | 'talent'
  | 'admin'
  | 'auditor'

export type AccountTable = {
  countyCode: string
  /** UUIDv7. */
  id: string
  /** Lower case, unique in the county. */
  username: string
  /** Of the holder, as signatures show it. */
  name: string
  role: Role
  /** What the holder is in the office (组织委员 …). */
  position: string | null
  /** Of role `township`. */
  townshipCode: string | null
  /** Of role `reviewer`. */
  departmentId: string | null
  /** Of role `talent`. */
  talentId: string | null
  /** `pending` waits for a county officer; `closed` never signs in again. */
  state: 'pending' | 'active' | 'closed'
  /** Argon2id as a PHC string; null once closed. */
  passwordHash: string | null
  mustChangePassword: Flag
  /** Encrypted by the keyring; null without a second factor. */
  totpSecret: string | null
  /** The last time step whose code was used, so that no code works twice. */
  totpStep: number | null
  isDemonstration: Flag
  createdAt: string
  createdBy: string
  confirmedAt: string | null
  confirmedBy: string | null
  signedInAt: string | null
  revision: number
}

/** Villages of an account of role `village`. */
export type AccountVillageTable = { countyCode: string; accountId: string; villageCode: string }

export type SessionTable = {
  countyCode: string
  /** SHA-256 of the token in the cookie. */
  id: string
  accountId: string
  /** The second factor was shown, or the account has none. */
  hasCode: Flag
  createdAt: string
  seenAt: string
  address: string | null
  agent: string | null
}

/** By keyed hash of the name that was typed, whether there is such an account or not. */
export type SignInFailureTable = {
  countyCode: string
  nameDigest: string
  failures: number
  failedAt: string
  lockedUntil: string | null
}

export type InvitationTable = {
  countyCode: string
  /** SHA-256 of the code that the person was handed. */
  id: string
  talentId: string
  createdAt: string
  createdBy: string
  expiresAt: string
  usedAt: string | null
}

export type MentorshipTable = {
  countyCode: string
  /** Account of the mentor. */
  mentorId: string
  talentId: string
  startedOn: string
  endedOn: string | null
}

/** Somebody put before a department of the joint review. */
export type ReviewCaseTable = {
  countyCode: string
  departmentId: string
  talentId: string
  openedAt: string
  closedAt: string | null
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

/** What people are told about their data (PIPL 17). */
export type NoticeTable = {
  countyCode: string
  version: number
  zh: string
  en: string
  createdAt: string
  createdBy: string
}

export type ConsentTable = {
  countyCode: string
  id: string
  talentId: string
  act: 'given' | 'withdrawn'
  channel: 'self' | 'paper'
  noticeVersion: number | null
  at: string
  accountId: string
}

export type CorrectionTable = {
  countyCode: string
  id: string
  talentId: string
  field: string
  proposed: string
  note: string
  state: 'open' | 'accepted' | 'refused'
  answer: string | null
  askedAt: string
  answeredAt: string | null
  answeredBy: string | null
}

/** `body` is JSON of the api's settings; the highest version is in force. */
export type SettingsTable = {
  countyCode: string
  version: number
  body: string
  createdAt: string
  createdBy: string
}

/** Tells the right key from a wrong one. */
export type KeyCheckTable = {
  countyCode: string
  version: number
  digest: string
  createdAt: string
}

/** Append-only, each entry sealed with the one before it; never a personal value. */
export type AuditEntryTable = {
  countyCode: string
  /** 1, 2, 3 … within the county. */
  sequence: number
  at: string
  /** Account, or `system`, `terminal`, `nobody`. */
  actor: string
  role: string | null
  action: string
  outcome: 'done' | 'denied' | 'failed'
  /** SHA-256 of the sorted ids that the entry is about (`audit_subjects`). */
  subjectSet: string | null
  /** JSON of the scope in which the actor acted. */
  scope: string
  reason: string | null
  policyVersion: number | null
  ruleBook: string | null
  requestId: string | null
  /** JSON of field names, versions, counts. */
  detail: string
  /** Null until the program that made the chain first starts. */
  keyVersion: number | null
  hash: string | null
}

/** The ids of a set, stored once however often they are looked at together. */
export type AuditSubjectTable = { countyCode: string; subjectSet: string; subject: string }

/** Where the chain of the county ends; its writer holds this row. */
export type AuditHeadTable = { countyCode: string; sequence: number; hash: string }
