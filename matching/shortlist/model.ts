import type { Highs, ModelData } from 'highs'
import { demanded, type MinShare } from './demand.ts'
import type { Kind } from './kinds.ts'

/**
 * What the whole-number programme asks: people of each kind among the first `places[0]`, `places[1]`, … of a list.
 * `isShort` lets a demand be missed at a price instead of fit; `mostShort` bounds what is missed in all.
 */
export type Aim = {
  kinds: readonly Kind[]
  shares: readonly MinShare[]
  places: readonly number[]
  isShort: boolean
  mostShort: number | null
}
type Row = { lower: number; upper: number; entries: [column: number, value: number][] }

/**
 * Variables: x(kind, places) whole numbers, y(person) in [0, 1], and s(group, places) what lacks. Rows:
 *
 *   Σ_kind x(kind, p) = p · x(kind, p) ≤ x(kind, next p) · Σ_kind in g x(kind, p) + s(g, p) ≥ ⌊share(g) × p⌋
 *   Σ_person of kind y = x(kind, last)
 *
 * Within a kind people are interchangeable but for their fit, so that the fittest come first and y needs no
 * whole-number condition of its own. Maximises Σ fit × y, or minimises Σ s.
 */
export function modelOf(aim: Aim, highs: Highs): ModelData {
  const { integer, continuous } = highs.constants.variableType
  const { minimize, maximize } = highs.constants.objectiveSense
  const { kinds, shares, places, isShort, mostShort } = aim
  const counts = kinds.length * places.length
  const fits = kinds.flatMap(({ people }) => people.map(({ fit }) => fit))
  const misses = isShort || mostShort !== null ? shares.length * places.length : 0
  const rows = rowsOf(aim, counts, counts + fits.length, misses > 0)
  const fill = (count: number, value: number) => new Array<number>(count).fill(value)
  const most = kinds.flatMap(({ people }) => places.map((place) => Math.min(place, people.length)))
  const numCols = counts + fits.length + misses
  return {
    numCols,
    numRows: rows.length,
    sense: isShort ? minimize : maximize,
    colCost: [
      ...fill(counts, 0),
      ...(isShort ? fill(fits.length, 0) : fits),
      ...fill(misses, isShort ? 1 : 0),
    ],
    colLower: fill(numCols, 0),
    colUpper: [...most, ...fill(fits.length, 1), ...fill(misses, Infinity)],
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: { format: 'csr', numRows: rows.length, numCols, ...arraysOf(rows) },
    integrality: [
      ...fill(counts, 0).map(() => integer),
      ...fill(numCols - counts, 0).map(() => continuous),
    ],
  }
}

/** Compressed sparse rows. */
function arraysOf(rows: readonly Row[]) {
  const entries = rows.flatMap((row) => row.entries)
  const starts = [0]
  for (const row of rows) starts.push(starts.at(-1)! + row.entries.length)
  return {
    starts: Int32Array.from(starts),
    indices: Int32Array.from(entries, ([column]) => column),
    values: Float64Array.from(entries, ([, value]) => value),
  }
}

function rowsOf(aim: Aim, firstPerson: number, firstMiss: number, mayMiss: boolean): Row[] {
  const { kinds, places, shares, mostShort } = aim
  const rows: Row[] = []
  const add = (lower: number, upper: number, entries: Row['entries']) =>
    rows.push({ lower, upper, entries })
  const count = (kind: number, place: number) => kind * places.length + place
  places.forEach((many, place) => {
    add(
      many,
      many,
      kinds.map((_, kind) => [count(kind, place), 1]),
    )
    shares.forEach((share, s) => {
      const held = kinds.flatMap(({ groups }, kind): Row['entries'] =>
        groups.has(share.group) ? [[count(kind, place), 1]] : [],
      )
      const missed: Row['entries'] = mayMiss ? [[firstMiss + s * places.length + place, 1]] : []
      add(Math.min(demanded(share, many), reachable(kinds, share)), Infinity, [...held, ...missed])
    })
  })
  let person = firstPerson
  kinds.forEach(({ people }, kind) => {
    for (let place = 1; place < places.length; place++)
      add(0, Infinity, [
        [count(kind, place), 1],
        [count(kind, place - 1), -1],
      ])
    const chosen = people.map((): [number, number] => [person++, 1])
    add(0, 0, [...chosen, [count(kind, places.length - 1), -1]])
  })
  if (mostShort !== null)
    // Half a person above: whole numbers keep it all the same, and rounding never shuts it.
    add(
      -Infinity,
      mostShort + 0.5,
      shares.flatMap((_, s) =>
        places.map((_, p): [number, number] => [firstMiss + s * places.length + p, 1]),
      ),
    )
  return rows
}

/** Nobody can ask for more people of a group than there are. */
function reachable(kinds: readonly Kind[], { group }: MinShare): number {
  return kinds.reduce(
    (sum, { groups, people }) => (groups.has(group) ? sum + people.length : sum),
    0,
  )
}
