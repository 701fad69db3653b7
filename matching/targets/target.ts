import type { Member } from '../member.ts'
import type { Pattern } from '../pattern.ts'
import type { Placement } from '../structure.ts'
import type { Policy, Problem, TargetId, Tier, Village, Words } from '../types.ts'

/**
 * Structure targets (domain §4) as linear forms over the people seated: every person adds
 * `perPattern(pattern) × perMember(member)`, the sum should reach `atLeast`, and what lacks is the miss.
 * Shares stay sums over people (Σ(isWoman − 0.3) ≥ 0), so nothing is rounded before it is compared.
 */
export type TargetForm = {
  id: TargetId
  tier: Tier
  /** Index of the village in the problem; null for a target of the whole township or county. */
  village: number | null
  /** The bound as people read it: a count, a share or years. */
  bound: number
  perPattern: (pattern: Pattern) => number
  perMember: (member: Member) => number
  atLeast: number
  /** Misses are whole people, seats or villages; false for years, which may have decimals. */
  isWhole: boolean
}

export type Unit = 'seats' | 'people' | 'years' | 'villages'
export type Level = Problem['level']
export type Place = {
  village: Village | null
  villages: readonly Village[]
  bound: number
  policy: Policy
}
/** What a team is measured against besides itself. */
export type Measured = { villages: number; policy: Policy }
export type Linear = Omit<TargetForm, 'id' | 'tier' | 'village' | 'bound'> & { bound?: number }

/** A kind of target: where it is measured, in what unit it is missed, and its form there (null: not applicable). */
export type Target = {
  id: TargetId
  words: Words
  source: string
  unit: Unit
  levels: readonly Level[]
  form: (place: Place) => Linear | null
  /** What the team reaches in the measure that `bound` is in; null when nobody sits. */
  value: (team: readonly Placement[], measured: Measured) => number | null
}
