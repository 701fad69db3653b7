import type { HonourBody } from '../../../portrait.ts'
import type { TalentRecord } from '../../../types.ts'
import { t } from '../../../words/index.ts'
import { type Draft, type Field, type FieldErrors, textAt } from './draft.ts'

type Honour = TalentRecord['honours'][number]

export const HONOUR_FIELDS: readonly Field[] = [
  {
    ...{ id: 'name', kind: 'text', maxlength: 100 },
    label: () => t().portrait.honour.name,
    hint: () => t().portrait.hints.honour,
  },
  {
    ...{ id: 'level', kind: 'choices' },
    label: () => t().portrait.honour.level,
    choices: () => Object.entries(t().talent.honourLevel).map(([value, name]) => ({ value, name })),
  },
  { id: 'on', kind: 'date', label: () => t().portrait.honour.on },
]

export const BLANK_HONOUR: Draft = { name: '', level: '', on: '' }

export const honourDraft = ({ name, level, on }: Honour): Draft => ({ name, level, on })

export function errorsOfHonour(draft: Draft): FieldErrors {
  const { honour } = t().portrait.need
  const fields = ['name', 'level', 'on'] as const
  return Object.fromEntries(
    fields.filter((field) => textAt(draft, field).trim() === '').map((one) => [one, honour[one]]),
  )
}

export const bodyOfHonour = (draft: Draft): HonourBody => ({
  name: textAt(draft, 'name').trim(),
  level: textAt(draft, 'level') as HonourBody['level'],
  on: textAt(draft, 'on'),
})
