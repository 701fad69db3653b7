import { isFreeFor, type Seating } from '../depth/seating.ts'
import { POSTS, type TargetId, type Tier } from '../types.ts'
import type { Seated } from './moves.ts'

/** A plan that grows by newcomers: what every target counts now, and who sits where. */
export type Growing = {
  seating: Seating
  reached: Float64Array
  free: Float64Array
  teams: Seated[][]
}
export type TargetAt = { id: TargetId; tier: Tier; village: number | null }

/**
 * The rows that joining one village can change: its own targets, those of the whole, and its targets of free people.
 * Rows of one target stand together: `first[t] ≤ row < first[t + 1]`.
 */
export type Rows = {
  village: number
  targets: TargetAt[]
  first: number[]
  /** Index of `instance.forms`, or −1 − index of `instance.availability`. */
  source: Int32Array
  atLeast: Float64Array
  isWhole: boolean[]
}

export function growingOf(seating: Seating): Growing {
  return {
    seating,
    reached: seating.reached.slice(),
    free: Float64Array.from(seating.free),
    teams: seating.teams.map((team) => [...team]),
  }
}

export function rowsOf({ instance }: Seating, village: number): Rows {
  const { forms, availability } = instance
  const linear = forms.flatMap((form, index) =>
    form.village === village || form.village === null ? [{ ...form, source: index }] : [],
  )
  const counted = availability.flatMap((form, index) =>
    form.village === village ? [{ ...form, isWhole: true, source: -1 - index }] : [],
  )
  const groups = [...Map.groupBy([...linear, ...counted], keyOf).values()]
  const rows = groups.flat()
  let before = 0
  return {
    village,
    targets: groups.map(([{ id, tier, village } = rows[0]!]) => ({ id, tier, village })),
    first: [0, ...groups.map(({ length }) => (before += length))],
    source: Int32Array.from(rows, ({ source }) => source),
    atLeast: Float64Array.from(rows, ({ atLeast }) => atLeast),
    isWhole: rows.map(({ isWhole }) => isWhole),
  }
}

const keyOf = ({ id, village }: { id: TargetId; village: number | null }) => `${id} ${village}`

/** What each row counts now. */
export function countsOf({ reached, free }: Growing, { source }: Rows): Float64Array {
  return Float64Array.from(source, (at) => (at >= 0 ? reached[at]! : free[-1 - at]!))
}

/** What a row misses at a count; tolerates float dust of 1e-9, as targets do. */
export function missAt({ atLeast, isWhole }: Rows, row: number, count: number): number {
  const lacking = atLeast[row]! - count
  if (lacking <= 1e-9) return 0
  return isWhole[row] ? Math.ceil(lacking - 1e-9) : lacking
}

/** Misses by target. */
export function missesOf(rows: Rows, counts: Float64Array): Float64Array {
  return Float64Array.from(rows.targets, (_, target) => {
    let miss = 0
    for (let row = rows.first[target]!; row < rows.first[target + 1]!; row++)
      miss += missAt(rows, row, counts[row]!)
    return miss
  })
}

/** What the changes of a move add to each row. */
export function addedByChanges(
  { instance, weights }: Seating,
  { source, village }: Rows,
  changes: readonly { seated: Seated; to: number | null }[],
): Float64Array {
  const added = new Float64Array(source.length)
  for (const { seated, to } of changes) {
    const person = instance.person[seated.pair!]!
    const member = instance.members[person]!
    source.forEach((at, row) => {
      if (at >= 0) {
        const weight = weights[at]!
        const more = (to === null ? 0 : weight[to]!) - weight[seated.pattern]!
        if (more !== 0) added[row]! += more * instance.forms[at]!.perMember(member)
      } else if (to === null) {
        const form = instance.availability[-1 - at]!
        const isNews = !isFreeFor(form, village) && form.people.includes(person)
        if (isNews) added[row]! += 1
      }
    })
  }
  return added
}

/** The post whose runner-up a row of free people counts, as a bit; 0 for the margin and the reserves. */
export function standByBit({ instance }: Seating, at: number): number {
  const { post } = instance.availability[-1 - at]!
  return post === null ? 0 : 1 << POSTS.indexOf(post)
}
