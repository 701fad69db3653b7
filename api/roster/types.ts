import type { Words } from '../../matching/types.ts'

/** What a spreadsheet holds: people of the pool, facts of villages, or people in office. */
export type RosterKind = 'people' | 'villages' | 'incumbents'

/**
 * A cell as the file has it; survives JSON. Text is text; `n` a number as the spreadsheet shows it and its value; `d` a
 * day or instant; `f` what a formula came to; `e` an error of the spreadsheet. Null is empty.
 */
export type RawCell =
  | string
  | { n: number; shown?: string }
  | { d: string }
  | { f: RawCell }
  | { e: string }
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
}

/** What was read of a file before its rows are looked at. */
export type Reading = {
  format: 'xlsx' | 'csv'
  encoding?: 'utf-8' | 'gb18030'
  /** Null for a CSV. */
  sheet: string | null
  sheets: string[]
  /** Lines above the first row of data, the header among them, for the file that goes back. */
  head: RawLine[]
  /** Of the last line of the header. */
  headerLine: number
  columns: Column[]
  /** Lines that are no people: footers, notes, watermarks, titles that repeat. */
  leftOut: { line: number; why: 'footer' | 'blank' | 'title' | 'watermark'; text: string }[]
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
