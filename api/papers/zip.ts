import { createHash } from 'node:crypto'
import { ZipFile } from 'yazl'
import { turn } from '../imports/batches.ts'

/** One file of a batch; `kind` says in a word what it is. */
export type PaperFile = { name: string; kind: string; bytes: Uint8Array }
type Line = { name: string; kind: string; bytes: number; sha256: string }

/** Bytes that are packed and not taken yet before the next file is made. */
const ROOM = 1024 ** 2

/**
 * Files as one archive while they are made, with a manifest at its end that names each with its kind, bytes and SHA-256:
 * manifest.csv for people, manifest.json for programs.
 */
export async function* zipOf(files: AsyncIterable<PaperFile>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const room = { open: () => {} }
  const feed = async () => {
    const lines: Line[] = []
    for await (const { name, kind, bytes } of files) {
      lines.push({ name, kind, bytes: bytes.length, sha256: sha256(bytes) })
      zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name)
      await turn()
      while ((zip.outputStream as NodeJS.ReadStream).readableLength > ROOM)
        await new Promise<void>((resolve) => {
          room.open = resolve
        })
    }
    zip.addBuffer(Buffer.from(csvOf(lines)), 'manifest.csv')
    zip.addBuffer(Buffer.from(JSON.stringify({ files: lines }, null, 2)), 'manifest.json')
    zip.end()
  }
  const stream = zip.outputStream as NodeJS.ReadStream
  feed().catch((error: unknown) => stream.destroy(error as Error))
  for await (const part of stream) {
    yield part as Uint8Array
    room.open()
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** UTF-8 with its mark, so that Excel reads the Chinese. */
function csvOf(lines: readonly Line[]): string {
  const rows = [
    ['文件', '种类', '字节数', 'SHA-256'],
    ...lines.map(({ name, kind, bytes, sha256 }) => [name, kind, String(bytes), sha256]),
  ]
  return `\uFEFF${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
