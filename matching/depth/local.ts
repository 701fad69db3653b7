import { type Instance, prepare } from '../plan/instance.ts'
import type { Column } from '../plan/master.ts'
import type { TargetForm } from '../targets/index.ts'
import type { Problem } from '../types.ts'
import type { Seating } from './seating.ts'

/** One village by itself, everybody else of the plan staying where they are: who may sit there, and what changes by it. */
export type Local = {
  instance: Instance
  /** The plan's choices for the village. */
  team: Column[]
  /** The village that each target is of, null for the whole; as in `instance.forms` and `instance.availability`. */
  formPlaces: (number | null)[]
  freePlaces: number[]
}

/** The people of the village's team and those whom no other team has, with all targets that seating them can change. */
export function localOf(seating: Seating, village: number): Local {
  const { instance, seatedAt } = seating
  const { problem, start, person } = instance
  const people: number[] = []
  for (let pair = start[village]!; pair < start[village + 1]!; pair++) {
    const at = seatedAt[person[pair]!]!
    if (at === -1 || at === village) people.push(person[pair]!)
  }
  const small = prepare(narrowed(problem, village, people))
  const pairOf = new Map([...small.person].map((local, pair) => [people[local]!, pair]))
  const team = seating.teams[village]!.map(({ pair, pattern }) => ({
    pair: pairOf.get(person[pair]!)!,
    pattern,
  }))
  const forms = formsAt(seating, village)
  const free = freeAt(seating, village, people)
  return {
    instance: {
      ...small,
      forms: forms.map(({ form }) => form),
      availability: free.map(({ form }) => form),
    },
    team,
    formPlaces: forms.map(({ place }) => place),
    freePlaces: free.map(({ place }) => place),
  }
}

function narrowed(problem: Problem, village: number, people: readonly number[]): Problem {
  const { incumbents: _, ...rest } = problem
  const place = problem.villages[village]!
  const isHere = (one: { village: string }) => one.village === place.code
  return {
    ...rest,
    level: 'village',
    villages: [place],
    talents: people.map((person) => problem.talents[person]!),
    pins: problem.pins.filter(isHere),
    exclusions: problem.exclusions.filter(isHere),
  }
}

/** Targets of the village, and those of the whole less what all other villages add to them. */
type FormAt = { form: TargetForm; place: number | null }

function formsAt({ instance, teams, reached, weights }: Seating, village: number): FormAt[] {
  const { forms, members, person } = instance
  return forms.flatMap((form, index): FormAt[] => {
    if (form.village === village) return [{ form: { ...form, village: 0 }, place: village }]
    if (form.village !== null) return []
    const own = teams[village]!.reduce(
      (sum, { pair, pattern }) =>
        sum + weights[index]![pattern]! * form.perMember(members[person[pair]!]!),
      0,
    )
    const atLeast = form.atLeast - (reached[index]! - own)
    return [{ form: { ...form, village: 0, atLeast }, place: null }]
  })
}

/**
 * Targets of free people, of any village, that could lack somebody when people sit down here: people who are free
 * whatever happens here are taken off what they ask for.
 */
function freeAt(seating: Seating, village: number, people: readonly number[]) {
  const { instance, free, freeFormsOf, seatedAt } = seating
  const { party, committee, supervision } = instance.problem.villages[village]!.seats
  const mostSeated = party + committee + supervision
  const countedBy = new Map<number, number[]>()
  people.forEach((someone, local) => {
    for (const form of freeFormsOf[someone]!) {
      const known = countedBy.get(form)
      if (known === undefined) countedBy.set(form, [local])
      else known.push(local)
    }
  })
  return [...countedBy].flatMap(([index, counted]) => {
    const form = instance.availability[index]!
    const isHere = form.village === village
    const countsNow = counted.filter((local) => {
      const at = seatedAt[people[local]!]!
      return at === -1 || (isHere && form.seatedHereCounts)
    }).length
    const atLeast = form.atLeast - (free[index]! - countsNow)
    const couldLack = atLeast > counted.length - Math.min(counted.length, mostSeated)
    const isLive = isHere ? atLeast > 0 : couldLack
    if (!isLive) return []
    const seatedHereCounts = isHere && form.seatedHereCounts
    const local = { ...form, village: 0, people: counted, seatedHereCounts, atLeast }
    return [{ form: local, place: form.village }]
  })
}
