import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bigramsOf, findTexts, putTexts, removeTexts } from '../../db/texts.ts'
import { databases, type OpenDatabase } from '../databases.ts'

const scope = { countyCode: '990001' }
const other = { countyCode: '990002' }

const TEXTS = [
  { searchRow: 1, text: '2011.09--2015.06  山东农业大学园艺专业学习\n2015.07--  葡萄合作社理事长' },
  { searchRow: 2, text: '在济南经营电商，2024 年获县级“电商带头人”' },
  { searchRow: 3, text: '种植大户 𬭎达农机站 ISO9001' },
  { searchRow: 4, text: '' },
]

describe('bigrams', () => {
  test.each([
    { text: '山东农业大学', gives: '山东 东农 农业 业大 大学', why: 'Chinese has no spaces' },
    { text: '王', gives: '王', why: 'a single sign is a word' },
    { text: '𬭎达', gives: '𬭎达', why: 'a rare sign is one, though it takes two units' },
    { text: 'ISO9001认证', gives: 'iso9001 认证', why: 'letters and digits stay together' },
    { text: '电商、直播', gives: '电商 直播', why: 'nothing spans a mark' },
    { text: ' ，。', gives: '', why: 'marks alone say nothing' },
  ])('of “$text” are “$gives”: $why', ({ text, gives }) => {
    expect(bigramsOf(text)).toBe(gives)
  })
})

describe.each(databases)('full text on $engine', ({ open }) => {
  let opened: OpenDatabase
  beforeAll(async () => {
    opened = await open()
    await putTexts(opened.db, scope, TEXTS)
    await putTexts(opened.db, other, [{ searchRow: 7, text: '葡萄种植' }])
  })
  afterAll(() => opened.close())
  const found = async (text: string) => (await findTexts(opened.db, scope, text, 9)).sort()

  test.each([
    { text: '葡萄', rows: [1], why: 'of the own county alone' },
    { text: '农业大学', rows: [1], why: 'a longer word is its signs in a row' },
    { text: '大学农业', rows: [], why: 'and in this order' },
    { text: '电商带头人', rows: [2], why: 'marks around it do not matter' },
    { text: '电商 济南', rows: [2], why: 'both words, wherever they stand' },
    { text: '电商 葡萄', rows: [], why: 'both in one person' },
    { text: '种', rows: [3], why: 'one sign finds what begins with it' },
    { text: '𬭎达', rows: [3], why: 'a rare sign' },
    { text: 'iso9001', rows: [3], why: 'letters of either case' },
    { text: 'iso', rows: [3], why: 'the beginning of a word in letters' },
    { text: '"葡萄" OR *', rows: [], why: 'marks of a query language are words or nothing' },
    { text: "'; drop table talents --", rows: [], why: 'nor is SQL' },
    { text: '', rows: [], why: 'nothing asked, nothing found' },
  ])('“$text” finds $rows: $why', async ({ text, rows }) => {
    expect(await found(text)).toEqual(rows)
  })

  test('is replaced and taken out with the person', async () => {
    await putTexts(opened.db, scope, [{ searchRow: 2, text: '返乡种樱桃' }])
    expect(await found('电商')).toEqual([])
    expect(await found('樱桃')).toEqual([2])
    await removeTexts(opened.db, scope, [2])
    expect(await found('樱桃')).toEqual([])
    expect(await findTexts(opened.db, other, '葡萄', 9)).toEqual([7])
  })

  test('answers no more than it is asked for', async () => {
    const many = Array.from({ length: 30 }, (_, n) => ({ searchRow: 100 + n, text: '护林员' }))
    await putTexts(opened.db, scope, many)
    expect(await findTexts(opened.db, scope, '护林员', 12)).toHaveLength(12)
  })
})
