import { type Instance, prepare } from '../plan/instance.ts'
import { search } from '../plan/search.ts'
import { planOf, solvePlan } from '../plan/solve.ts'
import { endOf, type Solver } from '../plan/state.ts'
import type { PinConflict, Plan, Problem, Words } from '../types.ts'
import { apartForms, weightOver } from './apart.ts'
import { peopleIn } from './comparison.ts'

export type Alternatives =
  | {
      status: 'solved'
      /** The best first; each the best among those that differ enough from all before it. */
      teams: Plan[]
      /** Why there are fewer than were asked for; null when there are not. */
      end: Words | null
    }
  | { status: 'impossible'; conflicts: PinConflict[] }

type Asked = {
  /** Teams in all. */
  count: number
  /** Of any two teams at least so many people of the one do not sit in the other, and the other way round. */
  differ: number
}

/** Several teams for one village. That there is no further one is a result, said in words. */
export function alternativesOf(
  problem: Problem,
  solver: Solver,
  { count, differ }: Asked,
): Alternatives {
  const first = solvePlan(problem, solver)
  if (first.status === 'impossible') return first
  const teams = [first.plan]
  const instance = prepare(problem)
  let end = count > 1 ? cannotDiffer(problem, first.plan, differ) : null
  while (end === null && teams.length < count) {
    const next = furtherTeam(instance, solver, teams, differ)
    if ('plan' in next) teams.push(next.plan)
    else end = next.end
  }
  return { status: 'solved', teams, end }
}

function furtherTeam(
  instance: Instance,
  solver: Solver,
  teams: readonly Plan[],
  differ: number,
): { plan: Plan } | { end: Words } {
  const weight = weightOver(instance)
  const demands = teams.flatMap((team) => apartForms(peopleIn(team), differ, weight))
  const found = search({ ...instance, forms: [...instance.forms, ...demands] }, solver)
  const law = found.tiers.find(({ tier }) => tier === 'law')!
  if (law.misses < weight) return { plan: planOf(instance, found, endOf(solver) ?? 'gap') }
  return {
    end: law.bound >= weight ? noFurther(instance, teams.length, differ) : NOT_IN_TIME,
  }
}

/** What the people and pins of the first team rule out before anything is searched. */
function cannotDiffer({ pins }: Problem, first: Plan, differ: number): Words | null {
  const people = peopleIn(first)
  const pinned = new Set(pins.map(({ talent }) => talent)).intersection(people).size
  const free = people.size - pinned
  if (people.size === 0) return NOBODY
  if (differ <= free) return null
  if (pinned === 0)
    return {
      zh: `首套班子共 ${people.size} 人，不可能相差 ${differ} 人`,
      en: `the first team has ${people.size} people, so no other can differ in ${differ}`,
    }
  return {
    zh: `首套班子 ${people.size} 人中已固定 ${pinned} 人，最多只能相差 ${free} 人`,
    en: `${pinned} of the ${people.size} people of the first team are pinned: others can differ in ${free} at most`,
  }
}

const NOBODY: Words = {
  zh: '首套班子没有人在席，没有可比的备选班子',
  en: 'nobody sits in the first team, so there is nothing to differ from',
}
const NOT_IN_TIME: Words = {
  zh: '限时内没有找到更多备选班子，也不能断定没有',
  en: 'no further team was found in the time, and it is not proven that there is none',
}

function noFurther({ person }: Instance, teams: number, differ: number): Words {
  const available = new Set(person).size
  return {
    zh: `可任职的共 ${available} 人，已经没有与${teams === 1 ? '首套班子' : `前 ${teams} 套班子都`}至少相差 ${differ} 人的班子`,
    en: `of the ${available} people who may sit no further team can be made that differs from ${teams === 1 ? 'the first' : `all ${teams} before`} in at least ${differ}`,
  }
}
