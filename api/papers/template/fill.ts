import { createDefaultPlugins, type TemplateData, TemplateHandler } from 'easy-template-x'
import { LinkedPlugin } from '../report/linked.ts'

/** The names that a template asks for, in their order. */
export function fieldsIn(template: Uint8Array) {
  return new TemplateHandler().parseTags(Buffer.from(template))
}

/** The template with its fields filled in. */
export async function filled(template: Uint8Array, data: TemplateData): Promise<Uint8Array> {
  // A plugin counts its bookmarks: each document has its own.
  const plugins = [...createDefaultPlugins(), new LinkedPlugin()]
  return new TemplateHandler({ plugins }).process(Buffer.from(template), data)
}
