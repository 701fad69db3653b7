import type { RelativeBody } from '../../../portrait.ts'
import type { TalentRecord } from '../../../types.ts'
import { t } from '../../../words/index.ts'
import { dayOf, isDay } from './days.ts'
import { type Draft, type Field, type FieldErrors, textAt } from './draft.ts'

type Relative = TalentRecord['relatives'][number]

export const RELATIVE_FIELDS: readonly Field[] = [
  {
    ...{ id: 'relation', kind: 'text', maxlength: 20 },
    label: () => t().portrait.relative.relation,
    hint: () => t().portrait.hints.relation,
  },
  { id: 'name', kind: 'text', maxlength: 40, label: () => t().portrait.relative.name },
  {
    ...{ id: 'bornOn', kind: 'day', isNumeric: true },
    label: () => t().portrait.relative.bornOn,
    hint: () => t().portrait.hints.relativeBorn,
  },
  {
    ...{ id: 'politicalStatus', kind: 'text', maxlength: 20 },
    label: () => t().portrait.relative.politicalStatus,
    hint: () => t().portrait.hints.relativeParty,
  },
  {
    ...{ id: 'work', kind: 'text', maxlength: 100 },
    label: () => t().portrait.relative.work,
    hint: () => t().portrait.hints.relativeWork,
  },
]

export const BLANK_RELATIVE: Draft = {
  ...{ relation: '', name: '', bornOn: '' },
  ...{ politicalStatus: '', work: '' },
}

export const relativeDraft = (one: Relative): Draft => ({
  ...{ relation: one.relation, name: one.name, bornOn: one.bornOn ?? '' },
  ...{ politicalStatus: one.politicalStatus ?? '', work: one.work ?? '' },
})

export function errorsOfRelative(draft: Draft): FieldErrors {
  const { need } = t().portrait
  const born = textAt(draft, 'bornOn').trim()
  return {
    ...(textAt(draft, 'relation').trim() === '' && { relation: need.relation }),
    ...(textAt(draft, 'name').trim() === '' && { name: need.name }),
    ...(born !== '' && !isDay(born) && { bornOn: need.day }),
  }
}

export function bodyOfRelative(draft: Draft): RelativeBody {
  const text = (field: string) => textAt(draft, field).trim()
  return {
    ...{ relation: text('relation'), name: text('name'), bornOn: dayOf(text('bornOn')) },
    ...{ politicalStatus: text('politicalStatus') || null, work: text('work') || null },
  }
}
