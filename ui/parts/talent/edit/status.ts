import { t } from '../../../words/index.ts'
import { type Draft, type Field, type FieldErrors, textAt } from './draft.ts'

/** Letters that a reason has at least. */
const LEAST = 4

export const STATUS_FIELDS: readonly Field[] = [
  {
    ...{ id: 'status', kind: 'choices' },
    label: () => t().talents.status,
    choices: () => Object.entries(t().talents.statuses).map(([value, name]) => ({ value, name })),
  },
  {
    ...{ id: 'reason', kind: 'area', maxlength: 200, rows: 2 },
    label: () => t().portrait.statusReason,
    hint: () => t().portrait.hints.statusReason,
  },
]

export function errorsOfStatus(draft: Draft): FieldErrors {
  if (textAt(draft, 'reason').trim().length >= LEAST) return {}
  return { reason: t().talent.needReason }
}
