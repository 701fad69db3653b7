import type { PoolRow } from '../../db/pool-rows.ts'
import { EDUCATIONS } from '../../matching/index.ts'
import {
  type Combinations,
  codeFor,
  combinationFor,
  createCombinations,
  createDictionary,
  type Dictionary,
} from './dictionary.ts'
import { signsOf } from './signs.ts'

/** Signs and syllables of a name that have a column each; the rest of longer names is kept apart. */
export const POSITIONS = 4

/** People who fit into the columns before they grow. */
const ROOM = 1024

const NUMBERS = {
  isHere: Uint8Array,
  signCount: Uint8Array,
  sign0: Uint32Array,
  sign1: Uint32Array,
  sign2: Uint32Array,
  sign3: Uint32Array,
  syllableCount: Uint8Array,
  syllable0: Uint16Array,
  syllable1: Uint16Array,
  syllable2: Uint16Array,
  syllable3: Uint16Array,
  township: Uint16Array,
  village: Uint16Array,
  sex: Uint8Array,
  education: Uint8Array,
  party: Uint8Array,
  status: Uint8Array,
  channel: Uint8Array,
  willingness: Uint8Array,
  occupation: Uint32Array,
  /** 19930601; 0 when not known. A birth known by month counts as its first day. */
  born: Uint32Array,
  /** Day of the latest piece of evidence, likewise. */
  evidenceOn: Uint32Array,
  /** Instant of the last change, or of the entry, in milliseconds; 0 when not known. */
  changedAt: Float64Array,
  source: Uint32Array,
  skill: Uint32Array,
  tag: Uint32Array,
  /** The first ten letters of the pinyin as one number, so that most comparisons need no text. */
  order: Float64Array,
}
type Numbers = { [Name in keyof typeof NUMBERS]: InstanceType<(typeof NUMBERS)[Name]> }

/** Columns that hold codes of one text, with the values that stand in an order of their own. */
const CODED = {
  township: [],
  village: [],
  sex: ['female', 'male'],
  education: EDUCATIONS,
  party: ['full', 'probationary', 'activist', 'league', 'none'],
  status: ['registered', 'in-pool', 'reserve', 'trial-post', 'appointed', 'left'],
  channel: ['self', 'recommended', 'discovered'],
  willingness: ['village', 'township', 'county'],
  occupation: [],
} as const satisfies Partial<Record<keyof typeof NUMBERS, readonly string[]>>
type Coded = keyof typeof CODED
/** Columns that hold codes of combinations. */
export type Combined = 'source' | 'skill' | 'tag'

/**
 * A county's people in memory, column by column. A person's place is their `searchRow`; places of people who left are
 * empty (`isHere` is 0).
 */
export type Columns = Numbers & {
  /** All places are below it. */
  size: number
  count: number
  ids: string[]
  pinyin: string[]
  /** Names and syllables beyond four. */
  longNames: Map<number, Uint32Array>
  longSyllables: Map<number, Uint16Array>
  syllables: Dictionary
  words: Record<Coded, Dictionary>
  combined: Record<Combined, Combinations>
}

export function createColumns(room = ROOM): Columns {
  return {
    ...numbersOf(room),
    size: 0,
    count: 0,
    ids: [],
    pinyin: [],
    longNames: new Map(),
    longSyllables: new Map(),
    syllables: createDictionary(),
    words: Object.fromEntries(
      Object.entries(CODED).map(([name, known]) => [name, createDictionary(known)]),
    ) as Columns['words'],
    combined: {
      source: createCombinations(),
      skill: createCombinations(),
      tag: createCombinations(),
    },
  }
}

/** Enters a person, or what is new about one. */
export function putRow(columns: Columns, row: PoolRow): void {
  const at = row.searchRow
  grow(columns, at)
  if (columns.isHere[at] === 0) columns.count++
  columns.isHere[at] = 1
  columns.ids[at] = row.id
  columns.pinyin[at] = row.pinyin
  columns.order[at] = orderOf(row.pinyin)
  putName(columns, at, row)
  putFacts(columns, at, row)
}

/** Nobody is there any more: erased, merged, taken back. */
export function dropRow(columns: Columns, at: number): void {
  if (columns.isHere[at] !== 1) return
  for (const name of NAMES) columns[name][at] = 0
  columns.ids[at] = ''
  columns.pinyin[at] = ''
  columns.longNames.delete(at)
  columns.longSyllables.delete(at)
  columns.count--
}

/** 19930601 of '1993-06' or '1993-06-01'; 0 of null. */
export function dayNumber(day: string | null): number {
  return day === null ? 0 : Number(`${day}-01`.slice(0, 10).replaceAll('-', ''))
}

/** All signs of somebody's name. */
export function nameAt(columns: Columns, at: number): Uint32Array {
  const { sign0, sign1, sign2, sign3, signCount } = columns
  const short = Uint32Array.of(sign0[at]!, sign1[at]!, sign2[at]!, sign3[at]!)
  return columns.longNames.get(at) ?? short.subarray(0, signCount[at])
}

function putName(columns: Columns, at: number, { name, syllables }: PoolRow) {
  const signs = signsOf(name)
  const read = syllables === '' ? [] : syllables.split(' ')
  const codes = Uint16Array.from(read, (syllable) => codeFor(columns.syllables, syllable))
  const { sign0, sign1, sign2, sign3, syllable0, syllable1, syllable2, syllable3 } = columns
  for (const [position, column] of [sign0, sign1, sign2, sign3].entries())
    column[at] = signs[position] ?? 0
  for (const [position, column] of [syllable0, syllable1, syllable2, syllable3].entries())
    column[at] = codes[position] ?? 0
  columns.signCount[at] = signs.length
  columns.syllableCount[at] = codes.length
  keepLong(columns.longNames, at, signs)
  keepLong(columns.longSyllables, at, codes)
}

function keepLong<List extends Uint16Array | Uint32Array>(
  long: Map<number, List>,
  at: number,
  list: List,
) {
  if (list.length > POSITIONS) long.set(at, list)
  else long.delete(at)
}

function putFacts(columns: Columns, at: number, row: PoolRow) {
  const { words, combined } = columns
  columns.township[at] = codeFor(words.township, row.homeTownshipCode)
  columns.village[at] = codeFor(words.village, row.homeVillageCode)
  columns.sex[at] = codeFor(words.sex, row.sex)
  columns.education[at] = codeFor(words.education, row.education)
  columns.party[at] = codeFor(words.party, row.partyStatus)
  columns.status[at] = codeFor(words.status, row.status)
  columns.channel[at] = codeFor(words.channel, row.channel)
  columns.willingness[at] = codeFor(words.willingness, row.willingness)
  columns.occupation[at] = codeFor(words.occupation, row.occupation)
  columns.born[at] = dayNumber(row.bornOn)
  columns.evidenceOn[at] = dayNumber(row.evidenceOn)
  columns.changedAt[at] = Date.parse(row.updatedAt ?? row.createdAt ?? '') || 0
  columns.source[at] = combinationFor(combined.source, row.sources)
  columns.skill[at] = combinationFor(combined.skill, row.skills)
  columns.tag[at] = combinationFor(combined.tag, row.tags)
}

/** Base 27, so that the numbers stand as the letters do; 27¹⁰ is exact in a double. */
function orderOf(pinyin: string): number {
  let order = 0
  for (let at = 0; at < 10; at++) {
    const letter = (pinyin.charCodeAt(at) || 96) - 96
    order = order * 27 + Math.min(26, Math.max(0, letter))
  }
  return order
}

const NAMES = Object.keys(NUMBERS) as (keyof Numbers)[]

function numbersOf(room: number): Numbers {
  return Object.fromEntries(NAMES.map((name) => [name, new NUMBERS[name](room)])) as Numbers
}

function grow(columns: Columns, at: number) {
  // Lists without holes: holes are slow, and most methods pass them over.
  for (let next = columns.size; next <= at; next++) columns.ids[next] = columns.pinyin[next] = ''
  columns.size = Math.max(columns.size, at + 1)
  if (at < columns.isHere.length) return
  const grown = numbersOf(Math.ceil((at + 1) * 1.25))
  for (const name of NAMES) grown[name].set(columns[name])
  Object.assign(columns, grown)
}
