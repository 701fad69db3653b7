import { columnOf, type Merge } from './merges.ts'
import { type NumberFormat, serialDay } from './number-formats.ts'
import { damaged, RosterProblem } from './problems.ts'
import type { RawCell, RawLine } from './types.ts'
import { unescaped } from './workbook.ts'
import { type Attributes, parsed } from './xml.ts'

export type SheetSource = {
  chunks: AsyncIterable<Buffer>
  strings: readonly string[]
  formats: readonly NumberFormat[]
  is1904: boolean
  merges: readonly Merge[]
}
/** What is learnt of a sheet while its rows go by. */
export type SheetFacts = { hiddenColumns: Set<number>; formulas: number }

export const MOST_COLUMNS = 300
/** The last row that Excel has. */
const LAST_ROW = 1_048_576

/** Rows of a sheet in their order, those without a value left out. */
export async function* readRows(source: SheetSource, facts: SheetFacts): AsyncGenerator<RawLine[]> {
  const rows = rowHandlers(source, facts)
  for await (const _ of parsed(source.chunks, rows.handlers)) {
    const lines = rows.take()
    if (lines.length > 0) yield lines
  }
}

function rowHandlers(source: SheetSource, facts: SheetFacts) {
  const spread = spreadMerges(source.merges)
  let lines: RawLine[] = []
  let line: RawLine = { line: 0, cells: [] }
  let cell = newCell(-1)
  let [value, inside] = ['', '' as '' | 'v' | 't' | 'f']
  let [isSound, last] = [false, 0]
  const openCell = ({ r, s, t }: Attributes) => {
    const at = r === undefined ? cell.at + 1 : columnOf(r)
    if (at < 0 || at >= MOST_COLUMNS * 10) throw tooWide()
    cell = { at, style: Number(s ?? 0), type: t ?? 'n', isFormula: false }
    value = ''
  }
  const closeCell = () => {
    if (cell.isFormula) facts.formulas++
    const read = value === '' ? null : cellOf(cell, value, source)
    const seen = cell.isFormula && read !== null ? { f: read } : read
    if (seen !== null) put(line.cells, cell.at, seen)
  }
  const handlers = {
    open(name: string, attributes: Attributes) {
      if (name === 'c') openCell(attributes)
      else if (name === 'v' || name === 't') inside = name
      else if (name === 'f') [inside, cell.isFormula] = ['f', true]
      else if (name === 'rPh') isSound = true
      else if (name === 'row') {
        const number = attributes.r === undefined ? last + 1 : Number(attributes.r)
        if (!(number > last && number <= LAST_ROW)) throw damaged()
        last = number
        line = { line: last, cells: [], ...(isTrue(attributes.hidden) ? { isHidden: true } : {}) }
        cell = newCell(-1)
      } else if (name === 'col') hide(attributes, facts.hiddenColumns)
    },
    text(text: string) {
      if (inside === 'v' || (inside === 't' && !isSound)) value += text
    },
    close(name: string) {
      if (name === 'c') closeCell()
      else if (name === 'v' || name === 't' || name === 'f') inside = ''
      else if (name === 'rPh') isSound = false
      else if (name === 'row') {
        spread(line)
        if (line.cells.some((it) => it !== null)) lines.push(line)
      }
    },
  }
  const take = () => {
    const taken = lines
    lines = []
    return taken
  }
  return { handlers, take }
}

type OpenCell = { at: number; style: number; type: string; isFormula: boolean }
const newCell = (at: number): OpenCell => ({ at, style: 0, type: 'n', isFormula: false })

function cellOf({ style, type }: OpenCell, value: string, source: SheetSource): RawCell {
  if (type === 's') return source.strings[Number(value)] || null
  if (type === 'inlineStr' || type === 'str') return unescaped(value)
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'e') return { e: value }
  if (type === 'd') return { d: value.slice(0, 10) }
  return numberOf(value, source.formats[style], source.is1904)
}

function numberOf(value: string, format: NumberFormat | undefined, is1904: boolean): RawCell {
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  const kind = format?.kind ?? 'number'
  if (kind === 'day' || kind === 'month') {
    const day = serialDay(number, is1904)
    // A month typed into Excel becomes its first day; the style says that no day was meant.
    if (day !== null) return { d: kind === 'month' && day.endsWith('-01') ? day.slice(0, 7) : day }
  }
  const shown = shownNumber(number, value, format)
  return shown === String(number) ? { n: number } : { n: number, shown }
}

/** As the spreadsheet shows it; from the 16th digit on it has already lost what was typed. */
function shownNumber(number: number, value: string, format: NumberFormat | undefined): string {
  if (format?.isPercent) return `${round(number * 100, format.decimals ?? 2)}%`
  if (Math.abs(number) >= 1e15) return number.toExponential(5).replace(/e\+?/, 'E+')
  if (format?.decimals != null && format.decimals > 0) return number.toFixed(format.decimals)
  return /e/i.test(value) ? String(number) : value
}

/** Fills what a merge covers with what its first cell says, marked as such. */
function spreadMerges(merges: readonly Merge[]): (line: RawLine) => void {
  let next = 0
  let open: { merge: Merge; value: RawCell }[] = []
  return (line) => {
    open = open.filter(({ merge }) => merge.bottom >= line.line)
    for (; next < merges.length && merges[next]!.top <= line.line; next++) {
      const merge = merges[next]!
      if (merge.bottom < line.line || merge.left >= MOST_COLUMNS) continue
      const value = merge.top === line.line ? (line.cells[merge.left] ?? null) : null
      open.push({ merge, value })
    }
    // Merges that lie over each other, which no spreadsheet makes, would keep the reader busy for hours.
    if (open.length > MOST_COLUMNS) throw damaged()
    for (const { merge, value } of open) if (value !== null) fill(line, merge, value)
  }
}

function fill(line: RawLine, { top, left, right }: Merge, value: RawCell) {
  const from = line.line === top ? 'left' : 'above'
  for (let at = left; at <= right && at < MOST_COLUMNS; at++)
    if ((line.cells[at] ?? null) === null) put(line.cells, at, { m: value, from })
}

/** Without holes: they would not survive JSON. */
function put(cells: RawCell[], at: number, value: RawCell) {
  while (cells.length < at) cells.push(null)
  cells[at] = value
}

function hide({ hidden, min, max }: Attributes, columns: Set<number>) {
  if (!isTrue(hidden)) return
  const to = Math.min(Number(max), MOST_COLUMNS)
  for (let at = Math.max(1, Number(min)); at <= to; at++) columns.add(at - 1)
}

const isTrue = (text: string | undefined) => text === '1' || text === 'true'
const round = (value: number, digits: number) => String(Number(value.toFixed(digits)))

export const tooWide = () =>
  new RosterProblem('too-many-columns', {
    zh: `列数过多（超过 ${MOST_COLUMNS} 列），不像名册。请删除右侧的空白列或无关列后另存，再重新选择文件。`,
    en: `There are more than ${MOST_COLUMNS} columns, which is no list of people. Delete what stands to the right of the list, save it and choose it again.`,
  })
