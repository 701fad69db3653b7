import { PATTERNS } from '../pattern.ts'
import { POSTS, TIERS, type Tier } from '../types.ts'
import { assemble, leaningTo } from './assemble.ts'
import { chooseTeams } from './branch.ts'
import {
  addTeams,
  type Combination,
  createCombination,
  relaxCombination,
  type VillageTeam,
} from './combination.ts'
import { isBetter } from './incumbent.ts'
import { postsOfPattern } from './instance.ts'
import { villagesInReach } from './layout.ts'
import { addColumns, type Column, type Master, type Stage, trackedEntries } from './master.ts'
import { priceAt, type Relaxation } from './price.ts'
import { goesOn, isSettled, noteBound, type Search } from './state.ts'
import { firstPostOf, type Prices, type Team, type TeamSearch, teamSearch } from './team.ts'

/** Teams of each village to begin with, how much more than the best they may lose, and those that a round adds. */
const SEEDS = { count: 30, ceiling: 0.03, steps: 6_000 }
const NEAR = { count: 6, ceiling: 0.01, steps: 1_500 }
const EXACT = { isFree: () => true, ceiling: 1e6, steps: 30_000 }
const ROUNDS = 40
/** Share of the best prices so far in those of a round, first and later: prices that swing take many more rounds. */
const SMOOTHING = { first: 0.8, later: 0.5 }

/**
 * Closes most of what a relaxation over single choices leaves open, by relaxing over whole teams: teams are found one
 * village at a time at the prices of what villages share, and put together by a small model, whose prices lead to the
 * next ones. Keeps a better plan when it comes by one; answers a bound of the stage over all plans.
 */
export function decompose(state: Search, stage: Stage, relaxed: Relaxation): number {
  const search = teamSearch(state.master, stage, relaxed, state.memory)
  const found = bestTeams(state, search, EXACT.steps)
  const bound = relaxed.bound - lossOf(found)
  noteBound(state, stage, bound)
  if (stage.fit > 0) putTogether(state, stage, relaxed, found)
  if (isSettled(state, stage, bound) || !goesOn(state)) return bound
  const combination = createCombination(state.master, stage)
  try {
    const leaning = { ...relaxed, reduced: leaningTo(relaxed, relaxed.reduced) }
    const lean = teamSearch(state.master, stage, leaning, state.memory)
    const leaned = bestTeams(state, lean, SEEDS.steps)
    add(combination, [
      ...several(state, search, found, SEEDS),
      ...several(state, lean, leaned, SEEDS),
      ...teamsOf(state),
    ])
    return rounds(state, stage, relaxed, combination, bound)
  } finally {
    combination.model.dispose()
  }
}

function putTogether(state: Search, stage: Stage, relaxed: Relaxation, found: readonly Found[]) {
  const { master, memory } = state
  const losses = found.map(({ loss }) => loss)
  const plan = assemble({ master, stage, relaxed, losses, memory, goesOn: () => goesOn(state) })
  if (plan !== null && isBetter(plan, state.best)) state.best = plan
  state.report('search')
}

/** The best team of a village; its loss is 0 where the search was cut off, which is safe. */
type Found = { team: Team | null; loss: number }

function bestTeams({ instance }: Search, search: TeamSearch, steps: number): Found[] {
  return instance.problem.villages.map((_, village) => {
    const { team, isWhole } = search.best(village, { ...EXACT, steps })
    return { team, loss: isWhole && team !== null ? team.loss : 0 }
  })
}

const lossOf = (found: readonly Found[]) => found.reduce((sum, { loss }) => sum + loss, 0)

function several(
  { instance }: Search,
  search: TeamSearch,
  found: readonly Found[],
  { count, ceiling, steps }: typeof SEEDS,
): VillageTeam[] {
  return instance.problem.villages.flatMap((_, village) => {
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

/** Prices, teams, prices: until no village has a better team at the prices; then whole teams are chosen. */
function rounds(
  state: Search,
  stage: Stage,
  relaxed: Relaxation,
  combination: Combination,
  start: number,
): number {
  const { master } = state
  const steps = EXACT.steps / Math.max(1, master.instance.problem.villages.length / 10)
  let bound = start
  let centre = relaxed.dual
  for (let round = 0; round < ROUNDS && goesOn(state); round++) {
    const solved = relaxCombination(combination)
    if (solved === null || bound - solved.worth < closeEnough(state, stage)) break
    const own = dualFrom(master, stage, relaxed.dual, solved.shared)
    const dual = mixed(own, centre, round === 0 ? SMOOTHING.first : SMOOTHING.later)
    const prices = pricesAt(master, stage, dual)
    const search = teamSearch(master, stage, prices, state.memory)
    const found = bestTeams(state, search, steps)
    const here = boundAt(master, stage, prices, lossOf(found))
    if (here < bound) {
      bound = here
      centre = dual
      noteBound(state, stage, bound)
      state.report('prove')
      if (isSettled(state, stage, bound)) return bound
    }
    const added = add(combination, several(state, search, found, NEAR))
    if (added === 0 && here >= bound) break
  }
  chooseTeams(state, stage, combination)
  return bound
}

/** What may stay open between the bound and the model over teams: nearly the gap that was asked for. */
function closeEnough({ solver, mostFit }: Search, stage: Stage): number {
  return Math.max(1e-6, 0.9 * solver.gap * mostFit * stage.fit)
}

/** Prices of the relaxation over choices, with those of the shared rows by the model over teams. */
function dualFrom(
  master: Master,
  stage: Stage,
  ofChoices: Float64Array,
  shared: ReadonlyMap<number, number>,
): Float64Array {
  const { layout, instance, rowOfPerson } = master
  const dual = new Float64Array(master.lower.length)
  dual.set(ofChoices)
  villagesInReach(instance).forEach((places, person) => {
    if (places > 1 && rowOfPerson[person]! >= 0) dual[rowOfPerson[person]!] = 0
  })
  for (const [row, price] of shared) dual[row] = price
  const dearest = (tier: Tier) => stage.price[tier] + dual[layout.tierRow + TIERS.indexOf(tier)]!
  for (const form of layout.planForms) {
    const row = layout.formRow + form
    dual[row] = Math.min(0, Math.max(-dearest(instance.forms[form]!.tier), dual[row]!))
  }
  layout.liveFree.forEach((index, position) => {
    const row = layout.freeRow + position
    dual[row] = Math.max(0, Math.min(dearest(instance.availability[index]!.tier), dual[row]!))
  })
  return dual
}

function mixed(own: Float64Array, centre: Float64Array, share: number): Float64Array {
  return own.map((price, row) => (1 - share) * price + share * (centre[row] ?? 0))
}

/** Reduced costs at prices; where one is positive, its seat is made dearer, until none is. */
function pricesAt(master: Master, stage: Stage, given: Float64Array): Prices {
  const { start, problem } = master.instance
  const dual = given.slice()
  const reduced = priceAt(master, stage, dual)
  const most = new Float64Array(POSTS.length)
  for (let village = 0; village < problem.villages.length; village++) {
    const [from, to] = [PATTERNS.length * start[village]!, PATTERNS.length * start[village + 1]!]
    for (const post of FILLED) {
      most[post] = 0
      for (let index = from; index < to; index++) {
        const cost = reduced[index]!
        if (cost > most[post]! && firstPostOf[index % PATTERNS.length] === post) most[post] = cost
      }
      if (most[post] === 0) continue
      dual[POSTS.length * village + post]! += most[post]!
      for (let index = from; index < to; index++)
        if (postsOfPattern[index % PATTERNS.length]!.includes(post)) reduced[index]! -= most[post]!
    }
  }
  return { dual, reduced }
}
const FILLED = [...new Set(firstPostOf)]

/** The Lagrangean bound: what the rows are worth at their prices, less what every village must lose. */
function boundAt(master: Master, stage: Stage, { dual }: Prices, loss: number): number {
  const { lower, upper, layout } = master
  let worth = -loss
  for (let row = 0; row < dual.length; row++) {
    const price = dual[row]!
    if (price !== 0) worth += price * (price > 0 ? upper[row]! : lower[row]!)
  }
  trackedEntries(master).forEach((entries) => {
    const reduced = entries.reduce((sum, [row, value]) => sum - dual[row]! * value, 0)
    worth += Math.max(0, reduced)
  })
  return worth + residualMisses(master, stage, dual, layout)
}

/** Misses of a village's targets are never worth having at the prices; dust of the solver is added to be safe. */
function residualMisses(
  { instance }: Master,
  stage: Stage,
  dual: Float64Array,
  layout: Master['layout'],
): number {
  let dust = 0
  instance.forms.forEach(({ tier }, form) => {
    const ofTier = dual[layout.tierRow + TIERS.indexOf(tier)]!
    if (-dual[layout.formRow + form]! - ofTier - stage.price[tier] > 1e-7) dust = Infinity
  })
  return dust
}
