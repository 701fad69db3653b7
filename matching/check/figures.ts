import { appraise, appraiseFor, fitOf } from '../criteria.ts'
import type { Plan, Problem, Seat } from '../types.ts'
import { weightsOf } from '../weights.ts'
import {
  inCommittee,
  inParty,
  isAged,
  isCollege,
  isCombined,
  isOfTwo,
  isWoman,
  type Team,
  type Violation,
} from './team.ts'

export function checkFigures(problem: Problem, plan: Plan, teams: readonly Team[]): Violation[] {
  const { policy } = problem
  let total = 0
  const wrongFits = teams.flatMap(({ village, slate, people }) =>
    people.flatMap(({ talent, posts }) =>
      posts.flatMap((post) => {
        const appraisal = appraiseFor(appraise(talent, policy), talent, village)
        const { fit } = fitOf(appraisal, weightsOf(policy.weights[post]).weights)
        total += fit
        const seat = slate.seats.find((one) => one.talent === talent.id && one.post === post)
        return isSame(seat, fit)
          ? []
          : [{ village: village.code, what: `fit of ${talent.id} as ${post}` }]
      }),
    ),
  )
  const after = teams.flatMap((team) => team.people.filter(isOfTwo))
  const facts = {
    people: after.length,
    agesKnown: after.filter(({ age }) => age !== null).length,
    women: after.filter(isWoman).length,
    collegeOrAbove: after.filter(isCollege).length,
    partyMembers: after.filter(({ talent }) => talent.partyStatus === 'full').length,
    aged35OrUnder: after.filter(isAged(0, 35)).length,
    combinedRole: after.filter(isCombined).length,
    crossAppointed: after.filter((person) => inCommittee(person) && inParty(person)).length,
  }
  const kept = new Set(
    plan.slates.flatMap(({ village, seats }) =>
      seats.map(({ talent, post }) => `${talent} ${village} ${post}`),
    ),
  )
  const before = new Set(
    (problem.incumbents ?? []).map(({ talent, village, post }) => `${talent} ${village} ${post}`),
  )
  const changes = before.difference(kept).size
  total -= changes * policy.replan.pricePerChange
  const ages = after.flatMap(({ age }) => age ?? [])
  const meanAge = ages.reduce((sum, age) => sum + age, 0) / ages.length
  const isWrongMean =
    ages.length > 0 && Math.abs(meanAge - (plan.after.meanAge ?? Number.NaN)) > 1e-6
  const gap = plan.bound <= 0 ? 0 : (plan.bound - plan.objective) / plan.bound
  const wrongCounts = (Object.keys(facts) as (keyof typeof facts)[]).filter(
    (key) => facts[key] !== plan.after[key],
  )
  return [
    ...wrongFits,
    ...wrongCounts.map((key) => ({ village: null, what: `after.${key} is ${facts[key]}` })),
    ...(Math.abs(total - plan.objective) > 1e-6
      ? [{ village: null, what: `total fit is ${total}` }]
      : []),
    ...(changes === plan.changes
      ? []
      : [{ village: null, what: `seats that changed are ${changes}` }]),
    ...(isWrongMean ? [{ village: null, what: `after.meanAge is ${meanAge}` }] : []),
    ...(Math.abs(gap - plan.gap) > 1e-9 ? [{ village: null, what: `the gap is ${gap}` }] : []),
    ...(plan.bound < plan.objective - 1e-6
      ? [{ village: null, what: 'the bound is below the fit' }]
      : []),
  ]
}

const isSame = (seat: Seat | undefined, fit: number) =>
  seat !== undefined && Math.abs(seat.fit - fit) < 1e-9
