import { inflateSync } from 'node:zlib'
import type { Fault } from './faults.ts'

const END_WITHIN = 1024
/** Long enough that no compressed picture holds them by chance: they are looked for everywhere. */
const LONG_NAMES = new RegExp(['/JavaScript', '/Launch', '/EmbeddedFile'].map(anyWay).join('|'))
const SHORT_NAME = new RegExp(`${anyWay('/JS')}(?![A-Za-z0-9])`)
const OBJECTS = new RegExp(anyWay('/ObjStm'))
/** What all compressed objects of a file may grow to; those of a scan are a thousandth of it. */
const MOST_INFLATED = 32 * 1024 * 1024
/** Each counts as much at least, so that a million empty ones do not hold the program up for seconds. */
const LEAST_OF_ONE = 2048

/** A PDF from its first to its last line, without programs or files inside. */
export function lookAtPdf(bytes: Buffer): Fault | null {
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return 'broken'
  if (!bytes.subarray(-END_WITHIN).includes('%%EOF')) return 'broken'
  if (LONG_NAMES.test(bytes.toString('latin1'))) return 'active'
  let left = MOST_INFLATED
  for (const { dictionary, body } of partsOf(bytes)) {
    const text = dictionary.toString('latin1')
    if (SHORT_NAME.test(text)) return 'active'
    if (!OBJECTS.test(text)) continue
    const inner = inflated(body, left)?.toString('latin1')
    if (inner === undefined || LONG_NAMES.test(inner) || SHORT_NAME.test(inner)) return 'active'
    left -= Math.max(inner.length, LEAST_OF_ONE)
  }
  return null
}

/** Text between streams, each with the stream that follows it. */
function* partsOf(bytes: Buffer): Generator<{ dictionary: Buffer; body: Buffer }> {
  for (let at = 0; at < bytes.length; ) {
    const begin = bytes.indexOf('stream', at)
    const from = begin === -1 ? bytes.length : begin
    const end = begin === -1 ? -1 : bytes.indexOf('endstream', from)
    const to = end === -1 ? bytes.length : end
    yield { dictionary: bytes.subarray(at, from), body: bytes.subarray(bodyAt(bytes, from), to) }
    at = end === -1 ? bytes.length : end + 'endstream'.length
  }
}

function bodyAt(bytes: Buffer, from: number): number {
  const at = from + 'stream'.length
  return at + (bytes[at] === 0x0d ? 1 : 0) + (bytes[at] === 0x0a || bytes[at + 1] === 0x0a ? 1 : 0)
}

/** A name with any of its signs as a number: `/J#53` is `/JS` (ISO 32000-1, 7.3.5). */
function anyWay(name: string): string {
  const code = (one: string) =>
    one
      .charCodeAt(0)
      .toString(16)
      .replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`)
  const sign = (one: string) => `(?:${one}|#${code(one)})`
  return `/${[...name.slice(1)].map(sign).join('')}`
}

/** Objects that lie compressed together; null when they cannot be looked at. */
function inflated(body: Buffer, most: number): Buffer | null {
  if (most <= 0) return null
  try {
    return inflateSync(body, { maxOutputLength: most })
  } catch {
    return null
  }
}
