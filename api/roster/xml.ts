import { SaxParser } from '@cj-tech-master/excelts/xml'
import { damaged, RosterProblem } from './problems.ts'

export type Attributes = Readonly<Record<string, string | undefined>>
export type Handlers = {
  open?: (name: string, attributes: Attributes) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Names come without the prefix that some programs write (`x:row`). */
function xmlParser({ open, text, close }: Handlers): SaxParser {
  const parser = new SaxParser({ position: false, invalidCharHandling: 'skip' })
  if (open) parser.on('opentag', (tag) => open(local(tag.name), tag.attributes))
  if (text) parser.on('text', text)
  if (text) parser.on('cdata', text)
  if (close) parser.on('closetag', (tag) => close(local(tag.name)))
  return parser
}

/** After each chunk the caller may take what has come, or stop. */
export async function* parsed(
  chunks: AsyncIterable<Uint8Array>,
  handlers: Handlers,
): AsyncGenerator<void> {
  const parser = xmlParser(handlers)
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true })
    sound(() => parser.write(text))
    yield
  }
  sound(() => parser.write(decoder.decode()).close())
  yield
}

export function parseXml(text: string, handlers: Handlers): void {
  sound(() =>
    xmlParser(handlers)
      .write(text.replace(/^\uFEFF/, ''))
      .close(),
  )
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** What is no XML is a damaged file. */
function sound(parse: () => unknown): void {
  try {
    parse()
  } catch (error) {
    throw error instanceof RosterProblem ? error : damaged()
  }
}
