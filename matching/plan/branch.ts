import { PATTERNS } from '../pattern.ts'
import type { Combination } from './combination.ts'
import { evaluate, isBetter } from './incumbent.ts'
import { type Instance, patternFit } from './instance.ts'
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

/** HiGHS' word for a point that keeps every row. */
const FEASIBLE = 2
/** Columns of a whole-number search; more do not fit the time and memory of one. */
export const MOST_COLUMNS = 12_000

/**
 * The columns whose reduced cost is within the window, and the best reduced cost of those left out. Pins and the best
 * plan are always in; where there are too many, of equal cost the fitter ones, since a stage may not count fit at all.
 */
export function within({ instance, best }: Search, reduced: Float64Array, window: number) {
  const always = new Set(best.columns.map(({ pair, pattern }) => PATTERNS.length * pair + pattern))
  const pins = new Set(instance.pinned)
  const near: number[] = []
  let leftOut = -Infinity
  for (let index = 0; index < reduced.length; index++) {
    const cost = reduced[index]!
    if (cost === -Infinity) continue
    if (pins.has(Math.floor(index / PATTERNS.length))) always.add(index)
    if (cost >= -window || always.has(index)) near.push(index)
    else leftOut = Math.max(leftOut, cost)
  }
  if (near.length > MOST_COLUMNS) {
    const rank = (index: number) => (always.has(index) ? Number.MAX_VALUE : reduced[index]!)
    near.sort((a, b) => rank(b) - rank(a) || fitAt(instance, b) - fitAt(instance, a) || a - b)
    leftOut = Math.max(leftOut, reduced[near[MOST_COLUMNS]!]!)
    near.length = MOST_COLUMNS
  }
  return { columns: near.map(columnAt), leftOut }
}

const columnAt = (index: number): Column => ({
  pair: Math.floor(index / PATTERNS.length),
  pattern: index % PATTERNS.length,
})

function fitAt({ fit }: Instance, index: number): number {
  const { pair, pattern } = columnAt(index)
  return patternFit(fit, pair, pattern)
}

/** Branch and bound over some columns; keeps the plan if it is better. Answers the bound over those columns. */
export function searchWhole(state: Search, stage: Stage, columns: readonly Column[]): number {
  const { instance, layout, solver } = state
  const { highs } = solver
  const master = createMaster(highs, instance, layout)
  try {
    addColumns(master, columns)
    requirePins(master)
    requireWhole(master, highs)
    setStage(master, stage)
    master.model.options.set(limitsOf(state, stage))
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
    if (master.model.getModelStatus() === modelStatus.infeasible) return -Infinity
    const isFound = master.model.info.get('primal_solution_status') === FEASIBLE
    if (isFound) keep(state, master, master.model.getSolution().colValue)
    return Number(master.model.info.get('mip_dual_bound'))
  } finally {
    master.model.dispose()
  }
}

/** The best choice of one whole team for every village, among those at hand. */
export function chooseTeams(
  state: Search,
  stage: Stage,
  { model, teams, first, master }: Combination,
) {
  const { solver } = state
  const { callbackType, variableType } = solver.highs.constants
  const columns = { kind: 'range', from: first, to: first + teams.length - 1 } as const
  model.changeColsIntegrality(
    columns,
    teams.map(() => variableType.integer),
  )
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
}

function limitsOf({ solver, mostFit }: Search, { fit }: Stage) {
  return {
    presolve: 'on',
    // Of total fit, not of the priced objective, beside which a miss would count as nothing.
    mip_rel_gap: 0,
    mip_abs_gap: Math.max(1e-6, (solver.gap / 4) * fit * mostFit),
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
