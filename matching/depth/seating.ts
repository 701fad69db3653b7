import { hasPattern, PATTERNS, patternOf, patternsWithin } from '../pattern.ts'
import { type Instance, prepare } from '../plan/instance.ts'
import type { Column } from '../plan/master.ts'
import { patternWeights } from '../targets/index.ts'
import type { Plan, Problem, Slate } from '../types.ts'

/** A plan as it stands among the people of today: who sits where, and what every target counts. */
export type Seating = {
  instance: Instance
  /** The choices of every village. */
  teams: Column[][]
  /** Village in which each person sits, −1 for nobody's. */
  seatedAt: Int32Array
  /** What each linear target has reached, and how many people each target of free people counts. */
  reached: Float64Array
  free: Int32Array
  /** Weight of each pattern, by linear target. */
  weights: readonly Float64Array[]
  /** Targets of free people that count a person, by person. */
  freeFormsOf: readonly (readonly number[])[]
}

/** O(people × villages in reach). Somebody who left the pool since, or may not sit there any more, sits nowhere. */
export function seatingOf(problem: Problem, plan: Plan): Seating {
  const instance = prepare(problem)
  const teams = teamsOf(instance, plan)
  const seatedAt = new Int32Array(problem.talents.length).fill(-1)
  for (const { pair } of teams.flat()) seatedAt[instance.person[pair]!] = instance.village[pair]!
  const weights = instance.forms.map(patternWeights)
  return {
    instance,
    teams,
    seatedAt,
    reached: reachedBy(instance, teams, weights),
    free: Int32Array.from(
      instance.availability,
      (form) => form.people.filter((person) => isFreeFor(form, seatedAt[person]!)).length,
    ),
    weights,
    freeFormsOf: freeFormsOf(instance),
  }
}

/** Whether a target of free people counts somebody who sits in this village (−1: nowhere). */
export function isFreeFor(
  { village, seatedHereCounts }: Instance['availability'][number],
  at: number,
): boolean {
  return at === -1 || (seatedHereCounts && at === village)
}

function teamsOf(instance: Instance, { slates }: Plan): Column[][] {
  const { problem, start, person } = instance
  const slateOf = new Map(slates.map((slate) => [slate.village, slate]))
  return problem.villages.map(({ code }, village) => {
    const pairOf = new Map<string, number>()
    for (let pair = start[village]!; pair < start[village + 1]!; pair++)
      pairOf.set(problem.talents[person[pair]!]!.id, pair)
    return columnsOf(slateOf.get(code), pairOf, instance)
  })
}

function columnsOf(
  slate: Slate | undefined,
  pairOf: ReadonlyMap<string, number>,
  { posts }: Instance,
): Column[] {
  const byTalent = Map.groupBy(slate?.seats ?? [], ({ talent }) => talent)
  return [...byTalent].flatMap(([talent, seats]) => {
    const pair = pairOf.get(talent)
    const pattern = PATTERNS.indexOf(patternOf(seats.map(({ post }) => post))!)
    const mayHold =
      pair !== undefined && pattern !== -1 && hasPattern(patternsWithin(posts[pair]!), pattern)
    return mayHold ? [{ pair, pattern }] : []
  })
}

function reachedBy(
  { forms, members, person }: Instance,
  teams: readonly (readonly Column[])[],
  weights: readonly Float64Array[],
): Float64Array {
  const everybody = teams.flat()
  return Float64Array.from(forms, ({ village, perMember }, index) =>
    (village === null ? everybody : teams[village]!).reduce(
      (sum, { pair, pattern }) =>
        sum + weights[index]![pattern]! * perMember(members[person[pair]!]!),
      0,
    ),
  )
}

function freeFormsOf({ availability, members }: Instance): number[][] {
  const forms: number[][] = members.map(() => [])
  availability.forEach(({ people }, index) => {
    for (const person of people) forms[person]!.push(index)
  })
  return forms
}
