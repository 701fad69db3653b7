import type { KnownPerson } from '../../db/import-people.ts'
import type { PrivateField, TalentTable } from '../../db/schema.ts'
import { EDUCATIONS, type Education } from '../../matching/types.ts'
import { educationOf } from '../portrait/education.ts'
import { nationalityOf } from '../portrait/ethnicities.ts'
import type { PersonValues, RosterKind } from '../roster/types.ts'
import type { Known } from './types.ts'

/** Columns of a person that a spreadsheet may set as they stand. */
const FACTS = [
  'name',
  'sex',
  'bornOn',
  'ethnicity',
  'nativePlace',
  'education',
  'fullTimeEducation',
  'fullTimeSchool',
  'inServiceEducation',
  'inServiceSchool',
  'degree',
  'partyStatus',
  'partyJoinedOn',
  'homeVillageCode',
  'residence',
  'occupation',
  'channel',
  'willingness',
  'isFit',
  'status',
  'experienceYears',
  'resume',
  'remarks',
] as const satisfies (keyof TalentTable & keyof PersonValues)[]

export type Column =
  | (typeof FACTS)[number]
  | 'nationality'
  | 'isFullTimeEducation'
  | 'homeTownshipCode'
  | 'consent'
type Value = string | number | null
export type Change<T> = { before: T; after: T }
export type SkillRow = KnownPerson['skills'][number]
export type PersonChange = {
  facts: Partial<Record<Column, Change<Value>>>
  sources: Change<string[]> | null
  tags: Change<string[]> | null
  skills: Change<SkillRow[]> | null
  /** In the clear; what was there before is read when it is written. */
  private: { field: PrivateField; after: string }[]
}

export type Ways = {
  kind: RosterKind
  known: Known
  digest: (field: PrivateField, value: string) => string
  /** Of the dictionary, or of a word that is not in it yet. */
  skillOf: (skill: { skill: string } | { word: string }) => string
  townshipOf: (village: string) => string | undefined
}

/** What a row would change of somebody who is known; null when nothing. */
export function differenceOf(
  values: PersonValues,
  person: KnownPerson,
  ways: Ways,
): PersonChange | null {
  const facts = factsOf(values, person, ways)
  const change = {
    facts,
    sources: listOf(values.sources, person.sources, ways),
    tags: listOf(values.tags, person.tags, ways),
    skills: skillsOf(values.skills, person.skills, ways),
    private: privateOf(values, person, ways),
  }
  const { sources, tags, skills } = change
  const isChanged =
    Object.keys(facts).length > 0 || change.private.length > 0 || sources || tags || skills
  return isChanged ? change : null
}

/** What is typed of a skill by a list is claimed, and of middling level until somebody says more. */
export const CLAIMED = { level: 0.5, standing: 'claimed' } as const

function factsOf(values: PersonValues, person: KnownPerson, ways: Ways): PersonChange['facts'] {
  const facts: PersonChange['facts'] = {}
  const isMerge = ways.known === 'merge'
  for (const column of FACTS) {
    const [after, before] = [values[column], person[column]]
    if (after === undefined || isSame(column, before, after)) continue
    const isGap = before === null || before === '' || isFiner(column, before, after)
    if (isMerge && !isGap && !isOffice(ways, column)) continue
    facts[column] = { before, after }
  }
  return { ...facts, ...consentOf(values, person), ...derived(facts, values, person, ways) }
}

/** A list says that somebody signed; it never overrules what the person said since. */
function consentOf({ consent }: PersonValues, person: KnownPerson): PersonChange['facts'] {
  if (consent === undefined || person.consent !== null) return {}
  return { consent: { before: null, after: consent } }
}

/** Being in office is what such a list is about. */
const isOffice = ({ kind }: Ways, column: Column) => kind === 'incumbents' && column === 'status'

function isSame(column: Column, before: Value, after: Value): boolean {
  if (before === after) return true
  if (
    typeof before === 'string' &&
    typeof after === 'string' &&
    squeezed(before) === squeezed(after)
  )
    return true
  const isDay = column === 'bornOn' || column === 'partyJoinedOn'
  // A list that has the month alone says nothing against the day.
  return isDay && typeof before === 'string' && before.startsWith(String(after))
}

/** Lists are read with one space where there were more. */
const squeezed = (text: string) => text.replace(/[^\S\n]+/g, ' ').trim()

function isFiner(column: Column, before: Value, after: Value): boolean {
  const isDay = column === 'bornOn' || column === 'partyJoinedOn'
  return isDay && typeof before === 'string' && String(after).startsWith(before)
}

/** What follows from what is set: the highest education, what the law counts, the township of the home. */
function derived(
  facts: PersonChange['facts'],
  values: PersonValues,
  person: KnownPerson,
  { townshipOf }: Ways,
): PersonChange['facts'] {
  const found: PersonChange['facts'] = {}
  const set = (column: Column, after: Value) => {
    delete facts[column]
    if (after !== person[column as keyof KnownPerson])
      found[column] = { before: person[column as keyof KnownPerson] as Value, after }
  }
  if (facts.ethnicity) set('nationality', nationalityOf(String(facts.ethnicity.after)))
  if (facts.homeVillageCode) {
    const code = String(facts.homeVillageCode.after)
    set('homeTownshipCode', values.homeTownshipCode ?? townshipOf(code) ?? person.homeTownshipCode)
  }
  const isTouched = facts.fullTimeEducation ?? facts.inServiceEducation
  const isOwn = values.education !== highest([values.fullTimeEducation, values.inServiceEducation])
  if (isTouched) {
    const parts = {
      fullTimeEducation: (facts.fullTimeEducation?.after ??
        person.fullTimeEducation) as Education | null,
      inServiceEducation: (facts.inServiceEducation?.after ??
        person.inServiceEducation) as Education | null,
    }
    const own = educationOf(parts)
    const given = isOwn ? values.education : undefined
    // A record of before the two were told apart has the highest alone, which stays.
    const old = person.education as Education | null
    const isApart =
      old === highest([person.fullTimeEducation, person.inServiceEducation] as Education[])
    const top = highest([own.education, given, isApart ? null : old])
    set('education', top)
    if (top === own.education) set('isFullTimeEducation', own.isFullTimeEducation)
  } else if (facts.education && !isOwn) delete facts.education
  return found
}

export function highest(list: readonly (Education | null | undefined)[]): Education | null {
  const ranks = list.flatMap((it) => (it ? EDUCATIONS.indexOf(it) : []))
  return ranks.length === 0 ? null : EDUCATIONS[Math.max(...ranks)]!
}

function listOf(given: string[] | undefined, before: string[], { known }: Ways) {
  if (given === undefined) return null
  const after = [...new Set(known === 'merge' ? [...before, ...given] : given)].sort()
  return after.join('\n') === before.toSorted().join('\n') ? null : { before, after }
}

function skillsOf(
  given: PersonValues['skills'],
  before: SkillRow[],
  { known, skillOf }: Ways,
): PersonChange['skills'] {
  if (given === undefined) return null
  const rows = new Map(before.map((row) => [row.skillId, row]))
  const named = [...new Set(given.map(skillOf))]
  const ids = known === 'merge' ? [...new Set([...rows.keys(), ...named])] : named
  if (ids.length === rows.size && ids.every((id) => rows.has(id))) return null
  return { before, after: ids.map((skillId) => rows.get(skillId) ?? { skillId, ...CLAIMED }) }
}

function privateOf(
  { idNumber, phone }: PersonValues,
  person: KnownPerson,
  { known, digest }: Ways,
): PersonChange['private'] {
  const given = [
    { field: 'id-number' as const, after: idNumber },
    { field: 'phone' as const, after: phone },
  ]
  return given.flatMap(({ field, after }) => {
    if (after === undefined) return []
    const before = person.private.find((it) => it.field === field)
    const isKept = before && (known === 'merge' || before.digest === digest(field, after))
    return isKept ? [] : [{ field, after }]
  })
}
