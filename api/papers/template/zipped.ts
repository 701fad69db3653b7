import { ZipFile } from 'yazl'

/** The same bytes each time that the same parts are zipped. */
const THEN = new Date('2026-01-01T00:00:00Z')

export async function zipped(parts: Record<string, string | Uint8Array>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts))
    zip.addBuffer(Buffer.from(content as Uint8Array), name, { mtime: THEN })
  zip.end()
  return Buffer.concat(await Array.fromAsync(zip.outputStream as AsyncIterable<Buffer>))
}
