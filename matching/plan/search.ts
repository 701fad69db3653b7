import { type Progress, TIERS, type Tier, type TierCertificate } from '../types.ts'
import { decompose } from './decompose.ts'
import type { Incumbent } from './incumbent.ts'
import type { Instance } from './instance.ts'
import { addColumns, type Column, type Stage, setStage } from './master.ts'
import { relax } from './price.ts'
import { sketch } from './sketch.ts'
import {
  FIRST_STAGE,
  FREE,
  fitBoundOf,
  goesOn,
  NO_CAP,
  noteBound,
  opened,
  type Search,
  type Solver,
} from './state.ts'
import { seed } from './townships.ts'

export type Found = {
  incumbent: Incumbent
  tiers: TierCertificate[]
  /** Upper bound of total fit at the misses found. */
  bound: number
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
    state.priced = pursue(state, FIRST_STAGE, true)
    const bounds = TIERS.map((tier) => leastMisses(state, tier))
    const bound = proveFit(state)
    const tiers = TIERS.map((tier, index) => certificateOf(state, tier, bounds[index]!))
    return { incumbent: state.best, tiers, bound }
  })
}

/** A good plan without proofs, for questions of the kind 'what if': the first run alone. */
export function glimpse(instance: Instance, solver: Solver): Incumbent {
  return opened({ instance, solver, onProgress: () => {}, start: [] }, (state) => {
    pursue(state, FIRST_STAGE)
    return state.best
  })
}

/**
 * Relaxes a stage, finds a plan and closes what is open between them; not where proofs tier by tier come after it and
 * can do so for less. Answers a bound over all plans.
 */
function pursue(state: Search, stage: Stage, proofsFollow = false): number {
  if (stage === FIRST_STAGE) begin(state)
  if (!goesOn(state)) return Infinity
  state.report('price')
  const relaxed = relaxStage(state, stage)
  noteBound(state, stage, relaxed.bound)
  return decompose(state, stage, relaxed, proofsFollow)
}

/** A first plan at once, and the columns to begin with. */
function begin(state: Search) {
  // One village has its best team at once; a draft of it would only take time.
  if (state.instance.problem.villages.length > 1) sketch(state, FIRST_STAGE)
  seed(state)
}

/** What the best plan misses of a tier, against the least that any plan must. */
function certificateOf({ best }: Search, tier: Tier, least: number): TierCertificate {
  const misses = best.misses[tier]
  const proven = least >= misses - 1e-5
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
  if (least >= state.best.misses[tier] - 1e-5 || !goesOn(state)) return least
  const bound = decompose(state, stage, relaxed)
  return Math.max(least, wholeUp(state, tier, floor - bound))
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

/** What floating point leaves of a proof when misses are priced ten thousand times as high as fit. */
const DUST = 1e-6

/** Pushes total fit up at the misses found; answers its bound. */
function proveFit(state: Search): number {
  const bound = fitBoundOf(state)
  if (bound - state.best.fit <= state.solver.gap * bound + DUST || !goesOn(state)) return bound
  const cap = {
    law: capOf(state, 'law'),
    policy: capOf(state, 'policy'),
    wish: capOf(state, 'wish'),
  }
  state.pushed = pursue(state, { fit: 1, price: FREE, cap })
  return fitBoundOf(state)
}
