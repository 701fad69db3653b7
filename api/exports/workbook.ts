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
  /** Long texts take several lines below the frozen rows: a sheet to be read and printed. */
  isWrapped?: boolean
}

/** An Excel workbook as a stream: nothing of it is kept in memory but the part that is being packed. */
export function workbookOf(sheets: readonly Sheet[]): AsyncIterable<Uint8Array> {
  const archive = zip({ noSort: true, level: 4, smartStore: false })
  archive.add('[Content_Types].xml', contentTypes(sheets.length))
  archive.add('_rels/.rels', RELATIONS)
  archive.add('xl/workbook.xml', workbookXml(sheets))
  archive.add('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length))
  archive.add('xl/styles.xml', STYLES)
  for (const [at, sheet] of sheets.entries())
    archive.add(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet))
  return archive.stream()
}

/** Characters that are gathered before they are packed. */
const PART = 64 * 1024

async function* sheetXml({
  rows,
  widths,
  frozen,
  isWrapped = false,
}: Sheet): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = `${XML}<worksheet xmlns="${MAIN}">${FIT}${view(frozen)}${columns(widths)}<sheetData>`
  let number = 0
  for await (const row of rows) {
    number += 1
    const height = isWrapped && number >= frozen ? heightOf(row, widths) : ''
    text += rowXml(row, number, { style: styleOf(number, frozen, isWrapped), height })
    if (text.length < PART) continue
    yield encoder.encode(text)
    text = ''
  }
  yield encoder.encode(`${text}</sheetData>${PAGE}</worksheet>`)
}

/** Of the cells with text in a row. */
function styleOf(number: number, frozen: number, isWrapped: boolean): string {
  if (number === frozen) return ' s="2"'
  return isWrapped && number > frozen ? ' s="5"' : ' s="1"'
}

/** Points of a line, and of the tallest row that Excel knows. */
const LINE = 15
const MOST_HEIGHT = 409

/** As many lines as its longest text takes: not every program reckons it by itself. */
function heightOf(cells: readonly Cell[], widths: readonly number[]): string {
  const lines = cells.map((cell, at) =>
    typeof cell === 'string' ? linesOf(cell, widths[at] ?? 10) : 1,
  )
  const most = Math.max(1, ...lines)
  return most === 1 ? '' : ` ht="${Math.min(MOST_HEIGHT, most * LINE)}" customHeight="1"`
}

function linesOf(text: string, width: number): number {
  const room = Math.max(1, width - 1)
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(signsOf(line) / room)), 0)
}

/** A Chinese sign is as wide as two letters. */
function signsOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u{2000}' ? 2 : 1), 0)
}

type Look = { style: string; height: string }

function rowXml(cells: readonly Cell[], number: number, { style, height }: Look): string {
  let text = `<row r="${number}"${height}>`
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

/** Printed across, all columns on the width of an A4. */
const FIT = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
const PAGE =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.2" footer="0.2"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'

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

function workbookXml(sheets: readonly Sheet[]): string {
  const each = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${each.join('')}</sheets>${titlesXml(sheets)}</workbook>`
}

/** The frozen rows stand on every printed page. */
function titlesXml(sheets: readonly Sheet[]): string {
  const each = sheets.flatMap(({ name, frozen }, at) => {
    const rows = `'${name.replaceAll("'", "''")}'!$1:$${frozen}`
    const defined = `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escaped(rows)}</definedName>`
    return frozen > 0 ? [defined] : []
  })
  return each.length === 0 ? '' : `<definedNames>${each.join('')}</definedNames>`
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

/** Text (format 49 is `@`); the header bold; numbers as they are; days as 2026-11-26; text in several lines. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment wrapText="1"/></xf><xf applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`
