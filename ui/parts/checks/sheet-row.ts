import type { Opinion } from '../../checks.ts'
import { t } from '../../words/index.ts'
import type { State } from '../mark.tsx'
import type { Aspect } from './aspects.ts'
import { answerOf, type Draft, type Filled, isConflict, lacking } from './drafts.ts'

/** One person of a sheet, of a quarter or a year. */
export type SheetRow = Filled & {
  village: string
  /** Behind the village: mentors, or that a post is held on trial. */
  about: string
  signed: { by: string; on: string; isLate: boolean } | null
  opinions: readonly Opinion[]
}

type Known = { aspects: readonly Aspect[]; isLate: boolean }

/** How far it is with somebody: a shape and a word. */
export function stateOf(
  row: SheetRow,
  draft: Draft | undefined,
  { aspects, isLate }: Known,
): { state: State; text: string } {
  const words = t().checks.state
  if (isConflict(draft, row.standing)) return { state: 'missed', text: words.conflict }
  if (draft) {
    const n = lacking(answerOf(draft, row.standing), aspects).length
    if (n > 0) return { state: 'weak', text: words.lacks(n) }
    return { state: 'weak', text: row.standing ? words.again : words.ready }
  }
  if (row.signed) {
    const { on, isLate: wasLate } = row.signed
    const text = (wasLate ? words.signedLate : words.signed)(on.slice(5))
    return { state: 'met', text }
  }
  return isLate ? { state: 'missed', text: words.late } : { state: 'unknown', text: words.open }
}

/** The draft can be signed: everything is answered, and nobody signed meanwhile. */
export const isReady = (draft: Draft, aspects: readonly Aspect[], row: SheetRow | undefined) =>
  lacking(draft, aspects).length === 0 && !(row && isConflict(draft, row.standing))
