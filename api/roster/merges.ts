import { parseXml } from './xml.ts'
import type { Package } from './zip.ts'

/** Rows from 1, columns from 0, both ends included. */
export type Merge = { top: number; left: number; bottom: number; right: number }

const MOST = 50_000
/** Bytes behind the rows that can matter: merges, and drop-downs that stand before them. */
const MOST_TAIL = 8 * 1024 ** 2
const END = Buffer.from('sheetData>')

/** Merged cells stand behind the rows in a sheet, so its end is looked at before its rows are read. */
export async function readMerges(parts: Package, path: string): Promise<Merge[]> {
  const tail = await tailOf(parts.chunks(path))
  const at = tail.search(/<([\w]+:)?mergeCells\b/)
  if (at < 0) return []
  const end = tail.slice(at).match(/<\/([\w]+:)?mergeCells>/)
  if (!end) return []
  const merges: Merge[] = []
  parseXml(tail.slice(at, at + end.index! + end[0].length), {
    open(name, { ref }) {
      const merge = name === 'mergeCell' && ref ? mergeOf(ref) : null
      if (merge && merges.length < MOST) merges.push(merge)
    },
  })
  return merges.sort((a, b) => a.top - b.top)
}

/** Column of `AB12` from 0. */
export function columnOf(ref: string): number {
  let column = 0
  for (let at = 0; at < ref.length; at++) {
    const code = ref.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

/** What follows the last `sheetData>`, which opens and closes the rows. */
async function tailOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  let tail: Buffer[] = []
  let isTail = false
  for await (const chunk of chunks) {
    const joined = tail.length > 0 && !isTail ? Buffer.concat([...tail, chunk]) : chunk
    const at = lastOf(joined)
    if (at >= 0) tail = [joined.subarray(at)]
    else if (isTail) tail.push(chunk)
    else tail = [Buffer.from(joined.subarray(-END.length))]
    isTail ||= at >= 0
    // Behind the opening tag come the rows: they are let go as they pass.
    if (isTail && sizeOf(tail) > MOST_TAIL)
      [tail, isTail] = [[tail.at(-1)!.subarray(-END.length)], false]
  }
  return Buffer.concat(tail).toString('utf8')
}

/** `Buffer.lastIndexOf` is a hundred times slower than this. */
function lastOf(bytes: Buffer): number {
  let found = -1
  for (let at = bytes.indexOf(END); at >= 0; at = bytes.indexOf(END, at + 1)) found = at
  return found
}

const sizeOf = (parts: readonly Buffer[]) => parts.reduce((sum, { length }) => sum + length, 0)

function mergeOf(ref: string): Merge | null {
  const found = ref.match(/^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/i)
  if (!found) return null
  const [, from, top, to, bottom] = found
  return { top: Number(top), left: columnOf(from!), bottom: Number(bottom), right: columnOf(to!) }
}
