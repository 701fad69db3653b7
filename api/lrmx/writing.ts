import { type Element, writeElement } from './tree.ts'

/** A form as its editor writes it: UTF-8, one element a line, CRLF in texts of several lines. */
export function writeForm({ attributes, content }: Element): Buffer {
  const elements = content.filter((it) => typeof it !== 'string')
  const open = writeElement({ name: 'Person', attributes, content: [] }, LINE).replace(
    /<\/Person>$/,
    '',
  )
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    open,
    ...elements.map(lineOf),
    '</Person>',
  ]
  return Buffer.from(`${lines.join(LINE)}${LINE}`)
}

/** The name of a file that none of those before has: Windows knows no capitals. */
export function distinctName(name: string, taken: Set<string>): string {
  const key = (file: string) => file.normalize('NFC').toLowerCase()
  let own = formName(name)
  for (let at = 2; taken.has(key(own)); at++) own = formName(`${name}（${at}）`)
  taken.add(key(own))
  return own
}

/** What people of the field look for; one sign that file systems refuse would spoil it. */
export function formName(name: string): string {
  return `干部任免审批表 ${name.replace(/[\s\\/:*?"<>|]/g, '')}.lrmx`
}

const LINE = '\r\n'

function lineOf(element: Element): string {
  if (element.name !== 'JiaTingChengYuan') return `  ${writeElement(element, LINE)}`
  const said = element.content.filter((it) => typeof it !== 'string' || it.trim() !== '')
  if (said.length === 0) return `  ${writeElement({ ...element, content: [] }, LINE)}`
  const rows = said.flatMap((it) => [`${LINE}    `, it])
  return `  ${writeElement({ ...element, content: [...rows, `${LINE}  `] }, LINE)}`
}
