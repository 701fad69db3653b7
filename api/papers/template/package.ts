import { XMLValidator } from 'fast-xml-parser'
import { RosterProblem } from '../../roster/problems.ts'
import { openPackage } from '../../roster/zip.ts'
import { DAMAGED, NOT_WORD, refused, TOO_MUCH } from './refused.ts'

/** A report of 280 villages has 2 MB inside; pictures of a letterhead some more. */
const MOST_BYTES = 40 * 1024 ** 2
const MOST_PARTS = 500

/** The parts of a Word file by name, each XML well-formed and without a definition of its own. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isZip) throw refused(NOT_WORD)
  const opened = await openPackage(bytes).catch(() => {
    throw refused(NOT_WORD)
  })
  if (opened.paths.length > MOST_PARTS) throw refused(TOO_MUCH)
  const parts = new Map<string, Buffer>()
  let size = 0
  for (const path of opened.paths) {
    const chunks: Buffer[] = []
    const counted = async () => {
      for await (const chunk of opened.chunks(path)) {
        size += chunk.length
        if (size > MOST_BYTES) return false
        chunks.push(chunk)
      }
      return true
    }
    const isWithin = await counted().catch((error: unknown) => {
      const isDense = error instanceof RosterProblem && error.kind === 'too-much-inside'
      throw refused(isDense ? TOO_MUCH : DAMAGED)
    })
    if (!isWithin) throw refused(TOO_MUCH)
    parts.set(path, Buffer.concat(chunks))
  }
  for (const [path, content] of parts) if (isXml(path)) requireXml(content.toString('utf8'))
  return parts
}

export const isXml = (path: string) => /\.(xml|rels)$/i.test(path)

function requireXml(text: string): void {
  // UTF-16 is valid in a package and read by nobody of ours; a definition may draw in files or explode.
  if (/<!(DOCTYPE|ENTITY)/i.test(text) || text.includes('\0')) throw refused(DAMAGED)
  const [, encoding = 'utf-8'] =
    /^\ufeff?<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']*)/i.exec(text) ?? []
  if (!/^(utf-8|us-ascii)$/i.test(encoding)) throw refused(DAMAGED)
  if (XMLValidator.validate(text) !== true) throw refused(DAMAGED)
}
