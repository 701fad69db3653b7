import { judge } from '../../matching/index.ts'
import { type Eligibility, POSTS, type Policy, type Post } from '../../matching/types.ts'
import { type County, peopleOf } from '../candidacies.ts'
import type { Person } from '../people.ts'

type Counts = Record<Eligibility, number>
type Moved = { count: number; people: Person[] }
export type EligibilityEffect = {
  before: Counts
  after: Counts
  /** Might sit before, or with a relaxation, and are barred now. */
  newlyBarred: Moved
  /** Were barred, or not known, and might sit now. */
  newlyEligible: Moved
}

/** So many of those whose answer changes are named. */
const NAMED = 8

/** Who might hold each post at home by either policy: everybody in the pool, judged for the own village alone. */
export function eligibilityBetween(
  county: County,
  before: Policy,
  after: Policy,
): Record<Post, EligibilityEffect> {
  const talents = [...county.talents.values()].filter(({ status }) => status !== 'left')
  const effects = POSTS.map((post) => {
    const [old, now] = [blank(), blank()]
    const [barred, eligible]: [string[], string[]] = [[], []]
    for (const talent of talents) {
      const home = county.villages.get(talent.homeVillage)?.matching
      if (!home) continue
      const was = judge(talent, home, post, before)
      const is = judge(talent, home, post, after)
      old[was]++
      now[is]++
      if (maySit(was) && is === 'barred') barred.push(talent.id)
      if (!maySit(was) && maySit(is)) eligible.push(talent.id)
    }
    const moved = (ids: string[]): Moved => ({
      count: ids.length,
      people: peopleOf(county, ids.slice(0, NAMED)),
    })
    const effect = { before: old, after: now, newlyBarred: moved(barred) }
    return [post, { ...effect, newlyEligible: moved(eligible) }]
  })
  return Object.fromEntries(effects) as Record<Post, EligibilityEffect>
}

const blank = (): Counts => ({ eligible: 0, relaxable: 0, unknown: 0, barred: 0 })
const maySit = (eligibility: Eligibility) =>
  eligibility === 'eligible' || eligibility === 'relaxable'
