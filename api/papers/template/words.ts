/** A small writer of WordprocessingML: paragraphs and tables of the default template. */

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const NAMESPACES = `xmlns:w="${W}" xmlns:r="${RELATIONSHIPS}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"`

export type Style =
  | 'Title'
  | 'Subtitle'
  | 'Heading1'
  | 'BodyText'
  | 'Caption'
  | 'TableHead'
  | 'TableText'
  | 'Remark'

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

export function paragraph(style: Style, text: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`
}

/** A table whose second row repeats: the head stays on every page. Widths in twentieths of a point. */
export function table(
  list: string,
  columns: readonly { head: string; field: string; width: number; isNumber?: boolean }[],
): string {
  const last = columns.length - 1
  const grid = columns.map(({ width }) => `<w:gridCol w:w="${width}"/>`).join('')
  const head = columns.map(({ head, width }) => cell(paragraph('TableHead', head), width))
  const row = columns.map(({ field, width, isNumber }, at) => {
    const text = `${at === 0 ? `{#${list}}` : ''}{${field}}${at === last ? `{/${list}}` : ''}`
    const align = isNumber ? '<w:jc w:val="center"/>' : ''
    const own = `<w:p><w:pPr><w:pStyle w:val="TableText"/>${align}</w:pPr>${run(text)}</w:p>`
    return cell(own, width)
  })
  return `<w:tbl>${TABLE}<w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr>${row.join('')}</w:tr></w:tbl>`
}

/** A chart of its own part, as wide as the text. Sizes in English metric units. */
export function chartPlace(id: number, relation: string, [cx, cy]: [number, number]): string {
  return `<w:p><w:pPr><w:pStyle w:val="Caption"/><w:keepNext/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${id}" name="chart ${id}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="${relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

const cell = (content: string, width: number) =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="595959"/>`)
  .join('')
const TABLE = `<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>`
