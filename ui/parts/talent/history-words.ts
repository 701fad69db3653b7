import { t } from '../../words/index.ts'
import { wordsOf } from './edit/draft.ts'
import { FACT_FIELDS } from './edit/sections.ts'

/** What a field of the history is called; one that is not known is shown as it is. */
export function fieldWord(field: string): string {
  const own: Record<string, string> = t().portrait.historyField
  return own[field] ?? FACT_FIELDS.find(({ id }) => id === field)?.label() ?? field
}

/** One thing of many, or a reason: when it came there was nothing before that it replaced. */
export const isPiece = (field: string) => PIECES.includes(field)

/** A value of the history in words: codes by what they mean, lists by their parts. */
export function valueWord(field: string, value: string | null): string {
  if (value === null) return t().unknown
  const statuses: Record<string, string> = t().talents.statuses
  if (field === 'status') return statuses[value] ?? value
  if (value === 'true' || value === 'false') return value === 'true' ? t().yes : t().no
  const known = FACT_FIELDS.find(({ id }) => id === field)
  if (!known?.choices) return value
  return value
    .split('、')
    .map((one) => wordsOf(known, one))
    .join(t().comma)
}

const PIECES = [
  'evidence',
  'honours',
  'relatives',
  'family',
  'refusedNamesakes',
  'statusReason',
  'merged',
]
