import type { PoolRow } from '../../db/pool-rows.ts'
import { type Columns, dayNumber, grow, NUMBER_COLUMNS, POSITIONS } from './columns.ts'
import { codeFor, combinationFor } from './dictionary.ts'
import { signsOf } from './signs.ts'

/** Enters a person, or what is new about one. */
export function putRow(columns: Columns, row: PoolRow): void {
  const at = row.searchRow
  grow(columns, at)
  if (columns.isHere[at] === 0) columns.count++
  columns.isHere[at] = 1
  columns.ids[at] = row.id
  // Syllables apart, so that everybody of one surname stands together: Chen Hao before Cheng Xin.
  const read = row.syllables || row.pinyin
  columns.pinyin[at] = read
  columns.order[at] = orderOf(read)
  putName(columns, at, row)
  putFacts(columns, at, row)
}

/** Nobody is there any more: erased, merged, taken back. */
export function dropRow(columns: Columns, at: number): void {
  if (columns.isHere[at] !== 1) return
  for (const name of NUMBER_COLUMNS) columns[name][at] = 0
  columns.ids[at] = ''
  columns.pinyin[at] = ''
  columns.longNames.delete(at)
  columns.longSyllables.delete(at)
  columns.count--
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

/** Base 27, so that the numbers stand as the letters do, a blank before them; 27¹⁰ is exact in a double. */
function orderOf(pinyin: string): number {
  let order = 0
  for (let at = 0; at < 10; at++) {
    const letter = (pinyin.charCodeAt(at) || 96) - 96
    order = order * 27 + Math.min(26, Math.max(0, letter))
  }
  return order
}
