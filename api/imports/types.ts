import type { Words } from '../../matching/types.ts'
import type { Mapping, PlaceQuestion, Question, Reading } from '../roster/types.ts'

/** What happens to people who are in the pool already: nothing, given cells overwrite, or only gaps are filled. */
export const KNOWN = ['skip', 'update', 'merge'] as const
export type Known = (typeof KNOWN)[number]

export type Choices = {
  mapping: Mapping
  /** Text of a place that may be several → code. */
  places: Record<string, string>
  known: Known
}

/** What was read and what is to be asked; holds values of the file, so that it is stored encrypted. */
export type StoredReading = Reading & { questions: Question[]; places: PlaceQuestion[] }

export type RowCounts = {
  new: number
  update: number
  merge: number
  same: number
  skip: number
  faulty: number
  leftOut: number
}
export type KindCount = { kind: string; level: 'error' | 'notice'; rows: number }
export type Left = { id: string; why: 'changed' | 'used' }

export type Counts = RowCounts & {
  /** Rows that something is said about and that come in all the same. */
  notices: number
  kinds: KindCount[]
  /** How far the present step is. */
  progress: { done: number; of: number } | null
  /** The pool as it was when the rows were checked. */
  poolRevision: number
  /** After an undo: how many were taken away or put back, and who was left and why. */
  undone: { removed: number; restored: number; left: Left[] } | null
}

export type Told = { kind: string; words: Words }

export const NO_ROWS: RowCounts = {
  new: 0,
  update: 0,
  merge: 0,
  same: 0,
  skip: 0,
  faulty: 0,
  leftOut: 0,
}
export const NO_COUNTS: Counts = {
  ...NO_ROWS,
  notices: 0,
  kinds: [],
  progress: null,
  poolRevision: 0,
  undone: null,
}
