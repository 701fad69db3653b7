import { crc32 } from 'node:zlib'
import { beyondSane, isPadding } from './bounds.ts'
import type { Fault } from './faults.ts'

const SIGNATURE_BYTES = 8
/** Length, type and checksum of a chunk (ISO/IEC 15948, 5.3). */
const AROUND_BYTES = 12

/** A PNG whose chunks follow one another, each with its checksum, from IHDR to IEND. */
export function lookAtPng(bytes: Buffer): Fault | null {
  for (let at = SIGNATURE_BYTES; at + AROUND_BYTES <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const end = at + AROUND_BYTES + length
    if (end > bytes.length) return 'broken'
    const named = bytes.subarray(at + 4, end - 4)
    if (crc32(named) !== bytes.readUInt32BE(end - 4)) return 'broken'
    const type = named.subarray(0, 4).toString('latin1')
    const isFirst = at === SIGNATURE_BYTES
    if (isFirst !== (type === 'IHDR') || (isFirst && length !== 13)) return 'broken'
    if (isFirst && beyondSane({ width: named.readUInt32BE(4), height: named.readUInt32BE(8) }))
      return 'dimensions'
    if (type === 'IEND') return isPadding(bytes.subarray(end)) ? null : 'more-behind'
    at = end
  }
  return 'broken'
}
