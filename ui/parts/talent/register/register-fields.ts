import type { NewTalent } from '../../../portrait.ts'
import { t } from '../../../words/index.ts'
import { dayOf } from '../edit/days.ts'
import { type Draft, type Field, type FieldErrors, listAt, textAt } from '../edit/draft.ts'
import { errorsOfFacts, FACT_FIELDS } from '../edit/sections.ts'
import { identityBirth, identityFault, identitySex, normalIdentity } from './identity.ts'

export type Part = 'numbers' | 'who' | 'whence' | 'basis'
type Way = { mayNumber: boolean; mayConsent: boolean; noticeVersion: number | null }

export const EMPTY: Draft = {
  ...{ idNumber: '', phone: '', name: '', sex: '', bornOn: '', homeVillage: '' },
  ...{ partyStatus: '', education: '', wayOfStudy: '', occupation: '' },
  ...{ channel: '', sources: [], basis: '', noticeVersion: '' },
}

/** The questions of the short form; the rest is asked in the portrait. */
export function registerFields(part: Part, way: Way): Field[] {
  if (part === 'numbers') return way.mayNumber ? [ID_NUMBER, PHONE] : []
  if (part === 'who') return WHO
  if (part === 'whence') return WHENCE
  return way.mayConsent ? [BASIS, noticeField(way.noticeVersion)] : []
}

export function errorsOfRegister(draft: Draft, { mayConsent }: Way): FieldErrors {
  const text = (field: string) => textAt(draft, field).trim()
  const { need } = t().portrait
  const number = normalIdentity(text('idNumber'))
  const fault = number === '' ? null : identityFault(number)
  const isConsent = text('basis') === 'consent'
  return {
    ...errorsOfFacts(draft),
    ...(fault && { idNumber: t().portrait.idNumberOdd[fault] }),
    ...(!fault && number && clashesOf(draft, number)),
    ...(text('education') && !text('wayOfStudy') && { wayOfStudy: need.wayOfStudy }),
    ...(!text('channel') && { channel: need.channel }),
    ...(mayConsent && !text('basis') && { basis: need.basis }),
    ...(isConsent && !/^\d{1,6}$/.test(text('noticeVersion')) && { noticeVersion: need.notice }),
  }
}

/** What is filled in from a whole identity number where nothing stands yet. */
export function filledFrom(draft: Draft): Draft {
  const number = normalIdentity(textAt(draft, 'idNumber'))
  if (identityFault(number) !== null) return {}
  return {
    ...(textAt(draft, 'bornOn') === '' && { bornOn: identityBirth(number) }),
    ...(textAt(draft, 'sex') === '' && { sex: identitySex(number) }),
  }
}

/** What is not said is left out: it is not known. */
export function bodyOfRegister(draft: Draft, id: string, isNew: boolean, way: Way): NewTalent {
  const text = (field: string) => textAt(draft, field).trim()
  const education = text('wayOfStudy') === 'inService' ? 'inServiceEducation' : 'fullTimeEducation'
  const isConsent = way.mayConsent && text('basis') === 'consent'
  const given = {
    ...{ sex: text('sex'), bornOn: dayOf(text('bornOn')), partyStatus: text('partyStatus') },
    ...{ [education]: text('education'), occupation: text('occupation') },
    ...(way.mayNumber && { idNumber: text('idNumber'), phone: text('phone') }),
  }
  const known = Object.entries(given).filter(([, value]) => value !== '' && value !== null)
  return {
    ...Object.fromEntries(known),
    ...{ id, isNew, name: text('name'), homeVillage: text('homeVillage') },
    channel: text('channel') as NewTalent['channel'] & string,
    sources: listAt(draft, 'sources') as NewTalent['sources'] & object,
    basis: isConsent ? 'consent' : 'duty',
    ...(isConsent && { noticeVersion: Number(text('noticeVersion')) }),
  }
}

function clashesOf(draft: Draft, number: string): FieldErrors {
  const born = dayOf(textAt(draft, 'bornOn'))
  const sex = textAt(draft, 'sex')
  return {
    ...(born && !identityBirth(number).startsWith(born) && { bornOn: t().portrait.otherBirth }),
    ...(sex && sex !== identitySex(number) && { sex: t().portrait.otherSex }),
  }
}

const factField = (id: string): Field => FACT_FIELDS.find((field) => field.id === id)!

const ID_NUMBER: Field = {
  ...{ id: 'idNumber', kind: 'text', maxlength: 40 },
  label: () => t().portrait.idNumber,
  hint: () => t().portrait.idNumberHint,
}
const PHONE: Field = {
  ...{ id: 'phone', kind: 'text', maxlength: 40, isNumeric: true },
  label: () => t().portrait.phone,
  hint: () => t().talent.phoneHint,
}
const WHO: Field[] = [
  factField('name'),
  factField('sex'),
  factField('bornOn'),
  factField('homeVillage'),
  factField('partyStatus'),
  {
    ...{ ...factField('fullTimeEducation'), id: 'education' },
    label: () => t().portrait.highest,
  },
  {
    ...{ id: 'wayOfStudy', kind: 'choices' },
    label: () => t().portrait.wayOfStudy,
    isAsked: (draft) => textAt(draft, 'education') !== '',
    choices: () =>
      (['fullTime', 'inService'] as const).map((value) => ({ value, name: t().portrait[value] })),
  },
  factField('occupation'),
]
const WHENCE: Field[] = [factField('channel'), factField('sources')]
const BASIS: Field = {
  ...{ id: 'basis', kind: 'choices' },
  label: () => t().portrait.basis,
  hint: () => t().portrait.basisHint,
  choices: () => Object.entries(t().portrait.bases).map(([value, name]) => ({ value, name })),
}

const noticeField = (inForce: number | null): Field => ({
  ...{ id: 'noticeVersion', kind: 'text', maxlength: 6, isNumeric: true },
  label: () => t().portrait.noticeSigned,
  ...(inForce !== null && { hint: () => t().portrait.noticeInForce(inForce) }),
  isAsked: (draft) => textAt(draft, 'basis') === 'consent',
})
