import type { Exclusion, Kin, Pin, Policy, Problem, Talent, Village } from '../matching/types.ts'
import type { Person } from './people.ts'

export type VillageOfCounty = {
  code: string
  name: string
  kind: 'village' | 'community'
  area: string | null
  isKey: boolean
  households: number | null
  population: number | null
  partyMembers: number | null
  /** Yuan of the last year. */
  collectiveIncome: number | null
  /** The main one first. */
  trades: string[]
  terrain: 'plain' | 'hill' | 'mountain' | null
  posts: { post: string; seats: number }[]
  term: { startedOn: string; endsOn: string; turnout: number | null; rounds: number | null } | null
  incumbents: { talent: string; posts: string[]; tookOfficeOn: string }[]
  /** People whose home it is. */
  pool: number
  matching: Village
}
export type TownshipOfCounty = { code: string; name: string; villages: VillageOfCounty[] }

/** A county in memory, as far as a scope sees it: what matching reads, with the names and facts that go with it. */
export type County = {
  code: string
  name: string
  policy: Policy
  townships: Map<string, TownshipOfCounty>
  villages: Map<string, VillageOfCounty>
  talents: Map<string, Talent>
  people: Map<string, Person>
  kin: Kin[]
}

/** A village, a township, or all of the county. */
export type Extent = { village: string } | { township: string } | { county: string }

/** Everybody who could serve in the extent: at home in its township, or willing county-wide. */
export function inScopeOf(county: County, extent: Extent): Talent[] {
  const talents = [...county.talents.values()]
  if ('county' in extent) return talents
  const township = townshipOf(county, extent)
  return talents.filter(
    ({ homeTownship, willingness }) => homeTownship === township || willingness === 'county',
  )
}

export function villagesOf(county: County, extent: Extent): Village[] {
  if ('village' in extent) return [county.villages.get(extent.village)!.matching]
  const villages =
    'county' in extent
      ? county.villages.values()
      : (county.townships.get(extent.township)?.villages ?? [])
  return [...villages].map(({ matching }) => matching)
}

/** The question to the solver. Who is pinned is part of it, in reach or not: the answer says why not. */
export function problemFor(
  county: County,
  extent: Extent,
  asked: { policy: Policy; pins: Pin[]; exclusions: Exclusion[] },
): Problem {
  const inScope = inScopeOf(county, extent)
  const ids = new Set(inScope.map(({ id }) => id))
  const pinned = new Set(asked.pins.map(({ talent }) => talent)).difference(ids)
  const talents = [...inScope, ...[...pinned].map((id) => county.talents.get(id)!)]
  const all = ids.union(pinned)
  const kin = county.kin.filter(({ a, b }) => all.has(a) && all.has(b))
  const level = 'village' in extent ? 'village' : 'township' in extent ? 'township' : 'county'
  return { level, villages: villagesOf(county, extent), talents, kin, ...asked }
}

/** The people of these ids, each once, in order of first mention. */
export function peopleOf(county: County, ids: Iterable<string>): Person[] {
  return [...new Set(ids)].flatMap((id) => county.people.get(id) ?? [])
}

function townshipOf(county: County, extent: { village: string } | { township: string }): string {
  if ('township' in extent) return extent.township
  return county.villages.get(extent.village)!.matching.township
}
