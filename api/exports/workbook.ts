import { zip } from '@cj-tech-master/excelts/archive'

/** Text stays as it is written; a number and a day are what a spreadsheet reckons with; empty: '' or null. */
export type Cell = string | number | null | { day: string }
/** A sheet whose rows come as they are made. */
export type Sheet = {
  name: string
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>
  widths: readonly number[]
  /** Rows at the top that stay, the last of them bold. */
  frozen: number
}

/** An Excel workbook as a stream: nothing of it is kept in memory but the part that is being packed. */
export function workbookOf(sheets: readonly Sheet[]): AsyncIterable<Uint8Array> {
  const archive = zip({ noSort: true, level: 4, smartStore: false })
  archive.add('[Content_Types].xml', contentTypes(sheets.length))
  archive.add('_rels/.rels', RELATIONS)
  archive.add('xl/workbook.xml', workbookXml(sheets.map(({ name }) => name)))
  archive.add('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length))
  archive.add('xl/styles.xml', STYLES)
  for (const [at, sheet] of sheets.entries())
    archive.add(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet))
  return archive.stream()
}

/** Characters that are gathered before they are packed. */
const PART = 64 * 1024

async function* sheetXml({ rows, widths, frozen }: Sheet): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = `${XML}<worksheet xmlns="${MAIN}">${view(frozen)}${columns(widths)}<sheetData>`
  let number = 0
  for await (const row of rows) {
    number += 1
    text += rowXml(row, number, number === frozen ? ' s="2"' : ' s="1"')
    if (text.length < PART) continue
    yield encoder.encode(text)
    text = ''
  }
  yield encoder.encode(`${text}</sheetData></worksheet>`)
}

function rowXml(cells: readonly Cell[], number: number, style: string): string {
  let text = `<row r="${number}">`
  cells.forEach((cell, at) => {
    if (cell === '' || cell === null) return
    const ref = `${letters(at)}${number}`
    if (typeof cell === 'number') text += `<c r="${ref}" s="3"><v>${cell}</v></c>`
    else if (typeof cell === 'object')
      text += `<c r="${ref}" s="4"><v>${serialOf(cell.day)}</v></c>`
    else
      text += `<c r="${ref}" t="inlineStr"${style}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  })
  return `${text}</row>`
}

/** Days since the spreadsheet's day 0. */
function serialOf(day: string): number {
  return (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000
}

function letters(at: number): string {
  return at < 26
    ? String.fromCharCode(65 + at)
    : letters(Math.floor(at / 26) - 1) + letters(at % 26)
}

/** What XML 1.0 does not take is left out; `_x0041_` would be read as a sign. */
function escaped(text: string): string {
  if (!/[&<>_\p{Cc}\uFFFE\uFFFF]/u.test(text)) return text
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function view(frozen: number): string {
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`
  return `<sheetViews><sheetView workbookViewId="0">${frozen > 0 ? pane : ''}</sheetView></sheetViews>`
}

function columns(widths: readonly number[]): string {
  const each = widths.map(
    (width, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" style="1" customWidth="1"/>`,
  )
  return `<cols>${each.join('')}</cols>`
}

function contentTypes(sheets: number): string {
  const each = Array.from(
    { length: sheets },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  )
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each.join('')}</Types>`
}

const RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

function workbookXml(names: readonly string[]): string {
  const each = names.map(
    (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${each.join('')}</sheets></workbook>`
}

function workbookRelations(sheets: number): string {
  const each = Array.from(
    { length: sheets },
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const styles = `<Relationship Id="rId${sheets + 1}" Type="${DOCUMENT}/styles" Target="styles.xml"/>`
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}${styles}</Relationships>`
}

/** Text (format 49 is `@`); the header bold; numbers as they are; days as 2026-11-26. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`
