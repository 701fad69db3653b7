import { Writable } from 'node:stream'
import type { WorksheetWriter } from '@cj-tech-master/excelts'
import { stringify } from 'csv-stringify/sync'
import { isReached, ownText, shownOf } from './cells.ts'
import { FAULT_HEADER } from './fields.ts'
import { guardFormula } from './guard.ts'
import type { Fault, RawCell, RawLine, Reading } from './types.ts'

export type FaultyLine = RawLine & { faults: readonly Fault[] }
type Head = Pick<Reading, 'sheet' | 'head' | 'columns'>
type Lines = Iterable<FaultyLine> | AsyncIterable<FaultyLine>

/** The faulty rows under the head of their file, with what is wrong in a last column, which is not read again. */
export async function faultsFile(
  reading: Head,
  lines: Lines,
  format: 'xlsx' | 'csv',
): Promise<Uint8Array> {
  return format === 'csv' ? asCsv(reading, lines) : asXlsx(reading, lines)
}

async function asCsv(reading: Head, lines: Lines): Promise<Uint8Array> {
  const { at, head } = withFaultColumn(reading)
  const rows = head.map(({ cells }) => textsOf(cells, at + 1))
  for await (const line of lines)
    rows.push([...cellsOf(line, at).map(String), wordsOf(line.faults)])
  const guarded = rows.map((row) => row.map((it) => (it === FAULT_HEADER ? it : csvText(it))))
  return new TextEncoder().encode(stringify(guarded, { bom: true, quoted_match: /\n/ }))
}

/** Long runs of digits get an apostrophe: a spreadsheet that opens the file would ruin them. */
function csvText(text: string): string {
  return /^\d{12,}[\dXx]?$/.test(text) ? `'${text}` : guardFormula(text)
}

async function asXlsx(reading: Head, lines: Lines): Promise<Uint8Array> {
  const { at, head } = withFaultColumn(reading)
  const { chunks, stream } = collecting()
  const { WorkbookWriter } = await import('@cj-tech-master/excelts')
  const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const sheet = workbook.addWorksheet(reading.sheet ?? '名册', {
    views: [{ state: 'frozen', ySplit: head.length }],
  })
  sheet.columns = [...Array.from({ length: at }, () => ({ width: 14 })), { width: 60 }]
  writeHead(sheet, head, at)
  for await (const line of lines) writeLine(sheet, line, at)
  sheet.commit()
  await workbook.commit()
  return new Uint8Array(Buffer.concat(chunks))
}

function writeHead(sheet: WorksheetWriter, head: readonly RawLine[], at: number) {
  for (const { cells } of head) sheet.addRow(textsOf(cells, at + 1)).font = { bold: true }
  for (const merge of mergesOf(head)) sheet.mergeCells(...merge)
  for (let row = 1; row <= head.length; row++) sheet.getRow(row).commit()
}

function writeLine(sheet: WorksheetWriter, line: FaultyLine, at: number) {
  const row = sheet.addRow([...cellsOf(line, at), wordsOf(line.faults)])
  for (let column = 0; column < at; column++) row.getCell(column + 1).numFmt = '@'
  for (const column of wrongColumns(line)) if (column < at) row.getCell(column + 1).fill = MARKED
  row.getCell(at + 1).alignment = { wrapText: true, vertical: 'top' }
  row.getCell(at + 1).font = { color: { argb: 'FFB42318' } }
  row.commit()
}

/** As they came: numbers stay numbers, since 1985.1 as text would be another month. */
function cellsOf(line: FaultyLine, width: number): (string | number)[] {
  const wrong = wrongColumns(line)
  return Array.from({ length: width }, (_, at) => {
    const cell = line.cells[at] ?? null
    if (typeof cell === 'object' && cell !== null && 'n' in cell && cell.shown === undefined)
      return cell.n
    // What a merge says of all its rows is written out; what it cannot say of this one stays open.
    return isReached(cell) && (cell.from === 'left' || wrong.has(at)) ? '' : shownOf(cell)
  })
}

function wrongColumns({ faults }: FaultyLine): Set<number> {
  return new Set(faults.flatMap(({ level, at }) => (level === 'error' && at !== null ? [at] : [])))
}

const MARKED = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFFDE8E6' },
} as const

/** Faults stand behind the last column; those of an earlier return are replaced. */
function withFaultColumn({ head, columns }: Head): { at: number; head: RawLine[] } {
  const width = Math.max(0, ...columns.map((column) => column.at + 1))
  const isThere = columns.find((column) => column.at === width - 1)?.header === FAULT_HEADER
  const at = isThere ? width - 1 : width
  const last = head.at(-1)
  const lines = head.map((line) => {
    const cells = line.cells.slice(0, at)
    while (cells.length < at) cells.push(null)
    return { ...line, cells: [...cells, line === last ? FAULT_HEADER : null] }
  })
  return { at, head: lines }
}

/** Errors before notices, each on a line of its own. */
function wordsOf(faults: readonly Fault[]): string {
  const said = (level: Fault['level'], mark: string) =>
    faults.filter((it) => it.level === level).map(({ words }) => `${mark}${words.zh}`)
  return [...said('error', '【须改】'), ...said('notice', '【提示】')].join('\n')
}

function textsOf(cells: readonly RawCell[], width: number): string[] {
  return Array.from({ length: width }, (_, at) => ownText(cells[at]))
}

/** Merged titles and groups of the head, as they were. */
function mergesOf(head: readonly RawLine[]): [number, number, number, number][] {
  const merges: [number, number, number, number][] = []
  for (const [row, { cells }] of head.entries())
    for (const [at, cell] of cells.entries()) {
      if (cell === null || isReached(cell)) continue
      const reaches = (line: number, column: number, from: 'above' | 'left') => {
        const other = head[line]?.cells[column]
        return isReached(other) && other.from === from && shownOf(other) === shownOf(cell)
      }
      let [right, bottom] = [at, row]
      while (reaches(row, right + 1, 'left')) right++
      while (reaches(bottom + 1, at, 'above')) bottom++
      if (right > at || bottom > row) merges.push([row + 1, at + 1, bottom + 1, right + 1])
    }
  return merges
}

function collecting() {
  const chunks: Uint8Array[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  return { chunks, stream }
}
