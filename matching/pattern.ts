import { type Committee, POSTS, type Post, type Village } from './types.ts'

/**
 * The posts that one person can hold in one village: at most one on the party committee and at most one on
 * the villagers' (residents') committee; on the supervisory committee nobody of the villagers' committee, and of the
 * party committee only its discipline member, who heads it. A choice of the solver is a (person, village, pattern), so
 * that the combined role, cross-appointment and the discipline member are a column each and need no linking rows.
 */
export type Pattern = {
  party: 'secretary' | 'party-member' | null
  committee: 'chair' | 'committee-member' | null
  supervision: 'supervision-head' | 'supervisor' | null
  posts: Post[]
}

const parties = ['secretary', 'party-member', null] as const
const committees = ['chair', 'committee-member', null] as const

type Held = Omit<Pattern, 'posts'>
const ofTwoCommittees: readonly Held[] = parties.flatMap((party) =>
  committees
    .filter((committee) => party !== null || committee !== null)
    .map((committee) => ({ party, committee, supervision: null })),
)
const ofSupervision: readonly Held[] = [
  { party: 'party-member', committee: null, supervision: 'supervision-head' },
  { party: null, committee: null, supervision: 'supervision-head' },
  { party: null, committee: null, supervision: 'supervisor' },
]

export const PATTERNS: readonly Pattern[] = [...ofTwoCommittees, ...ofSupervision].map((held) => ({
  ...held,
  posts: [held.party, held.committee, held.supervision].filter((post) => post !== null),
}))

export const isCombined = (pattern: Pattern) =>
  pattern.party === 'secretary' && pattern.committee === 'chair'
/** Sits on both committees (交叉任职). */
export const isCross = (pattern: Pattern) => pattern.party !== null && pattern.committee !== null

/** On one of the two committees: what structure and shares count. */
export const isOfTwo = (pattern: Pattern) => pattern.party !== null || pattern.committee !== null
/** Heads supervision as the discipline member of the party committee. */
export const isDiscipline = (pattern: Pattern) =>
  pattern.party !== null && pattern.supervision === 'supervision-head'

/** The pattern of exactly these posts; undefined when no person can hold them together. */
export function patternOf(posts: readonly Post[]): Pattern | undefined {
  return PATTERNS.find(
    (pattern) =>
      pattern.posts.length === posts.length && pattern.posts.every((post) => posts.includes(post)),
  )
}

export const COMMITTEE_OF: Record<Post, Committee> = {
  secretary: 'party',
  'party-member': 'party',
  chair: 'committee',
  'committee-member': 'committee',
  'supervision-head': 'supervision',
  supervisor: 'supervision',
}
const HEADS: readonly Post[] = ['secretary', 'chair', 'supervision-head']

/** Seats (职数) of a post: one head of each committee, the rest members. */
export function seatsOf({ seats }: Pick<Village, 'seats'>, post: Post): number {
  const all = seats[COMMITTEE_OF[post]]
  return HEADS.includes(post) ? Math.min(1, all) : Math.max(0, all - 1)
}

/** Posts of each pattern as indexes of `POSTS`, and as bits. */
export const postsOfPattern: readonly (readonly number[])[] = PATTERNS.map(({ posts }) =>
  posts.map((post) => POSTS.indexOf(post)),
)
export const bitsOfPattern = postsOfPattern.map((posts) =>
  posts.reduce((bits, post) => bits | (1 << post), 0),
)

/** The patterns whose posts are all among the given ones. */
export function patternsWithin(posts: number): number {
  let patterns = 0
  for (let pattern = 0; pattern < PATTERNS.length; pattern++)
    if ((bitsOfPattern[pattern]! & ~posts) === 0) patterns |= 1 << pattern
  return patterns
}

/** Whether a set of patterns, or of posts, as bits holds one. */
export const hasPattern = (bits: number, at: number) => ((bits >> at) & 1) === 1
