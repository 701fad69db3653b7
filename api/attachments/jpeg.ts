import { beyondSane, isPadding } from './bounds.ts'
import type { Fault } from './faults.ts'

/** Frames that say how large the picture is; C4, C8 and CC are tables (ISO/IEC 10918-1, table B.1). */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const [START, END, SCAN] = [0xd8, 0xd9, 0xda]

/**
 * A JPEG from its first to its last marker. Some telephones put smaller pictures behind it (CIPA DC-007); whatever
 * else stands there is refused.
 */
export function lookAtJpeg(bytes: Buffer): Fault | null {
  const first = walk(bytes, 0)
  if (!first) return 'broken'
  if (beyondSane(first)) return 'dimensions'
  let { end } = first
  while (!isPadding(bytes.subarray(end))) {
    while (bytes[end] === 0) end++
    const next = walk(bytes, end)
    if (!next) return 'more-behind'
    end = next.end
  }
  return null
}

type Walked = { width: number; height: number; end: number }

function walk(bytes: Buffer, from: number): Walked | null {
  if (bytes[from] !== 0xff || bytes[from + 1] !== START) return null
  let size: Omit<Walked, 'end'> | null = null
  for (let at = from + 2; at + 1 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff) at++
    else if (marker === END) return size && { ...size, end: at + 2 }
    else {
      if (at + 4 > bytes.length) return null
      const length = bytes.readUInt16BE(at + 2)
      if (length < 2 || at + 2 + length > bytes.length) return null
      if (isFrame(marker) && length >= 8)
        size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
      at += 2 + length
      if (marker === SCAN) at = afterScan(bytes, at)
    }
  }
  return null
}

/** In a scan FF 00 is a byte of the picture, FF D0 to D7 are restarts. */
function afterScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1]!
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}
