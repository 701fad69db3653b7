import { EDUCATIONS } from '../../matching/index.ts'
import {
  type Combinations,
  createCombinations,
  createDictionary,
  type Dictionary,
} from './dictionary.ts'

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
  // Codes are of one type, small as they are: a loop that meets several types is slow.
  township: Uint32Array,
  village: Uint32Array,
  sex: Uint32Array,
  education: Uint32Array,
  party: Uint32Array,
  status: Uint32Array,
  channel: Uint32Array,
  willingness: Uint32Array,
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

/** 19930601 of '1993-06' or '1993-06-01'; 0 of null. */
export function dayNumber(day: string | null): number {
  return day === null ? 0 : Number(`${day}-01`.slice(0, 10).replaceAll('-', ''))
}

export const NUMBER_COLUMNS = Object.keys(NUMBERS) as (keyof Numbers)[]

function numbersOf(room: number): Numbers {
  return Object.fromEntries(
    NUMBER_COLUMNS.map((name) => [name, new NUMBERS[name](room)]),
  ) as Numbers
}

/** Makes room for somebody. */
export function grow(columns: Columns, at: number) {
  // Lists without holes: holes are slow, and most methods pass them over.
  for (let next = columns.size; next <= at; next++) columns.ids[next] = columns.pinyin[next] = ''
  columns.size = Math.max(columns.size, at + 1)
  if (at < columns.isHere.length) return
  const grown = numbersOf(Math.ceil((at + 1) * 1.25))
  for (const name of NUMBER_COLUMNS) grown[name].set(columns[name])
  Object.assign(columns, grown)
}
