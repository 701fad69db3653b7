import { type Element, textOf } from '../../lrmx/tree.ts'
import { LINKS, refused } from './refused.ts'
import { elementsOf, localName } from './tree.ts'

/** Fields that show what the document itself knows. */
const KNOWN = new Set([
  ...['PAGE', 'NUMPAGES', 'SECTION', 'SECTIONPAGES', 'PAGEREF', 'REF', 'NOTEREF', 'STYLEREF'],
  ...['TOC', 'TC', 'SEQ', 'DATE', 'TIME', 'CREATEDATE', 'SAVEDATE', 'PRINTDATE', 'TITLE'],
])
/** To a bookmark of the document, with the text that shows above it. */
const TO_BOOKMARK = /^HYPERLINK(\s+\\l\s+("[^"\\]*"|[^\s"\\]+)|\s+\\o\s+"[^"\\]*"|\s+\\h)+$/i

type Open = { code: string; hasResult: boolean }

/** Every code of a field, simple or parted among runs, is a known one. */
export function requireCodes(root: Element): void {
  const open: Open[] = []
  /** Of no field: Word would not look at it, others may. */
  const loose: Open = { code: '', hasResult: false }
  for (const element of elementsOf(root)) {
    const name = localName(element.name)
    const instruction = attributeOf(element, 'instr')
    if (instruction !== undefined) requireKnown(instruction)
    if (name === 'instrText' || name === 'delInstrText')
      (open.at(-1) ?? loose).code += textOf(element)
    if (name === 'fldChar') turn(open, attributeOf(element, 'fldCharType') ?? '')
  }
  for (const { code } of [...open, loose]) if (code.trim() !== '') requireKnown(code)
}

function turn(open: Open[], type: string): void {
  const last = open.at(-1)
  if (type === 'begin') {
    // A code that another field makes could be any.
    if (last && !last.hasResult) throw refused(LINKS)
    open.push({ code: '', hasResult: false })
  } else if (type === 'separate' && last) last.hasResult = true
  else if (type === 'end' && last) requireKnown(open.pop()!.code)
}

function requireKnown(code: string): void {
  const text = code.trim()
  const [head = ''] = text.split(/[\s\\"]/)
  if (!KNOWN.has(head.toUpperCase()) && !isToBookmark(text)) throw refused(LINKS)
}

const isToBookmark = (code: string) => TO_BOOKMARK.test(code) && /\\l/i.test(code)

function attributeOf({ attributes }: Element, name: string): string | undefined {
  return Object.entries(attributes).find(([key]) => localName(key) === name)?.[1]
}
