import { POSTS, type Policy } from '../../matching/index.ts'
import { type Facet, READINESS } from './asked.ts'
import type { Columns, Combined } from './columns.ts'
import { dayNumber } from './columns.ts'
import type { Combinations, Dictionary } from './dictionary.ts'
import type { Judged } from './readiness.ts'

/** A column that people can be counted by: a code a person, and the values that a code stands for. */
export type FacetColumn = {
  codes: Uint32Array
  /** How many codes there are. */
  size: number
  /** Values of a code, as places in `values`. */
  valuesOf: (code: number) => readonly number[]
  values: readonly string[]
  /** Values that are shown with 0 people too; of the others those that somebody in view has. */
  isFixed: boolean
}

/** What some columns say changes with the day and the policy; it is worked out once, and `bands` keeps it. */
export type Clock = { today: string; policy: Policy; bands: Map<string, Uint32Array> }

export function facetColumn(
  facet: Exclude<Facet, 'list'>,
  columns: Columns,
  clock: Clock,
  judged: Judged | null,
): FacetColumn {
  const { words, combined } = columns
  switch (facet) {
    case 'township':
    case 'village':
      return openColumn(columns[facet], words[facet])
    case 'source':
    case 'skill':
    case 'tag':
      return combinedColumn(columns, facet, combined[facet])
    case 'age':
      return fixedColumn(
        kept(clock, `age ${clock.policy.referenceOn}`, () => ageBands(columns, clock.policy)),
        AGES,
      )
    case 'fresh':
      return fixedColumn(
        kept(clock, `fresh ${clock.today} ${clock.policy.version}`, () =>
          freshness(columns, clock),
        ),
        FRESH,
      )
    case 'readiness':
      return fixedColumn(judged?.readiness ?? NOBODY, ['', ...READINESS])
    case 'ready':
      return readyColumn(judged?.ready ?? NOBODY)
    default:
      return fixedColumn(columns[facet], ['unknown', ...words[facet].values.slice(1)])
  }
}

/** Completed years on the policy's reference day; the bands that statistics of the field use. */
export const AGES = ['unknown', 'u30', '31-35', '36-45', 'o45']
const BAND_ENDS = [30, 35, 45]

/**
 * Of the latest piece of evidence: `recent` while it is younger than the shortest half-life of the policy (by default two
 * years, of reputation), since until then nothing said about the person has lost half of its weight; `ageing` after.
 */
export const FRESH = ['none', 'recent', 'ageing']

function kept({ bands }: Clock, name: string, work: () => Uint32Array): Uint32Array {
  const found = bands.get(name) ?? work()
  bands.set(name, found)
  return found
}

const NOBODY = new Uint32Array(0)

function ageBands({ born, size }: Columns, { referenceOn }: Policy): Uint32Array {
  const reference = dayNumber(referenceOn)
  const bands = new Uint32Array(size)
  const [first, second, third] = BAND_ENDS as [number, number, number]
  for (let at = 1; at < size; at++) {
    const birth = born[at]!
    if (birth === 0) continue
    const age = Math.floor((reference - birth) / 10_000)
    bands[at] = age <= first ? 1 : age <= second ? 2 : age <= third ? 3 : 4
  }
  return bands
}

function freshness({ evidenceOn, size }: Columns, { today, policy }: Clock): Uint32Array {
  const years = Math.min(...Object.values(policy.criteria).map((it) => it.halfLifeYears))
  const days = Math.round(years * 365.25)
  const bound = new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10)
  const oldest = dayNumber(bound)
  const found = new Uint32Array(size)
  for (let at = 1; at < size; at++)
    if (evidenceOn[at]! > 0) found[at] = evidenceOn[at]! >= oldest ? 1 : 2
  return found
}

const ITSELF = Array.from({ length: 70_000 }, (_, code) => [code])
const itself = (code: number) => ITSELF[code]!

function fixedColumn(codes: Uint32Array, values: readonly string[]): FacetColumn {
  return { codes, size: values.length, valuesOf: itself, values, isFixed: true }
}

function openColumn(codes: Uint32Array, { values }: Dictionary): FacetColumn {
  return { codes, size: values.length, valuesOf: itself, values, isFixed: false }
}

function combinedColumn(columns: Columns, name: Combined, combinations: Combinations) {
  const { members, parts } = combinations
  const valuesOf = (code: number) => members[code]!
  const { length: size } = members
  return { codes: columns[name], size, valuesOf, values: parts.values, isFixed: false }
}

const POSTS_OF_BITS = Array.from({ length: 1 << POSTS.length }, (_, bits) =>
  POSTS.flatMap((_, at) => (bits & (1 << at) ? [at] : [])),
)

function readyColumn(codes: Uint32Array): FacetColumn {
  const valuesOf = (bits: number) => POSTS_OF_BITS[bits]!
  return { codes, size: POSTS_OF_BITS.length, valuesOf, values: POSTS, isFixed: true }
}

/** By code: whether one of its values is among the chosen. */
export function allowedCodes(column: FacetColumn, chosen: readonly string[]): Uint8Array {
  const { size, values, valuesOf } = column
  const wanted = new Set(chosen.map((value) => values.indexOf(value)).filter((at) => at >= 0))
  return Uint8Array.from({ length: size }, (_, code) =>
    valuesOf(code).some((value) => wanted.has(value)) ? 1 : 0,
  )
}

/** How many of these people have each value. */
export function countValues(column: FacetColumn, ...groups: Uint32Array[]): Uint32Array {
  const { codes, size, valuesOf, values } = column
  const byCode = new Uint32Array(size)
  for (const group of groups)
    for (let at = 0; at < group.length; at++) byCode[codes[group[at]!]!]!++
  const byValue = new Uint32Array(values.length)
  for (let code = 0; code < size; code++)
    if (byCode[code]! > 0) for (const value of valuesOf(code)) byValue[value]! += byCode[code]!
  return byValue
}
