import { requireContentTypes, requireKnownParts } from './contents.ts'
import { requireWithoutLinks } from './links.ts'
import { isXml, partsOf } from './package.ts'
import { FOREIGN_PARTS, refused } from './refused.ts'
import { requireRelationships } from './relationships.ts'
import { createTree } from './tree.ts'

/** The parts of a Word file without programs, foreign documents and links to anything outside of itself. */
export async function requireSafe(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const parts = await partsOf(bytes)
  requireContentTypes(parts, 'document')
  await requireInside(parts)
  return parts
}

/** Judged as a reader of it understands it: by local names and decoded values, whatever the text looks like. */
async function requireInside(parts: ReadonlyMap<string, Buffer>): Promise<void> {
  requireKnownParts(parts)
  const treeOf = createTree()
  for (const [path, content] of parts) {
    if (!isXml(path)) continue
    const root = treeOf(content.toString('utf8'))
    if (/\.rels$/i.test(path)) requireRelationships(root)
    else requireWithoutLinks(root)
  }
  for (const [path, content] of parts) if (/\.xlsx$/i.test(path)) await requireSheet(content)
}

/** The workbook of a chart, and nothing else that is embedded. */
async function requireSheet(content: Buffer): Promise<void> {
  const parts = await partsOf(content)
  if ([...parts.keys()].some((path) => /\.xlsx$/i.test(path))) throw refused(FOREIGN_PARTS)
  requireContentTypes(parts, 'sheet')
  await requireInside(parts)
}
