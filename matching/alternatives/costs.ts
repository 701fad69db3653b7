import { lackOf, placementsOf, seats } from '../plan/incumbent.ts'
import { type Instance, prepare } from '../plan/instance.ts'
import type { Column } from '../plan/master.ts'
import { search } from '../plan/search.ts'
import { solvePlan } from '../plan/solve.ts'
import type { Solver } from '../plan/state.ts'
import { missOf } from '../targets/index.ts'
import {
  type PinConflict,
  type Plan,
  type Problem,
  TARGETS,
  type TargetId,
  type Tier,
} from '../types.ts'
import { columnsOf, sittingsOf, totalFitOf } from './columns.ts'
import { type Move, movesBetween } from './comparison.ts'

/** What a target takes from total fit, all other targets missing no more than they do. */
export type TargetCost = {
  id: TargetId
  tier: Tier
  /** Total fit that the best team without the target has more; proven when `atMost` is the same. */
  gain: number
  atMost: number
  /** How much more that team misses of the target, in its unit. */
  units: number
  /** Total fit that the first unit of it is worth; null when nothing is gained. */
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

/** Of a plan that is known; of a township or county what counts over the whole of it. */
export function costsIn(
  problem: Problem,
  plan: Pick<Plan, 'slates'>,
  solver: Solver,
): TargetCost[] {
  const instance = prepare(problem)
  const columns = columnsOf(instance, plan.slates)
  const level = problem.level === 'village' ? 0 : null
  const ids = TARGETS.filter((id) =>
    [...instance.forms, ...instance.availability].some((form) => isOf(form, { id, level })),
  )
  return ids
    .map((id) => costOf({ instance, columns, solver }, { id, level }))
    .sort((a, b) => b.gain - a.gain)
}

type Known = { instance: Instance; columns: Column[]; solver: Solver }
type Meant = { id: TargetId; level: number | null }

const isOf = (form: { id: TargetId; village: number | null }, { id, level }: Meant) =>
  form.id === id && form.village === level

function costOf({ instance, columns, solver }: Known, meant: Meant): TargetCost {
  const { forms, availability } = instance
  const { tier } = [...forms, ...availability].find((form) => isOf(form, meant))!
  const fit = totalFitOf(instance, columns)
  const without = search(lowered(instance, columns, meant, Infinity), solver, undefined, columns)
  const gain = gained(without.incumbent.fit, fit)
  const atMost = gained(without.bound, fit)
  const cost = { id: meant.id, tier, gain, atMost: Math.max(gain, atMost) }
  if (gain === 0) return { ...cost, units: 0, firstUnit: null, moves: [] }
  const now = without.incumbent.columns
  const units = missedBy(instance, now, meant) - missedBy(instance, columns, meant)
  const first =
    units <= 1
      ? gain
      : gained(
          search(lowered(instance, columns, meant, 1), solver, undefined, columns).incumbent.fit,
          fit,
        )
  const moves = movesBetween(sittingsOf(instance, columns), sittingsOf(instance, now))
  return { ...cost, units, firstUnit: first, moves }
}

/** Differences below a ten-thousandth of a point are dust of the arithmetic. */
const gained = (fit: number, before: number) => (fit - before < 1e-6 ? 0 : fit - before)

/**
 * The instance in which every target asks for what the plan reaches of it, so that the plan misses nothing, and the one
 * that is meant for `by` units less.
 */
function lowered(instance: Instance, columns: Column[], meant: Meant, by: number): Instance {
  const { forms, availability } = instance
  const teams = placementsOf(instance, columns)
  const seated = seats(instance, columns)
  const less = (form: { id: TargetId; village: number | null }) => (isOf(form, meant) ? by : 0)
  return {
    ...instance,
    forms: forms
      .map((form) => {
        const team = form.village === null ? teams.flat() : teams[form.village]!
        return { ...form, atLeast: form.atLeast - missOf(form, team) - less(form) }
      })
      .filter(({ atLeast }) => atLeast > -Infinity),
    availability: availability
      .map((form) => ({ ...form, atLeast: form.atLeast - lackOf(form, seated) - less(form) }))
      .filter(({ atLeast }) => atLeast > 0),
  }
}

function missedBy(instance: Instance, columns: Column[], meant: Meant): number {
  const teams = placementsOf(instance, columns)
  const seated = seats(instance, columns)
  const team = meant.level === null ? teams.flat() : teams[meant.level]!
  const linear = instance.forms.filter((form) => isOf(form, meant))
  const free = instance.availability.filter((form) => isOf(form, meant))
  return (
    linear.reduce((sum, form) => sum + missOf(form, team), 0) +
    free.reduce((sum, form) => sum + lackOf(form, seated), 0)
  )
}
