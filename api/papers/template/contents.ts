import { childrenOf } from '../../lrmx/tree.ts'
import { DAMAGED, FOREIGN_PARTS, MACROS, NO_DOCUMENT, refused } from './refused.ts'
import { createTree, localName } from './tree.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument.'
const MAIN = {
  document: `${OFFICE}wordprocessingml.document.main+xml`,
  sheet: `${OFFICE}spreadsheetml.sheet.main+xml`,
}
const WORD =
  'document.main document.glossary styles fontTable settings webSettings numbering header footer footnotes endnotes comments commentsExtended commentsIds commentsExtensible people'
const SHEET = 'sheet.main worksheet sharedStrings styles table calcChain'
const named = (kind: string, names: string) =>
  names.split(' ').map((it) => `${OFFICE}${kind}${it}+xml`)

/** Of parts that are XML. */
const XML_TYPES = [
  ...['application/xml', 'text/xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ...named('wordprocessingml.', WORD),
  ...named('spreadsheetml.', SHEET),
  ...named('drawingml.', 'chart chartshapes'),
  ...named('', 'theme themeOverride extended-properties custom-properties customXmlProperties'),
  'application/vnd.ms-word.stylesWithEffects+xml',
  ...['application/vnd.ms-office.chartstyle+xml', 'application/vnd.ms-office.chartcolorstyle+xml'],
]

/** What a part may say that it is, by the end of its name: a text under the name of a picture would be read by nobody of ours. */
const KNOWN: Record<string, (type: string) => boolean> = {
  xml: isOneOf(XML_TYPES),
  rels: isOneOf(['application/vnd.openxmlformats-package.relationships+xml']),
  xlsx: isOneOf([`${OFFICE}spreadsheetml.sheet`]),
  odttf: isOneOf([`${OFFICE}obfuscatedfont`, 'application/x-fontdata']),
  ...Object.fromEntries(
    'png jpg jpeg gif bmp tif tiff emf wmf wdp'.split(' ').map((it) => [it, isPicture]),
  ),
}

const PROGRAM = /vbaProject|vbaData|activeX|macroEnabled|\.bin$/i

/** What the parts say that they are, and that there is a document or a workbook among them. */
export function requireContentTypes(
  parts: ReadonlyMap<string, Buffer>,
  kind: keyof typeof MAIN,
): void {
  if ([...parts.keys()].some((path) => PROGRAM.test(path))) throw refused(MACROS)
  const types = typesIn(parts)
  if (types.some(({ type }) => PROGRAM.test(type))) throw refused(MACROS)
  if (!types.some(({ type }) => type === MAIN[kind].toLowerCase())) throw refused(NO_DOCUMENT)
  const isKnown = ({ isDefault, extension, type }: Type) =>
    Object.hasOwn(KNOWN, extension) ? KNOWN[extension]!(type) : isDefault
  if (!types.every(isKnown)) throw refused(FOREIGN_PARTS)
}

/** Text, tables, pictures and charts alone; names count without capitals. */
export function requireKnownParts(parts: ReadonlyMap<string, Buffer>): void {
  const paths = [...parts.keys()].map((it) => it.toLowerCase())
  if (new Set(paths).size < paths.length) throw refused(DAMAGED)
  for (const [path, content] of parts) {
    const extension = extensionOf(path)
    const isFolder = path.endsWith('/') && content.length === 0
    if (isFolder) continue
    if (!Object.hasOwn(KNOWN, extension)) throw refused(FOREIGN_PARTS)
    const isText = extension !== 'xml' && extension !== 'rels' && beginsLikeXml(content)
    if (isText) throw refused(FOREIGN_PARTS)
  }
}

type Type = { isDefault: boolean; extension: string; type: string }

/** Of an end of names (`Default`) that no part has nothing is said: programs leave such behind. */
function typesIn(parts: ReadonlyMap<string, Buffer>): Type[] {
  const path = [...parts.keys()].find((it) => it.toLowerCase() === '[content_types].xml')
  if (path === undefined) throw refused(NO_DOCUMENT)
  const root = createTree()(parts.get(path)!.toString('utf8'))
  return childrenOf(root).map(({ name, attributes }) => ({
    isDefault: localName(name) === 'Default',
    extension: extensionOf(attributes.PartName ?? `.${attributes.Extension}`),
    type: (attributes.ContentType ?? '').trim().toLowerCase(),
  }))
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase()
}

const beginsLikeXml = (content: Buffer) =>
  /^[\s\0\xef\xbb\xbf\xff\xfe]*</.test(content.subarray(0, 200).toString('latin1'))

function isOneOf(types: readonly string[]): (type: string) => boolean {
  const known = new Set(types.map((it) => it.toLowerCase()))
  return (type) => known.has(type)
}

function isPicture(type: string): boolean {
  return /^image\/(?!svg)[\w.-]+$/.test(type)
}
