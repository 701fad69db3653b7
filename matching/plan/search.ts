import { type Progress, TIERS, type Tier, type TierCertificate } from '../types.ts'
import { MOST_COLUMNS, searchWhole, within } from './branch.ts'
import { decompose } from './decompose.ts'
import type { Incumbent } from './incumbent.ts'
import type { Instance } from './instance.ts'
import { addColumns, type Column, type Stage, setStage } from './master.ts'
import { relax } from './price.ts'
import {
  FIRST_STAGE,
  FREE,
  fitBoundOf,
  goesOn,
  isSettled,
  NO_CAP,
  noteBound,
  opened,
  type Search,
  type Solver,
  worthOf,
} from './state.ts'

export type Found = {
  incumbent: Incumbent
  tiers: TierCertificate[]
  /** Upper bound of total fit at the misses found. */
  bound: number
}

/** Fit that a column may cost against the relaxation and still be searched: at first, and how fast it grows. */
const FIRST_WINDOW = 0.03
const WIDENING = 5
/** The first run only has to find the misses; its window need not close the gap that whole misses leave. */
const WIDEST_AT_FIRST = 1

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

/**
 * Relaxes a stage and searches whole choices among the columns within a window of it; the window grows while those
 * left out could still be better and a wider search is worth its time. Answers a bound over all plans.
 */
function pursue(state: Search, stage: Stage, widest: number): number {
  state.report('price')
  const relaxed = relaxStage(state, stage)
  noteBound(state, stage, relaxed.bound)
  let bound = decompose(state, stage, relaxed)
  for (let window = FIRST_WINDOW; !isSettled(state, stage, bound) && goesOn(state); ) {
    const { columns, leftOut } = within(state, relaxed.reduced, window)
    const whole = searchWhole(state, stage, columns)
    // A plan that uses a choice left out is worth its reduced cost less than the relaxation.
    bound = Math.min(bound, Math.max(whole, relaxed.bound + leftOut))
    const open = relaxed.bound - worthOf(state, stage)
    if (open <= window || window >= widest || columns.length >= MOST_COLUMNS) break
    window = Math.min(open + 1e-6, window * WIDENING, widest)
  }
  return bound
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
