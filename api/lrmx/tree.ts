import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element with what stands in it, in order. */
export type Element = {
  name: string
  attributes: Record<string, string>
  content: (Element | string)[]
}

/** Forms have three levels and some hundred elements. */
const MOST = { depth: 12, elements: 5_000 }

export type XmlFault = { kind: 'too-many' } | { kind: 'broken'; line: number | null }

/** The root of an XML text, of which nothing is fetched or expanded but the five signs and numbers of signs. */
export function parseElement(text: string, most = MOST): Element | XmlFault {
  if (countOf(text, '<') > most.elements * 2) return { kind: 'too-many' }
  const valid = XMLValidator.validate(text)
  if (valid !== true) return { kind: 'broken', line: valid.err.line }
  try {
    const nodes = parserOf(most.depth).parse(text) as Node[]
    const root = nodes.map(elementOf).find((it) => typeof it === 'object')
    return root ?? { kind: 'broken', line: null }
  } catch {
    return { kind: 'broken', line: null }
  }
}

export function writeElement({ name, attributes, content }: Element, lineEnd: string): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const within = content.map((it) =>
    typeof it === 'string' ? escaped(it).replace(/\r?\n/g, lineEnd) : writeElement(it, lineEnd),
  )
  return `<${name}${given.join('')}>${within.join('')}</${name}>`
}

/** All text in an element, whatever stands around it. */
export function textOf(element: Element | undefined): string {
  if (!element) return ''
  return element.content.map((it) => (typeof it === 'string' ? it : textOf(it))).join('')
}

export function childrenOf({ content }: Element): Element[] {
  return content.filter((it) => typeof it !== 'string')
}

export function plainElement(name: string, text: string): Element {
  return { name, attributes: {}, content: text === '' ? [] : [text] }
}

type Node = Record<string, unknown>

const TEXT = '#text'
const CDATA = '#cdata'
const ATTRIBUTES = ':@'
const parserOf = (maxNestedTags: number) =>
  new XMLParser({
    ...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' },
    ...{ parseTagValue: false, parseAttributeValue: false, trimValues: false },
    ...{ processEntities: false, textNodeName: TEXT, cdataPropName: CDATA },
    ...{ ignoreDeclaration: true, ignorePiTags: true, maxNestedTags },
  })

function elementOf(node: Node): Element | string {
  if (TEXT in node) return decoded(String(node[TEXT]))
  if (CDATA in node) return clean((node[CDATA] as Node[]).map((it) => it[TEXT]).join(''))
  const [name, within] = Object.entries(node).find(([key]) => key !== ATTRIBUTES)!
  const attributes = Object.entries((node[ATTRIBUTES] ?? {}) as Record<string, string>)
  return {
    name,
    attributes: Object.fromEntries(attributes.map(([key, value]) => [key, decoded(value)])),
    content: (within as Node[]).map(elementOf),
  }
}

const SIGNS: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The five entities of XML and numbers of signs; whatever else stands as it was written. */
function decoded(text: string): string {
  const plain = text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return SIGNS[name] ?? whole
    const isHex = /^#x/i.test(name)
    const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
  return clean(plain)
}

/** Without signs that XML 1.0 does not have, and that PostgreSQL would not store. */
const clean = (text: string) =>
  text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')

const escaped = (text: string) =>
  clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

function countOf(text: string, sign: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++
  return count
}
