import {
  officeMarkup,
  type PluginContent,
  type ScopeData,
  type Tag,
  TemplatePlugin,
  type XmlGeneralNode,
  type XmlNode,
  xml,
} from 'easy-template-x'

/** A piece of text that leads to a bookmark, or is one. */
export type Piece = { text: string; to?: string; bookmark?: string }
export type Linked = PluginContent & { _type: 'linked'; pieces: Piece[] }

export const linked = (pieces: Piece[]): Linked => ({ _type: 'linked', pieces })

/** Character style of figures that lead to their source; a template that has none shows them as plain text. */
const STYLE = 'Figure'

/** Text with links inside the document, in the letters of the place that it is filled into. */
export class LinkedPlugin extends TemplatePlugin {
  readonly contentType = 'linked'
  private marks = 0

  override simpleTagReplacements(tag: Tag, data: ScopeData): void {
    const content = data.getScopeData() as unknown as Linked | undefined
    if (tag.placement !== 'TextNode') return
    const run = officeMarkup.query.containingRunNode(tag.xmlTextNode)
    const text = officeMarkup.query.containingTextNode(tag.xmlTextNode)
    const nodes = (content?.pieces ?? []).flatMap((piece) => this.nodesOf(piece, run))
    const [before, after] = xml.modify.splitByChild(run, text, true)
    for (const node of nodes) xml.modify.insertBefore(node, after)
    const properties = propertiesOf(before)
    if (properties) xml.modify.insertChild(after, xml.create.cloneNode(properties, true), 0)
    this.drop(before, after)
  }

  /** What is left of the run on both sides; an empty one goes, formatting alone is nothing. */
  private drop(...runs: XmlNode[]): void {
    for (const run of runs) {
      const isEmpty = (run.childNodes ?? []).every((it) =>
        officeMarkup.query.isRunPropertiesNode(it),
      )
      if (isEmpty && run.parentNode) xml.modify.remove(run)
    }
  }

  private nodesOf(piece: Piece, run: XmlNode): XmlNode[] {
    const own = runOf(piece.text, run, piece.to === undefined ? null : STYLE)
    if (piece.to !== undefined)
      return [element('w:hyperlink', { 'w:anchor': piece.to, 'w:history': '1' }, [own])]
    if (piece.bookmark === undefined) return [own]
    // High enough to be apart from those of a template that somebody edited.
    const id = String(100_000 + this.marks++)
    const start = element('w:bookmarkStart', { 'w:id': id, 'w:name': piece.bookmark })
    return [start, own, element('w:bookmarkEnd', { 'w:id': id })]
  }
}

function runOf(text: string, like: XmlNode, style: string | null): XmlGeneralNode {
  const known = propertiesOf(like)
  const properties = known ? xml.create.cloneNode(known, true) : element('w:rPr')
  if (style !== null) {
    xml.modify.removeChildren(properties, ({ nodeName }) => nodeName === 'w:rStyle')
    xml.modify.insertChild(properties, element('w:rStyle', { 'w:val': style }), 0)
  }
  const content = xml.create.textNode(text)
  return element('w:r', {}, [properties, element('w:t', { 'xml:space': 'preserve' }, [content])])
}

function propertiesOf(run: XmlNode): XmlNode | undefined {
  return (run.childNodes ?? []).find((it) => officeMarkup.query.isRunPropertiesNode(it))
}

function element(
  name: string,
  attributes: Record<string, string> = {},
  childNodes: XmlNode[] = [],
): XmlGeneralNode {
  const node = xml.create.generalNode(name, { attributes })
  for (const child of childNodes) xml.modify.appendChild(node, child)
  return node
}
