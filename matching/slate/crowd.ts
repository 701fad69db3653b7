import { seatsOf } from '../pattern.ts'
import { type TargetForm, targetForms } from '../targets/index.ts'
import { POSTS, type Policy, type Problem, type TargetId, type Village } from '../types.ts'
import { ALL_POSTS, type Neighbour } from './reach.ts'

/**
 * The people near a village as arrays, made once: who is alike in all that rules and targets ask stands in one class,
 * so that a question whether a team can be found never looks at them one by one.
 */
export type Crowd = {
  village: Village
  policy: Policy
  neighbours: readonly Neighbour[]
  /** Seats by index of `POSTS`. */
  seats: readonly number[]
  forms: readonly TargetForm[]
  /** What each person counts towards each form. */
  values: readonly (readonly number[])[]
  /** Posts taken away by exclusions and held by pins, as bits. */
  excluded: readonly number[]
  pinned: readonly number[]
  isElsewhere: readonly boolean[]
  /** Of this village and a reserve already. */
  isReserve: readonly boolean[]
  /** Relatives by index. */
  kin: readonly (readonly number[])[]
  classes: readonly Class[]
}
export type Class = {
  /** Everybody, and those without relatives near; both in the order in which they would be taken. */
  people: readonly number[]
  free: readonly number[]
  tied: readonly number[]
}

export function crowdOf(
  problem: Problem,
  neighbours: readonly Neighbour[],
  elsewhere: ReadonlySet<string>,
): Crowd {
  const village = problem.villages[0]!
  const forms = targetForms(problem)
  const indexOf = new Map(neighbours.map(({ talent }, index) => [talent.id, index]))
  const crowd = {
    village,
    policy: problem.policy,
    neighbours,
    seats: POSTS.map((post) => seatsOf(village, post)),
    forms,
    values: neighbours.map(({ member }) => forms.map(({ perMember }) => perMember(member))),
    ...choicesOf(problem, indexOf),
    isElsewhere: neighbours.map(({ talent }) => elsewhere.has(talent.id)),
    isReserve: neighbours.map(
      ({ talent }) => talent.status === 'reserve' && talent.homeVillage === village.code,
    ),
    kin: kinOf(problem, indexOf),
  }
  return { ...crowd, classes: classesOf(crowd) }
}

function choicesOf({ pins, exclusions }: Problem, indexOf: ReadonlyMap<string, number>) {
  const pinned = Array.from(indexOf, () => 0)
  const excluded = Array.from(indexOf, () => 0)
  for (const { talent, post } of pins) {
    const index = indexOf.get(talent)
    if (index !== undefined) pinned[index]! |= 1 << POSTS.indexOf(post)
  }
  for (const { talent, post } of exclusions) {
    const index = indexOf.get(talent)
    if (index !== undefined)
      excluded[index]! |= post === null ? ALL_POSTS : 1 << POSTS.indexOf(post)
  }
  return { pinned, excluded }
}

function kinOf({ kin }: Problem, indexOf: ReadonlyMap<string, number>): number[][] {
  const relatives = Array.from(indexOf, (): number[] => [])
  for (const { a, b } of kin) {
    const [one, other] = [indexOf.get(a), indexOf.get(b)]
    if (one === undefined || other === undefined || one === other) continue
    relatives[one]!.push(other)
    relatives[other]!.push(one)
  }
  return relatives
}

/** The form that only its sum decides: within a class those who add most to it come first. */
export const SUMMED: TargetId = 'age.mean'

function classesOf(crowd: Omit<Crowd, 'classes'>): Class[] {
  const { neighbours, forms, values, kin, pinned, excluded, isElsewhere, isReserve } = crowd
  const summed = forms.findIndex(({ id }) => id === SUMMED)
  const worth = (index: number) => (summed < 0 ? 0 : values[index]![summed]!)
  const order = [...neighbours.keys()].sort((a, b) => worth(b) - worth(a) || a - b)
  const groups = Map.groupBy(order, (index) =>
    [
      neighbours[index]!.blocks,
      values[index]!.filter((_, form) => form !== summed),
      excluded[index],
      isElsewhere[index],
      isReserve[index],
      // Who is pinned is in a class of their own.
      pinned[index] === 0 ? '' : index,
    ].join(' '),
  )
  return [...groups.values()].map((people) => ({
    people,
    free: people.filter((index) => kin[index]!.length === 0),
    tied: people.filter((index) => kin[index]!.length > 0),
  }))
}
