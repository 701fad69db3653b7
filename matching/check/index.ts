import type { Plan, Problem } from '../types.ts'
import { checkFigures } from './figures.ts'
import { checkEligibility, checkKinship, checkPins, checkPlaces, checkSeats } from './seats.ts'
import { checkTargets } from './targets.ts'
import { teamsOf, type Violation } from './team.ts'

export type { Violation }

/**
 * Verifies a plan from the people and rules alone; it shares the rules, the
 * criteria and the weights with the solver, but nothing that searches or counts: it counts every
 * target its own way. Empty when the plan is clean. A plan that fails is never shown.
 */
export function check(problem: Problem, plan: Plan): Violation[] {
  const talentOf = new Map(problem.talents.map((talent) => [talent.id, talent]))
  const stranger = plan.slates.flatMap(({ village, seats }) =>
    seats.flatMap(({ talent }) =>
      talentOf.has(talent) ? [] : [{ village, what: `${talent} is not among the people given` }],
    ),
  )
  if (stranger.length > 0) return stranger
  const codes = plan.slates.map(({ village }) => village)
  const twice = codes.filter((code, at) => codes.indexOf(code) !== at)
  if (twice.length > 0) return twice.map((village) => ({ village, what: 'has two slates' }))
  const teams = teamsOf(problem, plan, talentOf)
  return [
    ...teams.flatMap((team) => [
      ...checkEligibility(team, problem),
      ...checkSeats(team),
      ...checkKinship(team, problem),
    ]),
    ...checkPlaces(plan),
    ...checkPins(problem, plan),
    ...checkTargets(problem, plan, teams),
    ...checkFigures(problem, plan, teams),
  ]
}
