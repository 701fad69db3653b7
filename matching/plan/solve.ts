import { appraiseFor, fitOf, sharesOf } from '../criteria.ts'
import { isDiscipline, PATTERNS } from '../pattern.ts'
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
import { type Instance, prepare, priceOfAll, seatKey } from './instance.ts'
import type { Column } from './master.ts'
import { pinConflicts } from './pins.ts'
import { resultsAt } from './results.ts'
import { type Found, search } from './search.ts'
import { endOf, type Solver } from './state.ts'

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
  onProgress?.({ phase: 'prepare', objective: null, bound: null, misses: null, seconds: 0 })
  const instance = prepare(problem)
  const found = search(instance, solver, onProgress)
  return { status: 'solved', plan: planOf(instance, found, endOf(solver) ?? 'gap') }
}

/** The words and figures of a plan that was found. */
export function planOf(
  instance: Instance,
  { incumbent, tiers, bound: found }: Found,
  stopped: Plan['stopped'],
): Plan {
  const { columns } = incumbent
  const whole = priceOfAll(instance.problem)
  const [objective, bound] = [incumbent.fit - whole, found - whole]
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
    objective,
    bound,
    gap: bound <= 0 ? 0 : (bound - objective) / bound,
    stopped,
    changes: changesOf(instance.problem, slates),
    before: sumStructures(villages.map(({ current }) => current)),
    after: structureOf(teams.flat()),
  }
}

/** Seats of the plan before that are not kept. */
function changesOf({ incumbents = [] }: Problem, slates: readonly Slate[]): number {
  const kept = new Set(
    slates.flatMap(({ village, seats }) =>
      seats.map(({ talent, post }) => seatKey({ talent, village, post })),
    ),
  )
  return new Set(incumbents.map(seatKey)).difference(kept).size
}

function seatsAt(instance: Instance, columns: readonly Column[], village: number): Seat[] {
  const { problem, person } = instance
  return columns
    .filter(({ pair }) => instance.village[pair] === village)
    .flatMap(({ pair, pattern }) =>
      PATTERNS[pattern]!.posts.map((post) => ({
        ...seatOf(
          problem.talents[person[pair]!]!,
          problem.villages[village]!,
          post,
          problem.policy,
        ),
        ...(post === 'party-member' && isDiscipline(PATTERNS[pattern]!)
          ? { portfolio: 'discipline' as const }
          : {}),
      })),
    )
    .sort((a, b) => ORDER.indexOf(a.post) - ORDER.indexOf(b.post) || b.fit - a.fit)
}

const ORDER: readonly Post[] = [
  'secretary',
  'chair',
  'party-member',
  'committee-member',
  'supervision-head',
  'supervisor',
]

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
