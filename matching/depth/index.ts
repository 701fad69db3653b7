import type { Solver } from '../plan/state.ts'
import { type Plan, type Problem, TIERS } from '../types.ts'
import { absencesAt } from './absences.ts'
import { marginsOf } from './margins.ts'
import { seatingOf } from './seating.ts'
import { seatsAt } from './seats.ts'
import type { Absence, Depth } from './types.ts'

export type * from './types.ts'
export type { Watch } from './watch.ts'

/**
 * How deep a plan is: who would come next for every seat, what it costs when one person goes, and how many stand by.
 * One pass over the villages; each costs one search of its own small problem a person seated there.
 */
export function depthOf(
  problem: Problem,
  plan: Plan,
  solver: Solver,
  onAdvance: (done: number, total: number) => void = () => {},
): Depth {
  const seating = seatingOf(problem, plan)
  const { villages } = problem
  const absences: Absence[] = []
  const seats: Depth['seats'] = []
  villages.forEach((place, village) => {
    if (solver.shouldStop?.()) return
    absences.push(...absencesAt(seating, village, solver))
    seats.push(...seatsAt(problem, plan, place))
    onAdvance(village + 1, villages.length)
  })
  const isWhole = !(solver.shouldStop?.() ?? false)
  return { absences: absences.sort(byCost), seats, villages: marginsOf(seating), isWhole }
}

/** Single points first; then the heavier tier, the more misses, the more fit. */
function byCost(one: Absence, other: Absence): number {
  if (one.isSinglePoint !== other.isSinglePoint) return one.isSinglePoint ? -1 : 1
  for (const tier of TIERS) {
    const difference = other.misses[tier] - one.misses[tier]
    if (Math.abs(difference) > 1e-9) return difference
  }
  return other.fit - one.fit
}
