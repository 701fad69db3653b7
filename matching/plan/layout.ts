import { seatsOf } from '../pattern.ts'
import { patternWeights } from '../targets/index.ts'
import { POSTS, TIERS } from '../types.ts'
import type { Instance } from './instance.ts'

/** Where the rows and columns that always exist stand; made once an instance. */
export type Layout = {
  /** Seats by row: POSTS.length × village + post; these rows stand first. */
  seats: readonly number[]
  formRow: number
  freeRow: number
  tierRow: number
  personRow: number
  /** Availability targets that seating people can break at all, by index of `instance.availability`. */
  liveFree: readonly number[]
  /** Live free rows in which people seated in the village itself count as free, by village. */
  hereRows: readonly { row: number; people: ReadonlySet<number> }[][]
  /** People whose being seated anywhere is a column of its own, because free rows count it. */
  tracked: readonly number[]
  formsOfVillage: readonly number[][]
  planForms: readonly number[]
  weights: readonly Float64Array[]
  /** Miss columns: targets first, then live free rows. */
  misses: number
  firstColumn: number
}

export function layoutOf(instance: Instance): Layout {
  const { problem, forms, availability } = instance
  const places = villagesInReach(instance)
  const liveFree = availability.flatMap((form, index) =>
    canLack(instance, form, places) ? [index] : [],
  )
  const tracked = [...new Set(liveFree.flatMap((index) => trackedBy(availability[index]!, places)))]
  const formRow = POSTS.length * problem.villages.length
  const freeRow = formRow + forms.length
  const tierRow = freeRow + liveFree.length
  const hereRows: Layout['hereRows'] = problem.villages.map(() => [])
  liveFree.forEach((index, position) => {
    const { seatedHereCounts, village } = availability[index]!
    if (!seatedHereCounts) return
    const people = new Set(trackedBy(availability[index]!, places))
    hereRows[village]!.push({ row: freeRow + position, people })
  })
  const misses = forms.length + liveFree.length
  return {
    seats: problem.villages.flatMap((village) => POSTS.map((post) => seatsOf(village, post))),
    formRow,
    freeRow,
    tierRow,
    personRow: tierRow + TIERS.length,
    liveFree,
    hereRows,
    tracked,
    formsOfVillage: problem.villages.map((_, village) =>
      forms.flatMap((form, index) => (form.village === village ? [index] : [])),
    ),
    planForms: forms.flatMap((form, index) => (form.village === null ? [index] : [])),
    weights: forms.map(patternWeights),
    misses,
    firstColumn: misses + tracked.length,
  }
}

type Free = Instance['availability'][number]

/** In how many villages each person may be seated. */
export function villagesInReach({ person, members }: Instance): Int32Array {
  const places = new Int32Array(members.length)
  for (const someone of person) places[someone]!++
  return places
}

/** People who may be missing from a free row: those who can sit elsewhere, and all when sitting here counts too. */
export function trackedBy({ people, seatedHereCounts }: Free, places: Int32Array): number[] {
  return people.filter((person) => !seatedHereCounts || places[person]! > 1)
}

function canLack({ problem }: Instance, form: Free, places: Int32Array): boolean {
  const { party, committee, supervision } = problem.villages[form.village]!.seats
  const seats = party + committee + supervision
  const mobile = form.people.filter((person) => places[person]! > 1).length
  const settled = form.people.length - mobile
  const away = mobile + (form.seatedHereCounts ? 0 : Math.min(settled, seats))
  return form.people.length - away < reachable(form)
}

/** What a free row can ask for at most; the rest lacks whatever is done and is counted apart. */
export function reachable({ atLeast, people }: Free): number {
  return Math.min(atLeast, people.length)
}
