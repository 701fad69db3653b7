import { isXml, partsOf } from './package.ts'
import { refused } from './refused.ts'

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
/** Relations and parts that carry programs or foreign documents. */
const FOREIGN =
  /\/(vbaProject|oleObject|aFChunk|control|attachedTemplate|subDocument|frame|externalLink\w*)"/i
const PROGRAM = /vbaProject|vbaData|activeX|macroEnabled|\.bin$/i
/** Fields that fetch something when the document is opened. */
const FETCHING =
  /\b(INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|LINK|DATABASE|RD|IMPORT|MACROBUTTON)\b|\bHYPERLINK\b(?!\s*\\l)/i

/** The parts of a Word file without programs, foreign documents and links to anything outside of itself. */
export async function requireSafe(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const parts = await partsOf(bytes)
  const types = parts.get('[Content_Types].xml')?.toString('utf8') ?? ''
  if (/macroEnabled/i.test(types) || [...parts.keys()].some((path) => PROGRAM.test(path)))
    throw refused(MACROS)
  if (!types.includes(MAIN)) throw refused(NO_DOCUMENT)
  for (const [path, content] of parts) {
    if (isXml(path)) requireInside(path, content.toString('utf8'))
    else if (/embeddings\//i.test(path)) await requireSheet(path, content)
  }
  return parts
}

function requireInside(path: string, text: string): void {
  if (path.endsWith('.rels')) {
    if (/TargetMode\s*=\s*["']\s*External/i.test(text) || text.includes('&#')) throw refused(LINKS)
    if (FOREIGN.test(text)) throw refused(FOREIGN_PARTS)
    return
  }
  const codes = [
    ...[...text.matchAll(/<w:instrText[^>]*>([^<]*)/g)].map((it) => it[1]!),
    ...[...text.matchAll(/w:instr="([^"]*)"/g)].map((it) => it[1]!),
  ]
  // A code may be parted among runs.
  if ([codes.join(''), codes.join(' ')].some((it) => FETCHING.test(it))) throw refused(LINKS)
}

/** The workbook of a chart, and nothing else that is embedded. */
async function requireSheet(path: string, content: Buffer): Promise<void> {
  if (!/\.xlsx$/i.test(path)) throw refused(FOREIGN_PARTS)
  for (const [own, part] of await partsOf(content)) {
    if (PROGRAM.test(own)) throw refused(MACROS)
    if (isXml(own)) requireInside(own, part.toString('utf8'))
  }
}

const MACROS = {
  zh: '模板中含有宏或控件，已拒绝。请在 Word 中另存为不含宏的“Word 文档（.docx）”后再上传。',
  en: 'The template holds macros or controls. Save it as a .docx without macros and send it again.',
}
const LINKS = {
  zh: '模板中有指向外部文件或网址的链接，已拒绝。请取消超链接、改用嵌入的图片，并删除“链接到文件”的内容后再上传。',
  en: 'The template links to files or addresses outside. Remove hyperlinks, embed pictures and delete what is linked to files.',
}
const FOREIGN_PARTS = {
  zh: '模板中嵌入了其他文件或控件，已拒绝。请只保留文字、表格、图片和图表后再上传。',
  en: 'Another document or a control is embedded. Keep text, tables, pictures and charts alone.',
}
const NO_DOCUMENT = {
  zh: '文件中没有 Word 文档的正文，不能用作模板。请另存为“Word 文档（.docx）”后再上传。',
  en: 'There is no Word document inside. Save it as a .docx and send it again.',
}
