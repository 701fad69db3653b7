import { PATTERNS, seatsOf } from '../pattern.ts'
import { POSTS, TIERS, type Tier } from '../types.ts'
import { hasPattern, type Instance, patternFit, postsOfPattern } from './instance.ts'

/** Total fit that one miss costs in the file: so far apart that no miss of a tier is worth any of a lower one. */
export const MPS_PRICES: Record<Tier, number> = { law: 10_000, policy: 300, wish: 10 }

const HEADER = `* A plan for village committees as one whole-number program: every choice there is, none left out.
* Written in free MPS for outsiders: cbc FILE, glpsol --freemps FILE, highs FILE.
*
* Columns  x.PERSON.VILLAGE.POSTS  1 when the person takes exactly these posts of the village
*          miss.TARGET             what lacks to a target, in its own unit
*          seated.PERSON           1 when somebody whom a target counts as free sits anywhere
* Rows     seats.VILLAGE.POST      at most so many sit in a post
*          target.TARGET.VILLAGE   what the people seated add up to, and what lacks, reach the bound
*          free.TARGET.VILLAGE     at most so many of those counted as free are away, but for what lacks
*          person.PERSON           sits once at most; exactly once when pinned
*          kin.NUMBER.VILLAGE      of people who are all kin of each other one at most
* Objective (minimise): total misses, each at the price of its tier, minus total fit.
* Prices in units of fit: law ${MPS_PRICES.law}, policy ${MPS_PRICES.policy}, wish ${MPS_PRICES.wish}. Not every reader knows
* a maximise sense, so the fit is negative. Yanzhen itself compares tiers in order, without prices.
`

/** A row of the file: at most, at least or just `bound`. */
type Row = { name: string; sense: 'L' | 'G' | 'E'; bound: number }
type Entry = readonly [row: number, value: number]
type Column = { name: string; cost: number; entries: readonly Entry[] }
type Miss = Column & { isWhole: boolean }

/**
 * The full model of an instance as MPS text, in pieces, since that of a county is longer than a string may be. It is
 * written from the instance alone and shares no rows with the search, so that others can be asked whether we are right.
 */
export function* mpsOf(instance: Instance): Generator<string> {
  const model = modelOf(instance)
  const { rows, misses, tracked } = model
  yield `${HEADER}NAME yanzhen FREE\nROWS\n N cost\n`
  yield* joined(rows.map(({ name, sense }) => ` ${sense} ${name}\n`))
  yield 'COLUMNS\n'
  const write = (columns: Iterable<Column>) => joined(columnLines(columns, rows))
  yield* write(misses.filter(({ isWhole }) => !isWhole))
  yield* write(tracked)
  yield " begin 'MARKER' 'INTORG'\n"
  yield* write(misses.filter(({ isWhole }) => isWhole))
  yield* write(choices(instance, model))
  yield " end 'MARKER' 'INTEND'\nRHS\n"
  yield* joined(
    rows.flatMap(({ name, bound }) => (bound === 0 ? [] : [` rhs ${name} ${bound}\n`])),
  )
  yield 'BOUNDS\n'
  // A whole column without a bound is 0 or 1 to some readers and unbounded to others.
  yield* joined(misses.map(({ name }) => ` PL bound ${name}\n`))
  yield* joined(tracked.map(({ name }) => ` UP bound ${name} 1\n`))
  yield* joined(choiceNames(instance, model).map(([, , name]) => ` UP bound ${name} 1\n`))
  yield 'ENDATA\n'
}

type Names = { people: readonly string[]; villages: readonly string[] }
type Model = {
  names: Names
  rows: Row[]
  misses: Miss[]
  tracked: Column[]
  seatRow: (village: number, post: number) => number | undefined
  targetRow: number
  personRow: Int32Array
  /** Rows of free people that a choice in the village itself does not take anybody from, by village. */
  hereRows: readonly { row: number; people: ReadonlySet<number> }[][]
  kinRow: ReadonlyMap<string, number>
}

function modelOf(instance: Instance): Model {
  const { problem, forms } = instance
  const names = namesOf(instance)
  const rows: Row[] = []
  const add = (name: string, sense: Row['sense'], bound: number) =>
    rows.push({ name, sense, bound }) - 1
  const seats = new Map<string, number>()
  problem.villages.forEach((village, v) => {
    POSTS.forEach((post, p) => {
      const bound = seatsOf(village, post)
      seats.set(`${v} ${p}`, add(`seats.${names.villages[v]}.${post}`, 'L', bound))
    })
  })
  const targetRow = rows.length
  const misses = forms.map(({ id, village, tier, atLeast, isWhole }) => {
    const name = village === null ? id : `${id}.${names.villages[village]}`
    const row = add(`target.${name}`, 'G', atLeast)
    return { name: `miss.${name}`, cost: MPS_PRICES[tier], entries: [[row, 1] as const], isWhole }
  })
  const free = freeRows(instance, names, add)
  const persons = personRows(instance, names, add)
  return {
    names,
    rows,
    misses: [...misses, ...free.misses],
    tracked: [...free.rowsOfPerson].map(([person, own]) => ({
      name: `seated.${names.people[person]}`,
      cost: 0,
      entries: [...own.map((row) => [row, 1] as const), [persons[person]!, -1] as const],
    })),
    seatRow: (village, post) => seats.get(`${village} ${post}`),
    targetRow,
    personRow: relaxed(rows, persons, free.rowsOfPerson),
    hereRows: free.hereRows,
    kinRow: kinRows(instance, names, add),
  }
}

type Add = (name: string, sense: Row['sense'], bound: number) => number

/** Margin and depth: of the people counted, at most so many are away, or what lacks is paid for. */
function freeRows(instance: Instance, names: Names, add: Add) {
  const places = new Int32Array(instance.members.length)
  for (const person of instance.person) places[person]!++
  const rowsOfPerson = new Map<number, number[]>()
  const hereRows: { row: number; people: ReadonlySet<number> }[][] = instance.problem.villages.map(
    () => [],
  )
  const misses = instance.availability.map((form) => {
    const { id, post, village, tier, people, seatedHereCounts, atLeast } = form
    const name = [id, ...(post === null ? [] : [post]), names.villages[village]].join('.')
    const row = add(`free.${name}`, 'L', people.length - atLeast)
    const away = people.filter((person) => !seatedHereCounts || places[person]! > 1)
    for (const person of away)
      rowsOfPerson.set(person, [...(rowsOfPerson.get(person) ?? []), row])
    if (seatedHereCounts) hereRows[village]!.push({ row, people: new Set(away) })
    const entries = [[row, -1] as const]
    return { name: `miss.${name}`, cost: MPS_PRICES[tier], entries, isWhole: true }
  })
  return { misses, rowsOfPerson, hereRows }
}

function personRows({ person, pinned }: Instance, { people }: Names, add: Add): Int32Array {
  const rowOf = new Int32Array(people.length).fill(-1)
  const isPinned = new Set(pinned.map((pair) => person[pair]))
  for (const someone of new Set(person))
    rowOf[someone] = add(`person.${people[someone]}`, isPinned.has(someone) ? 'E' : 'L', 1)
  return rowOf
}

/** The row of somebody tracked says what `seated` is; that column's bound then keeps it at 1. */
function relaxed(rows: Row[], persons: Int32Array, tracked: ReadonlyMap<number, unknown>) {
  for (const person of tracked.keys()) {
    const row = rows[persons[person]!]!
    rows[persons[person]!] = { ...row, sense: 'E', bound: 0 }
  }
  return persons
}
