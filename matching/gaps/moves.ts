import { hasPattern, PATTERNS, patternOf, postsOfPattern, seatsOf } from '../pattern.ts'
import type { Instance } from '../plan/instance.ts'
import { POSTS, type Village } from '../types.ts'

/** Somebody seated in a village; who came by the list stays where they were put. */
export type Seated = { pair: number | null; pattern: number }
/** Stands by and takes no post. */
export const STANDS_BY = -1
/** Somebody seated who changes posts; `to` is null for who leaves the team. */
export type Change = { seated: Seated; to: number | null }
/** A newcomer takes these posts, and the changes make room. */
export type Move = { pattern: number; changes: Change[] }

/**
 * Every way in which one person may join a team: stand by, take free seats, or take posts that one or two others give
 * up, who may take what is free instead. Nobody else changes, and pinned people stay.
 */
export function movesOf(instance: Instance, place: Village, team: readonly Seated[]): Move[] {
  const taken = POSTS.map((_, post) => team.filter(({ pattern }) => holds(pattern, post)).length)
  const freeSeats = POSTS.map((post, index) => seatsOf(place, post) - taken[index]!)
  const joining = PATTERNS.flatMap((_, pattern) =>
    roomFor(pattern, instance, team, freeSeats).map((changes) => ({ pattern, changes })),
  )
  return [{ pattern: STANDS_BY, changes: [] }, ...joining]
}

const holds = (pattern: number, post: number) => postsOfPattern[pattern]!.includes(post)

function roomFor(
  pattern: number,
  instance: Instance,
  team: readonly Seated[],
  freeSeats: readonly number[],
): Change[][] {
  const wanted = postsOfPattern[pattern]!
  if (wanted.some((post) => freeSeats[post]! < 0)) return []
  const givers = wanted.map((post) => {
    if (freeSeats[post]! > 0) return [null]
    return team.filter((seated) => isMovable(instance, seated) && holds(seated.pattern, post))
  })
  const open = POSTS.map((_, post) => freeSeats[post]! - (wanted.includes(post) ? 1 : 0))
  return product(givers).flatMap((chosen) => changesFor(instance, chosen, wanted, open))
}

function isMovable({ pinned }: Instance, { pair }: Seated): boolean {
  return pair !== null && !pinned.includes(pair)
}

/** Lists of one of each, at most two long. */
function product<T>([first = [], second]: readonly (readonly T[])[]): T[][] {
  if (second === undefined) return first.map((one) => [one])
  return first.flatMap((one) => second.map((other) => [one, other]))
}

function changesFor(
  instance: Instance,
  givers: readonly (Seated | null)[],
  wanted: readonly number[],
  open: readonly number[],
): Change[][] {
  const leaving = [...new Set(givers)].filter((giver) => giver !== null)
  const ways = leaving.map((seated) => {
    const given = wanted.filter((_, index) => givers[index] === seated)
    const kept = postsOfPattern[seated.pattern]!.filter((post) => !given.includes(post))
    return placesFor(instance, seated, kept, open).map((to) => ({ seated, to }))
  })
  if (ways.length === 0) return [[]]
  return product(ways).filter((changes) => fits(changes, open))
}

/** Out of the team, what they keep, or what they may take besides or instead that is free. */
function placesFor(
  { patterns }: Instance,
  { pair }: Seated,
  kept: readonly number[],
  open: readonly number[],
): (number | null)[] {
  const places = PATTERNS.flatMap((_, pattern) => {
    const within = postsOfPattern[pattern]!.every((post) => kept.includes(post) || open[post]! > 0)
    return within && hasPattern(patterns[pair!]!, pattern) ? [pattern] : []
  })
  const rest = patternOf(kept.map((post) => POSTS[post]!))
  return rest === undefined ? [null, ...places] : places
}

/** Two who change do not take the same free seat. */
function fits(changes: readonly Change[], open: readonly number[]): boolean {
  return POSTS.every((_, post) => {
    const more = changes.filter(
      ({ seated, to }) => to !== null && holds(to, post) && !holds(seated.pattern, post),
    )
    return more.length <= Math.max(0, open[post]!)
  })
}
