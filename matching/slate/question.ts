import { PATTERNS, postsOfPattern } from '../pattern.ts'
import { POSTS, TARGETS, type TargetId } from '../types.ts'
import type { Crowd } from './crowd.ts'
import { ALL_RULES, openPosts } from './reach.ts'

/** Supposed of one person: rules settled (bits), free of another village's slate, made a reserve. */
export type Supposed = { rules: number; isFreed: boolean; isReserve: boolean }

/** Whether one team can meet these targets when only these rules are kept. */
export type Question = {
  /** Bits of `TARGETS` and of `RULES`. */
  targets: number
  rules: number
  kinship: boolean
  oneplace: boolean
  pins: boolean
  /** By how much a target is asked for less, in its unit. */
  lowered?: ReadonlyMap<TargetId, number>
  supposed?: ReadonlyMap<number, Supposed>
  /** Exclusions and pins taken back, by person. */
  takenBack?: ReadonlySet<number>
}

export const EVERYTHING: Omit<Question, 'targets'> = {
  rules: ALL_RULES,
  kinship: true,
  oneplace: true,
  pins: true,
}

export const bitOfTarget = (id: TargetId) => 1 << TARGETS.indexOf(id)
export const asksFor = ({ targets }: Question, id: TargetId) => (targets & bitOfTarget(id)) !== 0

/** Posts of the village that the person may be seated in, as bits; pins do not narrow it. */
export function openTo(crowd: Crowd, question: Question, person: number): number {
  const supposed = question.supposed?.get(person)
  if (question.oneplace && crowd.isElsewhere[person] && !supposed?.isFreed) return 0
  const kept = question.rules & ~(supposed?.rules ?? 0)
  const isExcluded = question.pins && !question.takenBack?.has(person)
  const open = openPosts(crowd.neighbours[person]!.blocks, kept) & postsWithSeats(crowd)
  return isExcluded ? open & ~crowd.excluded[person]! : open
}

function postsWithSeats({ seats }: Crowd): number {
  return seats.reduce((bits, count, post) => (count > 0 ? bits | (1 << post) : bits), 0)
}

export const isPinned = (crowd: Crowd, { pins, takenBack }: Question, person: number) =>
  pins && crowd.pinned[person] !== 0 && !takenBack?.has(person)

export const isReserve = ({ isReserve }: Crowd, { supposed }: Question, person: number) =>
  isReserve[person]! || (supposed?.get(person)?.isReserve ?? false)

const bitsOfPattern = postsOfPattern.map((posts) =>
  posts.reduce((bits, post) => bits | (1 << post), 0),
)

/** Patterns by posts that are open: those whose posts are all among them. */
export const patternsOfPosts: readonly number[] = Array.from(
  { length: 1 << POSTS.length },
  (_, posts) =>
    PATTERNS.reduce(
      (patterns, _, index) =>
        (bitsOfPattern[index]! & ~posts) === 0 ? patterns | (1 << index) : patterns,
      0,
    ),
)

/** The patterns of these that hold all posts of a pin. */
export function holding(patterns: number, posts: number): number {
  return bitsOfPattern.reduce(
    (kept, bits, index) => ((bits & posts) === posts ? kept | (patterns & (1 << index)) : kept),
    0,
  )
}
export { bitsOfPattern }
