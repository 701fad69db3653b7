import { childrenOf, type Element } from '../../lrmx/tree.ts'
import { FOREIGN_PARTS, LINKS, refused } from './refused.ts'
import { localName } from './tree.ts'

/** Ends of the types that lead to text, tables, pictures and charts; a link to a bookmark has none. */
const KNOWN = new Set(
  [
    ...['officeDocument', 'styles', 'stylesWithEffects', 'fontTable', 'font', 'settings'],
    ...['webSettings', 'theme', 'themeOverride', 'numbering', 'header', 'footer', 'footnotes'],
    ...['endnotes', 'comments', 'commentsExtended', 'commentsIds', 'commentsExtensible', 'people'],
    ...['image', 'hdphoto', 'chart', 'chartStyle', 'chartColorStyle', 'chartUserShapes', 'package'],
    ...['customXml', 'customXmlProps', 'glossaryDocument', 'core-properties', 'thumbnail'],
    ...['extended-properties', 'custom-properties'],
    // Of the workbook behind a chart.
    ...['worksheet', 'sharedStrings', 'table', 'calcChain'],
  ].map((it) => it.toLowerCase()),
)

/** What a part leads to is within the package, and known. */
export function requireRelationships(root: Element): void {
  for (const { name, attributes } of childrenOf(root)) {
    const { Type = '', Target = '', TargetMode = 'Internal' } = attributes
    if (TargetMode.trim().toLowerCase() !== 'internal' || isOutside(Target)) throw refused(LINKS)
    const isKnown = KNOWN.has(Type.slice(Type.lastIndexOf('/') + 1).toLowerCase())
    if (localName(name) !== 'Relationship' || !isKnown) throw refused(FOREIGN_PARTS)
  }
}

/** An address with a scheme or a server. */
const isOutside = (target: string) => /^\s*([a-z][a-z\d+.-]*:|[\\/]{2})/i.test(target)
