import type { Words } from '../../matching/types.ts'
import { decode } from './decoding.ts'
import { isElementName, wordsOfElement } from './elements.ts'
import { readLrm } from './lrm.ts'
import { bytesOfBase64, lookAtPicture, type Picture } from './photograph.ts'
import { childrenOf, type Element, parseElement, textOf, type XmlFault } from './tree.ts'
import { isWithheld, withoutWithheld } from './withheld.ts'

/** The elements below `Person` in their order; without health, number and photograph, which do not travel in it. */
export type Form = Element
export type ReadForm = {
  form: Form
  idNumber: string
  picture: Picture | null
  cautions: Words[]
}
export type FormFile = { bytes: Buffer; picture?: Buffer | undefined }

const MOST_MB = 20
const MOST = MOST_MB * 1024 * 1024
/** Everything but the photograph: the longest résumés have some 10,000 signs. */
const MOST_SIGNS = 1_000_000

/** An appointment form of either version, or in words why it is none. */
export async function readForm({ bytes, picture }: FormFile): Promise<ReadForm | { fault: Words }> {
  if (bytes.length === 0) return { fault: FAULTS.empty }
  if (bytes.length > MOST) return { fault: FAULTS.large }
  const decoded = decode(bytes)
  if (!decoded) return { fault: FAULTS.encoding }
  const { text: rest, picture: within } = withoutPicture(decoded.text.replace(/^\ufeff/, ''))
  if (rest.length > MOST_SIGNS) return { fault: FAULTS.long }
  if (/<!(doctype|entity)/i.test(rest)) return { fault: FAULTS.doctype }
  const root = rest.trimStart().startsWith('"') ? readLrm(rest) : parseElement(withLines(rest))
  if (root === null) return { fault: FAULTS.other }
  if ('kind' in root) return { fault: faultOf(root) }
  if (root.name !== 'Person') return { fault: FAULTS.other }
  const looked = await lookAtPicture(picture ?? bytesOfBase64(within))
  const form = withoutWithheld({ ...root, content: childrenOf(root) })
  const cautions = [decoded.caution, looked.caution, ...oddities(root), astray(root, form)]
  return {
    form,
    idNumber: textOf(childrenOf(root).find(({ name }) => name === 'ShenFenZheng')).trim(),
    picture: looked.picture,
    cautions: cautions.filter((it) => it !== null),
  }
}

const PICTURE = 'ZhaoPian'

/** Megabytes of Base64 are no text to parse. */
function withoutPicture(text: string): { text: string; picture: string } {
  const open = text.indexOf(`<${PICTURE}>`)
  const close = text.indexOf(`</${PICTURE}>`, open)
  if (open < 0 || close < 0) return { text, picture: '' }
  const from = open + PICTURE.length + 2
  const picture = text.slice(from, close).replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '')
  return { text: text.slice(0, from) + text.slice(close), picture }
}

/** `<br>` stands for a line end in some files, and is not closed. */
const withLines = (text: string) => text.replace(/<br\s*\/?>(<\/br>)?|<\/br>/gi, '\n')

/** What was taken out of places where the form has none of it: nobody looks for it there. */
function astray(root: Element, form: Element): Words | null {
  const others = (it: Element) =>
    childrenOf(it).filter(({ name }) => !isElementName(name) || !isWithheld(name))
  const said = (it: Element) => JSON.stringify([it.attributes, others(it)])
  return said(root) === said(form) ? null : ASTRAY
}

const ASTRAY = {
  zh: '文件在别处也写有健康状况、身份证号或照片，这些内容没有保留。',
  en: 'Health, an identity number or a photograph stand elsewhere in the file as well: those were not kept.',
}

function oddities(root: Element): Words[] {
  const names = childrenOf(root).map(({ name }) => name)
  const twice = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]
  return twice.map((name) => {
    const { zh, en } = wordsOfElement(name)
    return {
      zh: `“${zh}”在文件中出现多次，取第一处，其余原样保留。`,
      en: `“${en}” stands in the file more than once: the first is taken, the others are kept as they are.`,
    }
  })
}

function faultOf(fault: XmlFault): Words {
  if (fault.kind === 'too-many') return FAULTS.long
  const { line } = fault
  const where =
    line === null ? { zh: '', en: '' } : { zh: `（第 ${line} 行）`, en: ` (line ${line})` }
  return {
    zh: `文件结构不完整或已损坏${where.zh}，可能没有拷完。请用任免审批表编辑器打开确认，另存后再选。`,
    en: `The file is cut short or damaged${where.en}. Open it in the editor of appointment forms, save it anew and choose it again.`,
  }
}

const FAULTS = {
  empty: {
    zh: '文件是空的（0 字节）。请打开原件确认有内容后再选。',
    en: 'The file is empty (0 bytes). Open the original to see that there is something in it.',
  },
  large: {
    zh: `文件超过 ${MOST_MB} MB，多半是照片过大。请在编辑器中压缩照片后另存。`,
    en: `The file has more than ${MOST_MB} MB, most likely for its photograph: make that smaller and save it anew.`,
  },
  long: {
    zh: '文件的文字或项目多得不合常理，不像任免审批表，没有读取。请核对文件来源。',
    en: 'The file holds far more text or elements than an appointment form; it was not read. Check where it comes from.',
  },
  encoding: {
    zh: '认不出文件的文字编码（不是 UTF-8、UTF-16 或 GBK）。请用任免审批表编辑器另存后再选。',
    en: 'The encoding of the file is neither UTF-8, UTF-16 nor GBK. Save it anew with the editor of appointment forms.',
  },
  doctype: {
    zh: '文件带有 DOCTYPE 或实体声明，可用来读取本机或外部的内容，任免审批表里不会有，已拒绝。请核对文件来源并告诉系统管理员。',
    en: 'The file declares a DOCTYPE or entities, by which it could reach for other files; appointment forms have none. It was refused: check where it comes from and tell the administrator.',
  },
  other: {
    zh: '这不是任免审批表（.lrmx 或 .lrm）。请在任免审批表编辑器中打开并另存为 .lrmx。',
    en: 'This is no appointment form (.lrmx or .lrm). Open it in the editor of appointment forms and save it as .lrmx.',
  },
} satisfies Record<string, Words>
