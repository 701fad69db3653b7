import { v7 as newId } from 'uuid'
import { BLANK_FACTS, NEW_RECORD } from '../../db/blank.ts'
import type { PeopleRows } from '../../db/import-people.ts'
import type { Keyring } from '../../db/keyring.ts'
import { syllablesOf } from '../../db/pinyin.ts'
import type { Database, PrivateField } from '../../db/schema.ts'
import { educationOf } from '../portrait/education.ts'
import { nationalityOf } from '../portrait/ethnicities.ts'
import { keptUntil } from '../portrait/keeping.ts'
import { placeOf } from '../private-values.ts'
import type { PersonValues } from '../roster/types.ts'
import { CLAIMED, highest } from './difference.ts'

type Given = {
  countyCode: string
  importId: string
  keyring: Keyring
  at: string
  skillOf: (skill: NonNullable<PersonValues['skills']>[number]) => string
  /** Words of a skill for search. */
  wordOf: (skill: string) => string
  townshipOf: (village: string) => string | undefined
  /** Of the notice in force, which is what was signed. */
  noticeVersion: number | null
  /** Whoever imports answers for the papers. */
  accountId: string
}

type Signed = Pick<Given, 'countyCode' | 'noticeVersion' | 'at' | 'accountId'>

export function consentRow(
  { countyCode, noticeVersion, at, accountId }: Signed,
  talentId: string,
): Database['consents'] {
  const signed = { act: 'given', channel: 'paper', noticeVersion } as const
  return { countyCode, id: newId(), talentId, ...signed, at, accountId }
}

/** Rows of people who come in, numbered after `lastRow`, with the words that search finds them by. */
export function rowsOfNew(given: Given, people: readonly PersonValues[], lastRow: number) {
  const rows: PeopleRows = {
    talents: [],
    talentSources: [],
    talentSkills: [],
    talentTags: [],
    privateFields: [],
    consents: [],
  }
  const texts = people.map((values, at) => {
    const id = newId()
    const own = { countyCode: given.countyCode, talentId: id }
    const searchRow = lastRow + at + 1
    const skills = [...new Set((values.skills ?? []).map(given.skillOf))]
    rows.talents.push(talentRow(given, values, { id, searchRow }))
    for (const source of new Set(values.sources)) rows.talentSources.push({ ...own, source })
    for (const tag of new Set(values.tags)) rows.talentTags.push({ ...own, tag })
    for (const skillId of skills) rows.talentSkills.push({ ...own, skillId, ...CLAIMED })
    if (values.consent) rows.consents.push(consentRow(given, id))
    rows.privateFields.push(...privateRows(given, id, values))
    return { searchRow, text: textOf(values, skills.map(given.wordOf)) }
  })
  return { rows, texts }
}

function talentRow(
  { countyCode, importId, at, townshipOf, noticeVersion }: Given,
  values: PersonValues,
  numbers: { id: string; searchRow: number },
): Database['talents'] {
  const name = values.name!
  const homeVillageCode = values.homeVillageCode!
  const homeTownshipCode = townshipOf(homeVillageCode) ?? values.homeTownshipCode!
  return {
    ...{ ...BLANK_FACTS, ...NEW_RECORD, countyCode, ...numbers, importId },
    ...{ name, ...readingOf(name), homeVillageCode, homeTownshipCode },
    ...factsOf(values),
    ...educationColumns(values),
    nationality: nationalityOf(values.ethnicity ?? null),
    status: values.status ?? 'registered',
    channel: values.channel ?? 'recommended',
    // A township's list is part of its duty to prepare the term change; consent is recorded person by person.
    basis: 'duty',
    noticeVersion: values.consent ? noticeVersion : null,
    keepUntil: keptUntil(at),
    createdAt: at,
    updatedAt: at,
  }
}

function factsOf(values: PersonValues) {
  return {
    sex: values.sex ?? null,
    bornOn: values.bornOn ?? null,
    ethnicity: values.ethnicity ?? null,
    nativePlace: values.nativePlace ?? null,
    fullTimeSchool: values.fullTimeSchool ?? null,
    inServiceSchool: values.inServiceSchool ?? null,
    degree: values.degree ?? null,
    partyStatus: values.partyStatus ?? null,
    partyJoinedOn: values.partyJoinedOn ?? null,
    residence: values.residence ?? null,
    occupation: values.occupation ?? null,
    willingness: values.willingness ?? null,
    isFit: values.isFit ?? null,
    consent: values.consent ?? null,
    experienceYears: values.experienceYears ?? null,
    resume: values.resume ?? null,
    remarks: values.remarks ?? null,
  }
}

/** The highest of what is given; which it was is known only where a list tells the two apart. */
function educationColumns({ education, fullTimeEducation, inServiceEducation }: PersonValues) {
  const parts = {
    fullTimeEducation: fullTimeEducation ?? null,
    inServiceEducation: inServiceEducation ?? null,
  }
  const own = educationOf(parts)
  const top = highest([education, own.education])
  return {
    ...parts,
    education: top,
    isFullTimeEducation: top === own.education ? own.isFullTimeEducation : null,
  }
}

/** One reading of the name serves all three columns. */
function readingOf(name: string) {
  const syllables = syllablesOf(name)
  const parts = syllables.split(' ')
  return {
    syllables,
    pinyin: parts.join(''),
    initials: parts.map((part) => part[0] ?? '').join(''),
  }
}

function privateRows({ countyCode, keyring }: Given, talentId: string, values: PersonValues) {
  const given: [PrivateField, string | undefined][] = [
    ['id-number', values.idNumber],
    ['phone', values.phone],
  ]
  return given.flatMap(([field, value]) => {
    if (value === undefined) return []
    const cipher = keyring.encrypt(value, placeOf({ countyCode }, talentId, field))
    return [{ countyCode, talentId, field, cipher, digest: keyring.digest(field, value) }]
  })
}

function textOf(values: PersonValues, skills: readonly string[]): string {
  const { occupation, fullTimeSchool, inServiceSchool, degree, nativePlace } = values
  const facts = [occupation, fullTimeSchool, inServiceSchool, degree, nativePlace]
  const more = [values.residence, values.resume, values.remarks, ...(values.tags ?? []), ...skills]
  return [...facts, ...more].filter((it) => it !== undefined).join(' ')
}
