import { isReached, letters, ownText, shownOf } from './cells.ts'
import { FAULT_HEADER, FIELDS, IGNORED, UNCLEAR } from './fields.ts'
import { barehead, headerKey } from './text.ts'
import type { RawLine } from './types.ts'

export type Header = {
  /** Indices into the lines that were looked at. */
  first: number
  last: number
  /** Of each column, joined over its lines: 学历／全日制. */
  texts: string[]
  /** How sure it is: known words count ten, others one. */
  score: number
}

/** Lines in which a header is looked for. */
export const HEADER_WITHIN = 40

const KNOWN = new Set(
  [
    ...Object.values(FIELDS).flatMap((fields) => fields.flatMap(({ synonyms }) => synonyms)),
    ...Object.values(UNCLEAR).flatMap((unclear) => Object.keys(unclear)),
    ...IGNORED,
  ].map(headerKey),
)

/** The header of a list: the line with the most words that head columns, with the lines it is joined with. */
export function findHeader(lines: readonly RawLine[]): Header | null {
  const scores = lines.slice(0, HEADER_WITHIN).map(scoreOf)
  const score = Math.max(0, ...scores)
  if (score === 0) return null
  const best = scores.indexOf(score)
  const first = best > 0 && isParent(lines[best - 1]!, lines[best]!) ? best - 1 : best
  let last = best
  while (last + 1 < lines.length && last - first < 2 && isChild(lines[last + 1]!, lines[last]!))
    last++
  return { first, last, texts: textsOf(lines.slice(first, last + 1)), score }
}

export function isKnownHeader(text: string): boolean {
  return text !== '' && (KNOWN.has(headerKey(text)) || KNOWN.has(barehead(text)))
}

/** A header that is missing is named by its letter. */
export function nameless(at: number): string {
  return `（${letters(at)} 列，无标题）`
}

function scoreOf({ cells }: RawLine): number {
  const texts = cells.map(ownText).filter((it) => it !== '')
  if (texts.length < 2 || texts.some(isData)) return 0
  const known = texts.filter(isKnownHeader).length
  if (known < 2 && !(known === 1 && texts.length <= 3)) return 0
  // A sentence that explains is no header, even where it names a column.
  const long = texts.filter((it) => it.length > 40).length
  return Math.max(0, known * 10 + texts.length - long * 10)
}

/** A line under the header that parts a column of it: 学历 into 全日制 and 在职. */
function isChild(line: RawLine, above: RawLine): boolean {
  if (line.line !== above.line + 1) return false
  const own = line.cells.flatMap((cell, at) =>
    ownText(cell) === '' || ownText(cell) === FAULT_HEADER ? [] : [at],
  )
  const isShort = (at: number) => {
    const text = ownText(line.cells[at])
    return typeof line.cells[at] === 'string' && text.length <= 20 && !isData(text)
  }
  return own.length > 0 && own.every((at) => isShort(at) && isParted(above, at))
}

function isParted({ cells }: RawLine, at: number): boolean {
  const cell = cells[at]
  if (isReached(cell)) return cell.from === 'left'
  const next = cells[at + 1]
  const isWide = isReached(next) && next.from === 'left'
  const hasMerges = cells.some(isReached)
  if (ownText(cell) !== '') return isWide || (!hasMerges && shownOf(next) === '')
  return at > 0 && !hasMerges
}

/** A line above that groups columns: 基本情况 over 性别 and 民族. Titles and lines of dates are none. */
function isParent(above: RawLine, line: RawLine): boolean {
  if (line.line !== above.line + 1) return false
  const texts = above.cells.map(ownText).filter((it) => it !== '')
  const isTitle = texts.length < 2 || texts.some((it) => it.length > 15 || TITLE.test(it))
  const reaches = above.cells.filter((cell) => isReached(cell) && cell.from === 'left').length
  const stands = line.cells.filter((cell) => isReached(cell) && cell.from === 'above').length
  return !isTitle && reaches + stands > 0
}

const TITLE = /[:：]|填报|盖章|日期|单位[（(]|\d{4}/

function textsOf(lines: readonly RawLine[]): string[] {
  const width = Math.max(...lines.map(({ cells }) => cells.length))
  const levels = lines.map((line, at) => levelOf(line, at === 0, lines[at + 1]))
  return Array.from({ length: width }, (_, at) => {
    const parts = levels.map((level) => level[at] ?? '').filter((it) => it !== '')
    return [...new Set(parts)].join('／')
  })
}

function levelOf({ cells }: RawLine, isFirst: boolean, below: RawLine | undefined): string[] {
  let group = ''
  const hasMerges = cells.some(isReached)
  return cells
    .concat(Array(Math.max(0, (below?.cells.length ?? 0) - cells.length)).fill(null))
    .map((cell, at) => {
      if (isReached(cell)) return cell.from === 'left' || isFirst ? flat(shownOf(cell)) : ''
      const text = flat(ownText(cell))
      const child = below ? ownText(below.cells[at]) : ''
      if (text !== '') group = child === '' ? '' : text
      return text === '' && child !== '' && !hasMerges ? group : text
    })
}

/** Headers are broken over lines to make columns narrow. */
const flat = (text: string) => text.replace(/\s*\n\s*/g, '')

/** A number of a person, a day: what stands in rows, not above them. */
function isData(text: string): boolean {
  return /\d{7,}|^\d{4}[.\-/年]\d{1,2}|^'?\d{15,}/.test(text)
}
