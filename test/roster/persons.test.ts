import { describe, expect, test } from 'vitest'
import type { RawCell } from '../../api/roster/types.ts'
import { checkDigit } from '../../db/identity-number.ts'
import { kindsOf, personRow, rowOf } from './lists.ts'

const number = (day: string, order: string) => {
  const digits = `990406${day}${order}`
  return digits + checkDigit(digits)
}
/** A number whose check digit is X, and one of another day that a spreadsheet cut to 15 digits. */
const WITH_X = number('19850312', '049')
const CUT = '990406198503130000'
/** 12 March 1985, a man. */
const NUMBER = number('19850312', '021')

const fullWidth = (text: string) =>
  text.replace(/./g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

type Case = {
  cell: RawCell
  gives?: unknown
  kinds?: string[]
  why: string
}
const cases = (header: string, field: string, rows: readonly Case[]) =>
  test.each(rows)('$cell → $gives $kinds: $why', ({ cell, gives, kinds = [] }) => {
    const row = personRow({ [header]: cell })
    expect([row.values[field as keyof typeof row.values], kindsOf(row)]).toEqual([gives, kinds])
  })

describe('names', () => {
  cases('姓名', 'name', [
    { cell: '王 伟', gives: '王伟', why: 'lists space out two characters' },
    { cell: '王　伟', gives: '王伟', why: 'an ideographic space' },
    { cell: ' 王伟\u200b', gives: '王伟', why: 'a zero-width space pasted from a page' },
    { cell: '王𬭎', gives: '王𬭎', why: 'a rare sign outside of the basic plane' },
    { cell: '阿依古丽•买买提', gives: '阿依古丽·买买提', why: 'another dot of an input method' },
    { cell: '阿依古丽 · 买买提', gives: '阿依古丽·买买提', why: 'spaces around the dot' },
    {
      cell: '王伟（女）',
      gives: '王伟',
      kinds: ['name.aside'],
      why: 'namesakes are told apart in brackets',
    },
    { cell: '王?', kinds: ['name.lost'], why: 'the rare sign was lost in saving' },
    { cell: '王\uE123', kinds: ['name.lost'], why: 'a sign of somebody’s own font' },
    {
      cell: '王\uFFFD',
      kinds: ['cell.broken-text', 'name.missing'],
      why: 'a wrong encoding before us',
    },
    { cell: '王伟1', kinds: ['name.signs'], why: 'a number slipped in' },
    { cell: '王', kinds: ['name.short'], why: 'half a name' },
    { cell: '王伟、李娜、张强', kinds: ['name.several'], why: 'three people in one cell' },
    { cell: null, kinds: ['name.missing'], why: 'nobody' },
  ])
})

describe('births', () => {
  cases('出生年月', 'bornOn', [
    { cell: '1985.03', gives: '1985-03', why: 'the usual form' },
    { cell: '1985-03-12', gives: '1985-03-12', why: 'ISO' },
    { cell: '1985/3/12', gives: '1985-03-12', why: 'as Excel shows it' },
    { cell: '198503', gives: '1985-03', why: 'as the appointment form has it' },
    { cell: '19850312', gives: '1985-03-12', why: 'as the identity number has it' },
    { cell: '1985年3月', gives: '1985-03', why: 'written out' },
    { cell: '1985年3月12日', gives: '1985-03-12', why: 'written out with the day' },
    { cell: '１９８５．０３', gives: '1985-03', why: 'full width' },
    { cell: '1985.03\n(41岁)', gives: '1985-03', why: 'the age stands under it' },
    { cell: '1985-03-12 00:00:00', gives: '1985-03-12', why: 'a time that a database added' },
    { cell: { n: 198503 }, gives: '1985-03', why: 'typed as a figure' },
    { cell: { d: '1985-03' }, gives: '1985-03', why: 'a date whose style shows no day' },
    {
      cell: { n: 25_589 },
      gives: '1970-01-21',
      kinds: ['born-on.serial'],
      why: 'the style was lost',
    },
    { cell: { n: 1985.12 }, gives: '1985-12', why: 'a figure whose end is no 0' },
    {
      cell: { n: 1985.1 },
      kinds: ['born-on.ambiguous-month'],
      why: 'January, or October without its 0',
    },
    { cell: { n: 1985.1, shown: '1985.10' }, gives: '1985-10', why: 'the style shows both digits' },
    { cell: '1985.02.30', kinds: ['born-on.no-such-day'], why: '30 February' },
    { cell: '1985.13', kinds: ['born-on.no-such-month'], why: 'a thirteenth month' },
    { cell: '85.03', kinds: ['born-on.two-digit-year'], why: 'which century' },
    { cell: '1985', kinds: ['born-on.only-year'], why: 'the month is missing' },
    { cell: '八五年', kinds: ['born-on.unreadable'], why: 'no form of a day' },
    { cell: '2014.05', kinds: ['born-on.too-young'], why: 'aged 12' },
    { cell: '1930.05', kinds: ['born-on.too-old'], why: 'aged 96' },
    { cell: '2037.05', kinds: ['born-on.too-young'], why: 'not born yet' },
  ])

  test('the identity number says which month 1985.1 is', () => {
    const row = personRow({ 出生年月: { n: 1985.1 }, 身份证号: number('19851012', '021') })
    expect([row.values.bornOn, kindsOf(row, 'error')]).toEqual(['1985-10', []])
    expect(kindsOf(row)).toContain('born-on.month-taken')
  })

  test('words of a fault name the header, what was found and how to mend it', () => {
    const [fault] = personRow({ 出生年月: '1985.02.30' }).faults
    expect(fault!.words.zh).toBe(
      '「出生年月」填写为“1985.02.30”：没有这一天。请核对后按“1985.03”或“1985-03-12”填写。',
    )
  })
})

describe('identity numbers', () => {
  cases('身份证号码', 'idNumber', [
    { cell: NUMBER, gives: NUMBER, kinds: TAKEN(), why: 'as text' },
    { cell: `'${NUMBER}`, gives: NUMBER, kinds: TAKEN(), why: 'an apostrophe that became text' },
    { cell: WITH_X.toLowerCase(), gives: WITH_X, kinds: TAKEN(), why: 'a small x' },
    {
      cell: fullWidth(WITH_X),
      gives: WITH_X,
      kinds: TAKEN(),
      why: 'full width',
    },
    {
      cell: WITH_X.replace(/^(.{6})(.{8})/, '$1 $2 '),
      gives: WITH_X,
      kinds: TAKEN(),
      why: 'in groups',
    },
    {
      cell: '990406850312021',
      gives: NUMBER,
      kinds: ['id-number.old', ...TAKEN()],
      why: '15 digits: century and check digit follow',
    },
    {
      cell: { n: 9.9040619850312e17, shown: '9.90406E+17' },
      kinds: ['id-number.ruined'],
      why: 'a figure keeps 15 digits',
    },
    { cell: '9.90406E+17', kinds: ['id-number.ruined'], why: 'the same, saved as text' },
    {
      cell: CUT,
      kinds: ['id-number.ruined'],
      why: 'ends in 000 and its check digit is wrong',
    },
    { cell: '99040619850312021', kinds: ['id-number.length'], why: 'a digit is missing' },
    { cell: '99040619850312O21X', kinds: ['id-number.signs'], why: 'the letter O' },
    { cell: '660406198503120211', kinds: ['id-number.area'], why: 'no province' },
    { cell: '990406198502300211', kinds: ['id-number.date'], why: '30 February' },
    {
      cell: NUMBER.slice(0, 17) + (NUMBER.endsWith('1') ? '2' : '1'),
      kinds: ['id-number.check-digit'],
      why: 'a sign is wrong',
    },
    { cell: '990***********0211', why: 'masked in an export: as it was' },
    { cell: '', why: 'blank: as it was' },
  ])

  /** Sex and birth follow from a sound number where the list gives neither. */
  function TAKEN() {
    return ['sex.taken', 'born-on.taken']
  }

  test('no fault shows the number itself', () => {
    const row = personRow({ 身份证号: NUMBER.slice(0, 17) + (NUMBER.endsWith('1') ? '2' : '1') })
    expect(JSON.stringify(row.faults)).not.toMatch(/\d{11}/)
    expect(row.faults[0]!.words.zh).toContain('990***********')
  })

  const differing = [
    { cells: { 出生年月: '1985.03', 性别: '男' }, refuse: [], warn: [], why: 'both agree' },
    { cells: { 出生年月: '1986.03' }, refuse: ['born-on.differs'], warn: [], why: 'another year' },
    { cells: { 性别: '女' }, refuse: ['sex.differs'], warn: [], why: 'the 17th digit is a man’s' },
    {
      cells: { 出生年月: '1985-03-01' },
      refuse: [],
      warn: [],
      why: 'another day of the month is said only',
    },
  ]
  test.each(differing)('$cells beside it: $why', ({ cells, refuse, warn }) => {
    const given = { ...cells, 身份证号: NUMBER }
    expect(kindsOf(personRow(given), 'error')).toEqual(refuse)
    expect(kindsOf(personRow(given, { identityCheck: 'warn' }), 'error')).toEqual(warn)
  })

  test('a county that only warns keeps a number with a wrong check digit, but none that is too short', () => {
    const wrong = NUMBER.slice(0, 17) + (NUMBER.endsWith('1') ? '2' : '1')
    expect(personRow({ 身份证号: wrong }, { identityCheck: 'warn' }).values.idNumber).toBe(wrong)
    const short = personRow({ 身份证号: wrong.slice(1) }, { identityCheck: 'warn' })
    expect(kindsOf(short, 'error')).toEqual(['id-number.length'])
  })

  test('without number and sex the sex is unknown, and said', () => {
    const row = personRow({ 性别: null, 身份证号: null })
    expect([row.values, kindsOf(row)]).toEqual([
      expect.not.objectContaining({ sex: expect.anything() }),
      ['sex.missing'],
    ])
  })
})

describe('fixed words', () => {
  const rows: {
    header: string
    field: string
    cell: string
    gives?: unknown
    kinds?: string[]
    why: string
  }[] = [
    { header: '性别', field: 'sex', cell: '女 ', gives: 'female', why: 'a space behind' },
    { header: '性别', field: 'sex', cell: '1', gives: 'male', why: 'GB/T 2261.1' },
    { header: '性别', field: 'sex', cell: '男女', kinds: ['sex.unknown'], why: 'both' },
    { header: '民族', field: 'ethnicity', cell: '汉', gives: '汉族', why: 'printed without 族' },
    { header: '民族', field: 'ethnicity', cell: '漢族', gives: '汉族', why: 'traditional' },
    { header: '民族', field: 'ethnicity', cell: '維吾爾族', gives: '维吾尔族', why: 'traditional' },
    {
      header: '民族',
      field: 'ethnicity',
      cell: '汗族',
      kinds: ['ethnicity.unknown'],
      why: 'a slip',
    },
    { header: '政治面貌', field: 'partyStatus', cell: '党员', gives: 'full', why: 'short' },
    {
      header: '政治面貌',
      field: 'partyStatus',
      cell: '中共黨員',
      gives: 'full',
      why: 'traditional',
    },
    {
      header: '政治面貌',
      field: 'partyStatus',
      cell: '中共预备党员',
      gives: 'probationary',
      why: 'in full',
    },
    {
      header: '政治面貌',
      field: 'partyStatus',
      cell: '发展对象',
      gives: 'activist',
      why: 'a later step of an activist',
    },
    { header: '政治面貌', field: 'partyStatus', cell: '团员', gives: 'league', why: 'short' },
    {
      header: '政治面貌',
      field: 'partyStatus',
      cell: '民盟盟员',
      gives: 'none',
      why: 'a democratic party is not the Party',
    },
    {
      header: '政治面貌',
      field: 'partyStatus',
      cell: '党外',
      kinds: ['party.unknown'],
      why: 'says too little',
    },
    {
      header: '是否党员',
      field: 'partyStatus',
      cell: '否',
      kinds: ['party.not-said'],
      why: 'activist, league or none',
    },
    { header: '学历', field: 'education', cell: '大学', gives: 'bachelor', why: 'ZB64' },
    {
      header: '学历',
      field: 'education',
      cell: '大学专科',
      gives: 'junior-college',
      why: 'no 大学',
    },
    {
      header: '学历',
      field: 'education',
      cell: '省委党校大专',
      gives: 'junior-college',
      why: 'ZB64 32',
    },
    {
      header: '学历',
      field: 'education',
      cell: '中专',
      gives: 'senior-secondary',
      why: 'vocational',
    },
    {
      header: '学历',
      field: 'education',
      cell: '高中（中专）',
      gives: 'senior-secondary',
      why: 'as an export has it',
    },
    {
      header: '学历',
      field: 'education',
      cell: '硕士研究生',
      gives: 'postgraduate',
      why: 'with the degree',
    },
    {
      header: '学历',
      field: 'education',
      cell: '本科在读',
      kinds: ['education.unfinished'],
      why: 'not finished',
    },
    {
      header: '学历',
      field: 'education',
      cell: '自学成才',
      kinds: ['education.unknown'],
      why: 'no education',
    },
    {
      header: '推荐方式',
      field: 'channel',
      cell: '党支部推荐',
      gives: 'recommended',
      why: 'by the branch',
    },
    { header: '推荐方式', field: 'channel', cell: '自荐', gives: 'self', why: 'short' },
    {
      header: '推荐方式',
      field: 'channel',
      cell: '组织发现',
      gives: 'discovered',
      why: 'the third way in',
    },
    {
      header: '推荐方式',
      field: 'channel',
      cell: '其它',
      kinds: ['channel.unknown'],
      why: 'none of the three',
    },
    {
      header: '人员类别',
      field: 'sources',
      cell: '现任村干部',
      gives: ['incumbent'],
      why: 'a synonym',
    },
    {
      header: '人员类别',
      field: 'sources',
      cell: '退役军人、致富能手',
      gives: ['veteran', 'wealth-creator'],
      why: 'two',
    },
    {
      header: '人员类别',
      field: 'sources',
      cell: '退休、退居二线干部、返乡人员',
      gives: ['retired-official', 'returnee'],
      why: 'a name with a sign that parts',
    },
    {
      header: '人员类别',
      field: 'sources',
      cell: '其他',
      kinds: ['sources.other'],
      why: 'none of them',
    },
    {
      header: '人员类别',
      field: 'sources',
      cell: '网红',
      kinds: ['sources.unknown'],
      why: 'not in the dictionary',
    },
    {
      header: '专长',
      field: 'skills',
      cell: '财务、直播带货；剪纸',
      gives: [{ skill: 'bookkeeping' }, { skill: 'e-commerce' }, { word: '剪纸' }],
      why: 'synonyms and a free word',
    },
    {
      header: '专长',
      field: 'skills',
      cell: '矛盾调解 纠纷调解',
      gives: [{ skill: 'mediation' }],
      why: 'the same twice',
    },
    { header: '状态', field: 'status', cell: '后备', gives: 'reserve', why: 'as an export has it' },
    {
      header: '村（社区）工作年限',
      field: 'experienceYears',
      cell: '3年',
      gives: 3,
      why: 'with its unit',
    },
    {
      header: '联系电话',
      field: 'phone',
      cell: '120 4015 4823',
      gives: '12040154823',
      why: 'in groups',
    },
    {
      header: '联系电话',
      field: 'phone',
      cell: '+86-12040154823',
      gives: '12040154823',
      why: 'with the country',
    },
    {
      header: '联系电话',
      field: 'phone',
      cell: '0632-1234567',
      gives: '0632-1234567',
      why: 'with an area code',
    },
    {
      header: '联系电话',
      field: 'phone',
      cell: '12040154823/12040154824',
      gives: '12040154823',
      kinds: ['phone.several'],
      why: 'two',
    },
    {
      header: '联系电话',
      field: 'phone',
      cell: '1204015482',
      kinds: ['phone.signs'],
      why: 'a digit is missing',
    },
    {
      header: '联系电话',
      field: 'phone',
      cell: '1.20402E+10',
      kinds: ['phone.ruined'],
      why: 'changed by the spreadsheet',
    },
    { header: '联系电话', field: 'phone', cell: '120****4823', why: 'masked: as it was' },
  ]
  test.each(rows)(
    '$header $cell → $gives $kinds: $why',
    ({ header, field, cell, gives, kinds = [] }) => {
      const row = personRow({ [header]: cell })
      expect([row.values[field as keyof typeof row.values], kindsOf(row)]).toEqual([gives, kinds])
    },
  )

  test('the highest of full-time and in-service counts, and a school goes with it', () => {
    const row = personRow({
      全日制学历: '高中',
      在职学历: '大专',
      毕业院校及专业: '枣庄职业学院 会计',
    })
    expect(row.values).toMatchObject({
      fullTimeEducation: 'senior-secondary',
      inServiceEducation: 'junior-college',
      education: 'junior-college',
      inServiceSchool: '枣庄职业学院 会计',
    })
  })
})

describe('willingness goes only as far as the words', () => {
  const rows = [
    {
      cells: { 是否服从调剂: '是' },
      gives: 'township',
      why: 'sent where needed, within the township',
    },
    { cells: { 是否愿意返乡: '是' }, gives: 'village', why: 'home is the own village' },
    { cells: { 有无任职意愿: '有' }, gives: 'village', why: 'no range is said: the least' },
    { cells: { 意愿范围: '全县' }, gives: 'county', why: 'said in so many words' },
    { cells: { 意愿范围: '本乡镇' }, gives: 'township', why: 'as an export has it' },
    { cells: { 是否服从调剂: '否' }, why: 'no says nothing of the own village' },
    { cells: { 是否愿意返乡: '视岗位' }, why: 'it depends' },
    {
      cells: { 是否服从调剂: '是', 是否愿意返乡: '是' },
      gives: 'township',
      why: 'the farthest that was agreed to',
    },
  ]
  test.each(rows)('$cells → $gives: $why', ({ cells, gives }) => {
    const row = personRow(cells)
    expect(row.values.willingness).toBe(gives)
    expect(kindsOf(row, 'error')).toEqual([])
    if (gives === undefined) expect(row.values.remarks).toContain(Object.values(cells)[0])
  })
})

describe('joining the Party', () => {
  const rows = [
    {
      joined: '2008.06',
      born: '1985.03',
      status: '党员',
      gives: '2008-06',
      kinds: [],
      why: 'as it should be',
    },
    {
      joined: '2027.11',
      born: '1985.03',
      status: '党员',
      kinds: ['party-joined.future'],
      why: 'in the future',
    },
    {
      joined: '1984.01',
      born: '1985.03',
      status: '党员',
      kinds: ['party-joined.too-early'],
      why: 'before the birth',
    },
    {
      joined: '2002.06',
      born: '1985.03',
      status: '党员',
      gives: '2002-06',
      kinds: ['party-joined.under-18'],
      why: 'at 17: said',
    },
    {
      joined: '2008.06',
      born: '1985.03',
      status: '群众',
      kinds: ['party-joined.no-member'],
      why: 'no member has no such date',
    },
    {
      joined: '2008.06加入中共',
      born: '1985.03',
      status: '党员',
      gives: '2008-06',
      kinds: [],
      why: 'as appointment forms have it',
    },
    { joined: '无', born: '1985.03', status: '群众', kinds: [], why: 'a word for nothing' },
  ]
  test.each(rows)(
    '$status, born $born, joined $joined: $why',
    ({ joined, born, status, gives, kinds }) => {
      const row = personRow({ 出生年月: born, 政治面貌: status, 入党时间: joined })
      expect([row.values.partyJoinedOn, kindsOf(row)]).toEqual([gives, kinds])
    },
  )
})

describe('cells', () => {
  test('a formula counts by its last result, and that is said', () => {
    const row = personRow({ 性别: { f: '男' } })
    expect([row.values.sex, kindsOf(row)]).toEqual(['male', ['cell.formula']])
  })

  test('an error of the spreadsheet is a fault at its cell', () => {
    const row = personRow({ 性别: { e: '#N/A' } })
    expect(row.faults).toMatchObject([
      { at: 2, field: 'sex', kind: 'cell.error', level: 'error' },
      { kind: 'sex.missing' },
    ])
  })

  test('a merge says of all its rows where they are, but not who they are', () => {
    const merged = (text: string): RawCell => ({ m: text, from: 'above' })
    const place = rowOf({ 姓名: '秦明远', 所在村: merged('毛宅村') })
    expect([place.values.homeVillageCode, kindsOf(place)]).toEqual([
      '370406104201',
      ['cell.merged'],
    ])
    expect(place.faults[0]!.level).toBe('notice')
    const person = personRow({ 联系电话: merged('12040154823') })
    expect([person.values.phone, kindsOf(person, 'error')]).toEqual([undefined, ['cell.merged']])
  })

  test('what has no place of its own keeps its header in the remarks', () => {
    const row = personRow({ 备注: '常年在外', 获奖情况: '三等功', 推荐单位: '村党支部' })
    expect(row.values.remarks).toBe('常年在外；获奖情况：三等功；推荐单位：村党支部')
  })

  test('the guard against formulas is taken off again', () => {
    expect(personRow({ 备注: "'=1+1" }).values.remarks).toBe('=1+1')
  })
})
