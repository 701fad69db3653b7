import type { Worksheet } from '@cj-tech-master/excelts'
import type { VillageEntryKind } from '../../../matching/readiness/entries.ts'
import { letters } from '../../roster/cells.ts'
import { guardFormula } from '../../roster/guard.ts'
import type { Places } from '../../roster/places.ts'
import { KIND_WORDS } from '../field-words.ts'
import { fieldsOf, PLACE_FIELDS, type SheetField } from './columns.ts'

const HEADER_ROW = 3
const PLACE_WIDTHS = [15, 14, 18]
/** Blank rows below the villages: a village may have several entries of a kind. */
const SPARE = 40

/** A sheet of one kind with its villages filled in; every cell is text, choices drop down. */
export async function entrySheet(kind: VillageEntryKind, places: Places): Promise<Uint8Array> {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet(KIND_WORDS[kind].zh, {
    views: [{ state: 'frozen', xSplit: 3, ySplit: HEADER_ROW, topLeftCell: `D${HEADER_ROW + 1}` }],
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  })
  const fields = fieldsOf(kind)
  const widths = [...PLACE_WIDTHS, ...fields.map(({ width }) => width)]
  sheet.columns = widths.map((width) => ({ width, style: { numFmt: '@', alignment: WRAP } }))
  heading(sheet, kind, widths.length)
  const header = sheet.addRow([...PLACE_FIELDS, ...fields].map((it) => it.header))
  header.font = { bold: true }
  header.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEFF2' } }
    cell.border = { bottom: { style: 'thin' } }
  })
  const names = new Map(places.townships.map(({ code, name }) => [code, name]))
  for (const { code, name, townshipCode } of places.villages)
    sheet.addRow([code, names.get(townshipCode) ?? '', guardFormula(name)])
  const last = HEADER_ROW + places.villages.length + SPARE
  for (const [at, field] of fields.entries()) offer(sheet, at + PLACE_WIDTHS.length, last, field)
  guide(workbook.addWorksheet('填表说明'), kind, fields)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function heading(sheet: Worksheet, kind: VillageEntryKind, width: number) {
  sheet.addRow([`村（社区）${KIND_WORDS[kind].zh}登记表`]).font = { bold: true, size: 16 }
  sheet.mergeCells(1, 1, 1, width)
  sheet.getCell('A1').alignment = { horizontal: 'center', vertical: 'middle' }
  const hint =
    '带 * 的必填；没有情况的村整行留空，不会读取；一个村有几条的，在下方另起一行，写村代码或村名。上传后先核对，确认后才写入；同一张表传两次不会重复。'
  sheet.addRow([hint]).font = { color: { argb: 'FF6B7280' } }
  sheet.mergeCells(2, 1, 2, width)
  sheet.getRow(2).height = 32
}

function offer(sheet: Worksheet, at: number, last: number, { choices, header, hint }: SheetField) {
  const range = `${letters(at)}${HEADER_ROW + 1}:${letters(at)}${last}`
  const prompt = { showInputMessage: true, promptTitle: header.replace('*', ''), prompt: hint }
  if (choices === undefined) return
  sheet.dataValidations.add(range, {
    ...{ type: 'list', formulae: [`"${choices.join(',')}"`], allowBlank: true, ...prompt },
    ...{ showErrorMessage: true, errorStyle: 'stop', errorTitle: '内容不在列表中' },
    error: `请选择${choices.join('、')}，或留空。`,
  })
}

function guide(sheet: Worksheet, kind: VillageEntryKind, fields: readonly SheetField[]) {
  sheet.columns = [{ width: 24 }, { width: 80 }]
  sheet.addRow([`${KIND_WORDS[kind].zh}填表说明`]).font = { bold: true, size: 14 }
  sheet.addRow(['村代码、乡镇和村名已填好，请不要改动栏目名称。这里只记村的情况，不写个人评价。'])
  sheet.addRow([])
  for (const { header, hint } of fields) sheet.addRow([header, hint])
}

const WRAP = { wrapText: true, vertical: 'middle' } as const
