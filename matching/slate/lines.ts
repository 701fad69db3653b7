import { POSTS } from '../types.ts'
import { SUMMED } from './crowd.ts'
import type { Field, Kind } from './kinds.ts'
import { ALONE, isBit } from './places.ts'

/** One person in the order in which the search comes to them. */
export type Line = {
  person: number
  kind: Kind
  isMust: boolean
  /** Where the search goes on when this person is passed over. */
  next: number
  /** A line before which nobody seated has relatives later on; only there failures are remembered. */
  isClean: boolean
  /** A pattern's place in `ORDER` must not go down within a kind. */
  isFirst: boolean
  /** What the person adds to each target, by pattern weight 1. */
  values: readonly number[]
}

/** People of a kind, of whom the first is as good as any; or a family, of whom each is somebody else. */
type Batch = { people: readonly number[]; kinds: readonly Kind[]; isFamily: boolean }
export type Order = (batches: readonly Batch[], field: Field) => Batch[]

/** Who must sit, then batch by batch. */
export function linesOf(field: Field, order: Order): Line[] {
  const { must, crowd, asked } = field
  const lines: Line[] = []
  const put = (person: number, kind: Kind, about: Partial<Line>) => {
    lines.push({
      person,
      kind,
      isMust: false,
      next: lines.length + 1,
      isClean: false,
      isFirst: true,
      values: asked.map(({ id, form }, at) =>
        id === SUMMED ? crowd.values[person]![form]! : kind.values[at]!,
      ),
      ...about,
    })
  }
  for (const kind of must) for (const person of kind.free) put(person, kind, { isMust: true })
  for (const { people, kinds, isFamily } of order(batchesOf(field), field)) {
    const end = lines.length + people.length
    people.forEach((person, at) => {
      const isFirst = at === 0
      const about = isFamily ? { isClean: isFirst } : { next: end, isClean: true, isFirst }
      put(person, kinds[isFamily ? at : 0]!, about)
    })
  }
  return lines
}

function batchesOf(field: Field): Batch[] {
  const { kinds } = field
  const kindOf = new Map(kinds.flatMap((kind) => kind.tied.map((person) => [person, kind])))
  const families = familiesOf(kindOf, field).map((people) => ({
    people,
    kinds: people.map((person) => kindOf.get(person)!),
    isFamily: true,
  }))
  const alike = kinds
    .filter(({ free }) => free.length > 0)
    .map((kind) => ({ people: kind.free, kinds: [kind], isFamily: false }))
  return [...alike, ...families]
}

const worthOf = ({ kinds }: Batch) =>
  Math.max(...kinds.map(({ values }) => values.reduce((sum, value) => sum + Math.max(0, value), 0)))

/** Those who count for most first, families last. */
export function byWorth(batches: readonly Batch[]): Batch[] {
  return [...batches].sort(
    (a, b) => Number(a.isFamily) - Number(b.isFamily) || worthOf(b) - worthOf(a),
  )
}

/** Who may take the posts with fewest people a seat first. */
export function byScarcity(batches: readonly Batch[], { kinds, crowd }: Field): Batch[] {
  const plenty = POSTS.map((_, post) => {
    const able = kinds.filter(({ patterns }) => isBit(patterns, ALONE[post]!))
    const people = able.reduce((sum, { free, tied }) => sum + free.length + tied.length, 0)
    return crowd.seats[post] === 0 ? Infinity : people / crowd.seats[post]!
  })
  const scarcity = (batch: Batch) =>
    Math.min(
      ...batch.kinds.flatMap(({ patterns }) =>
        plenty.filter((_, post) => isBit(patterns, ALONE[post]!)),
      ),
    )
  return [...batches].sort((a, b) => scarcity(a) - scarcity(b) || worthOf(b) - worthOf(a))
}

function familiesOf(kindOf: ReadonlyMap<number, Kind>, { crowd }: Field): number[][] {
  const seen = new Set<number>()
  const families: number[][] = []
  for (const first of kindOf.keys()) {
    if (seen.has(first)) continue
    seen.add(first)
    const family = [first]
    for (const person of family)
      for (const other of crowd.kin[person]!)
        if (kindOf.has(other) && !seen.has(other)) {
          seen.add(other)
          family.push(other)
        }
    families.push(family)
  }
  return families
}
