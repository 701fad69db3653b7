import { createInflateRaw } from 'node:zlib'
import { BufferReader, RemoteZipReader } from '@cj-tech-master/excelts/archive'
import { damaged, RosterProblem, tooMuch } from './problems.ts'

type Entry = ReturnType<RemoteZipReader['getEntries']>[number]
export type Package = {
  has: (path: string) => boolean
  paths: string[]
  /** Bytes of an entry as they are inflated, within the limits. */
  chunks: (path: string) => AsyncGenerator<Buffer>
  /** A small entry as a whole; null when there is none. */
  text: (path: string) => Promise<string | null>
}

/** More than any spreadsheet of people holds; a zip bomb is far beyond. */
const MOST_ENTRIES = 2_000
const MOST_BYTES = 1024 ** 3
const MOST_SMALL_BYTES = 32 * 1024 ** 2
/** Repetitive lists shrink to a fortieth at most; DEFLATE itself ends at 1032. */
const MOST_RATIO = 300
/** Below this a ratio says nothing. */
const SMALL_BYTES = 16 * 1024 ** 2

/** The parts of an .xlsx file. What an entry claims of its size is not trusted: bytes are counted while they come. */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const zip = await RemoteZipReader.fromReader(new BufferReader(bytes)).catch(() => {
    throw damaged()
  })
  const entries = new Map(zip.getEntries().map((it) => [partName(it.path), it]))
  if (entries.size > MOST_ENTRIES) throw tooMuch()
  if (zip.hasEncryptedEntries()) throw new RosterProblem('protected', PROTECTED)
  const inflated = { bytes: 0 }
  async function* chunks(path: string) {
    const entry = entries.get(path)
    if (entry) yield* inflate(zip, entry, inflated)
  }
  return {
    has: (path) => entries.has(path),
    paths: [...entries.keys()],
    chunks,
    text: async (path) => (entries.has(path) ? readSmall(chunks(path)) : null),
  }
}

async function* inflate(
  zip: RemoteZipReader,
  entry: Entry,
  all: { bytes: number },
): AsyncGenerator<Buffer> {
  const compressed = zip.getRawCompressedStream(entry, { chunkSize: 1 << 18 })
  if (!compressed || ![0, 8].includes(entry.compressionMethod)) throw damaged()
  const source = entry.compressionMethod === 0 ? compressed : inflated(compressed)
  let own = 0
  try {
    for await (const chunk of source) {
      own += chunk.length
      all.bytes += chunk.length
      const isDense = own > SMALL_BYTES && own / entry.compressedSize > MOST_RATIO
      if (isDense || all.bytes > MOST_BYTES) throw tooMuch()
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
    }
  } catch (error) {
    throw error instanceof RosterProblem ? error : damaged()
  }
}

async function* inflated(compressed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: 1 << 18 })
  const feed = async () => {
    for await (const chunk of compressed)
      if (!stream.write(chunk)) await new Promise((resolve) => stream.once('drain', resolve))
    stream.end()
  }
  feed().catch((error) => stream.destroy(error))
  try {
    yield* stream
  } finally {
    stream.destroy()
  }
}

async function readSmall(chunks: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > MOST_SMALL_BYTES) throw tooMuch()
    parts.push(chunk)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Some programs write backslashes, a leading stroke or other capitals. */
function partName(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\//, '')
}

export const PROTECTED = {
  zh: '文件设有打开密码，无法读取。请在 Excel 或 WPS 中打开，取消密码后另存，再重新选择文件。',
  en: 'The file is protected by a password. Open it in Excel or WPS, remove the password, save it and choose it again.',
}
