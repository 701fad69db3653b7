import { fileTypeFromBuffer } from 'file-type'
import type { AttachmentTable } from '../../db/schema.ts'
import type { Fault } from './faults.ts'
import { lookAtJpeg } from './jpeg.ts'
import { lookAtPdf } from './pdf.ts'
import { lookAtPng } from './png.ts'

export type Media = AttachmentTable['media']

/** What a look inside one kind of file finds: null when it is sound. */
export type Look = (bytes: Buffer) => Fault | null

const LOOKS: Record<Media, Look> = {
  'image/jpeg': lookAtJpeg,
  'image/png': lookAtPng,
  'application/pdf': lookAtPdf,
}

/** What a file is by its content, whatever its name says; or what it is instead of a picture or a PDF. */
export async function lookAt(bytes: Buffer): Promise<{ media: Media } | { fault: Fault }> {
  if (bytes.length === 0) return { fault: 'empty' }
  const media = (await fileTypeFromBuffer(bytes))?.mime ?? textOf(bytes)
  if (!isTaken(media)) return { fault: faultOf(media) }
  if (isSomethingElse(bytes, media)) return { fault: 'two-in-one' }
  const fault = LOOKS[media](bytes)
  return fault ? { fault } : { media }
}

function isTaken(media: string): media is Media {
  return Object.hasOwn(LOOKS, media)
}

/** What has no signature and is text all the same. */
function textOf(bytes: Buffer): string {
  const start = bytes.subarray(0, 4096).toString('latin1').toLowerCase()
  if (/<svg[\s>]/.test(start)) return 'image/svg+xml'
  if (/<(!doctype html|html|script|body|iframe)[\s>]/.test(start)) return 'text/html'
  return 'unknown'
}

const FAULTS: [RegExp, Fault][] = [
  [/svg|xml$/, 'svg'],
  [/html/, 'html'],
  [/hei[cf]/, 'heic'],
  [/msdownload|x-elf|mach|executable|apk|java-vm|wasm|x-msi|shellscript|x-ms-shortcut/, 'program'],
  [/wordprocessingml|opendocument|spreadsheetml|presentationml|x-cfb|msword|rtf/, 'office'],
  [/zip|rar|7z|gzip|x-tar|x-xz|compress/, 'archive'],
  [/^video\/|^audio\//, 'video'],
  [/^image\//, 'other-picture'],
]

function faultOf(media: string): Fault {
  return FAULTS.find(([pattern]) => pattern.test(media))?.[1] ?? 'unknown'
}

/** How far a reader of PDF looks for its beginning (ISO 32000-1, annex H). */
const PDF_BEGINS_WITHIN = 1024
const MOST_ZIP_COMMENT = 65_535
const ZIP_END_BYTES = 22

/** One file that two programs read as two different things. */
function isSomethingElse(bytes: Buffer, media: Media): boolean {
  const isPdfToo =
    media !== 'application/pdf' && bytes.subarray(0, PDF_BEGINS_WITHIN).includes('%PDF-')
  return isPdfToo || isZipToo(bytes)
}

/** An archive is read from its end, whatever stands before it. */
function isZipToo(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - MOST_ZIP_COMMENT - ZIP_END_BYTES)
  for (let at = bytes.indexOf('PK\x05\x06', from, 'latin1'); at !== -1; ) {
    const left = bytes.length - at - ZIP_END_BYTES
    if (left >= 0 && bytes.readUInt16LE(at + ZIP_END_BYTES - 2) <= left) return true
    at = bytes.indexOf('PK\x05\x06', at + 1, 'latin1')
  }
  return false
}
