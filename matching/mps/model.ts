import { seatsOf } from '../pattern.ts'
import type { Instance } from '../plan/instance.ts'
import { POSTS, type Tier } from '../types.ts'

/** Total fit that one miss costs in the file: so far apart that no miss of a tier is worth any of a lower one. */
export const PRICES: Record<Tier, number> = { law: 10_000, policy: 300, wish: 10 }

/** A row: at most (L), at least (G) or just (E) `bound`. */
export type Row = { name: string; sense: 'L' | 'G' | 'E'; bound: number }
export type Entry = readonly [row: number, value: number]
/** A column beside the choices, from 0 up. */
export type Column = { name: string; cost: number; entries: readonly Entry[]; isWhole: boolean }
type Free = { row: number; people: ReadonlySet<number> }

/** Everything of the full model but the choices, which are written as they are counted out. */
export type Model = {
  people: readonly string[]
  villages: readonly string[]
  rows: Row[]
  misses: Column[]
  /** One column a person whom a target counts as free: seated anywhere. */
  seated: { column: Column; isPinned: boolean }[]
  /** `seatRow + POSTS.length × village + post`. */
  seatRow: number
  targetRow: number
  /** Targets that a choice in the village counts for: its own and those of the whole, by village. */
  targetsOf: readonly (readonly number[])[]
  rowOfPerson: Int32Array
  /** Rows of free people in which whoever sits in the village itself is not away, by village. */
  hereRows: readonly (readonly Free[])[]
  /** By `clique × villages + village`. */
  rowOfKin: ReadonlyMap<number, number>
}

export function modelOf(instance: Instance): Model {
  const rows: Row[] = []
  const add = (name: string, sense: Row['sense'], bound: number) =>
    rows.push({ name, sense, bound }) - 1
  const names = namesOf(instance)
  addSeats(instance, names, add)
  const targetRow = rows.length
  const missed = addTargets(instance, names, add)
  const free = addFree(instance, names, add)
  const pinned = new Set(instance.pinned.map((pair) => instance.person[pair]!))
  const rowOfPerson = addPeople(instance, names, add, { pinned, counted: free.rowsOf })
  const rowOfKin = addKin(instance, names, add)
  const seated = [...free.rowsOf].map(([person, counting]) => ({
    column: {
      name: `seated.${names.people[person]}`,
      cost: 0,
      entries: [...counting.map((row) => [row, 1] as const), [rowOfPerson[person]!, -1] as const],
      isWhole: false,
    },
    isPinned: pinned.has(person),
  }))
  return {
    ...names,
    rows,
    misses: [...missed, ...free.misses],
    seated,
    seatRow: 0,
    targetRow,
    targetsOf: targetsOf(instance),
    rowOfPerson,
    hereRows: free.hereRows,
    rowOfKin,
  }
}

type Names = Pick<Model, 'people' | 'villages'>
type Add = (name: string, sense: Row['sense'], bound: number) => number

/** Ids and codes as they are; by number where one has a sign that a name of MPS cannot have. */
function namesOf({ problem: { talents, villages } }: Instance): Names {
  const named = (ids: string[], letter: string) =>
    ids.every((id) => /^[\w-]{1,60}$/.test(id)) ? ids : ids.map((_, index) => `${letter}${index}`)
  return {
    people: named(
      talents.map(({ id }) => id),
      'p',
    ),
    villages: named(
      villages.map(({ code }) => code),
      'v',
    ),
  }
}

function addSeats({ problem }: Instance, { villages }: Names, add: Add) {
  problem.villages.forEach((village, v) => {
    for (const post of POSTS) add(`seats.${villages[v]}.${post}`, 'L', seatsOf(village, post))
  })
}

function addTargets({ forms }: Instance, { villages }: Names, add: Add): Column[] {
  return forms.map(({ id, village, tier, atLeast, isWhole }) => {
    const name = village === null ? id : `${id}.${villages[village]}`
    const entries = [[add(`target.${name}`, 'G', atLeast), 1] as const]
    return { name: `miss.${name}`, cost: PRICES[tier], entries, isWhole }
  })
}

function targetsOf({ problem, forms }: Instance): number[][] {
  const byPlace = Map.groupBy(forms.keys(), (form) => forms[form]!.village)
  const ofWhole = byPlace.get(null) ?? []
  return problem.villages.map((_, village) => [...(byPlace.get(village) ?? []), ...ofWhole])
}

/** Margin and depth: of the people counted as free at most so many are away, or what lacks is paid for. */
function addFree({ problem, person, members, availability }: Instance, names: Names, add: Add) {
  const places = new Int32Array(members.length)
  for (const someone of person) places[someone]!++
  const rowsOf = new Map<number, number[]>()
  const hereRows: Free[][] = problem.villages.map(() => [])
  const misses = availability.map((form): Column => {
    const { id, post, village, tier, people, seatedHereCounts, atLeast } = form
    const name = [id, ...(post === null ? [] : [post]), names.villages[village]].join('.')
    const row = add(`free.${name}`, 'L', people.length - atLeast)
    const mayBeAway = people.filter((someone) => !seatedHereCounts || places[someone]! > 1)
    for (const someone of mayBeAway) {
      const counting = rowsOf.get(someone)
      if (counting) counting.push(row)
      else rowsOf.set(someone, [row])
    }
    if (seatedHereCounts) hereRows[village]!.push({ row, people: new Set(mayBeAway) })
    return { name: `miss.${name}`, cost: PRICES[tier], entries: [[row, -1]], isWhole: true }
  })
  return { misses, rowsOf, hereRows }
}

/** Everybody sits once at most; for whom a target counts as free the row says what `seated` is. */
function addPeople(
  { person, members }: Instance,
  { people }: Names,
  add: Add,
  { pinned, counted }: { pinned: Set<number>; counted: Map<number, unknown> },
): Int32Array {
  const rowOf = new Int32Array(members.length).fill(-1)
  for (const someone of new Set(person)) {
    const isCounted = counted.has(someone)
    const sense = isCounted || pinned.has(someone) ? 'E' : 'L'
    rowOf[someone] = add(`person.${people[someone]}`, sense, isCounted ? 0 : 1)
  }
  return rowOf
}

/** One row for each set of people all kin of each other and village that two of them may sit in. */
function addKin({ problem, start, person, cliquesOfPerson }: Instance, names: Names, add: Add) {
  const rowOf = new Map<number, number>()
  const { length } = problem.villages
  problem.villages.forEach((_, village) => {
    const near = new Map<number, number>()
    for (let pair = start[village]!; pair < start[village + 1]!; pair++)
      for (const clique of cliquesOfPerson[person[pair]!]!)
        near.set(clique, (near.get(clique) ?? 0) + 1)
    for (const [clique, count] of near)
      if (count > 1)
        rowOf.set(
          clique * length + village,
          add(`kin.${clique}.${names.villages[village]}`, 'L', 1),
        )
  })
  return rowOf
}
