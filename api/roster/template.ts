import type { Worksheet } from '@cj-tech-master/excelts'
import { stringify } from 'csv-stringify/sync'
import { letters } from './cells.ts'
import { type TemplateColumn, type TemplateContext, templateColumns } from './template-columns.ts'
import type { RosterKind } from './types.ts'

export type { TemplateContext } from './template-columns.ts'

const TITLES: Record<RosterKind, string> = {
  people: '村（社区）后备人才信息采集表',
  villages: '村（社区）基本情况和职数采集表',
  incumbents: '村（社区）“两委”和监委会现任人员采集表',
}
const HEADER_ROW = 3
/** Rows whose cells are set to text and get a drop-down. */
const ROWS = 2_000

/** An empty list to fill in: drop-downs from the dictionaries, an example row that is left out again, a guide. */
export async function templateOf(
  kind: RosterKind,
  context: TemplateContext,
  format: 'xlsx' | 'csv' = 'xlsx',
): Promise<Uint8Array> {
  const columns = templateColumns(kind, context)
  const rows = [columns.map(({ example }) => example), ...filledRows(kind, columns, context)]
  if (format === 'csv') {
    const table = [columns.map(({ header }) => header), ...rows]
    return new TextEncoder().encode(stringify(table, { bom: true, escape_formulas: true }))
  }
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet('名册', {
    views: [{ state: 'frozen', xSplit: 1, ySplit: HEADER_ROW, topLeftCell: `B${HEADER_ROW + 1}` }],
  })
  fillIn(sheet, TITLES[kind], columns, rows)
  guide(workbook.addWorksheet('填表说明'), TITLES[kind], columns)
  const lists = workbook.addWorksheet('选项', { state: 'hidden' })
  for (const [at, column] of columns.entries()) offer(sheet, lists, at, column)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Villages are there already; only their figures are missing. */
function filledRows(
  kind: RosterKind,
  columns: readonly TemplateColumn[],
  { townships, villages }: TemplateContext,
): string[][] {
  if (kind !== 'villages') return []
  const names = new Map(townships.map(({ code, name }) => [code, name]))
  return villages.map(({ code, name, townshipCode }) => {
    const known: Record<string, string> = { code, name, township: names.get(townshipCode) ?? '' }
    return columns.map(({ field }) => known[field] ?? '')
  })
}

function fillIn(
  sheet: Worksheet,
  title: string,
  columns: readonly TemplateColumn[],
  rows: readonly string[][],
) {
  sheet.columns = columns.map(({ width }) => ({ width, style: { numFmt: '@', alignment: WRAP } }))
  sheet.addRow([title]).font = { bold: true, size: 16 }
  sheet.mergeCells(1, 1, 1, columns.length)
  sheet.getCell('A1').alignment = { horizontal: 'center', vertical: 'middle' }
  sheet.addRow(['带 * 的必填，每人一行，示例行不导入，可以删除；各栏填法见“填表说明”。']).font = {
    color: GREY,
  }
  sheet.mergeCells(2, 1, 2, columns.length)
  const header = sheet.addRow(columns.map((it) => it.header))
  header.font = { bold: true }
  header.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEFF2' } }
    cell.border = { bottom: { style: 'thin' } }
  })
  for (const row of rows) sheet.addRow(row)
  sheet.getRow(HEADER_ROW + 1).font = { italic: true, color: GREY }
}

const WRAP = { wrapText: true, vertical: 'middle' } as const
const GREY = { argb: 'FF6B7280' }

function guide(sheet: Worksheet, title: string, columns: readonly TemplateColumn[]) {
  sheet.columns = [{ width: 28 }, { width: 70 }]
  sheet.addRow([`${title}填表说明`]).font = { bold: true, size: 14 }
  sheet.addRow(['请在“名册”表中填写，不要改动栏目名称；多余的栏目可以整列删除。'])
  sheet.addRow(['身份证号码、联系电话和日期的单元格已设为文本，请直接输入，不要改成数字格式。'])
  sheet.addRow([])
  for (const { header, hint } of columns) sheet.addRow([header, hint])
}

/** The choices stand on a hidden sheet: a list within the cell's rule ends at 255 signs. */
function offer(sheet: Worksheet, lists: Worksheet, at: number, column: TemplateColumn) {
  const { choices = [], isOpen, hint } = column
  if (choices.length === 0) return
  const letter = letters(at)
  for (const [row, choice] of choices.entries()) lists.getCell(`${letter}${row + 1}`).value = choice
  sheet.dataValidations.add(`${letter}${HEADER_ROW + 1}:${letter}${HEADER_ROW + ROWS}`, {
    type: 'list',
    formulae: [`'选项'!$${letter}$1:$${letter}$${choices.length}`],
    allowBlank: true,
    showInputMessage: true,
    promptTitle: column.header.replace('*', ''),
    prompt: hint,
    showErrorMessage: isOpen !== true,
    errorStyle: 'stop',
    errorTitle: '内容不在列表中',
    error: hint,
  })
}
