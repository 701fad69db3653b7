import type { Words } from '../../matching/types.ts'
import { educationParts } from '../portrait/education.ts'
import { ethnicityOf } from '../portrait/ethnicities.ts'
import { plain, tidy } from '../roster/text.ts'
import { dayOf, isSameDay, monthText } from './days.ts'
import { EDUCATION_WORDS, levelOf, readDegree, readLevel } from './education.ts'
import type { ElementName } from './elements.ts'
import { partyOf } from './party.ts'
import { resumeOf } from './resume.ts'
import type { FieldRead, Known, Taken } from './types.ts'

/** What the portrait and the form both have, beside relatives, number and photograph. */
export const FORM_FIELDS = [
  'name',
  'sex',
  'bornOn',
  'ethnicity',
  'nativePlace',
  'party',
  'fullTimeEducation',
  'fullTimeSchool',
  'inServiceEducation',
  'inServiceSchool',
  'degree',
  'occupation',
  'resume',
] as const
export type FormField = (typeof FORM_FIELDS)[number]

type Field = {
  elements: readonly ElementName[]
  /** What the texts say to the portrait; null: nothing. */
  read(...texts: string[]): FieldRead
  /** The texts by what the portrait knows, one of each element. */
  write(known: Known): string[]
  /** The portrait says it already, perhaps more exactly. */
  isSame?(taken: Taken, known: Known): boolean
}

export const FIELDS: Record<FormField, Field> = {
  name: {
    elements: ['XingMing'],
    read: (text) => {
      const name = nameOf(text)
      return name === '' ? null : { values: { name } }
    },
    write: ({ name }) => [name],
  },
  sex: {
    elements: ['XingBie'],
    read: (text) => {
      const said = plain(text)
      if (said === '') return null
      if (!/^[男女]性?$/.test(said)) return { caution: UNREADABLE.sex }
      return { values: { sex: said.startsWith('男') ? 'male' : 'female' } }
    },
    write: ({ sex }) => [sex === null ? '' : sex === 'male' ? '男' : '女'],
  },
  bornOn: {
    elements: ['ChuShengNianYue'],
    read: (text) => dated(text, (bornOn) => ({ bornOn })),
    write: ({ bornOn }) => [monthText(bornOn)],
    isSame: ({ bornOn = null }, known) => isKnownDay(bornOn, known.bornOn),
  },
  ethnicity: {
    elements: ['MinZu'],
    read: (text) => {
      if (plain(text) === '') return null
      const ethnicity = ethnicityOf(plain(text))
      return ethnicity === null ? { caution: UNREADABLE.ethnicity } : { values: { ethnicity } }
    },
    write: ({ ethnicity }) => [ethnicity ?? ''],
  },
  nativePlace: textField('JiGuan', 'nativePlace', 60),
  party: {
    elements: ['RuDangShiJian'],
    read: partyOf,
    write: ({ partyJoinedOn }) => [monthText(partyJoinedOn)],
    isSame: ({ partyJoinedOn = null, partyStatus = null }, known) =>
      isKnownDay(partyJoinedOn, known.partyJoinedOn) && isKnownStatus(partyStatus, known),
  },
  fullTimeEducation: educationField('QuanRiZhiJiaoYu_XueLi', 'fullTimeEducation'),
  fullTimeSchool: textField('QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi', 'fullTimeSchool', 100),
  inServiceEducation: educationField('ZaiZhiJiaoYu_XueLi', 'inServiceEducation'),
  inServiceSchool: textField('ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi', 'inServiceSchool', 100),
  degree: {
    elements: ['QuanRiZhiJiaoYu_XueWei', 'ZaiZhiJiaoYu_XueWei'],
    read: readDegree,
    write: (known) => {
      const { degree } = known
      const { fullTimeEducation, inServiceEducation } = educationParts(known)
      const isOwn = !isHigh(fullTimeEducation) && isHigh(inServiceEducation)
      return isOwn ? ['', degree ?? ''] : [degree ?? '', '']
    },
  },
  occupation: textField('XianRenZhiWu', 'occupation', 100),
  resume: {
    elements: ['JianLi'],
    read: resumeOf,
    write: ({ resume }) => [resume ?? ''],
  },
}

/** Whether what the form says is what the portrait has. */
export function isKnown(field: FormField, taken: Taken, known: Known): boolean {
  const own = FIELDS[field].isSame
  if (own) return own(taken, known)
  const before: Record<string, unknown> = { ...known, ...educationParts(known) }
  return Object.entries(taken).every(([key, value]) => before[key] === value)
}

/** Names without the spaces that stretch 王 伟 to three places; those between Latin letters stay. */
export function nameOf(text: string): string {
  const name = tidy(text)
  return /[a-z]/i.test(name) ? name : name.replace(/\s/g, '')
}

function textField(
  element: ElementName,
  column: 'nativePlace' | 'fullTimeSchool' | 'inServiceSchool' | 'occupation',
  most: number,
): Field {
  return {
    elements: [element],
    read: (text) => {
      const said = tidy(text).replaceAll('\n', ' ')
      if (said === '') return null
      return said.length > most ? { caution: tooLong(most) } : { values: { [column]: said } }
    },
    write: (known) => [known[column] ?? ''],
  }
}

function educationField(
  element: ElementName,
  column: 'fullTimeEducation' | 'inServiceEducation',
): Field {
  return {
    elements: [element],
    read: (text) => readLevel(text, column),
    write: (known) => {
      const level = educationParts(known)[column]
      return [level === null ? '' : EDUCATION_WORDS[level]]
    },
  }
}

function dated(text: string, of: (day: string) => Taken): FieldRead {
  if (plain(text) === '') return null
  const day = dayOf(text)
  return day === null ? { caution: UNREADABLE.day } : { values: of(day) }
}

/** A day that is known includes its month; a month does not include a day. */
function isKnownDay(said: string | null, known: string | null): boolean {
  return isSameDay(said, known) && (said?.length ?? 0) <= (known?.length ?? 0)
}

/** The form does not tell members from probationary ones. */
function isKnownStatus(said: Taken['partyStatus'], { partyStatus }: Known): boolean {
  if (said === null || said === undefined) return true
  return said === partyStatus || (said === 'full' && partyStatus === 'probationary')
}

const isHigh = (level: ReturnType<typeof educationParts>['fullTimeEducation']) =>
  level !== null && levelOf(level) >= levelOf('bachelor')

const UNREADABLE = {
  sex: {
    zh: '性别不是“男”或“女”，不能写入画像；画像没有此项时，导出照原文写回。',
    en: 'Neither 男 nor 女: it is not taken, and written back as it stands while the portrait has nothing.',
  },
  day: {
    zh: '读不出年月（应如 198503），不能写入画像；画像没有此项时，导出照原文写回。',
    en: 'No month that can be read (198503 is expected): it is not taken, and written back as it stands while the portrait has nothing.',
  },
  ethnicity: {
    zh: '不是规范的民族名称，不能写入画像；画像没有此项时，导出照原文写回。',
    en: 'No nationality of the standard: it is not taken, and written back as it stands while the portrait has nothing.',
  },
} satisfies Record<string, Words>

const tooLong = (most: number): Words => ({
  zh: `超过 ${most} 个字，不能写入画像；画像没有此项时，导出照原文写回。`,
  en: `More than ${most} characters: it is not taken, and written back as it stands while the portrait has nothing.`,
})
