import { check, type Violation } from '../check/index.ts'
import { lackWords } from '../plan/results.ts'
import { solvePlan } from '../plan/solve.ts'
import type { Solver } from '../plan/state.ts'
import { targets, targetWords } from '../targets/index.ts'
import type { Plan, Post, Problem, TargetResult, Tier, Words } from '../types.ts'
import { singlesOf } from './singles.ts'

export { type Basis, basisOf } from './basis.ts'

/** What the matcher finds of a village by itself, whatever day it is. */
export type VillageOutlook = {
  /** What law and policy miss in the best team there is: which target, and by how much. */
  law: Words[]
  policy: Words[]
  /** People without whom law or policy would be missed more, whoever came in for them; in order of id. */
  singles: string[]
  seats: { post: Post; talent: string }[]
}

/**
 * The proposed team of one village, as a slate of it shows it, in short. Who cannot be spared does not depend on which
 * of several best teams is looked at: whoever cannot be spared is in all of them. `singles` are those of before, where
 * nothing that law and policy count has changed since.
 */
export function outlookOf(
  problem: Problem,
  solver: Solver,
  singles: readonly string[] | null,
): { outlook: VillageOutlook; violations: Violation[]; isProven: boolean } {
  const result = solvePlan(problem, solver)
  // Nobody is pinned, so that nothing can be impossible.
  if (result.status === 'impossible') throw new RangeError('an outlook with pins')
  const { plan } = result
  const outlook = {
    law: missedIn(plan, 'law'),
    policy: missedIn(plan, 'policy'),
    singles: [...(singles ?? singlesOf(problem, plan, solver))],
    seats: plan.slates[0]!.seats.map(({ post, talent }) => ({ post, talent })),
  }
  return { outlook, violations: check(problem, plan), isProven: isProven(plan) }
}

/** Whether law and policy could not be missed less; time may have run out before. */
function isProven({ tiers }: Plan): boolean {
  return tiers.every(({ tier, proven }) => tier === 'wish' || proven)
}

function missedIn({ slates }: Plan, tier: Tier): Words[] {
  return slates[0]!.targets.filter((one) => one.tier === tier && one.met === false).map(shortly)
}

function shortly({ id, miss }: TargetResult): Words {
  const name = targetWords(id)
  const unit = targets.find((target) => target.id === id)?.unit ?? 'people'
  const lack = lackWords(unit, miss)
  return { zh: `${name.zh}${lack.zh}`, en: `${name.en}: ${lack.en}` }
}
