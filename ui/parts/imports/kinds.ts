import type { ImportCounts } from '../../types.ts'
import { t } from '../../words/index.ts'

/** Kinds of what was found in the rows, those of most rows first. */
export const kindsIn = (counts: ImportCounts | null, level: 'error' | 'notice') =>
  (counts?.kinds ?? [])
    .filter((one) => one.level === level)
    .sort((a, b) => b.rows - a.rows || (a.kind < b.kind ? -1 : 1))

/** A kind is of something and says how: `born-on.no-such-day`. */
export function kindName(kind: string): string {
  const { kinds, kindOf, kindHow, otherKind } = t().imports
  const [of = '', how = ''] = kind.split('.')
  const whole = wordIn(kinds, kind)
  if (whole) return whole
  const parts = [wordIn(kindOf, of), wordIn(kindHow, how)].filter((word) => word !== undefined)
  return parts.length > 0 ? parts.join(t().colon) : otherKind
}

const wordIn = (words: Readonly<Record<string, string>>, key: string): string | undefined =>
  words[key]
