import { type Element, textOf } from '../../lrmx/tree.ts'
import { requireCodes } from './field-codes.ts'
import { FOREIGN_PARTS, LINKS, refused } from './refused.ts'
import { elementsOf, localName } from './tree.ts'

/** Elements that draw other documents, programs or data in. */
const FOREIGN = new Set(
  ['altChunk', 'subDoc', 'attachedTemplate', 'mailMerge', 'OLEObject', 'control', 'frameset']
    .concat(['ddeLink', 'oleLink', 'externalBook', 'externalReference'])
    .map((it) => it.toLowerCase()),
)
/** Attributes of drawings that are addresses of their own, without a relationship. */
const ADDRESSES = new Set(['src', 'href', 'althref', 'relhref'])
/** Formulas of a workbook that leave it: other books and programs, or functions that fetch. */
const LEAVING = /[|[]|\b(WEBSERVICE|IMAGE|HYPERLINK|RTD|CALL|REGISTER|FILTERXML)\b/i

/** A part whose fields, drawings and formulas fetch nothing. */
export function requireWithoutLinks(root: Element): void {
  for (const element of elementsOf(root)) {
    const name = localName(element.name).toLowerCase()
    if (FOREIGN.has(name)) throw refused(FOREIGN_PARTS)
    if (Object.entries(element.attributes).some(isAddress)) throw refused(LINKS)
    if (name === 'f' && LEAVING.test(textOf(element))) throw refused(LINKS)
  }
  requireCodes(root)
}

function isAddress([name, value]: [string, string]): boolean {
  return ADDRESSES.has(localName(name).toLowerCase()) && !/^\s*(#|$)/.test(value)
}
