import type { CriterionId, Day } from '../types.ts'
import type { Grade, ItemKind, ProgressMark, QuarterAspect, YearAspect } from './scheme.ts'

/** What counts of a person's cultivation, as plain data; what was taken back or cancelled is not among it. */
export type Entry =
  | SessionEntry
  | ItemEntry
  | TrainingEntry
  | TrialEntry
  | QuarterEntry
  | YearEntry
  | AttendanceEntry

export type SessionEntry = {
  kind: 'session'
  id: string
  on: Day
  mentor: string
  minutes: number
  progress: ProgressMark | null
  /** Criteria of which the mentor saw something. */
  seen: CriterionId[]
}
export type ItemEntry = {
  kind: 'item'
  id: string
  on: Day
  dueOn: Day
  itemKind: ItemKind
  aim: string
  criteria: CriterionId[]
  /** An office confirmed it; otherwise it is only reported. */
  isConfirmed: boolean
  grade: Grade | null
}
export type TrainingEntry = {
  kind: 'training'
  id: string
  /** The last day that the person attended. */
  on: Day
  name: string
  level: 'city' | 'county' | 'township'
  criteria: CriterionId[]
  result: 'excellent' | 'passed' | 'failed' | null
  /** Number of the certificate. */
  certificate: string | null
  /** Evidence only then; hours count as they come. */
  isFinished: boolean
  /** Every part of the course that was entered for the person. */
  parts: { on: Day; hours: number; status: 'present' | 'absent' | 'excused' }[]
}
export type TrialEntry = {
  kind: 'trial'
  id: string
  startsOn: Day
  /** The day on which it ended, or null while it goes on. */
  endedOn: Day | null
  isConcluded: boolean
  grade: Grade | null
  /** Mean of all answers on 1 to 5 and how many there are; null below the least number. */
  evaluation: { mean: number; answers: number; on: Day } | null
}
export type QuarterEntry = {
  kind: 'quarter'
  id: string
  /** The day it was signed. */
  on: Day
  /** 2026-Q4 */
  quarter: string
  grade: Grade
  grades: Partial<Record<Exclude<QuarterAspect, 'growth'>, Grade>> & { growth?: ProgressMark }
}
export type YearEntry = {
  kind: 'year'
  id: string
  on: Day
  year: string
  grade: Grade
  grades: Partial<Record<YearAspect, Grade>>
}
/** One month of one person, as the village keeps it; null: not counted for this person. */
export type AttendanceEntry = {
  kind: 'attendance'
  /** YYYY-MM */
  month: string
  days: { due: number; present: number } | null
  meetings: { due: number; present: number } | null
}
