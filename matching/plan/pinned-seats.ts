import { hasPattern, PATTERNS, patternsWithin, postsOfPattern, seatsOf } from '../pattern.ts'
import { POSTS } from '../types.ts'
import type { Instance } from './instance.ts'

/** The instance without choices of people for posts of which others are pinned to every seat. */
export function withoutPinnedSeats(instance: Instance): Instance {
  const { pinned, village, patterns } = instance
  if (pinned.length === 0) return instance
  const open = openPosts(instance)
  const isPinned = new Set(pinned)
  return {
    ...instance,
    patterns: patterns.map((own, pair) =>
      isPinned.has(pair) ? own : own & patternsWithin(open[village[pair]!]!),
    ),
  }
}

/** Posts of each village that have a seat nobody is pinned to, as bits. */
function openPosts({ problem, pinned, village, patterns }: Instance): number[] {
  const left = problem.villages.map((place) => POSTS.map((post) => seatsOf(place, post)))
  for (const pair of pinned)
    for (const post of postsInAll(patterns[pair]!)) left[village[pair]!]![post]!--
  return left.map((seats) =>
    seats.reduce((bits, count, post) => (count > 0 ? bits | (1 << post) : bits), 0),
  )
}

/** Posts that whoever must take one of the patterns takes in any case. */
function postsInAll(patterns: number): number[] {
  if (patterns === 0) return []
  return [...POSTS.keys()].filter((post) =>
    PATTERNS.every(
      (_, pattern) => !hasPattern(patterns, pattern) || postsOfPattern[pattern]!.includes(post),
    ),
  )
}
