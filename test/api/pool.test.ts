import { describe, expect, test } from 'vitest'
import { type Columns, createColumns } from '../../api/pool/columns.ts'
import { sieve } from '../../api/pool/conditions.ts'
import { allowedCodes, type Clock, countValues, facetColumn } from '../../api/pool/facets.ts'
import { likenessTo } from '../../api/pool/likeness.ts'
import { allInOrder, pageOf } from '../../api/pool/order.ts'
import { bareName, placesNamed } from '../../api/pool/places.ts'
import { summaryOf } from '../../api/pool/readiness.ts'
import { dropRow, putRow } from '../../api/pool/rows.ts'
import { scoreTokens } from '../../api/pool/tokens.ts'
import { syllablesOf } from '../../db/pinyin.ts'
import type { PoolRow } from '../../db/pool-rows.ts'
import { defaultPolicy } from '../../matching/index.ts'

const VILLAGES = [
  { code: '370406104201', name: '北庄村' },
  { code: '370406104202', name: '北庄社区' },
  { code: '370406104203', name: '东村' },
  { code: '370406104204', name: '洪门村' },
]
const placeOf = (it: { code: string; name: string }) => ({
  ...it,
  full: it.name,
  bare: bareName(it.name),
})
const PLACES = {
  villages: new Map(VILLAGES.map((it) => [it.code, placeOf(it)])),
  townships: new Map([['370406104', placeOf({ code: '370406104', name: '北庄镇' })]]),
  names: new Map(VILLAGES.map(({ code, name }) => [code, name])),
  homes: new Map(),
}
const VOCABULARY = {
  skills: [{ id: 'e-commerce', zh: '电商销售', en: 'E-commerce' }],
  sources: [{ id: 'veteran', zh: '退役军人', en: 'Veteran' }],
}

function row(searchRow: number, name: string, about: Partial<PoolRow> = {}): PoolRow {
  const syllables = syllablesOf(name)
  return {
    ...{ searchRow, id: `p${searchRow}`, name, syllables, pinyin: syllables.replaceAll(' ', '') },
    ...{ sex: null, bornOn: null, education: null, partyStatus: null, status: 'in-pool' },
    ...{ channel: 'self', willingness: null, occupation: null, createdAt: null, updatedAt: null },
    ...{ homeTownshipCode: '370406104', homeVillageCode: '370406104204', evidenceOn: null },
    ...{ sources: [], skills: [], tags: [] },
    ...about,
  }
}

function columnsOf(rows: readonly PoolRow[]): Columns {
  const columns = createColumns(2)
  for (const one of rows) putRow(columns, one)
  return columns
}

/** Names that a text finds, the best first, with the kind of why. */
function found(columns: Columns, q: string, texts: number[] = []): string[] {
  const typed = q.split(' ').map((text) => ({ text, texts }))
  const sought = { columns, places: PLACES, vocabulary: VOCABULARY, isIn: columns.isHere }
  const tokens = scoreTokens(sought, typed)
  const conditions = tokens.map(({ text, scores }) => ({ key: text, marks: scores }))
  const { hits } = sieve(columns.isHere, columns.size, conditions)
  const score = (at: number) => -tokens.reduce((sum, { scores }) => sum + scores[at]!, 0)
  return [...allInOrder(columns, hits, score)].map(
    (at) => `${NAMES.at(at - 1)} ${tokens.map(({ why }) => why(at).kind).join('+')}`,
  )
}

const NAMES =
  '张伟 张伟国 小张伟 张卫国 吕青 王小明 欧阳慧敏 阿依古丽·买买提 𬭎 李文博 于娜 王明'.split(' ')
const COLUMNS = columnsOf(
  NAMES.map((name, at) =>
    row(at + 1, name, {
      ...(name === '李文博' && { skills: ['e-commerce'], occupation: '葡萄合作社理事长' }),
      ...(name === '于娜' && { sources: ['veteran'], homeVillageCode: '370406104201' }),
    }),
  ),
)

describe('a word of the box finds', () => {
  test.each<{ q: string; names: string[]; texts?: number[]; why: string }>([
    {
      q: '张伟',
      names: ['张伟 name', '张伟国 name', '小张伟 name'],
      why: 'exact, beginning, part',
    },
    { q: '张 伟', names: ['张伟 name', '张伟国 name', '小张伟 name'], why: 'a space in a name' },
    { q: '伟', names: ['小张伟 name', '张伟 name', '张伟国 name'], why: 'one sign' },
    {
      q: 'zhangwei',
      names: ['张伟 pinyin', '张伟国 pinyin', '张卫国 pinyin', '小张伟 pinyin'],
      why: 'pinyin',
    },
    {
      q: 'Zhang Wei',
      names: ['张伟 pinyin', '张伟国 pinyin', '张卫国 pinyin', '小张伟 pinyin'],
      why: 'pinyin as people write it',
    },
    {
      q: 'zw',
      names: ['张伟 pinyin', '张伟国 pinyin', '张卫国 pinyin', '小张伟 pinyin'],
      why: 'initials',
    },
    { q: 'zhwg', names: ['张伟国 pinyin', '张卫国 pinyin'], why: 'zh as an initial' },
    { q: 'zhangwg', names: ['张伟国 pinyin', '张卫国 pinyin'], why: 'a syllable and initials' },
    { q: 'wenbo', names: ['李文博 pinyin'], why: 'from the second syllable on' },
    { q: 'liwenb', names: ['李文博 pinyin'], why: 'an unfinished syllable' },
    { q: 'lvqing', names: ['吕青 pinyin'], why: 'ü as v' },
    { q: 'lu', names: ['吕青 pinyin'], why: 'ü as u' },
    { q: 'lüq', names: ['吕青 pinyin'], why: 'ü itself' },
    { q: '慧敏', names: ['欧阳慧敏 name'], why: 'a given name after a surname of two signs' },
    { q: '买买提', names: ['阿依古丽·买买提 name'], why: 'the end of a long name' },
    { q: '阿依古丽·买买提', names: ['阿依古丽·买买提 name'], why: 'with the dot' },
    { q: 'aygl', names: ['阿依古丽·买买提 pinyin'], why: 'initials of a long name' },
    { q: '𬭎', names: ['𬭎 name'], why: 'a rare sign, one code point' },
    { q: '王晓明', names: ['王小明 typo', '王明 typo'], why: 'read the same, before one too many' },
    { q: '張偉', names: ['张伟 typo'], why: 'traditional signs are read the same' },
    { q: '王大明', names: ['王小明 typo', '王明 typo'], why: 'one sign is another' },
    {
      q: '王明小',
      names: ['王小明 typo', '王明 typo'],
      why: 'two signs changed about, before one too many',
    },
    { q: '李文', names: ['李文博 name'], why: 'the beginning is a part, no slip' },
    {
      q: '王明',
      names: ['王明 name', '王小明 typo'],
      why: 'who is called so, then half remembered',
    },
    { q: '王小明', names: ['王小明 name'], why: 'three signs that somebody has are meant' },
    { q: '李博', names: ['李文博 typo'], why: 'the middle is missing' },
    { q: '赵钱孙', names: [], why: 'nobody is near' },
    { q: '电商', names: ['李文博 skill'], why: 'a skill in its words' },
    { q: 'commerce', names: [], why: 'a word of a skill is named from its beginning' },
    { q: 'e-commerce', names: ['李文博 skill'], why: 'in English' },
    { q: '退役军人', names: ['于娜 group'], why: 'a group' },
    {
      q: '北庄村委会 于',
      names: ['于娜 village+name'],
      why: 'a village in a longer form, and a name',
    },
    {
      q: '合作社',
      texts: [10, 11],
      names: ['李文博 text', '于娜 text'],
      why: 'who works so stands first',
    },
    { q: 'zw 电商', names: [], why: 'all words must fit' },
    { q: 'lwb 电商', names: ['李文博 pinyin+skill'], why: 'initials and a skill' },
  ])('$q: $why', ({ q, names, texts }) => {
    expect(found(COLUMNS, q, texts)).toEqual(names)
  })
})

describe('a place is named by', () => {
  test.each([
    { word: '北庄', names: ['北庄村', '北庄社区'], why: 'its name without the kind' },
    {
      word: '北庄村',
      names: ['北庄村', '北庄社区'],
      why: 'its whole name, whose short form two share',
    },
    { word: '北庄村委会', names: ['北庄村', '北庄社区'], why: 'its committee' },
    { word: '东村', names: ['东村'], why: 'a name that is too short to be shortened' },
    { word: '东', names: [], why: 'one sign names no place' },
  ])('$word: $why', ({ word, names }) => {
    const codes = placesNamed(PLACES.villages, word)
    expect(codes.map((code) => PLACES.names.get(code))).toEqual(names)
  })
})

describe('columns', () => {
  test('grow, change and lose people without a trace', () => {
    const columns = columnsOf([row(1, '张伟'), row(3000, '阿依古丽·买买提', { tags: ['a'] })])
    expect([columns.count, columns.size]).toEqual([2, 3001])
    putRow(columns, row(1, '李伟'))
    dropRow(columns, 3000)
    dropRow(columns, 3000)
    dropRow(columns, 5000)
    expect(columns.count).toBe(1)
    expect(columns.longNames.size + columns.longSyllables.size).toBe(0)
    expect([columns.ids[3000], columns.tag[3000], columns.pinyin[1]]).toEqual(['', 0, 'li wei'])
  })

  const clock: Clock = { today: '2026-11-25', policy: defaultPolicy, bands: new Map() }
  test.each<{
    about: Partial<PoolRow>
    facet: 'age' | 'fresh' | 'sex' | 'skill'
    value: string | null
    why: string
  }>([
    {
      about: { bornOn: '1996-12-31' },
      facet: 'age',
      value: 'u30',
      why: 'thirty on the reference day',
    },
    {
      about: { bornOn: '1995-12-31' },
      facet: 'age',
      value: '31-35',
      why: 'thirty-one on that day',
    },
    {
      about: { bornOn: '1996-01' },
      facet: 'age',
      value: 'u30',
      why: 'a month counts as its first day',
    },
    { about: { bornOn: '1980-06' }, facet: 'age', value: 'o45', why: 'forty-six' },
    { about: {}, facet: 'age', value: 'unknown', why: 'no birth is no age' },
    {
      about: { evidenceOn: '2024-11-25' },
      facet: 'fresh',
      value: 'recent',
      why: 'two years to the day',
    },
    {
      about: { evidenceOn: '2024-11-23' },
      facet: 'fresh',
      value: 'ageing',
      why: 'older than that',
    },
    { about: {}, facet: 'fresh', value: 'none', why: 'nothing is proven' },
    { about: {}, facet: 'sex', value: 'unknown', why: 'not known is a value' },
    { about: { skills: ['a', 'b'] }, facet: 'skill', value: 'b', why: 'each of several' },
    { about: {}, facet: 'skill', value: null, why: 'none at all' },
  ])('say $facet $value: $why', ({ about, facet, value }) => {
    const columns = columnsOf([row(1, '某某', about)])
    const column = facetColumn(facet, columns, { ...clock, bands: new Map() }, null)
    const counts = countValues(column, Uint32Array.of(1))
    const values = column.values.filter((_, at) => counts[at]! > 0)
    expect(value === null ? values : values.includes(value)).toEqual(value === null ? [] : true)
    const allowed = allowedCodes(column, [value ?? 'a'])
    expect(allowed[column.codes[1]!]).toBe(value === null ? 0 : 1)
  })

  test('pages follow each other, also when somebody of the page before has gone', () => {
    const columns = columnsOf([5, 3, 1, 4, 2].map((at) => row(at, '张伟', { id: `p${at}` })))
    const all = Uint32Array.of(1, 2, 3, 4, 5)
    const first = pageOf(columns, all, () => 0, { limit: 2 })
    expect(first.page).toEqual([1, 2])
    dropRow(columns, 2)
    const left = Uint32Array.of(1, 3, 4, 5)
    const second = pageOf(columns, left, () => 0, { after: first.next!, limit: 3 })
    expect(second).toEqual({ page: [3, 4, 5], next: null })
  })

  test('likeness is of work and place, never of sex', () => {
    const model = { skills: ['e-commerce'], bornOn: '1990-01', education: 'bachelor' }
    const columns = columnsOf([
      row(1, '甲', { ...model, sex: 'male' }),
      row(2, '乙', { ...model, sex: 'female' }),
      row(3, '丙', { bornOn: '1960-01', homeTownshipCode: 'x', homeVillageCode: 'y' }),
    ])
    const { of } = likenessTo(columns, 1)
    expect(of[1], 'not oneself').toBe(0)
    expect(of[2]).toBeCloseTo(1)
    expect(of[3]).toBe(0)
  })
})

test.each([
  { found: ['eligible', 'eligible'], summary: 'eligible', why: 'every post is open' },
  { found: ['eligible', 'relaxable'], summary: 'relaxable', why: 'one needs an approval' },
  { found: ['eligible', 'barred'], summary: 'some-posts', why: 'one is closed' },
  { found: ['relaxable', 'unknown'], summary: 'some-posts', why: 'one is not known' },
  { found: ['unknown', 'barred'], summary: 'unknown', why: 'none is open yet' },
  { found: ['barred', 'barred'], summary: 'barred', why: 'none will be' },
] as const)('$found comes to $summary: $why', ({ found: kinds, summary }) => {
  expect(summaryOf(kinds)).toBe(summary)
})
