import type { TalentRecord } from '../../../types.ts'
import { t } from '../../../words/index.ts'
import type { Choice } from '../../account/fields.tsx'
import { dayOf, isDay } from './days.ts'
import { type Draft, type Field, type FieldErrors, listAt, textAt } from './draft.ts'

export const SECTIONS = ['basic', 'education', 'work', 'political', 'willingness', 'tags'] as const
export type SectionId = (typeof SECTIONS)[number]

/** The questions of each part of the portrait, in the order of the registration form. */
export const SECTION_FIELDS: Record<SectionId, readonly Field[]> = {
  basic: [
    { ...field('name', 'text'), maxlength: 50 },
    { ...field('sex', 'choices'), choices: () => unknownLast(named(t().sex)) },
    { ...field('bornOn', 'day'), hint: () => t().portrait.dayHint, isNumeric: true },
    { ...field('ethnicity', 'text'), hint: () => t().portrait.hints.ethnicity, maxlength: 20 },
    { ...field('nativePlace', 'text'), maxlength: 60, hint: () => t().portrait.hints.nativePlace },
    field('homeVillage', 'place'),
    { ...field('residence', 'text'), hint: () => t().portrait.hints.residence },
    { ...field('channel', 'choices'), choices: () => named(t().talent.channels) },
    { ...field('sources', 'ticks'), choices: () => named(t().source) },
  ],
  education: [
    { ...field('fullTimeEducation', 'select'), choices: () => unknownFirst(named(t().education)) },
    { ...field('fullTimeSchool', 'text'), hint: () => t().portrait.hints.school },
    { ...field('inServiceEducation', 'select'), choices: () => unknownFirst(named(t().education)) },
    { ...field('inServiceSchool', 'text'), hint: () => t().portrait.hints.school },
    { ...field('degree', 'text'), hint: () => t().portrait.hints.degree, maxlength: 40 },
  ],
  work: [
    { ...field('occupation', 'text'), hint: () => t().portrait.hints.occupation },
    { ...field('experienceYears', 'text'), hint: () => t().portrait.hints.years, isNumeric: true },
    { ...field('resume', 'area'), hint: () => t().portrait.hints.resume, rows: 8, maxlength: 4000 },
    { ...field('qualifications', 'ticks'), choices: () => named(t().record.qualification) },
    { ...field('isNewSocialWorker', 'ticks'), choices: () => [yes('newSocialWorker')] },
    { ...field('hasOutstandingContribution', 'ticks'), choices: () => [yes('outstanding')] },
    { ...field('remarks', 'area'), hint: () => t().portrait.hints.remarks, maxlength: 1000 },
  ],
  political: [
    { ...field('partyStatus', 'choices'), choices: () => unknownLast(named(t().partyStatus)) },
    {
      ...{ ...field('partyJoinedOn', 'day'), isNumeric: true },
      hint: () => t().portrait.hints.joined,
      isAsked: (draft) => ['full', 'probationary'].includes(textAt(draft, 'partyStatus')),
    },
  ],
  willingness: [
    { ...field('willingness', 'choices'), choices: () => unknownLast(named(t().willingness)) },
    {
      ...field('isFit', 'choices'),
      hint: () => t().portrait.hints.fit,
      choices: () => unknownLast(named(t().portrait.fit)),
    },
  ],
  tags: [{ ...field('tags', 'tags'), hint: () => t().portrait.hints.tags }],
}

/** Every question that a part asks. */
export const FACT_FIELDS = SECTIONS.flatMap((section) => SECTION_FIELDS[section])
export const sectionOf = (id: string) =>
  SECTIONS.find((section) => SECTION_FIELDS[section].some((field) => field.id === id))

export function draftOfSection(section: SectionId, talent: TalentRecord): Draft {
  const facts = factsOf(talent)
  return Object.fromEntries(SECTION_FIELDS[section].map(({ id }) => [id, facts[id] ?? '']))
}

export function errorsOfFacts(draft: Draft): FieldErrors {
  const has = (field: string) => draft[field] !== undefined
  const years = textAt(draft, 'experienceYears').trim()
  const days = ['bornOn', 'partyJoinedOn'].filter(
    (field) => has(field) && textAt(draft, field).trim() !== '' && !isDay(textAt(draft, field)),
  )
  return {
    ...(has('name') && textAt(draft, 'name').trim() === '' && { name: t().portrait.need.name }),
    ...(has('homeVillage') &&
      !textAt(draft, 'homeVillage') && { homeVillage: t().portrait.need.village }),
    ...Object.fromEntries(days.map((field) => [field, t().portrait.need.day])),
    ...(years !== '' &&
      !/^\d{1,2}(\.\d)?$/.test(years) && { experienceYears: t().portrait.need.years }),
  }
}

function factsOf(talent: TalentRecord): Draft {
  const { homeVillage, experienceYears, isFit, isNewSocialWorker, hasOutstandingContribution } =
    talent
  const { sources, qualifications, tags, ...rest } = talent
  const texts = Object.entries(rest).filter(([, value]) => typeof value === 'string')
  return {
    ...Object.fromEntries(texts.map(([field, value]) => [field, String(value)])),
    ...{ sources, qualifications, tags, homeVillage: homeVillage.code },
    experienceYears: experienceYears === null ? '' : String(experienceYears),
    isFit: isFit === null ? '' : isFit ? 'yes' : 'no',
    isNewSocialWorker: isNewSocialWorker ? ['yes'] : [],
    hasOutstandingContribution: hasOutstandingContribution ? ['yes'] : [],
  }
}

function field(id: keyof ReturnType<typeof t>['portrait']['field'], kind: Field['kind']): Field {
  return { id, kind, label: () => t().portrait.field[id] }
}

const named = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, name]) => ({ value, name }))

const unknown = (): Choice => ({ value: '', name: t().unknown })
const unknownLast = (choices: Choice[]) => [...choices, unknown()]
const unknownFirst = (choices: Choice[]) => [unknown(), ...choices]

const yes = (word: 'newSocialWorker' | 'outstanding'): Choice => ({
  value: 'yes',
  name: t().record[word],
})

/** What the server is told of the facts that changed; empty is 'not known'. */
export function bodyOfFacts(draft: Draft, changed: readonly string[]) {
  return Object.fromEntries(changed.map((field) => [field, factOf(draft, field)]))
}

function factOf(draft: Draft, field: string) {
  const text = textAt(draft, field).trim()
  if (FLAGS.includes(field)) return listAt(draft, field).length > 0
  if (LISTS.includes(field)) return listAt(draft, field)
  if (text === '') return null
  if (field === 'isFit') return text === 'yes'
  if (field === 'experienceYears') return Number(text)
  return DAYS.includes(field) ? dayOf(text) : text
}

const FLAGS = ['isNewSocialWorker', 'hasOutstandingContribution']
const LISTS = ['sources', 'qualifications', 'tags']
const DAYS = ['bornOn', 'partyJoinedOn']
