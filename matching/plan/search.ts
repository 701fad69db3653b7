import type { Highs } from 'highs'
import { PATTERNS, patternOf, seatsOf } from '../pattern.ts'
import { POSTS, type Progress, TIERS, type Tier, type TierCertificate } from '../types.ts'
import { evaluate, type Incumbent, isBetter } from './incumbent.ts'
import { hasPattern, type Instance, patternFit } from './instance.ts'
import { type Layout, layoutOf, reachable } from './layout.ts'
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
import { relax, seedColumns } from './price.ts'

/** What solving needs from outside; the clock and the wish to stop are the caller's. */
export type Solver = {
  highs: Highs
  /** Relative gap of total fit at which the search may end, e.g. 0.0005. */
  gap: number
  secondsLeft: () => number
  shouldStop?: () => boolean
}

export type Found = {
  incumbent: Incumbent
  tiers: TierCertificate[]
  /** Upper bound of total fit at the misses found. */
  bound: number
}

/** Prices far enough apart that one run usually finds the least misses of every tier; proofs come after. */
const FAR_APART: Record<Tier, number> = { law: 10_000, policy: 300, wish: 10 }
const NO_CAP: Record<Tier, number> = { law: Infinity, policy: Infinity, wish: Infinity }
const FREE: Record<Tier, number> = { law: 0, policy: 0, wish: 0 }
const FIRST_STAGE: Stage = { fit: 1, price: FAR_APART, cap: NO_CAP }
/** Fit that a column may cost against the relaxation and still be searched: at first, and how fast it grows. */
const FIRST_WINDOW = 0.03
const WIDENING = 5
/** The first run only has to find the misses; its window need not close the gap that whole misses leave. */
const WIDEST_AT_FIRST = 1
/** HiGHS' word for a point that keeps every row. */
const FEASIBLE = 2
/** Columns of a whole-number search; more do not fit the time and memory of one. */
const MOST_COLUMNS = 12_000

/** State of a search: the relaxation master that only grows, and the best plan so far. */
type Search = {
  instance: Instance
  layout: Layout
  solver: Solver
  master: Master
  best: Incumbent
  /** Total fit if every seat had whoever fits it best: no plan has more. */
  mostFit: number
  /** Misses that no choice can avoid: people who do not exist. */
  unavoidable: Record<Tier, number>
  /** Bounds so far: of the first stage's objective, and of total fit at the final misses. */
  priced: number
  pushed: number
  report: (phase: Progress['phase']) => void
}

/**
 * Best plan of an instance: ① one run with the tiers priced far apart finds a plan; ② tier by tier, law first, the
 * relaxation bounds the least misses, and a search closes what is open; ③ total fit is pushed up at those misses.
 * Every bound comes from a relaxation priced over all columns, so it holds for the whole problem.
 */
export function search(
  instance: Instance,
  solver: Solver,
  onProgress: (progress: Progress) => void = () => {},
  start: readonly Column[] = [],
): Found {
  return opened({ instance, solver, onProgress, start }, (state) => {
    state.priced = pursue(state, FIRST_STAGE, WIDEST_AT_FIRST)
    const bounds = TIERS.map((tier) => leastMisses(state, tier))
    const bound = proveFit(state)
    const tiers = TIERS.map((tier, index) => certificateOf(state, tier, bounds[index]!))
    return { incumbent: state.best, tiers, bound }
  })
}

/** A good plan without proofs, for questions of the kind 'what if': the first run alone. */
export function glimpse(instance: Instance, solver: Solver): Incumbent {
  return opened({ instance, solver, onProgress: () => {}, start: [] }, (state) => {
    pursue(state, FIRST_STAGE, WIDEST_AT_FIRST)
    return state.best
  })
}

type Asked = {
  instance: Instance
  solver: Solver
  onProgress: (progress: Progress) => void
  /** Choices of a plan that is known already; may be none. */
  start: readonly Column[]
}

function opened<Answer>(
  { instance, solver, onProgress, start }: Asked,
  work: (state: Search) => Answer,
): Answer {
  const layout = layoutOf(instance)
  const master = createMaster(solver.highs, instance, layout)
  const pinsAlone = evaluate(instance, onlyPins(instance))
  const begun = evaluate(instance, [...start])
  const first = start.length > 0 && isBetter(begun, pinsAlone) ? begun : pinsAlone
  const state: Search = {
    instance,
    layout,
    solver,
    master,
    best: first,
    mostFit: mostFitOf(instance),
    unavoidable: unavoidableOf(instance),
    priced: Infinity,
    pushed: Infinity,
    report: (phase) => {
      const isFound = state.best !== pinsAlone
      const { fit, misses } = state.best
      onProgress({
        phase,
        objective: isFound ? fit : null,
        bound: isFound ? fitBoundOf(state) : null,
        misses: isFound ? misses : null,
      })
    },
  }
  try {
    addColumns(master, [...pinnedColumns(instance), ...seedColumns(instance), ...start])
    requirePins(master)
    return work(state)
  } finally {
    master.model.dispose()
  }
}

const goesOn = ({ solver }: Search) => !(solver.shouldStop?.() ?? false) && solver.secondsLeft() > 0

function mostFitOf({ problem, start, fit, posts }: Instance): number {
  return problem.villages.reduce((total, village, v) => {
    const best = POSTS.map((_, post) => {
      let most = 0
      for (let pair = start[v]!; pair < start[v + 1]!; pair++)
        if (((posts[pair]! >> post) & 1) === 1) most = Math.max(most, fit[4 * pair + post]!)
      return most
    })
    return POSTS.reduce((sum, post, index) => sum + seatsOf(village, post) * best[index]!, total)
  }, 0)
}

function unavoidableOf({ availability }: Instance): Record<Tier, number> {
  const misses = { ...FREE }
  for (const form of availability) misses[form.tier] += form.atLeast - reachable(form)
  return misses
}

/** Where a search begins: nobody but who is pinned, in just those posts. It is a plan, so an answer always comes. */
function onlyPins({ problem, pinned, person, village }: Instance): Column[] {
  return pinned.map((pair) => {
    const talent = problem.talents[person[pair]!]!.id
    const { code } = problem.villages[village[pair]!]!
    const pins = problem.pins.filter((pin) => pin.talent === talent && pin.village === code)
    const pattern = patternOf([...new Set(pins.map(({ post }) => post))])!
    return { pair, pattern: PATTERNS.indexOf(pattern) }
  })
}

function pinnedColumns({ pinned, patterns }: Instance): Column[] {
  return pinned.flatMap((pair) =>
    PATTERNS.flatMap((_, pattern) =>
      hasPattern(patterns[pair]!, pattern) ? [{ pair, pattern }] : [],
    ),
  )
}

/**
 * Relaxes a stage and searches whole choices among the columns within a window of it; the window grows while those
 * left out could still be better and a wider search is worth its time. Answers a bound over all plans.
 */
function pursue(state: Search, stage: Stage, widest: number): number {
  state.report('price')
  const relaxed = relaxStage(state, stage)
  if (stage === FIRST_STAGE) state.priced = relaxed.bound
  else state.pushed = relaxed.bound
  let bound = relaxed.bound
  for (let window = FIRST_WINDOW; goesOn(state); ) {
    const { columns, leftOut } = within(state, relaxed.reduced, window)
    const whole = searchWhole(state, stage, columns)
    // A plan that uses a choice left out is worth its reduced cost less than the relaxation.
    bound = Math.min(bound, Math.max(whole, relaxed.bound + leftOut))
    const worth = worthOf(state, stage)
    const open = relaxed.bound - worth
    const isSettled = bound - worth <= state.solver.gap * state.best.fit + 1e-9
    if (isSettled || open <= window || window >= widest || columns.length >= MOST_COLUMNS) break
    window = Math.min(open + 1e-6, window * WIDENING, widest)
  }
  return bound
}

/** The best plan in the stage's own objective. */
function worthOf({ best, unavoidable }: Search, { fit, price }: Stage): number {
  return TIERS.reduce(
    (worth, tier) => worth - price[tier] * (best.misses[tier] - unavoidable[tier]),
    fit * best.fit,
  )
}

/**
 * The columns whose reduced cost is within the window, and the best reduced cost of those left out. Pins and the best
 * plan are always in; where there are too many, of equal cost the fitter ones, since a stage may not count fit at all.
 */
function within({ instance, best }: Search, reduced: Float64Array, window: number) {
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
function searchWhole(state: Search, stage: Stage, columns: readonly Column[]): number {
  const { instance, layout, solver } = state
  const { highs } = solver
  const master = createMaster(highs, instance, layout)
  try {
    addColumns(master, columns)
    requirePins(master)
    requireWhole(master, highs)
    setStage(master, stage)
    master.model.options.set({
      presolve: 'on',
      // Of total fit, not of the priced objective, beside which a miss would count as nothing.
      mip_rel_gap: 0,
      mip_abs_gap: Math.max(1e-6, (solver.gap / 4) * stage.fit * state.mostFit),
      time_limit: Math.max(0.1, solver.secondsLeft()),
    })
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

function keep(state: Search, master: Master, values: Float64Array | undefined) {
  if (values === undefined || values.length === 0) return
  const { firstColumn } = state.layout
  const chosen = master.columns.filter((_, index) => values[firstColumn + index]! > 0.5)
  const found = evaluate(state.instance, chosen)
  if (isBetter(found, state.best)) state.best = found
}

/** What the best plan misses of a tier, against the least that any plan must. */
function certificateOf({ best }: Search, tier: Tier, least: number): TierCertificate {
  const misses = best.misses[tier]
  const proven = least >= misses - 1e-6
  return { tier, misses, bound: proven ? misses : least, proven }
}

/** A bound on the misses of a tier, given those of the tiers above it; a search closes what the relaxation leaves open. */
function leastMisses(state: Search, tier: Tier): number {
  const floor = state.unavoidable[tier]
  if (state.best.misses[tier] <= floor + 1e-6 || !goesOn(state)) return floor
  state.report('prove')
  const stage = { fit: 0, price: { ...FREE, [tier]: 1 }, cap: capsAbove(state, tier) }
  const relaxed = relaxStage(state, stage)
  const least = Math.max(floor, wholeUp(state, tier, floor - relaxed.bound))
  if (least >= state.best.misses[tier] - 1e-6 || !goesOn(state)) return least
  const { columns, leftOut } = within(state, relaxed.reduced, state.best.misses[tier] - least)
  const searched = Math.max(searchWhole(state, stage, columns), relaxed.bound + leftOut)
  return Math.max(least, wholeUp(state, tier, floor - searched))
}

/** Relaxes with the best plan's own columns at hand, so that the caps it meets can be met. */
function relaxStage(state: Search, stage: Stage) {
  addColumns(state.master, state.best.columns)
  setStage(state.master, stage)
  return relax(state.master, stage, () => goesOn(state))
}

/** Rounds a bound up to whole misses where the tier counts nothing but whole people, seats and villages. */
function wholeUp({ instance }: Search, tier: Tier, bound: number): number {
  const isWhole = instance.forms.every((form) => form.tier !== tier || form.isWhole)
  return isWhole ? Math.ceil(bound - 1e-5) : bound
}

function capsAbove(state: Search, tier: Tier): Record<Tier, number> {
  const cap = { ...NO_CAP }
  for (const above of TIERS.slice(0, TIERS.indexOf(tier))) cap[above] = capOf(state, above)
  return cap
}

/** Misses of the best plan that choices can change, with room for float dust. */
function capOf({ best, unavoidable }: Search, tier: Tier): number {
  return best.misses[tier] - unavoidable[tier] + 1e-6
}

/** Most total fit that a plan with no more misses than the best one can have, by what is proven so far. */
function fitBoundOf(state: Search): number {
  const ofFirst = state.priced - worthOf(state, { ...FIRST_STAGE, fit: 0 })
  return Math.max(Math.min(ofFirst, state.pushed, state.mostFit), state.best.fit)
}

/** Pushes total fit up at the misses found; answers its bound. */
function proveFit(state: Search): number {
  const bound = fitBoundOf(state)
  if (bound - state.best.fit <= state.solver.gap * bound || !goesOn(state)) return bound
  const cap = {
    law: capOf(state, 'law'),
    policy: capOf(state, 'policy'),
    wish: capOf(state, 'wish'),
  }
  state.pushed = pursue(state, { fit: 1, price: FREE, cap }, Infinity)
  return fitBoundOf(state)
}
