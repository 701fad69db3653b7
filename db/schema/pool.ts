/** Tables of the pool: relatives, lists, searches, spreadsheets that come in. */

type Flag = 0 | 1

/** A relative as the person named one; `linkedId` is the same human being in the pool, confirmed by somebody. */
export type RelativeTable = {
  countyCode: string
  id: string
  talentId: string
  /** As written: 父亲, 妻子, 伯父 … */
  relation: string
  name: string
  bornOn: string | null
  politicalStatus: string | null
  work: string | null
  linkedId: string | null
  /** JSON list of ids that somebody said are other people of the same name. */
  refusedIds: string
}

export type TalentTagTable = { countyCode: string; talentId: string; tag: string }

/** A named list of people, of the county's office or of one township's. */
export type ListTable = {
  countyCode: string
  id: string
  name: string
  note: string
  townshipCode: string | null
  createdAt: string
  createdBy: string
  revision: number
}

export type ListMemberTable = {
  countyCode: string
  listId: string
  talentId: string
  note: string
  addedAt: string
  addedBy: string
}

/** Somebody said that these two are different people. `talentId` < `otherId`. */
export type DuplicateAnswerTable = {
  countyCode: string
  talentId: string
  otherId: string
  at: string
  accountId: string
}

/** `query` is the text of an address, as the page of the pool has it. */
export type SavedSearchTable = {
  countyCode: string
  id: string
  name: string
  query: string
  /** With the office: the county's accounts, or those of `townshipCode`. */
  isShared: Flag
  accountId: string
  townshipCode: string | null
  createdAt: string
}

/** When an account last looked at what a saved search finds. */
export type SearchLookTable = {
  countyCode: string
  searchId: string
  accountId: string
  lookedAt: string
}

export type ImportKind = 'people' | 'villages' | 'incumbents'

/**
 * `reading` the file → `asking` what a column means → `checking` → `checked`: a preview → `writing` → `done`;
 * `undoing` → `undone`. People whom an import brings are seen once it is `done`.
 */
export type ImportState =
  | 'reading'
  | 'asking'
  | 'checking'
  | 'checked'
  | 'writing'
  | 'done'
  | 'undoing'
  | 'undone'
  | 'cancelled'
  | 'failed'

export type ImportTable = {
  countyCode: string
  id: string
  kind: ImportKind
  state: ImportState
  fileName: string
  /** Of a township's account: its own imports. */
  townshipCode: string | null
  /** JSON: what was read of the file (sheet, header, columns, notes). */
  reading: string
  /** JSON: what the user chose (mapping, places, what to do with people who are known). */
  choices: string
  /** JSON: rows by state, and how far it is. */
  counts: string
  /** JSON of words: why it failed. */
  problem: string | null
  revision: number
  createdAt: string
  createdBy: string
  finishedAt: string | null
}

export type ImportRowState = 'new' | 'update' | 'merge' | 'same' | 'skip' | 'faulty' | 'left-out'

/** A row of the file while it waits; gone once the import is done. */
export type ImportRowTable = {
  countyCode: string
  importId: string
  /** As the spreadsheet numbers it. */
  line: number
  state: ImportRowState
  /** Who in the pool it is, when it is somebody. */
  talentId: string | null
  /** Encrypted JSON: the cells as they came and as somebody mended them. */
  cells: string
  /** JSON list: column, kind of fault, words. */
  faults: string
}

/** What an import did to one person or village, so that it can be undone. */
export type ImportChangeTable = {
  countyCode: string
  importId: string
  /** Id of the person, or code of the village. */
  subject: string
  act: 'created' | 'updated'
  /** Encrypted JSON of the rows as they were; null for `created`. */
  before: string | null
  /** Of the person after the change: whoever was changed since is left alone by an undo. */
  revision: number
}

/**
 * Bigrams of a person's words: a table on PostgreSQL, full text on SQLite (`rowid`), where the county's number comes
 * before `searchRow`. Read and written by `texts.ts` alone.
 */
export type TalentTextTable = { countyCode: string; searchRow: number; words: string }
