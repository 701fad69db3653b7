import type { NextBest, Post, TargetId, Tier } from '../types.ts'

/** A target that is missed more when somebody goes. `village` is null where it is one of the whole. */
export type Broken = {
  target: TargetId
  tier: Tier
  village: string | null
  /** How much more is missed, in the target's unit. */
  more: number
}

/**
 * What it costs when one person goes: the same village solved again exactly, everybody else in the plan staying where
 * they are and the free people of the pool at hand. A plan made anew as a whole can only lose less.
 */
export type Absence = {
  talent: string
  village: string
  posts: Post[]
  /** Misses that come on top by tier, and total fit lost. */
  misses: Record<Tier, number>
  fit: number
  /** Targets that are missed more, the heaviest tier first. */
  breaks: Broken[]
  /** A target of the law or of policy breaks: everything hangs on this person. */
  isSinglePoint: boolean
  /** Who would come in for them. */
  comes: { talent: string; posts: Post[] }[]
  /** The repair is proven the best there is. */
  isProven: boolean
}

export type SeatDepth = { village: string; post: Post; talent: string; next: NextBest | null }

/** People against what the policy asks for; `asked` is null where the policy asks nothing. */
export type Margin = { have: number; asked: number | null; isShort: boolean }
export type VillageDepth = {
  village: string
  /** Eligible people for the party committee, seated here or free, against 1.2 × its seats (policy). */
  candidates: Margin
  /** Reserves of the village against the policy's bound. */
  reserves: Margin
  /** Posts of the two committees for which nobody free stands by. */
  withoutRunnerUp: Post[]
}

export type Depth = {
  /** Single points of failure first, then by what the absence costs. */
  absences: Absence[]
  seats: SeatDepth[]
  villages: VillageDepth[]
  /** Everybody was taken out once; false when the reader stopped it. */
  isWhole: boolean
}
