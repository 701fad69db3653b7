import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { monthOf } from './say.ts'

const DASH = /\s*(--+|—+|－+|–|~)\s*/

/** `2019.07--2023.06  what` as offices print it. */
export function resumeLines(text: string | null): string[] {
  const lines = (text ?? '')
    .split('\n')
    .map((line) => line.trim().replace(DASH, '—'))
    .filter((line) => line !== '')
  return lines.length > 0 ? lines : [t().prints.form.noResume]
}

type Piece = TalentRecord['evidence'][number]
/** Pieces that a page has room for beside the rest. */
const MOST_PIECES = 10

/**
 * What stands behind somebody, each with who says so and when, the latest first. What was recorded of the person comes
 * before what follows from attendance and courses; one paper that counts for two criteria is said once.
 */
export function evidenceLines(evidence: readonly Piece[]): string[] {
  const sorted = [...evidence].sort(
    (a, b) => Number(a.isDerived) - Number(b.isDerived) || (a.on < b.on ? 1 : -1),
  )
  const lines = [...new Set(sorted.map(lineOf))]
  if (lines.length === 0) return [t().prints.form.noEvidence]
  const rest = lines.length - MOST_PIECES
  return rest > 0 ? [...lines.slice(0, MOST_PIECES), t().prints.form.more(rest)] : lines
}

function lineOf({ note, source, on, standing, criterion }: Piece): string {
  const what = note || t().criterion[criterion]
  const said = t().prints.form[standing]
  return said(what, source, monthOf(on))
}

export function honourLines(honours: TalentRecord['honours']): string[] {
  const sorted = [...honours].sort((a, b) => (a.on < b.on ? 1 : -1))
  const lines = sorted.map(({ name, on }) => t().prints.form.honour(name, monthOf(on)))
  return lines.length > 0 ? lines : [t().prints.form.noHonours]
}
