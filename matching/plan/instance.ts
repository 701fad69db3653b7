import { valuesInto } from '../criteria.ts'
import { expertiseOf } from '../expertise.ts'
import { type Member, memberOf } from '../member.ts'
import { PATTERNS, seatsOf } from '../pattern.ts'
import { inReach, judge } from '../rules/index.ts'
import { type TargetForm, targetForms } from '../targets/index.ts'
import { tieOf } from '../tie.ts'
import {
  CRITERIA,
  type Pin,
  POSTS,
  type Policy,
  type Problem,
  type Talent,
  type Village,
} from '../types.ts'
import { weightsFor } from './appraisal.ts'
import { type AvailabilityForm, availabilityForms } from './availability.ts'
import { cliquesOf } from './kinship.ts'
import { peopleNear } from './nearness.ts'

/**
 * A problem as arrays. A pair is a (person, village) in which the person may take at least one post;
 * pairs of one village stand together: `start[v] ≤ pair < start[v + 1]`.
 */
export type Instance = {
  problem: Problem
  members: readonly Member[]
  start: Int32Array
  person: Int32Array
  village: Int32Array
  /** Bit `POSTS.indexOf(post)`: eligible or relaxable for it and not excluded. */
  posts: Uint8Array
  /** Bit of `PATTERNS`: the person may take exactly these posts, pins included. */
  patterns: Uint16Array
  /**
   * Fit by pair and post: `fit[POSTS.length × pair + post]`, 0 to 1; for a seat that the plan before gave to the same
   * person, with the price of a change on top, so that keeping it is worth as much more.
   */
  fit: Float64Array
  /** Pairs that must be seated, because of a pin. */
  pinned: readonly number[]
  forms: readonly TargetForm[]
  availability: readonly AvailabilityForm[]
  /** Maximal sets of people no two of whom may sit together, by person. */
  cliques: { readonly members: readonly number[] }[]
  cliquesOfPerson: readonly (readonly number[])[]
}

/** Posts of a village that somebody may be seated in, as bits of `POSTS`; 0 when out of reach or barred. */
export type OpenTo = (talent: Talent, village: Village, policy: Policy) => number

/**
 * Persons by index of `problem.talents`; O(people × villages in reach × posts). `openTo` is who may sit where;
 * explanations ask 'what if a rule did not hold' by giving another.
 */
export function prepare(problem: Problem, openTo: OpenTo = postsOpenTo): Instance {
  if (openTo !== postsOpenTo) return made(problem, openTo)
  const known = prepared.get(problem) ?? made(problem, openTo)
  prepared.set(problem, known)
  return known
}

/** Who solves a problem and who explains the answer ask for the same one; nobody writes into it. */
const prepared = new WeakMap<Problem, Instance>()

function made(problem: Problem, openTo: OpenTo): Instance {
  const pairs = pairsOf(problem, openTo)
  const pinned = narrowToPins(problem, pairs)
  const { cliques, cliquesOfPerson } = cliquesOf(problem)
  const members = problem.talents.map((talent) => memberOf(talent, problem.policy.referenceOn))
  const instance = { problem, members, ...pairs, pinned, cliques, cliquesOfPerson }
  const forms = targetForms(problem)
  return { ...instance, forms, availability: availabilityForms(instance) }
}

/** Total fit of the posts of a pattern. */
export function patternFit(fit: Float64Array, pair: number, pattern: number): number {
  let total = 0
  for (const post of postsOfPattern[pattern]!) total += fit[POSTS.length * pair + post]!
  return total
}

/** Posts of each pattern as indexes of `POSTS`, and as bits. */
export const postsOfPattern: readonly (readonly number[])[] = PATTERNS.map(({ posts }) =>
  posts.map((post) => POSTS.indexOf(post)),
)
const bitsOfPattern = postsOfPattern.map((posts) =>
  posts.reduce((bits, post) => bits | (1 << post), 0),
)

/** The patterns whose posts are all among the given ones. */
export function patternsWithin(posts: number): number {
  let patterns = 0
  for (let pattern = 0; pattern < PATTERNS.length; pattern++)
    if ((bitsOfPattern[pattern]! & ~posts) === 0) patterns |= 1 << pattern
  return patterns
}
const patternsOfPosts = Uint16Array.from({ length: 1 << POSTS.length }, (_, posts) =>
  patternsWithin(posts),
)

export type Pairs = Pick<Instance, 'start' | 'person' | 'village' | 'posts' | 'patterns' | 'fit'>

function pairsOf(problem: Problem, openTo: OpenTo): Pairs {
  const { villages, policy } = problem
  const lookAt = openTo === postsOpenTo ? looksOf(problem) : looking(problem, openTo)
  const excluded = exclusionsOf(problem)
  const keeping = keepingOf(problem)
  const isPlain = excluded.size + keeping.size === 0
  const start = new Int32Array(villages.length + 1)
  const person: number[] = []
  const village: number[] = []
  const posts: number[] = []
  const fit: number[] = []
  villages.forEach((place, v) => {
    const look = lookAt(place)
    look.person.forEach((p, at) => {
      const key = isPlain ? '' : keyOf(problem.talents[p]!.id, place.code)
      const may = look.open[at]! & ~(excluded.get(key) ?? 0)
      if (may === 0) return
      person.push(p)
      village.push(v)
      posts.push(may)
      const kept = keeping.get(key) ?? 0
      for (let post = 0; post < POSTS.length; post++)
        fit.push(
          look.fit[POSTS.length * at + post]! +
            (isBit(kept, post) ? policy.replan.pricePerChange : 0),
        )
    })
    start[v + 1] = person.length
  })
  return {
    start,
    person: Int32Array.from(person),
    village: Int32Array.from(village),
    posts: Uint8Array.from(posts),
    patterns: Uint16Array.from(posts, (bits) => patternsOfPosts[bits]!),
    fit: Float64Array.from(fit),
  }
}

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
function looksOf(problem: Problem): (place: Village) => Look {
  const { talents, policy, villages } = problem
  if (villages.length > 1) return looking(problem, postsOpenTo)
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
function postsOpenTo(talent: Talent, village: Village, policy: Policy): number {
  if (!inReach(talent, village)) return 0
  let bits = 0
  POSTS.forEach((post, index) => {
    if (seatsOf(village, post) === 0) return
    const eligibility = judge(talent, village, post, policy)
    if (eligibility === 'eligible' || eligibility === 'relaxable') bits |= 1 << index
  })
  return bits
}

const keyOf = (talent: string, village: string) => `${talent} ${village}`

function exclusionsOf({ exclusions }: Problem): Map<string, number> {
  const excluded = new Map<string, number>()
  for (const { talent, village, post } of exclusions) {
    const bits = post === null ? (1 << POSTS.length) - 1 : 1 << POSTS.indexOf(post)
    const key = keyOf(talent, village)
    excluded.set(key, (excluded.get(key) ?? 0) | bits)
  }
  return excluded
}

/** Posts that the plan before gave to a person in a village, as bits. */
function keepingOf({ incumbents = [] }: Problem): Map<string, number> {
  const bits = new Map<string, number>()
  for (const { talent, village, post } of incumbents) {
    const key = keyOf(talent, village)
    bits.set(key, (bits.get(key) ?? 0) | (1 << POSTS.indexOf(post)))
  }
  return bits
}

/** What changing every seat of the plan before would cost; a total of `fit` is by so much too high. */
export function priceOfAll({ incumbents = [], policy }: Problem): number {
  return policy.replan.pricePerChange * new Set(incumbents.map(seatKey)).size
}

export const seatKey = ({ talent, village, post }: Pin) => `${talent} ${village} ${post}`

/** Leaves a pinned person only the patterns of that village that hold all pinned posts. */
function narrowToPins({ pins, talents, villages }: Problem, pairs: Pairs): number[] {
  if (pins.length === 0) return []
  const bitsOf = new Map<string, number>()
  for (const { talent, village, post } of pins) {
    const key = keyOf(talent, village)
    bitsOf.set(key, (bitsOf.get(key) ?? 0) | (1 << POSTS.indexOf(post)))
  }
  const pinnedPeople = new Set(pins.map(({ talent }) => talent))
  const pinned: number[] = []
  for (let pair = 0; pair < pairs.person.length; pair++) {
    const talent = talents[pairs.person[pair]!]!
    if (!pinnedPeople.has(talent.id)) continue
    const bits = bitsOf.get(keyOf(talent.id, villages[pairs.village[pair]!]!.code))
    pairs.patterns[pair] = bits === undefined ? 0 : patternsHolding(pairs.patterns[pair]!, bits)
    if (bits !== undefined) pinned.push(pair)
  }
  return pinned
}

function patternsHolding(patterns: number, posts: number): number {
  return bitsOfPattern.reduce(
    (kept, bits, pattern) => ((bits & posts) === posts ? kept | (patterns & (1 << pattern)) : kept),
    0,
  )
}

const isBit = (bits: number, at: number) => ((bits >> at) & 1) === 1
export const hasPattern = isBit
