import { XMLValidator } from 'fast-xml-parser'
import { RosterProblem } from '../../roster/problems.ts'
import { openPackage } from '../../roster/zip.ts'
import { refused } from './refused.ts'

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
  if (XMLValidator.validate(text) !== true) throw refused(DAMAGED)
}

const NOT_WORD = {
  zh: '这不是 Word 的 .docx 文件。请在 Word 或 WPS 中打开模板，另存为“Word 文档（.docx）”后再上传。',
  en: 'This is no .docx file of Word. Open the template in Word or WPS, save it as .docx and send it again.',
}
const DAMAGED = {
  zh: '文件已损坏或内容不规范，无法用作模板。请下载默认模板，在 Word 或 WPS 中修改后另存为 .docx 再上传。',
  en: 'The file is damaged or malformed. Download the default template, edit it in Word or WPS and save it as .docx.',
}
const TOO_MUCH = {
  zh: '文件解压后异常庞大，已拒绝。请删去模板中的大图片和无关内容后再上传。',
  en: 'The file unpacks to far more than a template holds. Take out large pictures and what does not belong.',
}
