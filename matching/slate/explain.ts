import type { Solver } from '../plan/search.ts'
import type { Plan, Problem, SlateExplanation } from '../types.ts'
import { explainMisses } from './misses.ts'
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
