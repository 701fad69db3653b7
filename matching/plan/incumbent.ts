import { PATTERNS } from '../pattern.ts'
import type { Placement } from '../structure.ts'
import { missOf } from '../targets/index.ts'
import { TIERS, type Tier } from '../types.ts'
import { type Instance, patternFit } from './instance.ts'
import type { Column } from './master.ts'

/** A plan found: whole choices, what they miss by tier, and their total fit. */
export type Incumbent = { columns: Column[]; misses: Record<Tier, number>; fit: number }

/** Counts a set of choices exactly, from the people and not from the solver's numbers. */
export function evaluate(instance: Instance, columns: Column[]): Incumbent {
  const misses = { law: 0, policy: 0, wish: 0 }
  const team = placementsOf(instance, columns)
  for (const form of instance.forms) {
    const seen = form.village === null ? team.flat() : team[form.village]!
    misses[form.tier] += missOf(form, seen)
  }
  const seatedIn = seats(instance, columns)
  for (const form of instance.availability) misses[form.tier] += lackOf(form, seatedIn)
  const fit = columns.reduce(
    (sum, { pair, pattern }) => sum + patternFit(instance.fit, pair, pattern),
    0,
  )
  return { columns, misses, fit }
}

/** Village in which each seated person sits. */
export function seats(
  { person, village }: Instance,
  columns: readonly Column[],
): Map<number, number> {
  return new Map(columns.map(({ pair }) => [person[pair]!, village[pair]!]))
}

/** How many people a target of free people lacks. */
export function lackOf(
  { people, seatedHereCounts, atLeast, village }: Instance['availability'][number],
  seatedIn: ReadonlyMap<number, number>,
): number {
  const free = people.filter((person) => {
    const at = seatedIn.get(person)
    return at === undefined || (seatedHereCounts && at === village)
  })
  return Math.max(0, atLeast - free.length)
}

/** The team of every village, in the order of the problem. */
export function placementsOf(instance: Instance, columns: readonly Column[]): Placement[][] {
  const teams: Placement[][] = instance.problem.villages.map(() => [])
  for (const { pair, pattern } of columns) {
    const village = instance.village[pair]!
    teams[village]!.push({
      village: instance.problem.villages[village]!.code,
      member: instance.members[instance.person[pair]!]!,
      pattern: PATTERNS[pattern]!,
    })
  }
  return teams
}

/** Fewer misses in the first tier that differs, then more fit. */
export function isBetter(one: Incumbent, other: Incumbent): boolean {
  for (const tier of TIERS) {
    const difference = one.misses[tier] - other.misses[tier]
    if (Math.abs(difference) > 1e-6) return difference < 0
  }
  return one.fit > other.fit + 1e-9
}
