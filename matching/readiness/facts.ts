import type { Day, Post, Words } from '../types.ts'
import type { VillageEntry } from './entries.ts'
import type { ReadinessIndicator } from './scheme.ts'

export const COLOURS = ['red', 'yellow', 'green'] as const
export type Colour = (typeof COLOURS)[number]
/** Of one indicator: where nothing is known it is neither red nor green. */
export type IndicatorState = Colour | 'unknown' | 'not-applicable'

export const VILLAGE_LISTS = ['settled', 'willing', 'none'] as const
/** The three lists of the combined role: 已落实 · 有意向 · 无合适人选. */
export type VillageList = (typeof VILLAGE_LISTS)[number]
/** `decision`: somebody signed it, and no fact speaks against it. */
export type ListStanding = {
  list: VillageList
  talents: string[]
  by: 'facts' | 'decision'
  on: Day
  words: Words
}

/** What the matcher finds of a village by itself: the least misses of law and policy, and who alone carries the team. */
export type TeamOutlook = {
  on: Day
  law: Words[]
  policy: Words[]
  /** People without whom law or policy could not be met any more. */
  singles: string[]
  /** The team that showed it. */
  seats: { post: Post; talent: string }[]
}

/** The joint review of the village's nominees in the round of the term change. */
export type ReviewStanding = {
  nominees: number
  asked: number
  answered: number
  objections: number
  /** Answers that are overdue, and such as have ended. */
  late: number
  lapsed: number
  /** The first day on which an answer ends. */
  validUntil: Day | null
}

/** Everything that the colour of a village follows from. */
export type VillageFacts = {
  entries: readonly VillageEntry[]
  /** Households by the latest statistics or the village's own row. */
  households: number | null
  reserves: number
  list: ListStanding
  /** Null: not worked out yet. */
  team: TeamOutlook | null
  /** Null: no round of a term change is open, or nobody is nominated. */
  review: ReviewStanding | null
}

export type IndicatorResult = {
  id: ReadinessIndicator
  state: IndicatorState
  /** In the indicator's own measure (notices, reserves, misses, share); null when it is not known. */
  value: number | null
  /** In a few characters, for a table: '公示 1/2', '1 人'. */
  short: Words
  /** One sentence: the fact, and what is weak in it. */
  words: Words
  source: Words
  on: Day | null
  /** What to do next; null when nothing is. */
  next: Words | null
}
