import type { Solver } from '../plan/search.ts'
import type { Miss, Plan, Problem, SlateExplanation } from '../types.ts'
import { nextBest } from './next.ts'

/** Why the slate of a village is as it is: who comes next for every seat, and the cause of every miss with its remedies. */
export function explainSlate(
  problem: Problem,
  plan: Plan,
  village: string,
  solver: Solver,
): SlateExplanation {
  const slate = plan.slates.find((one) => one.village === village)!
  return {
    seats: nextBest(problem, plan, slate),
    misses: explainMisses(problem, plan, village, solver),
  }
}

/** The causes and remedies of what a village misses; empty when it misses nothing. */
export function explainMisses(
  _problem: Problem,
  plan: Plan,
  village: string,
  _solver: Solver,
): Miss[] {
  const slate = plan.slates.find((one) => one.village === village)!
  return slate.targets
    .filter(({ miss }) => miss > 0)
    .map(({ id, reason }) => ({
      village,
      target: id,
      cause: reason,
      conflicts: [],
      remedies: [],
      profile: null,
    }))
}
