/** How ready each village is for its term change: what is on record about it, what warns, who decided, and the papers. */

type Flag = 0 | 1

/** One fact about a village, signed; what was wrong is taken back and written anew, none is changed. */
export type VillageEntryTable = {
  countyCode: string
  id: string
  villageCode: string
  kind: 'statistics' | 'election' | 'audit' | 'overhaul' | 'survey' | 'leader' | 'note'
  /** The day that it speaks of. */
  onDay: string
  /** Where it comes from, for people to read. */
  source: string
  /** JSON, by kind: matching's `VillageEntryBodies`. */
  body: string
  createdAt: string
  createdBy: string
  takenBackAt: string | null
  takenBackBy: string | null
  takenBackReason: string | null
}

/** A file of an entry; its bytes lie outside the database, encrypted. */
export type VillageFileTable = {
  countyCode: string
  id: string
  entryId: string
  villageCode: string
  name: string
  media: 'image/jpeg' | 'image/png' | 'application/pdf'
  size: number
  contentHash: string
  addedAt: string
  addedBy: string
  removedAt: string | null
  removedBy: string | null
}

/** Results of a round became a village's term of office; where nothing followed it may be taken back. */
export type SettledTermTable = {
  countyCode: string
  id: string
  villageCode: string
  roundId: string
  /** Of `terms`; gone where it was taken back. */
  termId: string
  enteredAt: string
  enteredBy: string
  takenBackAt: string | null
  takenBackBy: string | null
  takenBackReason: string | null
}

/** Somebody signed on which of the three lists a village stands, and why. The latest that is not taken back counts. */
export type ListDecisionTable = {
  countyCode: string
  id: string
  villageCode: string
  list: 'settled' | 'willing' | 'none'
  /** The person for the combined role; null on `none`. */
  talentId: string | null
  /** On `none`: what is being tried (S3.2, S0, S4). */
  remedy: 'another-village' | 'posted-in' | 'recruited' | null
  reason: string
  at: string
  accountId: string
  /** As they were when it was signed. */
  accountName: string
  position: string | null
  takenBackAt: string | null
  takenBackBy: string | null
  takenBackReason: string | null
}

/** Something to be done about an indicator of a village: assigned, then done and logged, or dropped with a reason. */
export type ReadinessActionTable = {
  countyCode: string
  id: string
  villageCode: string
  indicator: string
  what: string
  /** Who is to do it: an account, or an office in words. */
  assigneeId: string | null
  assigneeName: string
  dueOn: string | null
  assignedAt: string
  assignedBy: string
  /** The day on which it was done, and what came of it. */
  doneOn: string | null
  result: string | null
  closedAt: string | null
  closedBy: string | null
  isDropped: Flag
  revision: number
}

/** An indicator of a village warned. It closes only by an action that was logged, where the policy asks for one. */
export type WarningTable = {
  countyCode: string
  id: string
  villageCode: string
  indicator: string
  colour: 'red' | 'yellow'
  /** JSON of matching's `Words`: the reason when it was raised or last changed. */
  words: string
  raisedAt: string
  /** Since when the facts do not warn any more. */
  clearedAt: string | null
  closedAt: string | null
  /** The action that closed it; null where the policy asks for none. */
  closedBy: string | null
  /** The closed warning that came back. */
  reopensId: string | null
}

/** Where a village stands, worked out from everything above; written anew when it changes. */
export type VillageStandingTable = {
  countyCode: string
  villageCode: string
  townshipCode: string
  colour: 'red' | 'yellow' | 'green'
  score: number | null
  /** JSON of `Words`. */
  words: string
  /** JSON list of matching's `IndicatorResult`, as shown. */
  indicators: string
  list: 'settled' | 'willing' | 'none'
  /** JSON of matching's `ListStanding`. */
  listStanding: string
  reserves: number
  /** People at home there, and of them those whose newest evidence is old. */
  people: number
  stale: number
  /** Null: not worked out yet. */
  isReachable: Flag | null
  singles: number
  /** Answers of the joint review: asked, given, overdue. */
  asked: number
  answered: number
  late: number
  countedAt: string
}

/** A village changed its colour or its list. */
export type StandingChangeTable = {
  countyCode: string
  id: string
  villageCode: string
  colourBefore: 'red' | 'yellow' | 'green' | null
  colour: 'red' | 'yellow' | 'green'
  listBefore: 'settled' | 'willing' | 'none' | null
  list: 'settled' | 'willing' | 'none'
  words: string
  at: string
}

/** What the matcher found of a village by itself, and of which question; ids of people alone. */
export type VillageTeamTable = {
  countyCode: string
  villageCode: string
  /** SHA-256 of what the answer depends on. */
  fingerprint: string
  /** JSON of matching's `TeamOutlook`. */
  outlook: string
  countedAt: string
}

/** The county's own Word template of a report: the highest version counts. */
export type PaperTemplateTable = {
  countyCode: string
  version: number
  name: string
  /** The .docx, Base64. */
  body: string
  createdAt: string
  createdBy: string
}

/** What an appointment form says that the portrait does not keep: encrypted JSON, written back unchanged. */
export type AppointmentFormTable = {
  countyCode: string
  talentId: string
  cipher: string
  readAt: string
  readBy: string
}

/** A person's photograph; its bytes lie outside the database, encrypted. */
export type PhotographTable = {
  countyCode: string
  id: string
  talentId: string
  name: string
  media: 'image/jpeg' | 'image/png'
  size: number
  contentHash: string
  addedAt: string
  addedBy: string
  removedAt: string | null
  removedBy: string | null
}

/** A village became part of another in mid-term, with what was moved and closed, so that it can be undone. */
export type VillageMergerTable = {
  countyCode: string
  id: string
  villageCode: string
  intoCode: string
  onDay: string
  reason: string
  /** JSON: ids of what was moved and closed, by table. */
  moved: string
  mergedAt: string
  mergedBy: string
  undoneAt: string | null
  undoneBy: string | null
  undoneReason: string | null
}
