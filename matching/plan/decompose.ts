import { PATTERNS } from '../pattern.ts'
import { POSTS, TIERS } from '../types.ts'
import { chooseTeams, mayStayOpen, searchWhole, type View, within } from './branch.ts'
import {
  addTeams,
  type Combination,
  createCombination,
  relaxCombination,
  type VillageTeam,
} from './combination.ts'
import { evaluate, isBetter } from './incumbent.ts'
import { addColumns, type Column, type Master, type Stage } from './master.ts'
import type { Relaxation } from './price.ts'
import { boundAt, dualFrom, mixed, pricesAt } from './prices.ts'
import type { Prices } from './room.ts'
import { FIRST_STAGE, goesOn, isSettled, noteBound, type Search, worthOf } from './state.ts'
import { type Team, type TeamSearch, teamSearch } from './team.ts'

/** Teams of each village to begin with, how much more than the best they may lose, and those that a round adds. */
const SEEDS = { count: 25, ceiling: 0.03, steps: 2_500 }
const NEAR = { count: 6, ceiling: 0.01, steps: 1_500 }
const EXACT = { isFree: () => true, ceiling: 1e6, steps: 4_000, byModel: 300 }
/** A village by itself: a search of whole choices comes after it, which keeps caps as well and takes longer. */
const ALONE = { ...EXACT, steps: 6_000, byModel: 0 }
/** Rounds before whole teams are chosen once more, and in all. */
const ROUNDS = { between: 6, last: 40, ofMisses: 8 }
/** Share of the best prices so far in those of a round, first and later: prices that swing take many more rounds. */
const SMOOTHING = { first: 0.8, later: 0.5 }

/**
 * Closes most of what a relaxation over single choices leaves open, by relaxing over whole teams: teams are found one
 * village at a time at the prices of what villages share, and put together by a small model, whose prices lead to the
 * next ones. Keeps a better plan when it comes by one; answers a bound of the stage over all plans.
 */
export function decompose(
  state: Search,
  stage: Stage,
  relaxed: Relaxation,
  proofsFollow = false,
): number {
  if (relaxed.bound === Infinity || !goesOn(state)) return relaxed.bound
  const search = teamSearch(state.master, stage, relaxed, state.memory)
  const found = bestTeams(state, search, isAlone(state) ? ALONE : EXACT)
  const bound = relaxed.bound - lossOf(found)
  noteBound(state, stage, bound)
  if (isAlone(state)) keepTeam(state, found[0]!)
  if (isSettled(state, stage, bound) || !goesOn(state)) return bound
  const first = { reduced: relaxed.reduced, bound, found }
  if (proofsFollow && isAlone(state) && isAboutMisses(state, stage, bound)) return bound
  if (isAlone(state)) return exhausted(state, stage, bound, [first], Infinity)
  const combination = createCombination(state.master, stage)
  try {
    add(combination, seeds(state, stage, relaxed, search, found))
    const descent: Descent = {
      ...{ combination, relaxed, bound, dual: relaxed.dual },
      ...{ first, last: first, seen: null },
    }
    const fit = stage.fit * state.mostFit * Math.max(state.solver.gap, SMALL_GAP)
    const exhaust = (most: number) => {
      const views = [descent.first, descent.last]
      descent.bound = exhausted(state, stage, descent.bound, views, most)
    }
    for (const part of PARTS) {
      const isDone = descend(state, stage, descent, part * fit)
      chooseTeams(state, stage, combination)
      exhaust(FEW_COLUMNS)
      if (isDone || isSettled(state, stage, descent.bound) || !goesOn(state)) break
      if (stage.fit === 0) break
      if (part < Infinity && isAboutMisses(state, stage, descent.bound)) break
    }
    if (!isAboutMisses(state, stage, descent.bound)) exhaust(Infinity)
    return descent.bound
  } finally {
    combination.model.dispose()
  }
}

/** Whether nothing is shared with other villages. */
const isAlone = ({ instance }: Search) => instance.problem.villages.length === 1

/** Whether more is open than fit could ever make up: whole misses, which are counted tier by tier afterwards. */
function isAboutMisses(state: Search, stage: Stage, bound: number): boolean {
  return stage === FIRST_STAGE && bound - worthOf(state, stage) > stage.price.wish
}

/**
 * Parts of the gap that may stay open between the bound and the model over teams before whole teams are chosen. At first
 * all may: where few choices are left in reach, as in a township, searching them takes less than one round of prices.
 */
const PARTS = [Infinity, 0.9, 0.4, 0.1, 0]
const SMALL_GAP = 0.0002
/** Choices that are searched whole between rounds. */
const FEW_COLUMNS = 5_000
/** Choices of a village by itself that are searched first: a better team leaves fewer in the search of all. */
const FIRST_COLUMNS = 150

/** Where the prices stand: the least bound so far and the prices that gave it. */
type Descent = {
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

function seeds(
  state: Search,
  stage: Stage,
  relaxed: Relaxation,
  search: TeamSearch,
  found: readonly Found[],
): VillageTeam[] {
  const leaning = { ...relaxed, reduced: leaningTo(relaxed) }
  const lean = teamSearch(state.master, stage, leaning, state.memory)
  return [
    ...several(state, search, found, SEEDS),
    ...several(state, lean, bestTeams(state, lean, { ...EXACT, byModel: 0 }), SEEDS),
    ...teamsOf(state),
  ]
}

/** What a choice that the relaxation does not make costs, so that of teams alike those that it leans to are taken. */
const LEANING = 0.01

/** Reduced costs by which the choices that a relaxation makes come before others that cost the same. */
function leaningTo({ chosen, reduced }: Relaxation): Float64Array {
  const leaning = reduced.map((cost) => cost - LEANING)
  for (const { index, part } of chosen) leaning[index]! += LEANING * Math.min(1, part)
  return leaning
}

/** The best team of the only village is a plan. */
function keepTeam(state: Search, { team }: Found) {
  if (team === null) return
  const plan = evaluate(state.instance, team.columns)
  if (isBetter(plan, state.best)) state.best = plan
  state.report('search')
}

/** The best team of a village; its loss is 0 where the search was cut off, which is safe. */
type Found = { team: Team | null; loss: number; isWhole: boolean }

function bestTeams(
  state: Search,
  search: TeamSearch,
  asked = EXACT,
  known: readonly (Found | null)[] = [],
): Found[] {
  const { instance } = state
  return instance.problem.villages.map((_, village) => {
    const before = known[village]
    if (before) return before
    if (!goesOn(state)) return { team: null, loss: 0, isWhole: false }
    const { team, isWhole } = search.best(village, asked)
    return { team, loss: isWhole && team !== null ? team.loss : 0, isWhole }
  })
}

const lossOf = (found: readonly Found[]) => found.reduce((sum, { loss }) => sum + loss, 0)

function several(
  state: Search,
  search: TeamSearch,
  found: readonly Found[],
  { count, ceiling, steps }: typeof SEEDS,
  known: readonly (Found | null)[] = [],
): VillageTeam[] {
  return state.instance.problem.villages.flatMap((_, village) => {
    if (known[village] || !goesOn(state)) return []
    const { team, loss } = found[village]!
    const asked = { isFree: EXACT.isFree, ceiling: loss + ceiling, steps }
    const teams = search.several(village, count, asked)
    return [...(team === null ? [] : [team]), ...teams].map(({ columns }) => ({ village, columns }))
  })
}

function teamsOf({ instance, best }: Search): VillageTeam[] {
  const columns = instance.problem.villages.map((): Column[] => [])
  for (const column of best.columns) columns[instance.village[column.pair]!]!.push(column)
  return columns.map((own, village) => ({ village, columns: own }))
}

function add(combination: Combination, teams: readonly VillageTeam[]): number {
  addColumns(
    combination.master,
    teams.flatMap(({ columns }) => columns),
  )
  return addTeams(combination, teams)
}

/** Prices, teams, prices: until little is open, or no village has a better team at the prices (true). */
function descend(state: Search, stage: Stage, descent: Descent, open: number): boolean {
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
    if (add(combination, several(state, search, found, NEAR, known)) === 0 && !isLess) return true
  }
  return open === 0
}

/**
 * A plan that is better than the best so far by more than may stay open makes no choice that loses more than the best
 * team of its village by what is left of the gap: a search of whole choices among the others proves or finds the best.
 * Where they are more than `most`, those that lose least are searched, and what the rest could reach stays open.
 */
function exhausted(
  state: Search,
  stage: Stage,
  bound: number,
  views: readonly View[],
  most: number,
): number {
  if (isSettled(state, stage, bound) || !goesOn(state)) return bound
  const nearest = (most?: number) =>
    within(state, views, worthOf(state, stage) + mayStayOpen(state, stage), most)
  if (isAlone(state)) {
    const few = nearest(FIRST_COLUMNS)
    if (few.columns.length === FIRST_COLUMNS) searchWhole(state, stage, few.columns)
    if (isSettled(state, stage, bound) || !goesOn(state)) return bound
  }
  const { columns, leftOut } = nearest()
  if (columns.length > most) return bound
  const whole = searchWhole(state, stage, columns)
  const least = Math.min(bound, Math.max(whole, leftOut, worthOf(state, stage)))
  noteBound(state, stage, least)
  return least
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
