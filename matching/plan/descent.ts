import { PATTERNS } from '../pattern.ts'
import { POSTS, TIERS } from '../types.ts'
import type { View } from './branch.ts'
import { addTeams, type Combination, relaxCombination } from './combination.ts'
import type { Master, Stage } from './master.ts'
import type { Relaxation } from './price.ts'
import { boundAt, dualFrom, mixed, pricesAt } from './prices.ts'
import type { Prices } from './room.ts'
import { goesOn, isSettled, noteBound, type Search } from './state.ts'
import { teamSearch } from './team.ts'
import { bestTeams, EXACT, type Found, lossOf, nearTeams } from './village-teams.ts'

/** Rounds before whole teams are chosen once more, and in all. */
const ROUNDS = { between: 6, last: 40, ofMisses: 8 }
/** Share of the best prices so far in those of a round, first and later: prices that swing take many more rounds. */
const SMOOTHING = { first: 0.8, later: 0.5 }

/** Where the prices stand: the least bound so far and the prices that gave it. */
export type Descent = {
  combination: Combination
  relaxed: Relaxation
  bound: number
  dual: Float64Array
  /** Where the prices began, which are closest for single choices, and where they stand. */
  first: View
  last: View
  /** Prices of the round before, whoever's bound it was, with what was found at them. */
  seen: { prices: Prices; found: Found[] } | null
}

export function beginOf(combination: Combination, relaxed: Relaxation, first: View): Descent {
  const { dual } = relaxed
  return { combination, relaxed, bound: first.bound, dual, first, last: first, seen: null }
}

/** Prices, teams, prices: until little is open, or no village has a better team at the prices (true). */
export function descend(state: Search, stage: Stage, descent: Descent, open: number): boolean {
  const { combination, relaxed } = descent
  const { master, memory } = state
  for (let round = 0; round < roundsOf(stage, open) && goesOn(state); round++) {
    const solved = relaxCombination(combination)
    if (solved === null || descent.bound - solved.worth < 1e-6) return true
    if (descent.bound - solved.worth < open) return false
    const own = dualFrom(master, stage, relaxed.dual, solved.shared)
    const share = descent.dual === relaxed.dual ? SMOOTHING.first : SMOOTHING.later
    const dual = mixed(own, descent.dual, share)
    const prices = pricesAt(master, stage, dual)
    const search = teamSearch(master, stage, prices, memory)
    const known = sameVillages(master, prices, descent.seen)
    const found = bestTeams(state, search, EXACT, known)
    descent.seen = { prices, found }
    const bound = boundAt(master, stage, prices, lossOf(found))
    const isLess = bound < descent.bound
    if (isLess) {
      const last = { reduced: prices.reduced, bound, found }
      Object.assign(descent, { bound, dual, last })
      noteBound(state, stage, bound)
      state.report('prove')
      if (isSettled(state, stage, bound)) return true
    }
    if (addTeams(combination, nearTeams(state, search, found, known)) === 0 && !isLess) return true
  }
  return open === 0
}

/** Where misses alone are counted, prices move in steps: more rounds bring little. */
function roundsOf({ fit }: Stage, open: number): number {
  if (fit === 0) return ROUNDS.ofMisses
  return open > 0 ? ROUNDS.between : ROUNDS.last
}

/** What was found before in villages where no price has moved since; null where one has. */
function sameVillages(
  { instance, layout }: Master,
  { dual, reduced }: Prices,
  seen: Descent['seen'],
): (Found | null)[] {
  if (seen === null) return []
  const { start, problem } = instance
  const before = seen.prices
  const isSame = (one: Float64Array, other: Float64Array, from: number, to: number) => {
    for (let at = from; at < to; at++)
      if (one[at] !== other[at] && Math.abs(one[at]! - other[at]!) > 1e-12) return false
    return true
  }
  const tiers = layout.tierRow
  if (!isSame(dual, before.dual, tiers, tiers + TIERS.length)) return []
  return problem.villages.map((_, village) => {
    const [from, to] = [PATTERNS.length * start[village]!, PATTERNS.length * start[village + 1]!]
    const seats = POSTS.length * village
    const isKept =
      isSame(reduced, before.reduced, from, to) &&
      isSame(dual, before.dual, seats, seats + POSTS.length)
    return isKept ? seen.found[village]! : null
  })
}
