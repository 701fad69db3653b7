import type { Words } from '../types.ts'

/** So many of the people chosen have this value of the feature, at least and at most. */
export type Quota = { feature: string; value: string; min: number; max: number }
export type QuotaPerson = {
  id: string
  /** In the order of the problem's features; a value without a quota is not limited. */
  values: string[]
  weight: number
}
/** Choose `select` people within the quotas so that their weights add up to the most. */
export type QuotaProblem = {
  select: number
  features: string[]
  quotas: Quota[]
  people: QuotaPerson[]
}

export type QuotaChange = {
  /** null, like the value, where the number of people to choose changes. */
  feature: string | null
  value: string | null
  bound: 'min' | 'max' | 'select'
  from: number
  to: number
}
/** Changes after which a choice is possible. */
export type QuotaRemedy = {
  /** Fewest seats over all quotas, over those of one feature alone, or another number of people. */
  kind: 'fewest' | 'feature' | 'size'
  /** Sum of all changes. */
  seats: number
  /** Whether it is proven that fewer would not do; false when time ran out before. */
  isLeast: boolean
  changes: QuotaChange[]
  words: Words
}

export type QuotaResult = {
  /** `unknown` when time ran out before a choice was found or proven impossible. */
  status: 'solved' | 'impossible' | 'unknown'
  /** Total weight of the people chosen, and the most that any choice can have; null without a choice. */
  objective: number | null
  bound: number | null
  /** Ids in the order of the people given. */
  selected: string[]
  /** Smallest sets of quotas that cannot all hold, the shortest first, e.g. `gender=female min 10`. */
  conflicts: string[][]
  /** Whether there is no other smallest set; false when there were too many or time ran out. */
  isEveryConflict: boolean
  /** Fewest seats first. */
  remedies: QuotaRemedy[]
}
