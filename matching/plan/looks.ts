import { valuesInto } from '../criteria.ts'
import { expertiseOf } from '../expertise.ts'
import { seatsOf } from '../pattern.ts'
import { inReach, judge } from '../rules/index.ts'
import { tieOf } from '../tie.ts'
import { CRITERIA, POSTS, type Policy, type Problem, type Talent, type Village } from '../types.ts'
import { weightsFor } from './appraisal.ts'
import { peopleNear } from './nearness.ts'

/** Posts of a village that somebody may be seated in, as bits of `POSTS`; 0 when out of reach or barred. */
export type OpenTo = (talent: Talent, village: Village, policy: Policy) => number

/** People who may be seated somewhere in a village, by index, with their posts and fits, whatever is pinned or excluded. */
type Look = { person: number[]; open: number[]; fit: number[] }

function looking({ talents, policy }: Problem, openTo: OpenTo): (place: Village) => Look {
  const near = openTo === postsOpenTo ? peopleNear(talents) : () => [...talents.keys()]
  const fitAt = fits(talents, policy)
  return (place) => {
    const look: Look = { person: [], open: [], fit: [] }
    for (const p of near(place)) {
      const open = openTo(talents[p]!, place, policy)
      if (open === 0) continue
      look.person.push(p)
      look.open.push(open)
      look.fit.push(...fitAt(p, place))
    }
    return look
  }
}

/** The last look at a village: the next question about it is mostly about the same people under the same policy. */
const looks = new WeakMap<Village, { policy: Policy; talents: readonly Talent[]; look: Look }>()

/** Of a village by itself the look is kept; a county's are too many. */
export function looksOf(problem: Problem, openTo: OpenTo): (place: Village) => Look {
  const { talents, policy, villages } = problem
  if (villages.length > 1 || openTo !== postsOpenTo) return looking(problem, openTo)
  return (place) => {
    const known = looks.get(place)
    if (known?.policy === policy && isSame(known.talents, talents)) return known.look
    const look = looking(problem, postsOpenTo)(place)
    looks.set(place, { policy, talents, look })
    return look
  }
}

function isSame(some: readonly Talent[], others: readonly Talent[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at])
}

/**
 * The fit of a person in a village by post, as `fitOf` adds it up to float dust: what holds in any village is added up
 * once a person. The array is used again by the next call.
 */
function fits(talents: readonly Talent[], policy: Policy) {
  const weights = POSTS.map((post) => weightsFor(post, policy))
  const anywhere = weights.map((weight) =>
    CRITERIA.map((criterion) =>
      criterion === 'expertise' || criterion === 'tie' ? 0 : weight[criterion],
    ),
  )
  const base: (number[] | undefined)[] = talents.map(() => undefined)
  const value = new Float64Array(CRITERIA.length)
  const baseOf = (person: number) => {
    valuesInto(value, talents[person]!, policy)
    return anywhere.map((weight) => weight.reduce((sum, part, at) => sum + part * value[at]!, 0))
  }
  const own = new Float64Array(POSTS.length)
  return (person: number, village: Village): Float64Array => {
    const talent = talents[person]!
    const { value } = expertiseOf(talent, village, policy.evidence)
    const tie = tieOf(talent, village)
    base[person] ??= baseOf(person)
    weights.forEach((weight, post) => {
      own[post] = base[person]![post]! + weight.expertise * value + weight.tie * tie
    })
    return own
  }
}

/** Posts of the village that exist and that the person may be seated in, as bits. */
export function postsOpenTo(talent: Talent, village: Village, policy: Policy): number {
  if (!inReach(talent, village)) return 0
  let bits = 0
  POSTS.forEach((post, index) => {
    if (seatsOf(village, post) === 0) return
    const eligibility = judge(talent, village, post, policy)
    if (eligibility === 'eligible' || eligibility === 'relaxable') bits |= 1 << index
  })
  return bits
}
