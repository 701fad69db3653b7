import { Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { checkDigit } from '../../db/identity-number.ts'

export type Row = Record<string, string | number>

/** A spreadsheet as somebody fills it in: cells are found by the header that stands above them. */
export async function openRoster(path: string) {
  const book = new Workbook()
  await book.xlsx.readFile(path)
  const { sheet, line, columns } = headerIn(book)
  const columnOf = (header: string) => {
    const at = columns.get(header)
    if (at === undefined) throw new Error(`no column ${header}: ${[...columns.keys()].join(' ')}`)
    return at
  }
  const lines = Array.from({ length: sheet.rowCount - line }, (_, at) => line + 1 + at)
  return {
    headers: [...columns.keys()],
    textAt: (at: number, header: string) => String(sheet.getCell(at, columnOf(header)).text),
    letterOf: (header: string) => sheet.getColumn(columnOf(header)).letter,
    /** Lines below the header whose name is filled in. */
    named: () => lines.filter((at) => sheet.getCell(at, columnOf('姓名')).text !== ''),
    set: (at: number, header: string, value: string | number | null) => {
      sheet.getCell(at, columnOf(header)).value = value
    },
    /** Below the header and whatever stands there as an example. */
    add(rows: readonly Row[]): number[] {
      let at = Math.max(line, ...this.named())
      return rows.map((row) => {
        at++
        for (const [header, value] of Object.entries(row)) this.set(at, header, value)
        return at
      })
    },
    save: (to: string) => book.xlsx.writeFile(to),
  }
}

export type Roster = Awaited<ReturnType<typeof openRoster>>

/** An identity number of somebody invented. */
export function inventedNumber(bornOn: string, order: string): string {
  const digits = `990406${bornOn.replaceAll('-', '')}${order}`
  return digits + checkDigit(digits)
}

function headerIn(book: Workbook) {
  for (const sheet of book.worksheets) {
    for (let line = 1; line <= Math.min(10, sheet.rowCount); line++) {
      const columns = columnsOf(sheet, line)
      if (columns.has('姓名')) return { sheet, line, columns }
    }
  }
  throw new Error('no sheet has a column 姓名')
}

/** Marks of columns that must be filled in do not count. */
function columnsOf(sheet: Worksheet, line: number): Map<string, number> {
  const found = new Map<string, number>()
  sheet.getRow(line).eachCell((cell, at) => found.set(cell.text.replaceAll(/[*＊\s]/g, ''), at))
  return found
}
