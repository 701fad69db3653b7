import type { ImportAnswer, ImportRow } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { columnLetter } from './column-letter.ts'

type Fault = ImportRow['faults'][number]

export function fieldName({ fields }: ImportAnswer, id: string): string {
  const found = fields.find((field) => field.id === id)
  return found ? say(found.words) : id
}

/** A column as the spreadsheet has it, such as “D 身份证号”. */
function columnName({ reading }: ImportAnswer, at: number): string {
  const header = reading?.columns.find((column) => column.at === at)?.header ?? ''
  return t().imports.table.where(columnLetter(at), header)
}

/** The header is left to the words where they say it themselves. */
export function placeOfFault(known: ImportAnswer, { at, field, words }: Fault): string {
  const header = known.reading?.columns.find((column) => column.at === at)?.header ?? ''
  const isSaid = header !== '' && say(words).includes(header.replace(/[*＊]/g, ''))
  if (at !== null)
    return isSaid ? t().imports.table.where(columnLetter(at), '') : columnName(known, at)
  return field === null ? t().imports.table.wholeRow : fieldName(known, field)
}

/** The column of a field, or its name when the file has none. */
export function placeOfField(known: ImportAnswer, field: string): string {
  const columns = Object.entries(known.mapping).flatMap(([at, meaning]) =>
    meaning === field ? Number(at) : [],
  )
  const [first] = columns
  return first === undefined ? fieldName(known, field) : columnName(known, first)
}

/** Fields of a row that can be mended: those with faults first, then the others in the order of the file. */
export function mendableOf(
  known: ImportAnswer,
  row: ImportRow,
): { faulty: string[]; others: string[] } {
  const faulty = new Set(
    row.faults.flatMap(({ field, level }) => (field && level === 'error' ? field : [])),
  )
  const given = Object.values(known.mapping).flatMap((field) =>
    field && field !== 'ignored' ? field : [],
  )
  return { faulty: [...faulty], others: [...new Set(given)].filter((field) => !faulty.has(field)) }
}
