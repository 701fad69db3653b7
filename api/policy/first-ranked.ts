import { type Leaders, leadersOf } from '../../matching/index.ts'
import { POSTS, type Policy, type Post } from '../../matching/types.ts'
import { type County, peopleOf, type TownshipOfCounty } from '../candidacies.ts'
import { turn } from '../imports/batches.ts'
import type { Person } from '../people.ts'

type Place = { code: string; name: string }
type Moved = { village: Place; before: Person | null; after: Person | null }
export type RankEffect = {
  /** Villages that were compared. */
  villages: number
  /** Those where another person is first. */
  changed: number
  examples: Moved[]
}

/** So many villages are named for a post. */
const NAMED = 5

/**
 * Where somebody else would be first for a post, among the people at home in the township of each village. Township by
 * township, so that other requests have their turn between.
 */
export async function firstRankedBetween(
  county: County,
  before: Policy,
  after: Policy,
): Promise<Record<Post, RankEffect>> {
  const moves: Record<string, Moved[]> = Object.fromEntries(POSTS.map((post) => [post, []]))
  let villages = 0
  const byTownship = Map.groupBy(county.talents.values(), ({ homeTownship }) => homeTownship)
  for (const township of county.townships.values()) {
    const people = byTownship.get(township.code) ?? []
    const places = township.villages.map(({ matching }) => matching)
    const old = leadersOf(people, places, before)
    const now = leadersOf(people, places, after)
    for (const post of POSTS) moves[post]!.push(...movesOf(county, township, post, old, now))
    villages += places.length
    await turn()
  }
  return Object.fromEntries(
    POSTS.map((post) => {
      const all = moves[post]!
      return [post, { villages, changed: all.length, examples: all.slice(0, NAMED) }]
    }),
  ) as Record<Post, RankEffect>
}

function movesOf(
  county: County,
  { villages }: TownshipOfCounty,
  post: Post,
  old: ReadonlyMap<string, Leaders>,
  now: ReadonlyMap<string, Leaders>,
): Moved[] {
  const person = (id: string | null) => (id === null ? null : (peopleOf(county, [id])[0] ?? null))
  return villages.flatMap(({ code, name }) => {
    const [was, is] = [old.get(code)![post], now.get(code)![post]]
    return was === is ? [] : [{ village: { code, name }, before: person(was), after: person(is) }]
  })
}
