import { type Columns, POSITIONS } from './columns.ts'
import { raise, SCORE, type Scores } from './scores.ts'

/** Everybody whose name holds these signs in a row; how many are called exactly so. */
export function matchNames(columns: Columns, signs: Uint32Array, scores: Scores): number {
  if (signs.length === 0) return 0
  const exact = signs.length <= POSITIONS ? matchShort(columns, signs, scores) : 0
  return exact + matchLong(columns, signs, scores)
}

/** A million names are looked at in some milliseconds: no call and no object a name. */
function matchShort(columns: Columns, signs: Uint32Array, scores: Scores): number {
  const { size, signCount, sign0, sign1, sign2, sign3 } = columns
  const list = [sign0, sign1, sign2, sign3]
  const { length } = signs
  let exact = 0
  for (let offset = 0; offset + length <= POSITIONS; offset++) {
    const first = list[offset]!
    const wanted = signs[0]!
    const score = offset === 0 ? SCORE.nameBegin : SCORE.namePart
    for (let at = 1; at < size; at++) {
      if (first[at] !== wanted || !continues(list, signs, offset, at)) continue
      const isExact = offset === 0 && signCount[at] === length
      if (isExact) exact++
      raise(scores, at, isExact ? SCORE.exactName : score)
    }
  }
  return exact
}

function continues(list: Uint32Array[], signs: Uint32Array, offset: number, at: number): boolean {
  for (let next = 1; next < signs.length; next++)
    if (list[offset + next]![at] !== signs[next]) return false
  return true
}

function matchLong(columns: Columns, signs: Uint32Array, scores: Scores): number {
  let exact = 0
  for (const [at, name] of columns.longNames) {
    const found = indexIn(name, signs)
    if (found < 0) continue
    const isExact = name.length === signs.length
    if (isExact) exact++
    const part = found === 0 ? SCORE.nameBegin : SCORE.namePart
    raise(scores, at, isExact ? SCORE.exactName : part)
  }
  return exact
}

function indexIn(name: Uint32Array, signs: Uint32Array): number {
  for (let offset = 0; offset + signs.length <= name.length; offset++)
    if (signs.every((sign, at) => name[offset + at] === sign)) return offset
  return -1
}
