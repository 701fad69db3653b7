import { chooseTeams, mayStayOpen, searchWhole, type View, within } from './branch.ts'
import { addTeams, createCombination } from './combination.ts'
import { beginOf, type Descent, descend } from './descent.ts'
import { evaluate, isBetter } from './incumbent.ts'
import type { Stage } from './master.ts'
import type { Relaxation } from './price.ts'
import { FIRST_STAGE, goesOn, isSettled, noteBound, type Search, worthOf } from './state.ts'
import { teamSearch } from './team.ts'
import { ALONE, bestTeams, EXACT, type Found, firstTeams, lossOf } from './village-teams.ts'

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
  const view = { reduced: relaxed.reduced, bound, found }
  if (isAlone(state)) return settledAlone(state, stage, view, proofsFollow)
  if (isSettled(state, stage, bound) || !goesOn(state)) return bound
  const combination = createCombination(state.master, stage)
  try {
    addTeams(combination, firstTeams(state, stage, relaxed, search, found))
    return combined(state, stage, beginOf(combination, relaxed, view))
  } finally {
    combination.model.dispose()
  }
}

/** The best team of a village that shares nothing is a plan, often the best. */
function settledAlone(
  state: Search,
  stage: Stage,
  view: View & { found: readonly Found[] },
  proofsFollow: boolean,
): number {
  const { bound, found } = view
  keepTeam(state, found[0]!)
  if (proofsFollow && isAboutMisses(state, stage, bound)) return bound
  return exhausted(state, stage, bound, [view], Infinity)
}

/** Prices, whole teams chosen, what is left in reach searched: until as little is open as was asked for. */
function combined(state: Search, stage: Stage, descent: Descent): number {
  const fit = stage.fit * state.mostFit * Math.max(state.solver.gap, SMALL_GAP)
  const exhaust = (most: number) => {
    const views = [descent.first, descent.last]
    descent.bound = exhausted(state, stage, descent.bound, views, most)
  }
  for (const part of PARTS) {
    const isDone = descend(state, stage, descent, part * fit)
    chooseTeams(state, stage, descent.combination)
    exhaust(FEW_COLUMNS)
    if (isDone || isSettled(state, stage, descent.bound) || !goesOn(state)) break
    if (stage.fit === 0) break
    if (part < Infinity && isAboutMisses(state, stage, descent.bound)) break
  }
  if (!isAboutMisses(state, stage, descent.bound)) exhaust(Infinity)
  return descent.bound
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

function keepTeam(state: Search, { team }: Found) {
  if (team === null) return
  const plan = evaluate(state.instance, team.columns)
  if (isBetter(plan, state.best)) state.best = plan
  state.report('search')
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
