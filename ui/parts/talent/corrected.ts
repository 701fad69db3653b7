import type { CorrectedField, OwnRecord } from '../../types.ts'
import { t } from '../../words/index.ts'

export const CORRECTED = [
  'occupation',
  'education',
  'bornOn',
  'partyStatus',
  'willingness',
  'phone',
  'name',
  'other',
] as const satisfies readonly CorrectedField[]

/** Fields with a list to choose from; what is stored is the id, what is read its words. */
export function optionsOf(field: CorrectedField): { value: string; name: string }[] | null {
  if (field === 'education') return entriesOf(t().education)
  if (field === 'partyStatus') return entriesOf(t().partyStatus)
  return field === 'willingness' ? entriesOf(t().willingness) : null
}

/** A value of a field as it is read; null is not known. */
export function valueText(field: CorrectedField, value: string | null): string {
  if (value === null) return t().unknown
  return optionsOf(field)?.find((option) => option.value === value)?.name ?? value
}

/** What the own record says now. */
export function ownValue(own: OwnRecord, field: CorrectedField): string | null {
  if (field === 'other') return null
  return field === 'phone' ? own.private.phone : own[field]
}

const entriesOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, name]) => ({ value, name }))
