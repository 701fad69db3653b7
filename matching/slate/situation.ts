import type { Solver } from '../plan/state.ts'
import type { Plan, Problem, Slate, TargetResult } from '../types.ts'
import { type Crowd, crowdOf } from './crowd.ts'
import { neighboursOf } from './reach.ts'

/** A village by itself with what stands around it: who is near, and who sits elsewhere in the plan. */
export type Situation = {
  /** The problem narrowed to this village; its talents are those near it, in the order of the crowd. */
  problem: Problem
  crowd: Crowd
  slate: Slate
  results: readonly TargetResult[]
  /** People seated in this village; and in others of the plan, with the name of the village. */
  here: ReadonlySet<string>
  elsewhere: ReadonlyMap<string, string>
  solver: Solver
}

export function situationOf(problem: Problem, plan: Plan, code: string, solver: Solver): Situation {
  const village = problem.villages.find((one) => one.code === code)!
  const slate = plan.slates.find((one) => one.village === code)!
  const near = neighboursOf(problem, village)
  const isHere = (one: { village: string }) => one.village === code
  const { incumbents: _, ...rest } = problem
  const own: Problem = {
    ...rest,
    level: 'village',
    villages: [village],
    talents: near.map(({ talent }) => talent),
    pins: problem.pins.filter(isHere),
    exclusions: problem.exclusions.filter(isHere),
  }
  const elsewhere = seatedElsewhere(problem, plan, code)
  return {
    problem: own,
    crowd: crowdOf(own, near, new Set(elsewhere.keys())),
    slate,
    results: slate.targets,
    here: new Set(slate.seats.map(({ talent }) => talent)),
    elsewhere,
    solver,
  }
}

function seatedElsewhere({ villages }: Problem, { slates }: Plan, code: string) {
  const nameOf = new Map(villages.map((village) => [village.code, village.name]))
  return new Map(
    slates
      .filter(({ village }) => village !== code)
      .flatMap(({ village, seats }) =>
        seats.map(({ talent }): [string, string] => [talent, nameOf.get(village) ?? village]),
      ),
  )
}
