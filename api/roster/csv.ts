import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { unguard } from './guard.ts'
import { empty, readListing, type Send } from './listing.ts'
import { RosterProblem } from './problems.ts'
import type { RawCell, RawLine, Reading } from './types.ts'

type Encoding = NonNullable<Reading['encoding']>

const PIECE = 1 << 16

/** A text file of rows: UTF-8 where every byte fits, else GB18030, which Excel and WPS write in Chinese Windows. */
export async function readCsv(bytes: Uint8Array, send: Send): Promise<Reading> {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.trim() === '') throw empty()
  const read = await readListing(linesOf(text), new Set(), send)
  return { format: 'csv', encoding, sheet: null, sheets: [], ...read }
}

async function* linesOf(text: string): AsyncGenerator<RawLine[]> {
  const records = Readable.from(pieces(text)).pipe(
    parse({
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 1 << 20,
    }),
  )
  let [line, lines] = [0, [] as RawLine[]]
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      line++
      const cells = record.map(cellOf)
      if (cells.every((it) => it === null)) continue
      if (lines.push({ line, cells }) < 500) continue
      yield lines
      lines = []
    }
  } catch (error) {
    throw error instanceof RosterProblem ? error : broken(line)
  }
  if (lines.length > 0) yield lines
}

/** 1985.1 may be what a spreadsheet left of 1985.10: a number, as it is there. */
function cellOf(text: string): RawCell {
  if (/^\d{4}\.1$/.test(text)) return { n: Number(text) }
  return text.trim() === '' ? null : unguard(text)
}

/** As bytes: a sign that two halves of a text would tear apart stays whole in them. */
function* pieces(text: string): Generator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  for (const encoding of ['utf-8', 'gb18030'] as const)
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return encoding
    } catch {}
  throw new RosterProblem('encoding', {
    zh: '文字编码无法识别：既不是 UTF-8，也不是 GB18030（GBK）。请在 Excel 或 WPS 中打开，另存为 .xlsx 或“CSV UTF-8”，再重新选择文件。',
    en: 'The encoding is neither UTF-8 nor GB18030 (GBK). Open the file in Excel or WPS, save it as .xlsx or CSV UTF-8 and choose it again.',
  })
}

/** What parts the first lines into most columns; a comma where nothing does. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 4_000).split('\n').slice(0, 12)
  const counts = [',', '\t', ';', '|'].map((sign) => ({
    sign,
    count: Math.max(...first.map((line) => line.split(sign).length)),
  }))
  return counts.reduce((best, it) => (it.count > best.count ? it : best)).sign
}

const broken = (line: number) =>
  new RosterProblem('damaged', {
    zh: `第 ${line + 1} 行附近的引号没有成对，后面的内容无法分列。请在 Excel 或 WPS 中打开核对，另存为 .xlsx 后再选择文件。`,
    en: `Quotation marks near row ${line + 1} are not closed, so what follows cannot be parted into columns. Open the file in Excel or WPS, save it as .xlsx and choose it again.`,
  })
