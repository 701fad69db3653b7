import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { partsOf } from '../../api/papers/template/package.ts'
import { ok, type SignedInClient } from './served.ts'

type Asked = Record<string, unknown>
const PURPOSE = '换届工作调度会'

/** Has a paper made and takes its file. */
export async function taken(client: SignedInClient, asked: Asked, purpose = PURPOSE) {
  const { id } = await ok(await client.post('/papers', { ...asked, purpose }))
  const file = await client.get(`/papers/${id}/file`)
  return { id, file, bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** The parts of a package as text; each XML must be well-formed. */
export async function textsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = await partsOf(bytes)
  return new Map(
    [...parts].map(([path, content]) => {
      const text = content.toString('utf8')
      if (/\.(xml|rels)$/.test(path) && XMLValidator.validate(text) !== true)
        throw new Error(`${path} is not well-formed`)
      return [path, text]
    }),
  )
}

/** What stands in the cells of a sheet, row by row; an empty cell is ''. */
export function cellsOf(sheet: string): string[][] {
  const rows = [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)]
  return rows.map(([, row]) => {
    const cells: string[] = []
    for (const [, column, inner] of row!.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(.*?)<\/c>/gs)) {
      const at = [...column!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
      while (cells.length < at) cells.push('')
      cells.push(plain(inner!.replace(/<[^>]+>/g, '')))
    }
    return cells
  })
}

/** Tables of a document as rows of texts. */
export function tablesIn(document: string): string[][][] {
  const tables = [...document.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)]
  return tables.map(([, table]) =>
    [...table!.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(([, row]) =>
      [...row!.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell]) => textIn(cell!)),
    ),
  )
}

/** Links inside the document with what they say. */
export function linksIn(document: string): { to: string; text: string }[] {
  return [...document.matchAll(/<w:hyperlink w:anchor="([^"]+)"[^>]*>(.*?)<\/w:hyperlink>/gs)].map(
    ([, to, inner]) => ({ to: to!, text: textIn(inner!) }),
  )
}

export function bookmarksIn(document: string): string[] {
  return [...document.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name!)
}

/** Paragraphs outside of tables. */
export function paragraphsIn(document: string): string[] {
  const outside = document.replace(/<w:tbl>.*?<\/w:tbl>/gs, '')
  return [...outside.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner]) => textIn(inner!))
}

export function textIn(xml: string): string {
  const texts = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text!)
  return plain(texts.join(''))
}

/** Series of a chart by name with their values by category. */
export function seriesIn(chart: string): Record<string, Record<string, number>> {
  const parser = new XMLParser({ isArray: (name) => ['c:ser', 'c:pt'].includes(name) })
  const plot = parser.parse(chart)['c:chartSpace']['c:chart']['c:plotArea']['c:barChart']
  const pointsOf = (cache: { 'c:pt': { 'c:v': string | number }[] }) =>
    cache['c:pt'].map((point) => point['c:v'])
  type Series = Record<string, Record<string, Record<string, { 'c:pt': { 'c:v': string }[] }>>>
  return Object.fromEntries(
    (plot['c:ser'] as Series[]).map((series) => {
      const names = pointsOf(series['c:cat']!['c:strRef']!['c:strCache']!)
      const values = pointsOf(series['c:val']!['c:numRef']!['c:numCache']!)
      const pairs = names.map((name, at) => [String(name), Number(values[at])])
      const name = pointsOf(series['c:tx']!['c:strRef']!['c:strCache']!)[0]!
      return [String(name), Object.fromEntries(pairs)]
    }),
  )
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
