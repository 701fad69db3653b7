import { RELATIONSHIPS, XML } from './words.ts'

export type ChartOf = {
  /** Of the field that fills it. */
  field: string
  direction: 'bar' | 'col'
  grouping: 'stacked' | 'clustered'
  series: { name: string; colour: string }[]
}

/** A chart of Word's own with its field as the title; series and values are placeholders that a report replaces. */
export function chartXml({ field, direction, grouping, series }: ChartOf): string {
  const overlap = grouping === 'stacked' ? '<c:overlap val="100"/>' : ''
  const [category, value] = direction === 'bar' ? ['l', 'b'] : ['b', 'l']
  // Bars are read from the top, as the table beside them.
  const order = direction === 'bar' ? 'maxMin' : 'minMax'
  return `${XML}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${RELATIONSHIPS}"><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="0"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="0"/><a:t>{${field}}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="${direction}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series.map(seriesXml).join('')}<c:gapWidth val="60"/>${overlap}<c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/><c:axPos val="${category}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${TEXT}<c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="${value}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${TEXT}<c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx></c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/></c:chart><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
}

/** The workbook behind the chart: "Edit data" opens it. */
export function chartSheet({ series }: ChartOf): Record<string, string> {
  const strings = [' ', '类别', ...series.map(({ name }) => name)]
  const heads = series.map((_, at) => `<c r="${letter(at + 1)}1" t="s"><v>${at + 2}</v></c>`)
  const values = series.map((_, at) => `<c r="${letter(at + 1)}2"><v>1</v></c>`)
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${main}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="${SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONSHIPS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>${heads.join('')}</row><row r="2"><c r="A2" t="s"><v>1</v></c>${values.join('')}</row></sheetData></worksheet>`,
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${main}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((it) => `<si><t xml:space="preserve">${it}</t></si>`).join('')}</sst>`,
  }
}

const SHEET = 'Sheet1'
const letter = (at: number) => String.fromCharCode(65 + at)

function seriesXml({ name, colour }: ChartOf['series'][number], at: number): string {
  const column = letter(at + 1)
  return `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:strRef><c:f>${SHEET}!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${name}</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:dLbls><c:numFmt formatCode="General;;" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls><c:cat><c:strRef><c:f>${SHEET}!$A$2</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>类别</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${SHEET}!$${column}$2</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="1"/><c:pt idx="0"><c:v>1</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>`
}

const TEXT =
  '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1000"/></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
