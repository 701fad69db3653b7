import { type Element, parseElement } from '../../lrmx/tree.ts'
import { DAMAGED, refused, TOO_MUCH } from './refused.ts'

/** A template has some thousands; text boxes within tables go deep. */
const MOST_ELEMENTS = 100_000
const MOST_DEPTH = 200

/** Reads XML texts until all of them together have too many elements. */
export function createTree(): (text: string) => Element {
  let left = MOST_ELEMENTS
  return (text) => {
    const root = parseElement(text, { elements: left, depth: MOST_DEPTH })
    if ('kind' in root) throw refused(root.kind === 'too-many' ? TOO_MUCH : DAMAGED)
    left -= countOf(root)
    return root
  }
}

/** Without the prefix, which each file chooses. */
export const localName = (name: string) => name.slice(name.indexOf(':') + 1)

function countOf({ content }: Element): number {
  return content.reduce((sum, it) => sum + (typeof it === 'string' ? 0 : countOf(it)), 1)
}

/** An element and all below it, as they stand. */
export function* elementsOf(root: Element): Generator<Element> {
  yield root
  for (const it of root.content) if (typeof it !== 'string') yield* elementsOf(it)
}
