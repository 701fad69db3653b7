import { describe, expect, test } from 'vitest'
import { findVillages } from '../../api/roster/places.ts'
import { BEIZHUANG, CONTEXT, kindsOf, rowOf } from './lists.ts'

const TOWN = { townshipCode: BEIZHUANG }
const NORTH = '370406104200'
const at = (cells: Record<string, string>, given = {}) => rowOf({ 姓名: '秦明远', ...cells }, given)

describe('a village is understood', () => {
  const rows = [
    { text: '北庄村委会', why: 'as the statistics bureau has it' },
    { text: '北庄村', why: 'as people say it' },
    { text: '北庄', why: 'short' },
    { text: '北庄村 ', why: 'with a space behind' },
    { text: '北 庄 村', why: 'spaced out' },
    { text: '北庄村民委员会', why: 'in full' },
    { text: '北庄村党支部', why: 'by its Party branch' },
    { text: '北庄镇北庄村', why: 'with the township' },
    { text: '山亭区北庄镇北庄村', why: 'with the county' },
    { text: '山东省枣庄市山亭区北庄镇北庄', why: 'from the province down' },
    { text: '北莊村', why: 'in traditional characters' },
    { text: '370406104200', why: 'by its code' },
  ]
  test.each(rows)('$text: $why', ({ text }) => {
    const row = at({ 所在村: text })
    expect([row.values.homeVillageCode, row.values.homeTownshipCode, kindsOf(row)]).toEqual([
      NORTH,
      BEIZHUANG,
      [],
    ])
  })

  test('every village of the district by its official name, its short name and its code', () => {
    const lost = CONTEXT.villages.filter((village) => {
      const township = CONTEXT.townships.find(({ code }) => code === village.townshipCode)!.name
      const forms = [`${township}${village.name}`, village.code, `山亭区${township}${village.name}`]
      return forms.some(
        (it) =>
          findVillages(it, CONTEXT)
            .map(({ code }) => code)
            .join() !== village.code,
      )
    })
    expect(lost).toEqual([])
  })
})

describe('a name that several villages have', () => {
  test('is asked, with where they are', () => {
    const row = at({ 所在村: '东庄村' })
    expect(kindsOf(row, 'error')).toEqual(['village.ambiguous'])
    expect(row.places).toMatchObject([
      {
        text: '东庄村',
        guesses: [{ township: '西集镇' }, { township: '北庄镇', code: '370406104209' }],
      },
    ])
  })

  test('is none within a township, by its column or by who asks', () => {
    const code = '370406104209'
    expect(at({ 所在村: '东庄村', 所在乡镇: '北庄镇' }).values.homeVillageCode).toBe(code)
    expect(at({ 所在村: '东庄村', 所在乡镇: '北庄' }).values.homeVillageCode).toBe(code)
    expect(at({ 所在村: '东庄村' }, TOWN).values.homeVillageCode).toBe(code)
  })

  test('is settled by the answer to its text, in every row that writes it so', () => {
    const places = { 东庄村: '370406104209' }
    expect(at({ 所在村: '东庄村 ' }, { places }).values.homeVillageCode).toBe('370406104209')
    expect(kindsOf(at({ 所在村: '东庄' }, { places }))).toEqual(['village.ambiguous'])
  })
})

describe('a village that cannot be', () => {
  const rows = [
    {
      cells: { 所在村: '北床村' },
      given: {},
      kind: 'village.unknown',
      says: '北庄镇北庄村',
      why: 'a slip: the nearest are named',
    },
    {
      cells: { 所在村: '火星村' },
      given: {},
      kind: 'village.unknown',
      says: '12 位村代码',
      why: 'nothing is near',
    },
    {
      cells: { 所在村: '双山社区' },
      given: TOWN,
      kind: 'village.outside',
      says: '北庄镇范围内',
      why: 'another township’s',
    },
    {
      cells: { 所在村: '北庄村', 所在乡镇: '西集镇' },
      given: {},
      kind: 'village.not-in-township',
      says: '西集镇',
      why: 'township and village differ',
    },
    {
      cells: { 所在村: '北庄村', 所在乡镇: '北荘镇' },
      given: {},
      kind: 'township.unknown',
      says: '可填',
      why: 'no such township',
    },
    {
      cells: { 所在村: '北庄村', 所在乡镇: '西集镇' },
      given: TOWN,
      kind: 'township.outside',
      says: '北庄镇范围内',
      why: 'another township reports it',
    },
    {
      cells: { 所在村: '' },
      given: TOWN,
      kind: 'village.missing',
      says: '没有填写所在村',
      why: 'blank',
    },
  ]
  test.each(rows)('$cells: $kind, $why', ({ cells, given, kind, says }) => {
    const row = at(cells, given)
    expect(kindsOf(row, 'error')).toEqual([kind])
    expect(row.faults[0]!.words.zh).toContain(says)
    expect(row.values).not.toHaveProperty('homeVillageCode')
  })

  test('a slip may be answered like a namesake', () => {
    const { places } = at({ 所在村: '北床村' })
    expect(places).toMatchObject([{ text: '北床村' }])
    expect(places[0]!.guesses[0]).toEqual({ code: NORTH, name: '北庄村', township: '北庄镇' })
    const answered = at({ 所在村: '北床村' }, { places: { 北床村: NORTH } })
    expect([answered.values.homeVillageCode, answered.faults]).toEqual([NORTH, []])
  })

  test('an answer reaches no village outside of the scope', () => {
    const row = at({ 所在村: '北床村' }, { ...TOWN, places: { 北床村: '370406001001' } })
    expect(row.values).not.toHaveProperty('homeVillageCode')
  })
})
