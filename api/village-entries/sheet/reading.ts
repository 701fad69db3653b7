import type { Context } from 'hono'
import type { VillageEntryKind } from '../../../matching/readiness/entries.ts'
import type { Words } from '../../../matching/types.ts'
import type { Env } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { isReached, shownOf } from '../../roster/cells.ts'
import { unguard } from '../../roster/guard.ts'
import { RosterProblem } from '../../roster/problems.ts'
import { readRoster } from '../../roster/reader.ts'
import { isNothing, tidy } from '../../roster/text.ts'
import type { RawCell, RawLine, Reading } from '../../roster/types.ts'
import type { EntrySheetPreview } from '../../shapes/village-entries.ts'
import { columnsFor, fieldsOf, PLACE_FIELDS, type SheetColumn } from './columns.ts'
import { judgeRows } from './judging.ts'
import { type Cells, isBlank } from './rows.ts'

/** Villages of the largest counties; a list of another kind is chosen by mistake. */
const MOST_ROWS = 1_000

type File = { bytes: Uint8Array; fileName: string; kind: VillageEntryKind }

/** What a spreadsheet would write about villages: nothing is written. */
export async function previewOf(c: Context<Env>, file: File): Promise<EntrySheetPreview> {
  const { reading, lines } = await readFile(c, file)
  const columns = columnsFor(file.kind, reading.columns)
  requireColumns(file.kind, columns)
  const read = lines.map((line) => ({ line: line.line, cells: cellsOf(line, columns) }))
  const filled = read.filter(({ cells }) => !isBlank(cells))
  const judged = await judgeRows(c, file.kind, filled)
  return {
    ...judged,
    ...{ kind: file.kind, fileName: file.fileName, sheet: reading.sheet },
    columns: columns.map(({ header, field }) => ({ header, field })),
    fields: [...PLACE_FIELDS, ...fieldsOf(file.kind)].map((it) => ({
      ...{ field: it.field, header: it.header },
      choices: [...('choices' in it ? (it.choices as readonly string[]) : [])],
    })),
    notes: [...reading.notes, ...leftOut(reading)],
    blank: read.length - filled.length,
  }
}

async function readFile(c: Context<Env>, { bytes, fileName }: File) {
  const lines: RawLine[] = []
  const enough = new AbortController()
  const signal = AbortSignal.any([c.req.raw.signal, enough.signal])
  try {
    const take = (more: RawLine[]) => {
      lines.push(...more)
      if (lines.length > MOST_ROWS) enough.abort()
    }
    return { reading: await readRoster(bytes, fileName, {}, take, signal), lines }
  } catch (error) {
    if (enough.signal.aborted) throw refused(TOO_MANY)
    if (error instanceof RosterProblem) throw refused(SAID[error.kind] ?? error.words)
    throw error
  }
}

function requireColumns(kind: VillageEntryKind, columns: readonly SheetColumn[]): void {
  const known = new Set(columns.map(({ field }) => field))
  if (!known.has('code') && !known.has('village')) throw refused(NO_VILLAGES)
  const missing = fieldsOf(kind).filter(({ isRequired, field }) => isRequired && !known.has(field))
  if (missing.length === 0) return
  const headers = missing.map(({ header }) => header.replace('*', ''))
  throw refused({
    zh: `表格缺少栏目：${headers.join('、')}。请确认选对了记录种类，并使用这里下载的模板；自己的表格请加上这些栏目。`,
    en: `Columns are missing: ${headers.join(', ')}. Check that the kind is right and use the template; add the columns to a sheet of your own.`,
  })
}

function cellsOf({ cells }: RawLine, columns: readonly SheetColumn[]): Cells {
  return Object.fromEntries(
    columns.flatMap(({ at, field }) =>
      field === null ? [] : [[field, textOf(cells[at] ?? null)]],
    ),
  )
}

/** Numbers by their value: a style may show fewer digits. */
function textOf(raw: RawCell): string {
  if (raw === null || isReached(raw)) return ''
  const cell = typeof raw === 'object' && 'f' in raw ? raw.f : raw
  if (
    typeof cell === 'object' &&
    cell !== null &&
    'n' in cell &&
    !/%|[年月日]/.test(cell.shown ?? '')
  )
    return String(cell.n)
  const text = tidy(unguard(shownOf(cell)))
  return isNothing(text) ? '' : text
}

function leftOut({ leftOut }: Reading): Words[] {
  const lines = leftOut.filter(({ why }) => why === 'footer').map(({ line }) => line)
  if (lines.length === 0) return []
  return [
    {
      zh: `第 ${lines.join('、')} 行是合计、填表说明等，没有读取。`,
      en: `Rows ${lines.join(', ')} are sums or notes and were not read.`,
    },
  ]
}

const refused = (words: Words) => new Problem('invalid', words, [{ pointer: '#', detail: words }])

const SAID: Partial<Record<RosterProblem['kind'], Words>> = {
  'no-header': {
    zh: '没有找到表头。请使用这里下载的模板；自己的表格请在数据上方写一行栏目名称，如“村代码、村（社区）”。',
    en: 'No header was found. Use the template; a sheet of your own needs a row of column names above the data, such as 村代码, 村（社区）.',
  },
  empty: {
    zh: '表格里没有填写任何一行。请按村填写后再上传。',
    en: 'No row is filled in. Fill in the villages and upload it again.',
  },
}
const TOO_MANY: Words = {
  zh: `表格超过 ${MOST_ROWS} 行。请按乡镇（街道）分开上传。`,
  en: `The sheet has more than ${MOST_ROWS} rows: upload it township by township.`,
}
const NO_VILLAGES: Words = {
  zh: '表格缺少“村代码”或“村（社区）”一栏，不知道每行是哪个村。请使用这里下载的模板。',
  en: 'There is no column 村代码 or 村（社区）, so nobody knows which village a row is of. Use the template.',
}
