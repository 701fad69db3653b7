import type { Field } from '../types.ts'

type More = Partial<Pick<Field, 'isRequired' | 'isMany'>>

/** `synonyms` are parted by spaces; signs, brackets and spaces in a header do not count. */
export function field(id: string, zh: string, en: string, synonyms = '', more: More = {}): Field {
  return { id, words: { zh, en }, synonyms: [zh, en, ...split(synonyms)], ...more }
}

export const REQUIRED = { isRequired: true } as const
export const MANY = { isMany: true } as const

function split(text: string): string[] {
  return text.split(/\s+/).filter((it) => it !== '')
}
