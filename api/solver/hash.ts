import { createHash } from 'node:crypto'
import type { Problem } from '../../matching/types.ts'

/**
 * SHA-256 of a problem: two are the same question exactly when theirs are equal. Keys are sorted, lists are taken in
 * their order, because the order of people settles ties. Part by part, so that a county is never one text.
 */
export function hashOf(problem: Problem): string {
  const hash = createHash('sha256')
  for (const [key, part] of Object.entries(problem).sort(byKey)) {
    hash.update(`\n${key}\n`)
    for (const one of Array.isArray(part) ? part : [part]) hash.update(`${canonical(one)}\n`)
  }
  return hash.digest('hex')
}

export function textHashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** JSON whose keys are sorted at every depth. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(byKey))
      : one,
  )
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
