import { type Instance, prepare } from '../plan/instance.ts'
import type { Column } from '../plan/master.ts'
import { type Found, search } from '../plan/search.ts'
import { solvePlan } from '../plan/solve.ts'
import type { Solver } from '../plan/state.ts'
import {
  type PinConflict,
  type Plan,
  type Problem,
  TARGETS,
  type TargetId,
  type Tier,
} from '../types.ts'
import { columnsOf, sittingsOf } from './columns.ts'
import { type Move, movesBetween } from './comparison.ts'
import { isOf, lowered, type Meant, missedBy } from './lowered.ts'

/** What a target takes from total fit, all other targets missing no more than they do. */
export type TargetCost = {
  id: TargetId
  tier: Tier
  /** Total fit that the best teams found without the target have more; the truth lies between the two bounds. */
  gain: number
  atLeast: number
  atMost: number
  /** How much more those teams miss of the target, in its unit. */
  units: number
  /** Total fit that the first unit of it is worth; null when nothing is gained, or when it was not asked. */
  firstUnit: number | null
  /** Who would sit differently without the target. */
  moves: Move[]
}
export type Costs =
  | { status: 'solved'; plan: Plan; costs: TargetCost[] }
  | { status: 'impossible'; conflicts: PinConflict[] }

/** What each target of a village costs its best team, dearest first. */
export function costsOf(problem: Problem, solver: Solver): Costs {
  const result = solvePlan(problem, solver)
  if (result.status === 'impossible') return result
  const { plan } = result
  return { status: 'solved', plan, costs: costsIn(problem, plan, solver) }
}

/**
 * Of a plan that is known; of a township or county what counts over the whole of it. The time left is dealt out evenly,
 * a target that is not searched to its end keeps its bounds.
 */
export function costsIn(
  problem: Problem,
  { slates }: Pick<Plan, 'slates'>,
  solver: Solver,
  onAdvance: (done: number, total: number) => void = () => {},
): TargetCost[] {
  const instance = prepare(problem)
  const all = meantIn(instance)
  const parts = all.length + 1
  onAdvance(0, parts)
  const columns = columnsOf(instance, slates)
  const now = search(
    lowered(instance, columns, null, 0),
    shareOf(solver, parts),
    undefined,
    columns,
  )
  onAdvance(1, parts)
  const known = { instance, now, columns: now.incumbent.columns }
  const costs = all.map((meant, at) => {
    const cost = costOf(known, shareOf(solver, parts - at - 1), meant)
    onAdvance(at + 2, parts)
    return cost
  })
  return costs.sort((a, b) => b.gain - a.gain)
}

function meantIn({ problem, forms, availability }: Instance): Meant[] {
  const village = problem.level === 'village' ? 0 : null
  const asked = TARGETS.map((id) => ({ id, village }))
  return asked.filter((meant) => [...forms, ...availability].some((form) => isOf(form, meant)))
}

/** `now` is the best at the misses there are, with its bound; `columns` its choices. */
type Known = { instance: Instance; now: Found; columns: readonly Column[] }

function costOf({ instance, now, columns }: Known, solver: Solver, meant: Meant): TargetCost {
  const { tier } = [...instance.forms, ...instance.availability].find((form) => isOf(form, meant))!
  const fitBy = (by: number) =>
    search(lowered(instance, columns, meant, by), solver, undefined, columns)
  const without = fitBy(Infinity)
  const gain = gained(without.incumbent.fit, now.incumbent.fit)
  const bounds = {
    atLeast: gained(without.incumbent.fit, now.bound),
    atMost: Math.max(gain, gained(without.bound, now.incumbent.fit)),
  }
  const cost = { id: meant.id, tier, ...bounds }
  const others = without.incumbent.columns
  const units = missedBy(instance, others, meant) - missedBy(instance, columns, meant)
  // Better teams that miss nothing more owe it to the search, not to the target that was let go.
  if (gain === 0 || units <= 0)
    return { ...cost, atLeast: 0, gain: 0, units: 0, firstUnit: null, moves: [] }
  const isOfPlan = meant.village === null
  const first = () => (units <= 1 ? gain : gained(fitBy(1).incumbent.fit, now.incumbent.fit))
  const moves = movesBetween(sittingsOf(instance, columns), sittingsOf(instance, others))
  return { ...cost, gain, units, firstUnit: isOfPlan ? null : first(), moves }
}

/** Differences below a ten-thousandth of a point are dust of the arithmetic. */
const gained = (fit: number, before: number) => (fit - before < 1e-6 ? 0 : fit - before)

/** A part of the time that is left now. */
function shareOf(solver: Solver, parts: number): Solver {
  const left = solver.secondsLeft()
  return { ...solver, secondsLeft: () => solver.secondsLeft() - left * (1 - 1 / parts) }
}
