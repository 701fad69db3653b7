import { type Columns, POSITIONS } from './columns.ts'
import { raise, SCORE, type Scores } from './scores.ts'

/** With fewer signs, one that is wrong leaves too little to find anybody by. */
const LEAST_SIGNS = 2
const LEAST_FOR_SUBSTITUTION = 3

/** What may have happened; what is likelier stands first. */
const SLIPS = ['homophone', 'swapped', 'missing', 'substituted', 'added'] as const
type Slip = (typeof SLIPS)[number]
type Near = { slip: Slip; places: number[] }

/** A name as it was typed, and how it is read. */
export type TypedName = { signs: Uint32Array; syllables: string }

/**
 * Names that differ from what was typed by one slip: another sign that is read the same (晓 for 小, a traditional form),
 * two signs changed about, one missing, another one, one too many. Of names with the same slip those that more people
 * have are likelier meant; one of each name comes before the others who share it. At most so many people.
 */
export function matchTypos(
  columns: Columns,
  typed: TypedName,
  isIn: Uint8Array,
  scores: Scores,
  most: number,
): void {
  if (typed.signs.length < LEAST_SIGNS) return
  const names = [...nearNames(columns, typed, isIn, scores).values()].sort(byLikelihood)
  const firsts = names.map(({ places }) => places[0]!)
  const others = names.flatMap(({ places }) => places.slice(1))
  for (const [rank, at] of [...firsts, ...others].slice(0, most).entries())
    raise(scores, at, Math.max(SCORE.typoLeast, SCORE.typo - rank))
}

/** Whoever fits better already is not looked at. */
function nearNames(
  columns: Columns,
  typed: TypedName,
  isIn: Uint8Array,
  scores: Scores,
): Map<string, Near> {
  const { signs } = typed
  const { size, signCount, syllable0 } = columns
  const sounds = soundsOf(columns, typed.syllables)
  const first = sounds?.[0] ?? -1
  const near = new Map<string, Near>()
  const [least, most] = [Math.max(LEAST_SIGNS, signs.length - 1), signs.length + 1]
  for (let at = 1; at < size; at++) {
    const count = signCount[at]!
    if (count < least || count > most || isIn[at] !== 1 || scores[at]! >= SCORE.typo) continue
    const isHomophone = syllable0[at] === first && isReadSo(columns, sounds!, at)
    if (!isHomophone && !sharesEnough(columns, signs, at)) continue
    const name = nameOf(columns, at, count)
    const slip = isHomophone ? 'homophone' : slipOf(name, count, signs)
    if (slip !== null) enter(near, keyOf(name, count), slip, at)
  }
  return near
}

function enter(near: Map<string, Near>, key: string, slip: Slip, at: number) {
  const known = near.get(key)
  if (known) known.places.push(at)
  else near.set(key, { slip, places: [at] })
}

function byLikelihood(a: Near, b: Near): number {
  const likelihood = SLIPS.indexOf(a.slip) - SLIPS.indexOf(b.slip)
  return likelihood || b.places.length - a.places.length || a.places[0]! - b.places[0]!
}

/** Codes of the syllables, when the county knows all of them. */
function soundsOf({ syllables }: Columns, read: string): number[] | null {
  const codes = read.split(' ').map((it) => syllables.codes.get(it) ?? 0)
  return codes.length > POSITIONS || codes.includes(0) ? null : codes
}

function isReadSo(columns: Columns, sounds: readonly number[], at: number): boolean {
  const { syllableCount, syllable1, syllable2, syllable3 } = columns
  if (syllableCount[at] !== sounds.length) return false
  return (
    syllable1[at] === (sounds[1] ?? 0) &&
    syllable2[at] === (sounds[2] ?? 0) &&
    syllable3[at] === (sounds[3] ?? 0)
  )
}

/** Cheap and before all else: one slip leaves the first or the second sign where it was or one beside. */
function sharesEnough({ sign0, sign1 }: Columns, signs: Uint32Array, at: number): boolean {
  const a = sign0[at]
  const b = sign1[at]
  return a === signs[0] || b === signs[1] || a === signs[1] || b === signs[0]
}

const scratch = new Uint32Array(POSITIONS)

/** Names within the columns share one array, since a million may be looked at. */
function nameOf({ sign0, sign1, sign2, sign3, longNames }: Columns, at: number, count: number) {
  if (count > POSITIONS) return longNames.get(at)!
  scratch[0] = sign0[at]!
  scratch[1] = sign1[at]!
  scratch[2] = sign2[at]!
  scratch[3] = sign3[at]!
  return scratch
}

function keyOf(name: Uint32Array, count: number): string {
  return String.fromCodePoint(...name.subarray(0, count))
}

/** Null when it is more than one slip, or none. */
function slipOf(name: Uint32Array, count: number, typed: Uint32Array): Slip | null {
  const least = Math.min(count, typed.length)
  let at = 0
  while (at < least && name[at] === typed[at]) at++
  if (count === typed.length) return slipOfSameLength(name, typed, at)
  if (count > typed.length) return isSame(name, at + 1, typed, at, count) ? 'missing' : null
  return isSame(name, at, typed, at + 1, count) ? 'added' : null
}

function slipOfSameLength(name: Uint32Array, typed: Uint32Array, at: number): Slip | null {
  const { length } = typed
  if (at === length) return null
  if (isSame(name, at + 1, typed, at + 1, length))
    return length >= LEAST_FOR_SUBSTITUTION ? 'substituted' : null
  const isSwapped = at + 1 < length && name[at] === typed[at + 1] && name[at + 1] === typed[at]
  return isSwapped && isSame(name, at + 2, typed, at + 2, length) ? 'swapped' : null
}

/** The rest of the name from here is the rest of what was typed from there. */
function isSame(name: Uint32Array, from: number, typed: Uint32Array, start: number, count: number) {
  if (count - from !== typed.length - start) return false
  for (let at = 0; from + at < count; at++) if (name[from + at] !== typed[start + at]) return false
  return true
}
