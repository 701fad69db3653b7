import { appraiseFor, fitOf, sharesOf } from '../criteria.ts'
import { PATTERNS } from '../pattern.ts'
import { reasonsOf } from '../reasons.ts'
import { assess } from '../rules/index.ts'
import { structureOf, sumStructures } from '../structure.ts'
import type {
  Plan,
  PlanResult,
  Policy,
  Post,
  Problem,
  Progress,
  Seat,
  Slate,
  Talent,
  Village,
} from '../types.ts'
import { appraisalOf, weightsFor } from './appraisal.ts'
import { placementsOf } from './incumbent.ts'
import { type Instance, prepare } from './instance.ts'
import type { Column } from './master.ts'
import { pinConflicts } from './pins.ts'
import { resultsAt } from './results.ts'
import { type Found, search } from './search.ts'
import type { Solver } from './state.ts'
import { townshipByTownship } from './townships.ts'

/**
 * Proposes a whole team for every village of the problem at once. Hard: eligibility, kinship, one place for one
 * person, pins. Everything else is a target in tiers, so an answer always comes and says what it misses and how
 * close to the best it is proven to be.
 */
export function solvePlan(
  problem: Problem,
  solver: Solver,
  onProgress?: (progress: Progress) => void,
): PlanResult {
  const conflicts = pinConflicts(problem)
  if (conflicts.length > 0) return { status: 'impossible', conflicts }
  onProgress?.({ phase: 'prepare', objective: null, bound: null, misses: null })
  const instance = prepare(problem)
  const start = problem.level === 'county' ? townshipByTownship(instance, solver) : []
  const found = search(instance, solver, onProgress, start)
  return { status: 'solved', plan: planOf(instance, found) }
}

/** The words and figures of a plan that was found. */
export function planOf(instance: Instance, { incumbent, tiers, bound }: Found): Plan {
  const { columns, fit } = incumbent
  const { villages } = instance.problem
  const teams = placementsOf(instance, columns)
  const slates = villages.map((village, index) => ({
    village: village.code,
    seats: seatsAt(instance, columns, index),
    targets: resultsAt(instance, columns, teams, index),
  }))
  return {
    slates: slates satisfies Slate[],
    targets: instance.problem.level === 'village' ? [] : resultsAt(instance, columns, teams, null),
    tiers,
    objective: fit,
    bound,
    gap: bound <= 0 ? 0 : (bound - fit) / bound,
    before: sumStructures(villages.map(({ current }) => current)),
    after: structureOf(teams.flat()),
  }
}

function seatsAt(instance: Instance, columns: readonly Column[], village: number): Seat[] {
  const { problem, person } = instance
  return columns
    .filter(({ pair }) => instance.village[pair] === village)
    .flatMap(({ pair, pattern }) =>
      PATTERNS[pattern]!.posts.map((post) =>
        seatOf(problem.talents[person[pair]!]!, problem.villages[village]!, post, problem.policy),
      ),
    )
    .sort((a, b) => ORDER.indexOf(a.post) - ORDER.indexOf(b.post) || b.fit - a.fit)
}

const ORDER: readonly Post[] = ['secretary', 'chair', 'party-member', 'committee-member']

/** One seat with its fit, findings and reasons. */
function seatOf(talent: Talent, village: Village, post: Post, policy: Policy): Seat {
  const weights = weightsFor(post, policy)
  const appraisal = appraiseFor(appraisalOf(talent, policy), talent, village)
  const shares = sharesOf(talent, village, weights, policy)
  return {
    post,
    talent: talent.id,
    ...fitOf(appraisal, weights),
    findings: assess(talent, village, post, policy),
    reasons: reasonsOf(talent, village, shares),
  }
}
