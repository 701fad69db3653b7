import { bitsOfPattern, hasPattern, patternsWithin } from '../pattern.ts'
import { POSTS, type Problem } from '../types.ts'
import type { Instance } from './instance.ts'
import { looksOf, type OpenTo } from './looks.ts'

export type Pairs = Pick<Instance, 'start' | 'person' | 'village' | 'posts' | 'patterns' | 'fit'>

export function pairsOf(problem: Problem, openTo: OpenTo): Pairs {
  const { villages, policy } = problem
  const lookAt = looksOf(problem, openTo)
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
            (hasPattern(kept, post) ? policy.replan.pricePerChange : 0),
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

/** Leaves a pinned person only the patterns of that village that hold all pinned posts. */
export function narrowToPins({ pins, talents, villages }: Problem, pairs: Pairs): number[] {
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

const patternsOfPosts = Uint16Array.from({ length: 1 << POSTS.length }, (_, posts) =>
  patternsWithin(posts),
)
