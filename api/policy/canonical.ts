import { createHash } from 'node:crypto'

/**
 * JSON that is the same text for the same content: keys in order, no spaces (RFC 8785, whose numbers and strings are
 * those of `JSON.stringify`).
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, of]) => of !== undefined)
  const members = entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, of]) => `${JSON.stringify(key)}:${canonical(of)}`)
  return `{${members.join(',')}}`
}

/** SHA-256 of what a version says, in hexadecimal digits: what its author signs. */
export function contentHashOf(body: unknown): string {
  return createHash('sha256').update(canonical(body)).digest('hex')
}
