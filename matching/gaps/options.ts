import { hasPattern, PATTERNS, patternsWithin } from '../pattern.ts'
import { POSTS, TIERS } from '../types.ts'
import { type Move, movesOf, STANDS_BY } from './moves.ts'
import { leastValue, postsOpenTo } from './newcomer.ts'
import { type Facts, isWider, narrowness, type Role } from './profiles.ts'
import {
  addedByChanges,
  countsOf,
  type Growing,
  missAt,
  missesOf,
  type Rows,
  standByBit,
} from './rows.ts'

/** How a person of a profile would join a village, and what each row gains at least. */
export type Option = {
  facts: Facts
  role: Role
  move: Move
  added: Float64Array
  /** Indexes of `rows.targets` that are missed less; nothing is missed more. */
  mends: number[]
}
/** What joining one village offers: the best that one person can do, and the widest profile for each target alone. */
export type Offer = { best: Option[]; alone: Map<number, Option> }

type Way = { move: Move; added: Float64Array; weights: Float64Array | null }

/**
 * Tries every profile with every move. A move counts when no target is missed more, so the list never mends one
 * village at the cost of another target. O(facts × roles × moves × rows), a few milliseconds a village.
 */
export function offerAt(
  growing: Growing,
  rows: Rows,
  allFacts: readonly Facts[],
  roles: readonly Role[],
): Offer {
  const { instance } = growing.seating
  const { policy, villages } = instance.problem
  const place = villages[rows.village]!
  const counts = countsOf(growing, rows)
  const misses = missesOf(rows, counts)
  if (misses.every((miss) => miss === 0)) return { best: [], alone: new Map() }
  const ways = waysOf(growing, rows)
  const values = allFacts.map((facts) => ({ facts, values: valuesOf(growing, rows, facts) }))
  const kept = keeper(rows, (option) => narrowness({ ...option.facts, ...option.role }, policy))
  for (const role of roles) {
    const open = postsOpenTo(role, place, policy)
    for (const { move, added } of waysIn(growing, rows, role, open, ways))
      for (const { facts, values: own } of values) {
        const total = added(own)
        const mends = mendedBy(rows, counts, misses, total)
        if (mends !== null && mends.length > 0) kept.add({ facts, role, move, added: total, mends })
      }
  }
  return kept.offer()
}

/** The ways that a role may take, with what they add for somebody of given values. */
function waysIn(
  growing: Growing,
  rows: Rows,
  role: Role,
  open: number,
  ways: readonly Way[],
): { move: Move; added: (values: Float64Array) => Float64Array }[] {
  const patterns = patternsWithin(open)
  const asStandBy = addedByPresence(growing, rows, role, open, true)
  const asMember = addedByPresence(growing, rows, role, open, false)
  return ways
    .filter(({ move }) => move.pattern === STANDS_BY || hasPattern(patterns, move.pattern))
    .map(({ move, added, weights }) => {
      const presence = weights === null ? asStandBy : asMember
      const fixed = added.map((more, row) => more + presence[row]!)
      return {
        move,
        added: (values) =>
          weights === null ? fixed : fixed.map((more, row) => more + weights[row]! * values[row]!),
      }
    })
}

/** The moves worth trying: of two into the same posts, one that adds nowhere more is left out. */
function waysOf(growing: Growing, rows: Rows): Way[] {
  const { seating, teams } = growing
  const place = seating.instance.problem.villages[rows.village]!
  const moves = movesOf(seating.instance, place, teams[rows.village]!)
  const byPattern = Map.groupBy(moves, ({ pattern }) => pattern)
  return [...byPattern].flatMap(([pattern, alike]) => {
    const weights = pattern === STANDS_BY ? null : weightsOf(growing, rows, pattern)
    const ways = alike
      .sort((a, b) => a.changes.length - b.changes.length)
      .map((move) => ({ move, added: addedByChanges(seating, rows, move.changes), weights }))
    return undominated(ways)
  })
}

function undominated(ways: readonly Way[]): Way[] {
  const kept: Way[] = []
  for (const way of ways)
    if (!kept.some(({ added }) => added.every((more, row) => more >= way.added[row]! - 1e-12)))
      kept.push(way)
  return kept
}

function weightsOf({ seating }: Growing, { source }: Rows, pattern: number): Float64Array {
  return Float64Array.from(source, (at) => (at >= 0 ? seating.weights[at]![pattern]! : 0))
}

function valuesOf({ seating }: Growing, { source, village }: Rows, facts: Facts): Float64Array {
  const { forms, problem } = seating.instance
  const place = problem.villages[village]!
  return Float64Array.from(source, (at) =>
    at >= 0 ? leastValue(forms[at]!, facts, place, problem.policy) : 0,
  )
}

const PARTY_POSTS = (1 << POSTS.indexOf('secretary')) | (1 << POSTS.indexOf('party-member'))

/** What targets of free people gain by a person who is there, whatever they take. */
function addedByPresence(
  { seating }: Growing,
  { source, targets, first }: Rows,
  role: Role,
  open: number,
  standsBy: boolean,
): Float64Array {
  const added = new Float64Array(source.length)
  targets.forEach(({ id }, target) => {
    for (let row = first[target]!; row < first[target + 1]!; row++) {
      const at = source[row]!
      if (at >= 0) continue
      const bit = standByBit(seating, at)
      const counts =
        id === 'margin'
          ? (open & PARTY_POSTS) !== 0
          : bit === 0
            ? role.isReserve
            : standsBy && (open & bit) !== 0
      added[row] = counts ? 1 : 0
    }
  })
  return added
}

/** Targets missed less, or null when one is missed more. */
export function mendedBy(
  rows: Rows,
  counts: Float64Array,
  misses: Float64Array,
  added: Float64Array,
): number[] | null {
  const { first } = rows
  let mended: number[] | null = null
  for (let target = 0; target < misses.length; target++) {
    let miss = 0
    for (let row = first[target]!; row < first[target + 1]!; row++)
      miss += missAt(rows, row, counts[row]! + added[row]!)
    if (miss > misses[target]! + 1e-9) return null
    if (miss < misses[target]! - 1e-9) {
      mended ??= []
      mended.push(target)
    }
  }
  return mended ?? []
}

/** Keeps the widest profiles among those that mend most, and for each target the widest that mends it. */
function keeper(rows: Rows, narrownessOf: (option: Option) => number) {
  const alone = new Map<number, { option: Option; narrowness: number }>()
  const best = new Map<string, Option>()
  let most: number[] = []
  return {
    add(option: Option) {
      for (const target of option.mends) {
        const known = alone.get(target)
        const narrowness = narrownessOf(option)
        if (known === undefined || narrowness < known.narrowness - 1e-9)
          alone.set(target, { option, narrowness })
      }
      const worth = worthOf(rows, option)
      const order = compare(worth, most)
      if (order < 0) return
      if (order > 0) {
        most = worth
        best.clear()
      }
      const key = JSON.stringify([option.facts, option.role])
      const known = best.get(key)
      if (known === undefined || option.move.changes.length < known.move.changes.length)
        best.set(key, option)
    },
    offer: (): Offer => ({
      best: widest([...best.values()]),
      alone: new Map([...alone].map(([target, { option }]) => [target, option])),
    }),
  }
}

/** How many targets, then of the law, of policy, of wishes. */
export function worthOf({ targets }: Rows, { mends }: Pick<Option, 'mends'>): number[] {
  const ofTier = TIERS.map(
    (tier) => mends.filter((target) => targets[target]!.tier === tier).length,
  )
  return [mends.length, ...ofTier]
}

export function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== (other[index] ?? 0))
  return at === -1 ? 0 : one[at]! - (other[at] ?? 0)
}

function widest(options: readonly Option[]): Option[] {
  const profile = ({ facts, role }: Option) => ({ ...facts, ...role })
  return options.filter(
    (option) =>
      !options.some((other) => other !== option && isWider(profile(other), profile(option))),
  )
}

export const postsTaken = ({ pattern }: Move) =>
  pattern === STANDS_BY ? [] : PATTERNS[pattern]!.posts
