import { crc32, deflateSync } from 'node:zlib'
import type { SignedInClient } from './served.ts'

/** Files as somebody might send them, small and made here. */

type Size = { width?: number; height?: number }

export function jpeg({ width = 640, height = 480 }: Size = {}, salt = 0): Buffer {
  const frame = segment(0xc0, [8, ...two(height), ...two(width), 1, 1, 0x11, 0])
  const scan = segment(0xda, [1, 1, 0, 0, 63, 0])
  const comment = segment(0xfe, two(salt))
  // FF 00 is a byte of the picture, FF D3 a restart.
  const picture = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd3, 0x56])
  return Buffer.concat([Buffer.from([0xff, 0xd8]), comment, frame, scan, picture, END])
}

export function png({ width = 8, height = 8 }: Size = {}): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(Math.min(height, 64) * (Math.min(width, 64) + 1), 0x99)
  for (let row = 0; row < Math.min(height, 64); row++) rows[row * (Math.min(width, 64) + 1)] = 0
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = chunk('IDAT', deflateSync(rows))
  return Buffer.concat([signature, chunk('IHDR', head), data, chunk('IEND', Buffer.alloc(0))])
}

/** One page; `inside` stands among its objects. */
export function pdf(inside: string | Buffer = ''): Buffer {
  const objects = [
    '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n',
    inside,
    '\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n',
  ]
  return Buffer.concat(objects.map((part) => Buffer.from(part)))
}

/** A stream of a PDF, as it is or compressed. */
export function stream(dictionary: string, body: Buffer): Buffer {
  const begin = Buffer.from(`9 0 obj\n<< ${dictionary} /Length ${body.length} >>\nstream\n`)
  return Buffer.concat([begin, body, Buffer.from('\nendstream\nendobj\n')])
}

/** An archive of no files, which is one all the same. */
export const ZIP_END = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])

/** The beginning of a program of Windows. */
export const PROGRAM = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)])

/** Sends it as the interface does. */
export function upload(
  by: SignedInClient,
  nominee: string,
  { bytes, name }: { bytes: Buffer; name: string },
) {
  return by.app.request(
    `/api/v1/nominees/${nominee}/attachments?name=${encodeURIComponent(name)}`,
    {
      ...{ method: 'POST', body: new Blob([new Uint8Array(bytes)]) },
      headers: { 'content-type': 'application/octet-stream' },
    },
  )
}

export function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at]! ^= 1
  return copy
}

const END = Buffer.from([0xff, 0xd9])
const two = (value: number) => [value >> 8, value & 0xff]

function segment(marker: number, bytes: number[]): Buffer {
  return Buffer.from([0xff, marker, ...two(bytes.length + 2), ...bytes])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
