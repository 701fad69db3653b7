import type { Post, Village } from './types.ts'

/**
 * The posts that one person can hold in one village: at most one on the party committee and at most one on
 * the villagers' (residents') committee. A choice of the solver is a (person, village, pattern), so that the
 * combined role and cross-appointment are a column each and need no linking rows.
 */
export type Pattern = {
  party: 'secretary' | 'party-member' | null
  committee: 'chair' | 'committee-member' | null
  posts: Post[]
}

const parties = ['secretary', 'party-member', null] as const
const committees = ['chair', 'committee-member', null] as const

export const PATTERNS: readonly Pattern[] = parties.flatMap((party) =>
  committees
    .filter((committee) => party !== null || committee !== null)
    .map((committee) => ({
      party,
      committee,
      posts: [party, committee].filter((post) => post !== null),
    })),
)

export const isCombined = (pattern: Pattern) =>
  pattern.party === 'secretary' && pattern.committee === 'chair'
/** Sits on both committees (交叉任职). */
export const isCross = (pattern: Pattern) => pattern.party !== null && pattern.committee !== null

/** The pattern of exactly these posts; undefined when no person can hold them together. */
export function patternOf(posts: readonly Post[]): Pattern | undefined {
  return PATTERNS.find(
    (pattern) =>
      pattern.posts.length === posts.length && pattern.posts.every((post) => posts.includes(post)),
  )
}

/** Seats (职数) of a post: one head of each committee, the rest members. */
export function seatsOf(village: Village, post: Post): number {
  const { party, committee } = village.seats
  if (post === 'secretary') return Math.min(1, party)
  if (post === 'chair') return Math.min(1, committee)
  return Math.max(0, (post === 'party-member' ? party : committee) - 1)
}
