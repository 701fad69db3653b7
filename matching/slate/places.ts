import { COMMITTEE_OF, PATTERNS, postsOfPattern } from '../pattern.ts'
import { POSTS } from '../types.ts'

/** As exact as targets are counted (`missOf`). */
export const DUST = 1e-9
export const isBit = (bits: number, at: number) => ((bits >> at) & 1) === 1

/** Posts of the two committees and of supervision, by index. */
export const TWO = POSTS.flatMap((post, index) =>
  COMMITTEE_OF[post] === 'supervision' ? [] : [index],
)
export const SUPERVISION = [...POSTS.keys()].filter((index) => !TWO.includes(index))
/** 1 for a pattern that sits on one of the two committees, by index of `PATTERNS`. */
export const onTwo = PATTERNS.map(({ party, committee }) =>
  party !== null || committee !== null ? 1 : 0,
)
export const seatsOfTwo = (seats: readonly number[]) =>
  TWO.reduce((sum, post) => sum + seats[post]!, 0)
/** The pattern of each post by itself. */
export const ALONE = POSTS.map((_, post) =>
  postsOfPattern.findIndex((posts) => posts.length === 1 && posts[0] === post),
)
/**
 * Patterns as they are tried: more posts at once first, since whoever counts most then counts for more seats; those of
 * supervision alone last, since there an age does not count and the youngest of a kind come first.
 */
export const ORDER = [...PATTERNS.keys()].sort(
  (a, b) => postsOfPattern[b]!.length - postsOfPattern[a]!.length || onTwo[b]! - onTwo[a]! || a - b,
)
