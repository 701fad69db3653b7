import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { BEIZHUANG, kindsOf, type Read, read, understandAll } from './lists.ts'

/** Lists as townships send them, untidy on purpose; their people are invented. */
const list = (name: string) => readFileSync(join(import.meta.dirname, '..', 'rosters', name))

describe('the roll list of Beizhuang', () => {
  let known: Read
  beforeAll(async () => {
    known = await read(list('beizhuang-roster.xlsx'))
  })
  const all = () => understandAll(known, { townshipCode: BEIZHUANG })
  const row = (line: number) => all().rows.find((it) => it.line === line)!

  test('the header is found under a merged title and a date line, its two levels joined', () => {
    const { reading } = known
    expect(reading.headerLine).toBe(4)
    expect(reading.columns.slice(7, 10).map(({ header }) => header)).toEqual([
      '入党时间',
      '学历／全日制',
      '学历／在职',
    ])
  })

  test('its 113 people come in; blank lines and the signatures under it do not', () => {
    expect(known.reading.rows).toBe(113)
    expect(known.reading.leftOut).toMatchObject([{ line: 121, why: 'footer' }])
  })

  test('no column is asked about', () => {
    expect(all().questions).toEqual([])
  })

  test('every village is understood, however short it is written', () => {
    expect(all().rows.flatMap(({ places }) => places)).toEqual([])
    expect(all().rows.every(({ values }) => 'homeVillageCode' in values)).toBe(true)
  })

  test('names lose the space within', () => {
    expect(row(5).values).toMatchObject({ name: '阎强' })
    expect(row(24).values).toMatchObject({ name: '文华' })
  })

  test('days keep what was given: a serial number its day, 1991.12 its month', () => {
    expect(row(5).values).toMatchObject({ bornOn: '1970-01-21', partyJoinedOn: '1996-01' })
    expect(row(7).values).toMatchObject({ bornOn: '1991-12' })
    expect(row(20).values).toMatchObject({ bornOn: '1971-02' })
  })

  test('the identity number that the spreadsheet ruined is said and holds its row up', () => {
    expect(kindsOf(row(39), 'error')).toEqual(['id-number.ruined'])
    expect(row(39).faults[0]).toMatchObject({ at: 11 })
    expect(row(39).faults[0]!.words.zh).toContain('身份证号码')
    expect(row(39).values).not.toHaveProperty('idNumber')
  })

  test('a sex that is missing is taken from the identity number, and said', () => {
    const taken = all().rows.filter((it) => kindsOf(it).includes('sex.taken'))
    expect(taken.map(({ line }) => line)).toEqual([17, 32, 48, 91, 107])
    expect(taken.every(({ values }) => 'sex' in values)).toBe(true)
  })

  test('the person who stands there twice has the same number in both rows', () => {
    const twice = all().rows.filter(({ values }) => 'name' in values && values.name === '廖守义')
    expect(twice.map(({ line }) => line)).toEqual([13, 119])
    expect(new Set(twice.map((it) => 'idNumber' in it.values && it.values.idNumber)).size).toBe(1)
    expect(twice[1]!.values).toMatchObject({ remarks: '与前表重复' })
  })

  test('who joined the Party in the future is a fault, nothing else is', () => {
    const kinds = all().rows.flatMap((it) => kindsOf(it, 'error'))
    expect(kinds.toSorted()).toEqual(['id-number.ruined', ...Array(3).fill('party-joined.future')])
  })

  test('no sample shows an identity or telephone number', () => {
    expect(JSON.stringify(known.reading.columns)).not.toMatch(/\d{11}/)
  })
})

describe('the list of veterans', () => {
  let known: Read
  beforeAll(async () => {
    known = await read(list('veterans.xlsx'))
  })
  const all = () => understandAll(known, { townshipCode: BEIZHUANG })

  test('it is found behind the guide', () => {
    expect(known.reading).toMatchObject({ sheet: '退役军人人才信息', rows: 40 })
    expect(known.reading.sheets).toEqual(['填表说明', '退役军人人才信息'])
  })

  test('the hidden column of telephones is read and said', () => {
    expect(known.reading.notes[0]!.zh).toContain('手机')
    expect(all().rows.every(({ values }) => 'phone' in values)).toBe(true)
  })

  test('nothing is asked and nothing is a fault', () => {
    expect(all().questions).toEqual([])
    expect(all().rows.flatMap((it) => kindsOf(it, 'error'))).toEqual([])
  })

  test('service is a line of the résumé and puts people among the veterans', () => {
    expect(all().rows[0]!.values).toMatchObject({
      resume: '2005.12--2010.12  服役',
      sources: ['veteran'],
      remarks: '获奖情况：优秀士兵',
    })
  })

  test('who would have served as a child did not: it is said and left out', () => {
    const child = all().rows.find(({ line }) => line === 5)!
    expect(kindsOf(child)).toEqual(['service.too-young'])
    expect(child.values).not.toHaveProperty('resume')
  })

  test('有 is the own village, 无 stays unknown in the words of the list', () => {
    expect(all().rows[3]!.values).toMatchObject({ willingness: 'village' })
    const unwilling = all().rows.find(({ line }) => line === 13)!
    expect(unwilling.values).not.toHaveProperty('willingness')
    expect(unwilling.values).toMatchObject({ remarks: expect.stringContaining('有无任职意愿：无') })
    expect(kindsOf(unwilling)).toContain('willingness.no')
  })
})

describe('the graduates in GB18030', () => {
  let known: Read
  beforeAll(async () => {
    known = await read(list('graduates-gb18030.csv'))
  })

  test('the encoding is found, and a rare sign of four bytes stays', () => {
    expect(known.reading).toMatchObject({ format: 'csv', encoding: 'gb18030', rows: 60 })
    expect(understandAll(known).rows[0]!.values).toMatchObject({ name: '王𬭎' })
  })

  test('an apostrophe before an identity number is no part of it', () => {
    const { values } = understandAll(known).rows[1]!
    expect(values).toMatchObject({ idNumber: '990406198911259044' })
  })

  test('in a county each name that several villages have is asked once', () => {
    const asked = understandAll(known).rows.flatMap(({ places }) => places.map(({ text }) => text))
    expect([...new Set(asked)].toSorted()).toEqual(['东庄村', '后峪村', '徐洼村', '高庄村'])
  })

  test('one answer settles all its rows', () => {
    const places = {
      东庄村: '370406104209',
      后峪村: '370406104205',
      徐洼村: '370406104210',
      高庄村: '370406104202',
    }
    const { rows } = understandAll(known, { places })
    expect(rows.flatMap((it) => kindsOf(it, 'error'))).toEqual([])
  })

  test('within the township nothing is asked', () => {
    const { rows, questions } = understandAll(known, { townshipCode: BEIZHUANG })
    expect([questions, rows.flatMap((it) => kindsOf(it, 'error'))]).toEqual([[], []])
  })

  test('a school whose kind is not said goes into the remarks, and that is said', () => {
    const { faults, values } = understandAll(known).rows[3]!
    expect(values).toMatchObject({ education: 'bachelor', remarks: '毕业学校：山东师范大学 园艺' })
    expect(kindsOf({ faults })).toEqual(['school.kind-unknown'])
  })
})
