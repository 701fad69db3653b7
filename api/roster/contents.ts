import { identityFault, normalIdentity } from '../../db/identity-number.ts'
import { plain } from './text.ts'
import type { RosterKind } from './types.ts'
import { readDay } from './values/dates.ts'
import { readEducation } from './values/education.ts'
import { readEthnicity, readPartyStatus, readSex, readYes } from './values/fixed-words.ts'

type Test = { fields: readonly string[]; isOne: (text: string) => boolean; isSure?: true }

/** What stands under a header tells the field by itself (`sure`) or only a kind of field. */
export function likelyFields(
  kind: RosterKind,
  texts: readonly string[],
): { sure: string | null; likely: string[] } {
  if (kind === 'villages' || texts.length === 0) return { sure: null, likely: villageFields(texts) }
  const fitting = TESTS.filter(({ isOne }) => shareOf(texts, isOne) >= MOST_OF_ALL)
  const sure = fitting.find(({ isSure }) => isSure)?.fields[0] ?? null
  return { sure, likely: fitting.flatMap(({ fields }) => [...fields]) }
}

const MOST_OF_ALL = 0.8

/** Surer ones first: an identity number is no telephone, 汉 no name. */
const TESTS: readonly Test[] = [
  { fields: ['idNumber'], isSure: true, isOne: (it) => identityFault(normalIdentity(it)) === null },
  { fields: ['phone'], isSure: true, isOne: (it) => /^(\+?86)?1\d{10}$/.test(plain(it)) },
  { fields: ['sex'], isSure: true, isOne: (it) => /\p{L}/u.test(it) && readSex(it) !== null },
  { fields: ['ethnicity'], isSure: true, isOne: (it) => readEthnicity(it) !== null },
  { fields: ['partyStatus'], isSure: true, isOne: (it) => readPartyStatus(it) !== null },
  { fields: ['education', 'fullTimeEducation', 'inServiceEducation'], isOne: isEducation },
  {
    fields: ['adjustable', 'returning', 'willing', 'isParty'],
    isOne: (it) => readYes(it) !== null,
  },
  { fields: ['village', 'residence'], isOne: (it) => /(村|社区|居委会|村委会)$/.test(plain(it)) },
  { fields: ['township'], isOne: (it) => /(镇|乡|街道|办事处)$/.test(plain(it)) },
  { fields: ['bornOn', 'partyJoinedOn', 'enlistedOn'], isOne: isMonth },
  { fields: ['name'], isOne: (it) => /^\p{Script=Han}\s*\p{Script=Han}{1,3}$/u.test(it) },
]

function isEducation(text: string): boolean {
  const read = readEducation(text)
  return read !== null && read.education !== null && plain(text).length <= 8
}

function isMonth(text: string): boolean {
  return /^\d{4}/.test(plain(text)) && 'day' in readDay(text, text)
}

function villageFields(texts: readonly string[]): string[] {
  const isCode = shareOf(texts, (it) => /^\d{12}$/.test(plain(it))) >= MOST_OF_ALL
  const isPlace = shareOf(texts, (it) => /(村|社区|居委会|村委会)$/.test(plain(it))) >= MOST_OF_ALL
  return [...(isCode ? ['code'] : []), ...(isPlace ? ['name'] : [])]
}

function shareOf(texts: readonly string[], isOne: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(isOne).length / texts.length
}
