import type { CourseSession } from '../../../db/course-sessions.ts'
import type { Words } from '../../../matching/types.ts'
import { isReached, shownOf } from '../../roster/cells.ts'
import { unguard } from '../../roster/guard.ts'
import { isNothing, tidy } from '../../roster/text.ts'
import type { RawCell, RawLine } from '../../roster/types.ts'
import { NAME_FAULTS, readName } from '../../roster/values/names.ts'
import type { SheetRow } from '../../shapes/courses.ts'
import type { Known } from './columns.ts'
import * as words from './words.ts'

export type ReadRow = Pick<
  SheetRow,
  'line' | 'name' | 'village' | 'attendance' | 'result' | 'certificate' | 'faults' | 'notices'
> & { id: string; township: string }

type Given = { columns: readonly Known[]; parts: readonly CourseSession[]; today: string }

/** What one row of the sheet says, with every cell that cannot be used. */
export function readRow({ line, cells }: RawLine, { columns, parts, today }: Given): ReadRow {
  const row: ReadRow = {
    ...{ line, name: '', village: '', township: '', id: '' },
    ...{ attendance: {}, result: null, certificate: null, faults: [], notices: [] },
  }
  for (const { at, header, meaning } of columns) {
    if (meaning === null || meaning.kind === 'stale') continue
    const text = textOf(cells[at] ?? null, header, row)
    if (text === '') continue
    if (meaning.kind === 'name') readWho(row, header, text)
    else if (meaning.kind === 'part') readPart(row, header, text, meaning.part, today)
    else if (meaning.kind === 'all') readAll(row, header, text, parts, today)
    else if (meaning.kind === 'result') readResult(row, header, text)
    else if (meaning.kind === 'certificate') readCertificate(row, header, text)
    else row[meaning.kind] = text
  }
  if (row.name === '' && row.id === '' && row.faults.length === 0) row.faults.push(NAMELESS)
  if (row.result === 'failed' && row.certificate !== null) row.faults.push(FAILED)
  return row
}

/** Out of formulas and merges; what cannot be read is a fault of the row. */
function textOf(raw: RawCell, header: string, row: ReadRow): string {
  if (raw === null || isReached(raw)) return ''
  const cell = typeof raw === 'object' && 'f' in raw ? raw.f : raw
  if (typeof cell === 'object' && cell !== null && 'e' in cell) {
    row.faults.push(words.faultOf(header, cell.e, ...words.BROKEN))
    return ''
  }
  const text = tidy(unguard(shownOf(cell)))
  if (cell !== raw && text !== '') row.notices.push(formula(header, text))
  return isNothing(text) && !/^[×✗✕]$/.test(text) ? '' : text
}

function readWho(row: ReadRow, header: string, text: string) {
  const read = readName(text)
  if ('name' in read) row.name = read.name
  else {
    row.name = text.slice(0, 40)
    const { zh, en } = NAME_FAULTS[read.fault]
    row.faults.push(words.faultOf(header, text, zh, en))
  }
}

function readPart(
  row: ReadRow,
  header: string,
  text: string,
  { id, heldOn }: CourseSession,
  today: string,
) {
  const status = words.readAttendance(text)
  if (!status) row.faults.push(words.faultOf(header, text, ...words.UNKNOWN_ATTENDANCE))
  else if (heldOn > today) row.faults.push(words.faultOf(header, text, ...words.AHEAD))
  else row.attendance[id] = status
}

/** A column for the whole course says it of the parts that were held; a column of a part goes before. */
function readAll(
  row: ReadRow,
  header: string,
  text: string,
  parts: readonly CourseSession[],
  today: string,
) {
  const status = words.readAttendance(text)
  if (!status) return row.faults.push(words.faultOf(header, text, ...words.UNKNOWN_ATTENDANCE))
  for (const { id, heldOn } of parts)
    if (heldOn <= today) row.attendance[id] = row.attendance[id] ?? status
}

function readResult(row: ReadRow, header: string, text: string) {
  const result = words.readResult(text)
  if (result) row.result = result
  else row.faults.push(words.faultOf(header, text, ...words.UNKNOWN_RESULT))
}

function readCertificate(row: ReadRow, header: string, text: string) {
  if (text.length > 40) row.faults.push(words.faultOf(header, text, ...words.LONG))
  else row.certificate = text
}

const formula = (header: string, text: string): Words => ({
  zh: `「${header}」由公式得出，按计算结果“${text.slice(0, 40)}”读取，请核对。`,
  en: `“${header}” is a formula; its last result “${text.slice(0, 40)}” was read: please check.`,
})
const NAMELESS: Words = {
  zh: '没有姓名。请填写姓名，或删去这一行。',
  en: 'There is no name: fill it in or delete the row.',
}
const FAILED: Words = {
  zh: '考核结果是不合格，不应有证书编号。请核对其中一项。',
  en: 'The result is 不合格, and yet there is a certificate: check one of them.',
}
