import { PATTERNS } from '../pattern.ts'
import { missOf } from '../targets/index.ts'
import type { Combination } from './combination.ts'
import { evaluate, isBetter, lackOf, placementsOf, seats } from './incumbent.ts'
import { type Instance, patternFit } from './instance.ts'
import { reachable } from './layout.ts'
import {
  addColumns,
  type Column,
  createMaster,
  type Master,
  requirePins,
  requireWhole,
  type Stage,
  setStage,
} from './master.ts'
import type { Search } from './state.ts'
import { WITHOUT_DIVES } from './team-model.ts'
import { worthSearching } from './worth-searching.ts'

/** HiGHS' word for a point that keeps every row. */
const FEASIBLE = 2
/** Columns of a whole-number search unless the solver says otherwise; more do not fit its time and memory. */
const MOST_COLUMNS = 12_000

/** Prices with what they prove: a bound, and the least loss of every village. */
export type View = {
  reduced: Float64Array
  bound: number
  found: readonly { loss: number }[]
}

/**
 * The columns that a plan worth more than `worth` may have, and what a plan with one of the others is worth at most. By
 * every view, a plan with a column loses what the column does or the best team of its village, whichever is more, and
 * the best teams of the other villages. Pins and the best plan are always in.
 */
export function within(
  { instance, best, solver }: Search,
  views: readonly View[],
  worth: number,
  most = solver.mostColumns ?? MOST_COLUMNS,
): { columns: Column[]; leftOut: number } {
  const always = new Set(best.columns.map(indexOf))
  const pins = new Set(instance.pinned)
  const near: { index: number; reach: number }[] = []
  let leftOut = -Infinity
  for (let index = 0; index < views[0]!.reduced.length; index++) {
    if (views[0]!.reduced[index] === -Infinity) continue
    const pair = Math.floor(index / PATTERNS.length)
    let reach = Infinity
    if (!always.has(index) && !pins.has(pair))
      for (const { reduced, bound, found } of views)
        reach = Math.min(
          reach,
          bound + Math.min(0, reduced[index]! + found[instance.village[pair]!]!.loss),
        )
    if (reach >= worth) near.push({ index, reach })
    else leftOut = Math.max(leftOut, reach)
  }
  if (near.length > most) {
    near.sort((a, b) => b.reach - a.reach || fitAt(instance, b) - fitAt(instance, a))
    leftOut = near[most]!.reach
    near.length = most
  }
  return { columns: near.map(({ index }) => columnAt(index)), leftOut }
}

const columnAt = (index: number): Column => ({
  pair: Math.floor(index / PATTERNS.length),
  pattern: index % PATTERNS.length,
})

const indexOf = ({ pair, pattern }: Column) => PATTERNS.length * pair + pattern

function fitAt({ fit }: Instance, { index }: { index: number }): number {
  const { pair, pattern } = columnAt(index)
  return patternFit(fit, pair, pattern)
}

/** Branch and bound over some columns; keeps the plan if it is better. Answers the bound over those columns. */
export function searchWhole(state: Search, stage: Stage, columns: readonly Column[]): number {
  const { instance, layout, solver } = state
  const { highs } = solver
  const master = createMaster(highs, instance, layout)
  try {
    addColumns(master, worthSearching(state, stage, columns))
    requirePins(master)
    requireWhole(master, highs)
    setStage(master, stage)
    master.model.options.set({ ...limitsOf(state, stage), ...WITHOUT_DIVES })
    beginWith(state, master)
    const { callbackType, modelStatus } = highs.constants
    master.model.run({
      [callbackType.mipImprovingSolution](event) {
        keep(state, master, event.data.mip_solution)
        state.report('search')
        return undefined
      },
      [callbackType.mipInterrupt](event) {
        if (solver.shouldStop?.()) event.interrupt()
        return undefined
      },
    })
    // The best plan keeps every row: a presolve that finds nothing possible is wrong and proves nothing.
    if (master.model.getModelStatus() === modelStatus.infeasible) return Infinity
    const isFound = master.model.info.get('primal_solution_status') === FEASIBLE
    if (isFound) keep(state, master, master.model.getSolution().colValue)
    return Number(master.model.info.get('mip_dual_bound'))
  } finally {
    master.model.dispose()
  }
}

/** The best plan as a point to begin with: what is no better is not searched. */
function beginWith({ best, layout, instance }: Search, { model, columns }: Master) {
  const { forms, availability, person } = instance
  const chosen = new Set(best.columns.map(indexOf))
  const seated = new Set(best.columns.map(({ pair }) => person[pair]!))
  const seatedIn = seats(instance, best.columns)
  const teams = placementsOf(instance, best.columns)
  const colValue = [
    ...forms.map((form) =>
      missOf(form, form.village === null ? teams.flat() : teams[form.village]!),
    ),
    ...layout.liveFree.map((index) => {
      const form = availability[index]!
      return Math.max(0, lackOf(form, seatedIn) - (form.atLeast - reachable(form)))
    }),
    ...layout.tracked.map((someone) => Number(seated.has(someone))),
    ...columns.map((column) => Number(chosen.has(indexOf(column)))),
  ]
  model.setSolution({ colValue })
}

/** The best choice of one whole team for every village, among those at hand; keeps it if it is better, answers the bound. */
export function chooseTeams(
  state: Search,
  stage: Stage,
  { model, teams, first, master }: Combination,
): number {
  const { solver } = state
  const { callbackType, variableType } = solver.highs.constants
  const declare = (type: (typeof variableType)['integer' | 'continuous']) =>
    model.changeColsIntegrality(
      { kind: 'range', from: first, to: first + teams.length - 1 },
      teams.map(() => type),
    )
  declare(variableType.integer)
  model.options.set(limitsOf(state, stage))
  const found = (values: Float64Array | undefined) => {
    if (values === undefined || values.length === 0) return
    const chosen = teams.filter((_, index) => values[first + index]! > 0.5)
    const plan = evaluate(
      master.instance,
      chosen.flatMap((team) => team.columns),
    )
    if (isBetter(plan, state.best)) state.best = plan
  }
  model.run({
    [callbackType.mipImprovingSolution](event) {
      found(event.data.mip_solution)
      state.report('search')
      return undefined
    },
    [callbackType.mipInterrupt](event) {
      if (solver.shouldStop?.()) event.interrupt()
      return undefined
    },
  })
  if (model.info.get('primal_solution_status') === FEASIBLE) found(model.getSolution().colValue)
  const bound = Number(model.info.get('mip_dual_bound'))
  // The rounds go on with parts of teams.
  declare(variableType.continuous)
  model.options.set({ presolve: 'off', time_limit: 1e9 })
  return bound
}

/** Of the gap that may stay open, a little less than all: what is asked for is then kept in spite of float dust. */
const OPEN = 0.9

/**
 * How much more than the best plan another may be worth without being looked for: the gap that may stay open, of total
 * fit and not of the priced objective, beside which a miss would count as nothing.
 */
export function mayStayOpen({ solver, best }: Search, { fit }: Stage): number {
  return Math.max(1e-6, OPEN * solver.gap * fit * best.fit)
}

function limitsOf(state: Search, stage: Stage) {
  const { solver } = state
  return {
    presolve: 'on',
    mip_rel_gap: 0,
    mip_abs_gap: mayStayOpen(state, stage),
    time_limit: Math.max(0.1, solver.secondsLeft()),
    random_seed: solver.seed ?? 0,
  }
}

function keep(state: Search, master: Master, values: Float64Array | undefined) {
  if (values === undefined || values.length === 0) return
  const { firstColumn } = state.layout
  const chosen = master.columns.filter((_, index) => values[firstColumn + index]! > 0.5)
  const found = evaluate(state.instance, chosen)
  if (isBetter(found, state.best)) state.best = found
}
