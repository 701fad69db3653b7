import type { Policy, Talent } from '../types.ts'
import { type PartId, partsOn } from './parts.ts'
import { compared, type Rate, rateOf } from './rates.ts'

export { PARTS, type PartId } from './parts.ts'
export { FEW, FEW_EXPECTED, FOUR_FIFTHS, type Rate } from './rates.ts'

/** From everybody recorded to those in a plan. */
export const STAGES = ['pool', 'reachable', 'eligible', 'shortlisted', 'planned'] as const
export type Stage = (typeof STAGES)[number]
/** Out of whom a stage selects: a plan is made from the eligible, without a shortlist. */
export const BASE: Record<Stage, Stage | null> = {
  pool: null,
  reachable: 'pool',
  eligible: 'reachable',
  shortlisted: 'eligible',
  planned: 'eligible',
}

export type GroupCount = {
  /** null: of these people it is not known. */
  group: string | null
  counts: Partial<Record<Stage, number>>
  rates: Partial<Record<Stage, Rate | null>>
}
export type PartCount = {
  part: PartId
  /** People may stand in several groups, so that counts do not add up. */
  isOverlapping: boolean
  groups: GroupCount[]
}
export type Representation = {
  stages: { stage: Stage; people: number; base: Stage | null }[]
  parts: PartCount[]
}

type Question = {
  talents: readonly Talent[]
  policy: Policy
  /** Who is in each stage, by id; a stage left out is not reported. */
  stages: Partial<Record<Stage, ReadonlySet<string>>>
}
type Counted = { group: string | null; talents: Talent[] }

/** A report of structure: who is there at each stage, and who goes on to the next. It scores nobody. */
export function representation({ talents, policy, stages }: Question): Representation {
  const given = STAGES.filter((stage) => stages[stage] !== undefined)
  const within = new Map(given.map((stage) => [stage, stages[stage]!]))
  const count = (people: readonly Talent[], stage: Stage, of: Stage = stage) =>
    people.filter(({ id }) => within.get(stage)!.has(id) && within.get(of)!.has(id)).length
  return {
    stages: given.map((stage) => ({ stage, people: count(talents, stage), base: BASE[stage] })),
    parts: partsOn(policy.referenceOn).map(({ id, groups, of }) => ({
      part: id,
      isOverlapping: id === 'source',
      groups: countsOf(groupsIn(talents, of, groups), given, count),
    })),
  }
}

/** Those of whom it is not known come last, as a line of their own. */
function groupsIn(
  talents: readonly Talent[],
  of: (talent: Talent) => readonly string[],
  order: readonly string[] | null,
): Counted[] {
  const people = new Map<string | null, Talent[]>()
  for (const talent of talents)
    for (const group of known(of(talent))) {
      const there = people.get(group)
      if (there) there.push(talent)
      else people.set(group, [talent])
    }
  const found = [...people].map(([group, talents]) => ({ group, talents }))
  const place = ({ group, talents }: Counted) => {
    if (group === null) return Infinity
    return order === null ? -talents.length : order.indexOf(group)
  }
  return found.sort((a, b) => compare(place(a), place(b)) || compare(a.group ?? '', b.group ?? ''))
}

const known = (groups: readonly string[]) => (groups.length === 0 ? [null] : groups)
const compare = (a: number | string, b: number | string) => (a < b ? -1 : a > b ? 1 : 0)

type Count = (people: readonly Talent[], stage: Stage, of?: Stage) => number

function countsOf(
  groups: readonly Counted[],
  stages: readonly Stage[],
  count: Count,
): GroupCount[] {
  const everybody = [...new Set(groups.flatMap(({ talents }) => talents))]
  const counted = groups.map(
    ({ group, talents }): GroupCount => ({
      group,
      counts: Object.fromEntries(stages.map((stage) => [stage, count(talents, stage)])),
      rates: {},
    }),
  )
  for (const stage of stages) {
    const base = BASE[stage]
    if (base === null || !stages.includes(base)) continue
    const overall = count(everybody, stage, base) / count(everybody, base)
    const isGroup = groups.map(({ group }) => group !== null)
    const rates = groups.map(({ talents }) =>
      rateOf(count(talents, stage, base), count(talents, base), overall),
    )
    compared(rates, isGroup).forEach((rate, at) => {
      counted[at]!.rates[stage] = rate
    })
  }
  return counted
}
