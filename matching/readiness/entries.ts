import type { Day } from '../types.ts'

/**
 * What is written down about a village: facts about places only, never about people's opinions one by one. Each entry
 * is signed and never changed: what was wrong is taken back and written anew.
 */

export const VILLAGE_ENTRY_KINDS = [
  'statistics',
  'election',
  'audit',
  'overhaul',
  'survey',
  'leader',
  'note',
] as const
export type VillageEntryKind = (typeof VILLAGE_ENTRY_KINDS)[number]

/** Counts of people on one day; null is 'not known'. */
export type Statistics = {
  households: number | null
  /** Registered (户籍), living there (常住), away for work (外出). */
  population: number | null
  residents: number | null
  away: number | null
  aged60: number | null
  /** Registered voters. */
  voters: number | null
  minorities: number | null
  partyMembers: number | null
  partyWomen: number | null
  partyAged35OrUnder: number | null
  partyAged60OrAbove: number | null
  /** Collective income of the year, in yuan. */
  collectiveIncome: number | null
}

export const ELECTION_METHODS = [
  'direct-nomination',
  'candidates',
  'two-recommendations',
  'public-recommendation',
  'party-congress',
  'representatives',
] as const
/** 海选提名直接选举 · 提名候选人选举 · 两推一选 · 公推直选 · 党员大会选举 · 户代表或居民代表选举. */
export type ElectionMethod = (typeof ELECTION_METHODS)[number]
export type Election = {
  committee: 'party' | 'committee' | 'supervision'
  method: ElectionMethod
  /** People entitled to vote, votes cast, and valid votes. */
  voters: number | null
  cast: number | null
  valid: number | null
  rounds: number | null
  isValid: boolean
}

export type Notice = { from: Day; to: Day }
export type Audit = {
  /** Whose departure, by office: 书记兼主任, 班子集体 … never a name. */
  office: string
  auditor: string
  /** The report's day; null while the audit goes on. */
  finishedOn: Day | null
  conclusion: 'clear' | 'to-mend' | 'handed-over' | null
  /** When everything to be mended was accepted. */
  mendedOn: Day | null
  /** Public notices of the result, the first and the last day of each. */
  notices: Notice[]
}

export type Overhaul = {
  /** 软弱涣散 by which fact; a category of the county, no file about anybody. */
  cause: string
  measures: string
  acceptedOn: Day | null
  acceptedBy: string
}

export type Survey = {
  /** The sitting team, or the candidates of the coming election. */
  about: 'team' | 'candidates'
  /** Households of the village on that day. */
  households: number | null
  issued: number
  returned: number
  /** Answers 'satisfied' or 'agree' among those returned. */
  approving: number
}

/** The leader responsible for the village (包村领导). */
export type Leader = { name: string; position: string; isEnded: boolean }
/** 一村一策: a plan of its own for one village. */
export type Note = { title: string; text: string }

export type VillageEntryBodies = {
  statistics: Statistics
  election: Election
  audit: Audit
  overhaul: Overhaul
  survey: Survey
  leader: Leader
  note: Note
}

/** `on`: the day of the count, election, survey; when the audit was begun, the village listed, the leader named. */
export type VillageEntryOf<K extends VillageEntryKind> = {
  id: string
  kind: K
  on: Day
  source: string
  body: VillageEntryBodies[K]
}
export type VillageEntry = { [K in VillageEntryKind]: VillageEntryOf<K> }[VillageEntryKind]

/** Of one kind, the latest day first and of one day the one that was written last. */
export function latestOf<K extends VillageEntryKind>(
  entries: readonly VillageEntry[],
  kind: K,
): VillageEntryOf<K>[] {
  const own = entries.filter((it): it is VillageEntryOf<K> & VillageEntry => it.kind === kind)
  return own.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? 1 : -1))
}
