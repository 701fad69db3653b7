import type { CriterionId, Words } from '../types.ts'
import { INDICATORS, type IndicatorId } from './indicators.ts'

/** How a county cultivates: limits, what entries are worth as evidence, and points of growth. Policy data. */

export const GRADES = ['excellent', 'good', 'fair', 'poor'] as const
export type Grade = (typeof GRADES)[number]
/** What a mentor saw since the last meeting. */
export const PROGRESS_MARKS = ['clear', 'some', 'none'] as const
export type ProgressMark = (typeof PROGRESS_MARKS)[number]

/** Each becomes dated evidence; meetings and attendance of a quarter together, the others one by one. */
export const ENTRY_KINDS = [
  'session',
  'item',
  'training',
  'trial',
  'quarter',
  'year',
  'attendance',
] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

export const ITEM_KINDS = [
  'village-affairs',
  'shadowing',
  'urgent-task',
  'training',
  'degree',
  'posting',
  'trial-post',
  'task',
] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** What is answered of a quarter, by the mentor and by the township; `growth` moves potential. */
export const QUARTER_ASPECTS = ['attitude', 'tasks', 'public', 'growth'] as const
export type QuarterAspect = (typeof QUARTER_ASPECTS)[number]
/** What the county concludes of a year: daily record, results, public reputation (S3.1). */
export const YEAR_ASPECTS = ['daily', 'results', 'reputation'] as const
export type YearAspect = (typeof YEAR_ASPECTS)[number]

export type Topic = { id: string; words: Words }
export type Cultivation = {
  /** People whom one mentor looks after at once, where the mentor's account does not say otherwise. */
  menteesMax: number
  /** Longest time between two meetings, in days. */
  meetEveryDays: number
  /** What meetings are about, in the order of the phone. */
  topics: Topic[]
  /** Hours of training a year that everybody owes. */
  trainingHours: number
  trial: { monthsMin: number; monthsMax: number }
  /** Answers below which an evaluation shows nothing. */
  answersMin: number
  /** Days after the end of a quarter until the township's check is late; of a year, the county's conclusion. */
  checkDays: number
  yearDays: number
  /** Value of a grade as evidence, 0 to 1. */
  grades: Record<Grade, number>
  progress: Record<ProgressMark, number>
  /** Strength of evidence at its fullest, 0 to 1. */
  strengths: Record<EntryKind | 'evaluation', number>
  /** Days of meetings in one quarter at which they say half of what they can. */
  meetingsHalfAt: number
  /** Hours of one course at which it says all it can. */
  courseHours: number
  /** Points by indicator, and the most that one quarter gives; 0 points: not counted. */
  points: Record<IndicatorId, { points: number; most: number }>
}

/** Which criterion an aspect moves. */
export const ASPECT_CRITERIA = {
  attitude: 'conduct',
  tasks: 'record',
  public: 'reputation',
  growth: 'potential',
  daily: 'conduct',
  results: 'record',
  reputation: 'reputation',
} as const satisfies Record<QuarterAspect | YearAspect, CriterionId>

/** What an item of a kind moves where nobody says otherwise. */
export const ITEM_CRITERIA: Record<ItemKind, CriterionId[]> = {
  'village-affairs': ['service', 'coordination'],
  shadowing: ['potential'],
  'urgent-task': ['coordination', 'record'],
  training: ['development'],
  degree: ['potential'],
  posting: ['service', 'record'],
  'trial-post': ['record'],
  task: ['record'],
}

export const defaultCultivation: Cultivation = {
  menteesMax: 4,
  meetEveryDays: 31,
  topics: [
    { id: 'village-affairs', words: { zh: '村务与议事', en: 'Village affairs' } },
    { id: 'party-building', words: { zh: '党建与组织生活', en: 'Party building' } },
    { id: 'industry', words: { zh: '产业与增收', en: 'Trade and income' } },
    { id: 'mediation', words: { zh: '调解与群众工作', en: 'Mediation and people' } },
    { id: 'policy', words: { zh: '政策与法规', en: 'Policies and law' } },
    { id: 'thought', words: { zh: '思想与打算', en: 'Thoughts and intentions' } },
  ],
  trainingHours: 24,
  trial: { monthsMin: 3, monthsMax: 24 },
  answersMin: 5,
  checkDays: 15,
  yearDays: 45,
  grades: { excellent: 0.95, good: 0.8, fair: 0.6, poor: 0.3 },
  progress: { clear: 0.9, some: 0.7, none: 0.4 },
  strengths: {
    session: 0.4,
    item: 0.3,
    training: 0.45,
    trial: 0.6,
    evaluation: 0.75,
    quarter: 0.5,
    year: 0.85,
    attendance: 0.3,
  },
  meetingsHalfAt: 2,
  courseHours: 8,
  points: Object.fromEntries(
    INDICATORS.map(({ id, points, most }) => [id, { points, most }]),
  ) as Cultivation['points'],
}
