import {
  agesOf,
  type Composition,
  type CompositionLine,
  compositionLineKinds,
  compositionLineOf,
  compositionOf,
  differencesOf,
  type Policy,
  type Problem,
} from '../../matching/index.ts'
import type { County, VillageOfCounty } from '../candidacies.ts'
import type { Compared, Lack } from './sources.ts'
import type { Teams } from './teams.ts'

type Level = Problem['level']
export type Side = 'before' | 'now' | 'after'
/** The three compositions of the same villages. */
export type Sides = Record<Side, Composition | null>

/**
 * Villages that have both what was and what comes: only the same villages are compared. Where last term is known nowhere,
 * those that have what comes.
 */
export function comparableIn(
  { before, after }: Pick<Compared, 'before' | 'after'>,
  villages: readonly VillageOfCounty[],
): VillageOfCounty[] {
  const there = villages.filter(({ code }) => after.has(code))
  const both = there.filter(({ code }) => before.has(code))
  return both.length > 0 ? both : there
}

/** Villages left out, and why. */
export function lacksIn(
  { after, lackOf }: Compared,
  { villages, compared }: Record<'villages' | 'compared', readonly VillageOfCounty[]>,
): { village: VillageOfCounty; lack: Lack }[] {
  const own = new Set(compared)
  return villages
    .filter((village) => !own.has(village))
    .map((village) => ({
      village,
      lack: after.has(village.code) ? 'before' : lackOf(village.code),
    }))
}

export function sidesOf(
  { before, now, after }: Pick<Compared, 'before' | 'now' | 'after'>,
  villages: readonly VillageOfCounty[],
  policy: Policy,
): Sides {
  const ages = agesOf(policy)
  const side = (teams: Teams | null) => {
    const own = villages.flatMap(({ code }) => teams?.get(code) ?? [])
    return own.length === 0 ? null : compositionOf(own, ages)
  }
  return { before: side(before), now: side(now), after: side(after) }
}

export function linesOf(sides: Sides, policy: Policy, level: Level): CompositionLine[] {
  return differencesOf(sides, { policy, level })
}

/** The figures that a table of places has room for. */
export const KEY_LINES = [
  ...(['people', 'age.mean', 'age.young', 'education.college', 'women'] as const),
  ...(['combined', 'cross'] as const),
]

export function keyLinesOf(sides: Sides, policy: Policy, level: Level): CompositionLine[] {
  return compositionLineKinds(policy)
    .filter(({ group, id }) => group === 'all' && (KEY_LINES as readonly string[]).includes(id))
    .map((kind) => compositionLineOf(kind, sides, { policy, level }))
}

/** Villages of the scope that are asked for; undefined where a place is not in it. */
export function villagesAsked(
  scoped: County,
  { township, village }: { township?: string | undefined; village?: string | undefined },
): { level: Level; villages: VillageOfCounty[] } | undefined {
  if (village !== undefined) {
    const one = scoped.villages.get(village)
    return one && { level: 'village', villages: [one] }
  }
  if (township !== undefined) {
    const one = scoped.townships.get(township)
    return one && { level: 'township', villages: one.villages }
  }
  const villages = [...scoped.villages.values()]
  const level =
    villages.length === 1 ? 'village' : scoped.townships.size === 1 ? 'township' : 'county'
  return { level, villages }
}
