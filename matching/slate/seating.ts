import { postsOfPattern } from '../pattern.ts'
import { canReach, tablesOf } from './bounds.ts'
import { keyOf } from './code.ts'
import type { Field, Kind } from './kinds.ts'
import { byScarcity, byWorth, linesOf, type Order } from './lines.ts'
import { DUST, isBit, ORDER, onTwo } from './places.ts'
import type { Seated, State } from './state.ts'

/** A team that meets what was asked, that there is none, or that the search was too long to say. */
export type Verdict = readonly Seated[] | 'none' | 'unsettled'

/**
 * Depth-first search over kinds of people: each in turn takes a pattern of seats or is passed over, and whoever is
 * passed over takes everybody alike with them. A branch ends where even the best of the people left could not bring
 * some target to its bound, or where the same seats, counts and relatives failed before with no smaller sum of ages.
 * A team is found soonest when those who count for most come first, that there is none when the scarcest do.
 */
export function seating(field: Field, mostNodes: number): Verdict {
  for (const order of [byWorth, byScarcity]) {
    const verdict = searched(field, order, mostNodes)
    if (verdict !== 'unsettled') return verdict
  }
  return 'unsettled'
}

function searched(field: Field, order: Order, mostNodes: number): Verdict {
  const state = begun(field, order, mostNodes)
  if (state === null) return 'unsettled'
  try {
    return visit(state, 0, 0) ? [...state.team] : 'none'
  } catch (error) {
    if (error !== TOO_LONG) throw error
    return 'unsettled'
  }
}

const TOO_LONG = Symbol('the search is too long')

function begun(field: Field, order: Order, nodesLeft: number): State | null {
  const lines = linesOf(field, order)
  const tables = tablesOf(field, lines)
  if (tables === null) return null
  return {
    field,
    lines,
    tables,
    seats: [...field.crowd.seats],
    sums: field.asked.map(() => 0),
    people: 0,
    taken: field.spare.map(() => 0),
    seatedIn: new Set(),
    team: [],
    failed: new Map(),
    nodesLeft,
  }
}

function visit(state: State, at: number, from: number): boolean {
  if (state.nodesLeft-- <= 0) throw TOO_LONG
  const line = state.lines[at]
  if (isMet(state) && !line?.isMust) return true
  if (line === undefined || !canReach(state, at)) return false
  const key = line.isClean ? keyOf(state, at, line.isFirst ? 0 : from) : null
  const { summed } = state.tables.code
  const sum = summed < 0 ? 0 : state.sums[summed]!
  if (key !== null && (state.failed.get(key) ?? -Infinity) >= sum - DUST) return false
  if (take(state, at, line.isFirst ? 0 : from)) return true
  if (!line.isMust && visit(state, line.next, 0)) return true
  if (key !== null) state.failed.set(key, sum)
  return false
}

function isMet({ field, sums }: State): boolean {
  return field.asked.every(({ atLeast }, form) => sums[form]! >= atLeast - DUST)
}

function take(state: State, at: number, from: number): boolean {
  const { kind, person } = state.lines[at]!
  if (isBarredByKin(state, person)) return false
  for (let place = from; place < ORDER.length; place++) {
    const pattern = ORDER[place]!
    if (!isBit(kind.patterns, pattern) || !hasRoom(state, kind, pattern)) continue
    seat(state, at, pattern, 1)
    state.team.push({ person, pattern })
    if (visit(state, at + 1, place)) return true
    state.team.pop()
    seat(state, at, pattern, -1)
  }
  return false
}

/** A relative sits already. */
function isBarredByKin({ field, seatedIn }: State, person: number): boolean {
  if (seatedIn.size === 0 || !field.isKinshipKept) return false
  return field.crowd.kin[person]!.some((other) => seatedIn.has(other))
}

function hasRoom({ seats, taken, field }: State, { scarce }: Kind, pattern: number): boolean {
  if (postsOfPattern[pattern]!.some((post) => seats[post]! === 0)) return false
  return field.spare.every(({ post, most }, at) => !isBit(scarce, post) || taken[at]! < most)
}

function seat(state: State, at: number, pattern: number, sign: 1 | -1) {
  const { field, seats, sums, taken, seatedIn } = state
  const { person, kind, values } = state.lines[at]!
  for (const post of postsOfPattern[pattern]!) seats[post]! -= sign
  field.asked.forEach(({ weights }, form) => {
    sums[form]! += sign * weights[pattern]! * values[form]!
  })
  state.people += sign * onTwo[pattern]!
  field.spare.forEach(({ post }, index) => {
    if (isBit(kind.scarce, post)) taken[index]! += sign
  })
  if (sign === 1) seatedIn.add(person)
  else seatedIn.delete(person)
}
