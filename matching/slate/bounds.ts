import { postsOfPattern } from '../pattern.ts'
import { POSTS } from '../types.ts'
import { type Code, codeOf } from './code.ts'
import type { Asked, Field, Kind } from './kinds.ts'
import type { Line } from './lines.ts'
import { DUST, isBit, ORDER, onTwo, SUPERVISION, seatsOfTwo, TWO } from './places.ts'
import type { State } from './state.ts'

/** What the search compares a branch with, worked out once for the order of people. */
export type Tables = {
  /** Whether a target counts up only, or is a sum that people can pull down. */
  isSum: readonly boolean[]
  /** Of counts: what the lines from here on could add at most, and what a free seat could by itself. */
  most: readonly Float64Array[]
  perSeat: readonly (readonly number[])[]
  /** Of sums: the best sum of so many of the people from here on, and how many are best. */
  best: readonly (readonly (readonly number[])[])[]
  bestCount: readonly Int32Array[]
  /** People from here on who may take each post. */
  able: readonly Int32Array[]
  /** All seats of the two committees, or of supervision, are asked for. */
  isFull: boolean
  isSupervised: boolean
  law: number
  code: Code
}
/** null where a target is of a form that the bounds below do not hold for. */
export function tablesOf({ asked, crowd }: Field, lines: readonly Line[]): Tables | null {
  const isSum = asked.map((_, form) => lines.some(({ values }) => values[form]! < 0))
  const isOdd = ({ weights }: Asked, form: number) =>
    isSum[form]
      ? weights.some((weight, pattern) => weight !== onTwo[pattern])
      : weights.some((weight) => weight < 0)
  const code = codeOf(asked, lines, isSum)
  if (asked.some(isOdd) || code === null) return null
  const n = lines.length
  const law = asked.findIndex(({ id }) => id === 'seats.law')
  const seats = crowd.seats.reduce((sum, count) => sum + count, 0)
  return {
    isSum,
    most: asked.map(({ weights }, form) => {
      const totals = new Float64Array(n + 1)
      for (let at = n - 1; at >= 0; at--) {
        const { kind, values } = lines[at]!
        totals[at] = totals[at + 1]! + values[form]! * mostWeight(weights, kind.patterns)
      }
      return totals
    }),
    perSeat: asked.map(({ weights }) => chargesOf(weights)),
    best: asked.map((_, form) => (isSum[form] ? bestSums(lines, form, seats) : [])),
    bestCount: asked.map((_, form) => countFrom(lines, ({ values }) => values[form]! > 0)),
    able: POSTS.map((_, post) =>
      countFrom(lines, ({ kind }) => ORDER.some((pattern) => holds(kind, pattern, post))),
    ),
    isFull: asked.some(({ id, atLeast }) => id === 'seats' && atLeast >= seatsOfTwo(crowd.seats)),
    isSupervised: asked.some(
      ({ id, atLeast }) => id === 'supervision.seats' && atLeast >= crowd.village.seats.supervision,
    ),
    law,
    code,
  }
}

/** Whether the best of the people left could still bring every target to its bound. */
export function canReach(state: State, at: number): boolean {
  const { field, tables, seats, sums, lines } = state
  const people = rangeOfPeople(state)
  if (people.least > lines.length - at) return false
  if (tables.isFull && TWO.some((post) => tables.able[post]![at]! < seats[post]!)) return false
  if (tables.isSupervised && SUPERVISION.some((post) => tables.able[post]![at]! < seats[post]!))
    return false
  return field.asked.every(({ atLeast }, form) => {
    const gain = tables.isSum[form]
      ? gainOfSum(tables, form, at, people)
      : Math.min(tables.most[form]![at]!, gainOfSeats(tables.perSeat[form]!, seats))
    return sums[form]! + gain >= atLeast - DUST
  })
}

const gainOfSeats = (charges: readonly number[], seats: readonly number[]) =>
  charges.reduce((sum, charge, post) => sum + charge * seats[post]!, 0)

type Range = { least: number; most: number }

function gainOfSum({ best, bestCount }: Tables, form: number, at: number, { least, most }: Range) {
  const sums = best[form]![at]!
  const count = Math.min(Math.max(least, Math.min(bestCount[form]![at]!, most)), sums.length - 1)
  return sums[count]!
}

/** How many more people the two committees will take, by the seats that are left and asked for. */
function rangeOfPeople({ tables, seats, sums, field }: State): Range {
  const [secretary, member, chair, ordinary] = TWO.map((post) => seats[post]!) as Four
  const [party, committee] = [secretary + member, chair + ordinary]
  const most = party + committee
  if (tables.isFull) return { least: Math.max(party, committee), most }
  const law = tables.law < 0 ? 0 : field.asked[tables.law]!.atLeast - sums[tables.law]!
  return { least: Math.max(0, Math.ceil(law - DUST)), most }
}
type Four = [number, number, number, number]

const holds = ({ patterns }: Kind, pattern: number, post: number) =>
  isBit(patterns, pattern) && postsOfPattern[pattern]!.includes(post)

function mostWeight(weights: readonly number[], patterns: number): number {
  return weights.reduce(
    (most, weight, pattern) => (isBit(patterns, pattern) ? Math.max(most, weight) : most),
    0,
  )
}

/** What a seat of each post can be charged so that every pattern's weight is paid for by its seats. */
function chargesOf(weights: readonly number[]): number[] {
  const charges = POSTS.map(() => Math.max(0, ...weights))
  POSTS.forEach((_, post) => {
    charges[post] = 0
    const owed = weights.map((weight, pattern) =>
      postsOfPattern[pattern]!.includes(post)
        ? weight - postsOfPattern[pattern]!.reduce((sum, one) => sum + charges[one]!, 0)
        : 0,
    )
    charges[post] = Math.max(0, ...owed)
  })
  return charges
}

function countFrom(lines: readonly Line[], holds: (line: Line) => boolean): Int32Array {
  const counts = new Int32Array(lines.length + 1)
  for (let at = lines.length - 1; at >= 0; at--)
    counts[at] = counts[at + 1]! + (holds(lines[at]!) ? 1 : 0)
  return counts
}

/** By line and number of people: the largest sum of so many from there on. */
function bestSums(lines: readonly Line[], form: number, most: number): number[][] {
  const top: number[] = []
  const tables: number[][] = [[0]]
  for (let at = lines.length - 1; at >= 0; at--) {
    const value = lines[at]!.values[form]!
    const place = top.findIndex((one) => one < value)
    top.splice(place < 0 ? top.length : place, 0, value)
    top.length = Math.min(top.length, most)
    let sum = 0
    tables.push([0, ...top.map((one) => (sum += one))])
  }
  return tables.reverse()
}
