import { dayFormat, type NumberFormat } from './number-formats.ts'
import { RosterProblem } from './problems.ts'
import { parsed, parseXml } from './xml.ts'
import type { Package } from './zip.ts'

export type Sheet = { name: string; path: string; isHidden: boolean }
export type Workbook = {
  sheets: Sheet[]
  /** By the style of a cell. */
  formats: NumberFormat[]
  /** Days are counted from 1904 (old Macs). */
  is1904: boolean
}

export async function readWorkbook(parts: Package): Promise<Workbook> {
  const main = await mainPart(parts)
  const text = await parts.text(main)
  if (text === null) throw new RosterProblem('not-a-spreadsheet', OTHER_ZIP)
  const targets = await targetsOf(parts, main)
  const sheets: Sheet[] = []
  let is1904 = false
  parseXml(text, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const id = attributes['r:id'] ?? otherId(attributes)
      const path = targets.get(id ?? '')
      const isHidden = (attributes.state ?? 'visible') !== 'visible'
      if (path && parts.has(path)) sheets.push({ name: attributes.name ?? '', path, isHidden })
    },
  })
  const styles = [...targets.values()].find((path) => /styles\d*\.xml$/i.test(path))
  return { sheets, formats: await formatsOf(parts, styles), is1904 }
}

/** Texts that cells point to by number. Sounds written above the signs (`rPh`) are left out. */
export async function readSharedStrings(parts: Package): Promise<string[]> {
  const path = parts.paths.find((it) => /(^|\/)sharedStrings\.xml$/i.test(it))
  const strings: string[] = []
  if (path === undefined) return strings
  let [item, isText, isSound] = ['', false, false]
  const reading = parsed(parts.chunks(path), {
    open(name) {
      if (name === 'si') item = ''
      if (name === 't') isText = true
      if (name === 'rPh') isSound = true
    },
    text(text) {
      if (isText && !isSound) item += text
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(item))
      if (name === 't') isText = false
      if (name === 'rPh') isSound = false
    },
  })
  for await (const _ of reading);
  return strings
}

/** `_x000D_` is how a file writes what XML cannot hold. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

async function mainPart(parts: Package): Promise<string> {
  const root = await parts.text('_rels/.rels')
  let found = 'xl/workbook.xml'
  if (root !== null)
    parseXml(root, {
      open(name, { Type, Target }) {
        const isMain = name === 'Relationship' && /\/officeDocument$/.test(Type ?? '')
        if (isMain && Target) found = Target.replace(/^\//, '')
      },
    })
  if (/\.bin$/i.test(found)) throw new RosterProblem('not-a-spreadsheet', BINARY)
  if (/^(word|ppt)\//i.test(found)) throw new RosterProblem('not-a-spreadsheet', OTHER_OFFICE)
  return found
}

async function targetsOf(parts: Package, main: string): Promise<Map<string, string>> {
  const folder = main.replace(/[^/]*$/, '')
  const text = await parts.text(`${folder}_rels/${main.slice(folder.length)}.rels`)
  const targets = new Map<string, string>()
  if (text !== null)
    parseXml(text, {
      open(name, { Id, Target }) {
        if (name !== 'Relationship' || !Id || !Target) return
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : resolved(folder + Target))
      },
    })
  return targets
}

async function formatsOf(parts: Package, path: string | undefined): Promise<NumberFormat[]> {
  const text = path === undefined ? null : await parts.text(path)
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let isCells = false
  if (text === null) return formats
  parseXml(text, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') isCells = true
      if (name !== 'xf' || !isCells) return
      const id = Number(attributes.numFmtId ?? 0)
      formats.push(dayFormat(id, codes.get(id)))
    },
    close(name) {
      if (name === 'cellXfs') isCells = false
    },
  })
  return formats
}

function resolved(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/'))
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  return parts.join('/')
}

/** Strict files give the relationship another prefix. */
function otherId(attributes: Readonly<Record<string, string | undefined>>): string | undefined {
  return Object.entries(attributes).find(([name]) => /:id$/.test(name))?.[1]
}

const OTHER_ZIP = {
  zh: '这是一个压缩包，不是 Excel 工作簿。请选择 .xlsx 或 .csv 名册；压缩包请先解压。',
  en: 'This is an archive, not an Excel workbook. Choose an .xlsx or .csv list; unpack an archive first.',
}
const OTHER_OFFICE = {
  zh: '这是 Word 或 PowerPoint 文件，不是 Excel 工作簿。请把名册放进 Excel 表格，另存为 .xlsx 后再选择。',
  en: 'This is a Word or PowerPoint file, not an Excel workbook. Put the list into a spreadsheet, save it as .xlsx and choose it again.',
}
const BINARY = {
  zh: '这是 Excel 二进制工作簿（.xlsb）。请在 Excel 中打开，另存为“Excel 工作簿（.xlsx）”后再选择。',
  en: 'This is a binary Excel workbook (.xlsb). Open it in Excel, save it as an Excel workbook (.xlsx) and choose it again.',
}
