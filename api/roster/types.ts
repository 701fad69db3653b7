import type {
  Education,
  PartyStatus,
  Sex,
  TalentStatus,
  Willingness,
  Words,
} from '../../matching/types.ts'

/** What a spreadsheet holds: people of the pool, facts of villages, or people in office. */
export type RosterKind = 'people' | 'villages' | 'incumbents'

/**
 * A cell as the file has it; survives JSON. Text is text; `n` a number as the spreadsheet shows it and its value; `d` a
 * day or instant; `f` what a formula came to; `e` an error of the spreadsheet; `m` what stands in the first cell of a
 * merge that reaches here. Null is empty.
 */
export type RawCell =
  | string
  | { n: number; shown?: string }
  | { d: string; shown?: string }
  | { f: RawCell }
  | { e: string }
  | { m: RawCell; from: 'above' | 'left' }
  | null

export type RawLine = {
  /** As the spreadsheet numbers it, from 1. */
  line: number
  cells: RawCell[]
  isHidden?: true
}

export type Column = {
  /** From 0. */
  at: number
  /** Joined over its lines: 学历／全日制. */
  header: string
  /** A few values that stand under it. */
  samples: string[]
  isHidden?: true
}

/** What was read of a file before its rows are looked at. */
export type Reading = {
  format: 'xlsx' | 'csv'
  encoding?: 'utf-8' | 'gb18030' | 'utf-16le'
  /** Null for a CSV. */
  sheet: string | null
  sheets: string[]
  /** Lines above the first row of data, the header among them, for the file that goes back. */
  head: RawLine[]
  /** Of the last line of the header. */
  headerLine: number
  columns: Column[]
  /** Lines that are no people: footers, notes, watermarks, titles that repeat. */
  leftOut: {
    line: number
    why: 'footer' | 'blank' | 'title' | 'watermark' | 'example'
    text: string
  }[]
  /** How many rows of data there are. */
  rows: number
  /** What is worth knowing of the file: hidden rows, formulas, merged cells. */
  notes: Words[]
}

/** Meaning of a column: a field of the kind, `ignored`, or null when the user is to be asked. */
export type Mapping = Record<number, string | null>

export type Fault = {
  /** Column of the file, from 0; null when it is of the row as a whole. */
  at: number | null
  field: string | null
  /** Stable kind, for filters and tests: `id-number.ruined`, `born-on.no-such-day`, `village.unknown` … */
  kind: string
  /** `error` keeps the row out until somebody mends it or leaves it out; `notice` is said and does not. */
  level: 'error' | 'notice'
  words: Words
}

/** A column whose meaning the user is to say, with what it may be, likeliest first. */
export type Question = { at: number; header: string; samples: string[]; guesses: string[] }
export type Recognised = { mapping: Mapping; questions: Question[] }

/** What a column can mean. */
export type Field = {
  id: string
  words: Words
  /** As the columns are called in the lists that people have. */
  synonyms: readonly string[]
  /** A row without it is a fault. */
  isRequired?: true
  /** Several columns may mean it; their texts are joined. */
  isMany?: true
}

/** Of a dictionary; what is retired is not offered any more. */
type Entry = { id: string; zh: string; en: string; isRetired?: 0 | 1 }

/** Who and what a row may speak of. */
export type Context = {
  today: string
  /** Day on which ages are counted. */
  referenceOn: string
  /** Of a township's account: nothing outside of it. */
  townshipCode: string | null
  townships: readonly { code: string; name: string }[]
  villages: readonly { code: string; name: string; townshipCode: string }[]
  /** Villages that became part of another: lists go on naming them. */
  former?: readonly { code: string; name: string; into: string }[]
  /** The dictionaries of the county; what is retired is understood as well. */
  skills: readonly Entry[]
  sources: readonly Entry[]
  /** Answers to ambiguous places: text of the question → code of the village. */
  places: Readonly<Record<string, string>>
  identityCheck: 'refuse' | 'warn'
  /** Of the reading: faults name columns by their header. */
  columns: readonly Column[]
}

/** A place that may be several: asked once for each `text`, which is the key of the answer. */
export type PlaceQuestion = {
  text: string
  guesses: { code: string; name: string; township: string }[]
}

export type Channel = 'self' | 'recommended' | 'discovered'
export type SkillValue = { skill: string } | { word: string }

/** What a row says of a person. A key that is not there means 'as it was', or 'not known' for somebody new. */
export type PersonValues = {
  id?: string
  name?: string
  sex?: Sex
  /** YYYY-MM-DD, or YYYY-MM as the list gives it. */
  bornOn?: string
  ethnicity?: string
  nativePlace?: string
  /** The highest of all that is given. */
  education?: Education
  fullTimeEducation?: Education
  fullTimeSchool?: string
  inServiceEducation?: Education
  inServiceSchool?: string
  degree?: string
  partyStatus?: PartyStatus
  partyJoinedOn?: string
  homeVillageCode?: string
  homeTownshipCode?: string
  residence?: string
  occupation?: string
  channel?: Channel
  sources?: string[]
  skills?: SkillValue[]
  willingness?: Willingness
  /** Signed on paper; that somebody did not sign is no word of theirs. */
  consent?: 'given'
  isFit?: 0 | 1
  status?: TalentStatus
  experienceYears?: number
  resume?: string
  remarks?: string
  tags?: string[]
  phone?: string
  /** 18 signs, with a capital X. */
  idNumber?: string
}

export type SeatPost =
  | 'secretary'
  | 'party-member'
  | 'chair'
  | 'committee-member'
  | 'supervision-head'
  | 'supervision-member'

/** A person in office: `homeVillageCode` is where the posts are when the list has no other village. */
export type IncumbentValues = PersonValues & {
  posts?: SeatPost[]
  /** Village of the posts. */
  villageCode?: string
  tookOfficeOn?: string
  termStartedOn?: string
  termEndsOn?: string
}

export type VillageValues = {
  code?: string
  name?: string
  kind?: 'village' | 'community'
  area?: string
  isKey?: boolean
  households?: number
  population?: number
  partyMembers?: number
  /** In yuan. */
  collectiveIncome?: number
  trades?: string[]
  terrain?: 'plain' | 'hill' | 'mountain'
  hasMinorities?: boolean
  seats?: Partial<Record<SeatPost, number>>
  termStartedOn?: string
  termEndsOn?: string
  /** 0 to 1. */
  turnout?: number
  rounds?: number
}

export type ValuesOf = {
  people: PersonValues
  villages: VillageValues
  incumbents: IncumbentValues
}
export type Understood<K extends RosterKind = RosterKind> = {
  values: ValuesOf[K]
  faults: Fault[]
  /** Places to be asked; until they are answered the row has the fault `village.ambiguous`. */
  places: PlaceQuestion[]
}
