import type { KnownPerson } from '../../db/import-people.ts'
import { ageOn } from '../../matching/index.ts'
import type { Words } from '../../matching/types.ts'
import { wordsOfField } from '../imports/row-faults.ts'
import type { Hit } from '../pool/hit.ts'
import { TO_SEE } from './to-see.ts'

/** One person of an export as far as its columns ask. */
export type Exported = {
  person: KnownPerson
  hit: Hit | undefined
  idNumber: string | null
  phone: string | null
}
export type Places = ReadonlyMap<string, { name: string; township: string; isAmbiguous: boolean }>
export type Dictionaries = {
  places: Places
  skills: ReadonlyMap<string, string>
  sources: ReadonlyMap<string, string>
  referenceOn: string
}
export type Column = {
  /** In Chinese, as lists have it: it is read again by its header. */
  header: string
  of: (exported: Exported, dictionaries: Dictionaries) => string
  /** Of what a search says of somebody, not of the record. */
  isFound?: true
}

/** What the table of the pool can show, and every other fact of a record. */
export const COLUMN_IDS = [
  'name',
  'sex',
  'age',
  'bornOn',
  'ethnicity',
  'nativePlace',
  'education',
  'fullTimeEducation',
  'fullTimeSchool',
  'inServiceEducation',
  'inServiceSchool',
  'degree',
  'party',
  'partyJoinedOn',
  'place',
  'residence',
  'occupation',
  'channel',
  'sources',
  'skills',
  'willingness',
  'status',
  'experienceYears',
  'resume',
  'remarks',
  'tags',
  'idNumber',
  'phone',
  'updated',
  'readiness',
  'why',
  'eligibility',
  'fit',
  'likeness',
] as const
export type ColumnId = (typeof COLUMN_IDS)[number]

/** In their order; the place as its columns, private numbers only where asked for, the id last. */
export function columnsOf(ids: readonly ColumnId[]): Column[] {
  const named = ['name' as const, ...ids.filter((id) => id !== 'name')]
  const columns = [...new Set(named)].flatMap((id) => COLUMNS[id])
  return [...new Set(columns), ID]
}

const of = (field: string, read: Column['of']): Column[] => [
  { header: wordsOfField(field).zh, of: read },
]
const fact = (field: keyof KnownPerson & string): Column[] =>
  of(field, ({ person }) => text(person[field] as string | number | null))
const coded = (field: keyof KnownPerson & string, id: string, words: Record<string, string>) =>
  of(id, ({ person }) => words[String(person[field])] ?? '')
const found = (header: string, read: (hit: Hit) => string): Column[] => [
  { header, of: ({ hit }) => (hit ? read(hit) : ''), isFound: true },
]

const text = (value: string | number | null) => (value === null ? '' : String(value))
const listed = (values: readonly (string | undefined)[]) =>
  values.filter((it) => it !== undefined && it !== '').join('、')
const points = (share: number) => String(Math.round(share * 1000) / 10)
const zhOf = (words: readonly { words: Words }[]) => listed(words.map((it) => it.words.zh))

const SEX = { female: '女', male: '男' }
const PARTY = {
  full: '中共党员',
  probationary: '中共预备党员',
  activist: '入党积极分子',
  league: '共青团员',
  none: '群众',
}
const EDUCATION = {
  primary: '小学',
  'junior-secondary': '初中',
  'senior-secondary': '高中（中专）',
  'junior-college': '大专',
  bachelor: '本科',
  postgraduate: '研究生',
}
const STATUS = {
  registered: '已登记',
  'in-pool': '在库',
  reserve: '后备',
  'trial-post': '准岗',
  appointed: '任用',
  left: '出库',
}
const CHANNEL = { self: '自荐', recommended: '推荐', discovered: '组织发现' }
const WILLINGNESS = { village: '本村', township: '本乡镇', county: '全县' }
const READINESS = {
  eligible: '符合',
  relaxable: '放宽后符合',
  'some-posts': '限部分岗位',
  unknown: '待核实',
  barred: '不符合',
}
const ELIGIBILITY = {
  eligible: '符合资格',
  relaxable: '放宽后符合',
  unknown: '待核实',
  barred: '不符合资格',
}

const ID: Column = { header: wordsOfField('id').zh, of: ({ person }) => person.id }

const OCCUPATION = fact('occupation')

const COLUMNS: Record<ColumnId, Column[]> = {
  name: fact('name'),
  sex: coded('sex', 'sex', SEX),
  age: of('age', ({ person: { bornOn } }, { referenceOn }) =>
    bornOn === null ? '' : String(ageOn(bornOn, referenceOn)),
  ),
  bornOn: fact('bornOn'),
  ethnicity: fact('ethnicity'),
  nativePlace: fact('nativePlace'),
  education: coded('education', 'education', EDUCATION),
  fullTimeEducation: coded('fullTimeEducation', 'fullTimeEducation', EDUCATION),
  fullTimeSchool: fact('fullTimeSchool'),
  inServiceEducation: coded('inServiceEducation', 'inServiceEducation', EDUCATION),
  inServiceSchool: fact('inServiceSchool'),
  degree: fact('degree'),
  party: coded('partyStatus', 'partyStatus', PARTY),
  partyJoinedOn: fact('partyJoinedOn'),
  place: [
    ...of(
      'township',
      ({ person }, { places }) => places.get(person.homeVillageCode)?.township ?? '',
    ),
    ...of('village', ({ person: { homeVillageCode: code } }, { places }) => {
      const place = places.get(code)
      return place && !place.isAmbiguous ? place.name : code
    }),
    ...OCCUPATION,
  ],
  residence: fact('residence'),
  occupation: OCCUPATION,
  channel: coded('channel', 'channel', CHANNEL),
  sources: of('sources', ({ person }, { sources }) =>
    listed(person.sources.map((id) => sources.get(id))),
  ),
  skills: of('skills', ({ person }, { skills }) =>
    listed(person.skills.map(({ skillId }) => skills.get(skillId))),
  ),
  willingness: coded('willingness', 'willingness', WILLINGNESS),
  status: coded('status', 'status', STATUS),
  experienceYears: fact('experienceYears'),
  resume: fact('resume'),
  remarks: fact('remarks'),
  tags: of('tags', ({ person }) => listed(person.tags)),
  idNumber: of('idNumber', ({ idNumber }) => text(idNumber)),
  phone: of('phone', ({ phone }) => text(phone)),
  updated: [
    { header: `更新日期${TO_SEE}`, of: ({ person }) => (person.updatedAt ?? '').slice(0, 10) },
  ],
  readiness: found(`资格${TO_SEE}`, ({ readiness }) => READINESS[readiness]),
  why: found(`命中${TO_SEE}`, ({ why }) => zhOf(why)),
  eligibility: found(`该岗位资格${TO_SEE}`, ({ seat }) =>
    seat ? ELIGIBILITY[seat.eligibility] : '',
  ),
  fit: found(`适配${TO_SEE}`, ({ seat }) => (seat ? points(seat.fit) : '')),
  likeness: found(`相像${TO_SEE}`, ({ likeness }) =>
    likeness === undefined ? '' : points(likeness),
  ),
}
