import { describe, expect, test } from 'vitest'
import type { RawCell } from '../../api/roster/types.ts'
import { BEIZHUANG, kindsOf, rowOf } from './lists.ts'

const TOWN = { townshipCode: BEIZHUANG }
const village = (cells: Record<string, RawCell>, given = {}) =>
  rowOf({ 村名: '北庄村', ...cells }, { ...TOWN, ...given }, 'villages')

describe('facts of a village', () => {
  const rows: {
    header: string
    field: string
    cell: RawCell
    gives?: unknown
    kinds?: string[]
    why: string
  }[] = [
    { header: '类别', field: 'kind', cell: '行政村', gives: 'village', why: 'by its word' },
    { header: '片区', field: 'area', cell: '洪门片区', gives: '洪门片区', why: 'as it is called' },
    { header: '是否重点难点村', field: 'isKey', cell: '√', gives: true, why: 'a tick' },
    {
      header: '户数',
      field: 'households',
      cell: '1,024户',
      gives: 1024,
      why: 'thousands and unit',
    },
    { header: '人口', field: 'population', cell: { n: 3210 }, gives: 3210, why: 'a figure' },
    {
      header: '人口',
      field: 'population',
      cell: '三千',
      kinds: ['count.unreadable'],
      why: 'no figure',
    },
    {
      header: '党员数',
      field: 'partyMembers',
      cell: '46.5',
      kinds: ['count.unreadable'],
      why: 'half a member',
    },
    {
      header: '村集体收入（万元）',
      field: 'collectiveIncome',
      cell: { n: 12.5 },
      gives: 125_000,
      why: 'in 万元 by its header',
    },
    {
      header: '村集体收入（元）',
      field: 'collectiveIncome',
      cell: '125000',
      gives: 125_000,
      why: 'in yuan by its header',
    },
    {
      header: '村集体收入（元）',
      field: 'collectiveIncome',
      cell: '12.5万元',
      gives: 125_000,
      why: 'in 万元 by the cell',
    },
    {
      header: '主导产业',
      field: 'trades',
      cell: '葡萄种植、旅游',
      gives: ['葡萄种植', '旅游'],
      why: 'the main one first',
    },
    { header: '地形', field: 'terrain', cell: '山区', gives: 'mountain', why: 'by its word' },
    { header: '参选率', field: 'turnout', cell: '92.5%', gives: 0.925, why: 'a percentage' },
    {
      header: '参选率',
      field: 'turnout',
      cell: { n: 0.925, shown: '92.5%' },
      gives: 0.925,
      why: 'as a spreadsheet shows it',
    },
    {
      header: '参选率',
      field: 'turnout',
      cell: '120%',
      kinds: ['turnout.unreadable'],
      why: 'more than all',
    },
    { header: '选举轮次', field: 'rounds', cell: '1轮', gives: 1, why: 'with its unit' },
    {
      header: '本届换届时间',
      field: 'termStartedOn',
      cell: '2021.03',
      gives: '2021-03',
      why: 'a month',
    },
    {
      header: '本届届满时间',
      field: 'termEndsOn',
      cell: '2027.03',
      gives: '2027-03',
      why: 'lies ahead',
    },
    {
      header: '本届换届时间',
      field: 'termStartedOn',
      cell: '2031.03',
      kinds: ['day.future'],
      why: 'has not been',
    },
    {
      header: '党组织职数',
      field: 'seats',
      cell: '5',
      gives: { secretary: 1, 'party-member': 4 },
      why: 'with the secretary',
    },
    {
      header: '村委会职数',
      field: 'seats',
      cell: '3',
      gives: { chair: 1, 'committee-member': 2 },
      why: 'with the chair',
    },
    {
      header: '监委会职数',
      field: 'seats',
      cell: '3',
      gives: { 'supervision-head': 1, 'supervision-member': 2 },
      why: 'with its head',
    },
  ]
  test.each(rows)(
    '$header $cell → $gives $kinds: $why',
    ({ header, field, cell, gives, kinds = [] }) => {
      const row = village({ [header]: cell })
      expect([row.values[field as keyof typeof row.values], kindsOf(row)]).toEqual([gives, kinds])
    },
  )

  test('seats by post must add up to those of the committee', () => {
    const cells = { 党组织职数: '5', 党组织书记职数: '1', 党组织委员职数: '3' }
    expect(kindsOf(village(cells))).toEqual(['seats.sum'])
  })

  const places = [
    { cells: { 村名: '毛宅' }, gives: { code: '370406104201' }, kinds: [], why: 'by name' },
    {
      cells: { 村名: '', 村代码: '370406104201' },
      gives: { code: '370406104201' },
      kinds: [],
      why: 'by code',
    },
    {
      cells: { 村名: '北庄村', 村代码: '370406104201' },
      gives: { code: '370406104201' },
      kinds: ['village.other-name'],
      why: 'the code counts, the name is said',
    },
    {
      cells: { 村名: '新桥村', 村代码: '370406104299' },
      gives: { code: '370406104299', name: '新桥村' },
      kinds: [],
      why: 'a new village of the township',
    },
    {
      cells: { 村名: '双山社区', 村代码: '370406001001' },
      gives: {},
      kinds: ['village.unknown'],
      why: 'another township',
    },
    {
      cells: { 村代码: '3.70406E+11' },
      gives: {},
      kinds: ['village.code'],
      why: 'ruined by the spreadsheet',
    },
    { cells: { 村名: null }, gives: {}, kinds: ['village.missing'], why: 'nothing' },
  ]
  test.each(places)('$cells → $gives: $why', ({ cells, gives, kinds }) => {
    const row = village(cells)
    expect([row.values, kindsOf(row)]).toEqual([gives, kinds])
  })
})

describe('people in office', () => {
  const incumbent = (职务: string, cells: Record<string, string> = {}) =>
    rowOf({ 姓名: '秦明远', 村: '北庄村', 职务, ...cells }, TOWN, 'incumbents')

  const rows = [
    { text: '书记', posts: ['secretary'], why: 'short' },
    { text: '村党支部书记', posts: ['secretary'], why: 'of a branch' },
    { text: '党总支书记', posts: ['secretary'], why: 'of a general branch' },
    { text: '书记兼主任', posts: ['secretary', 'chair'], why: 'the combined role' },
    { text: '党支部书记、村委会主任', posts: ['secretary', 'chair'], why: 'both in full' },
    { text: '书记、主任（一肩挑）', posts: ['secretary', 'chair'], why: 'said twice' },
    { text: '村主任', posts: ['chair'], why: 'short' },
    { text: '副书记', posts: ['party-member'], why: 'sits on the party committee' },
    { text: '党支部委员', posts: ['party-member'], why: 'a member' },
    { text: '支部纪检委员', posts: ['party-member'], why: 'with a portfolio' },
    { text: '副主任', posts: ['committee-member'], why: 'sits on the villagers’ committee' },
    { text: '村委会委员', posts: ['committee-member'], why: 'a member' },
    { text: '委员', posts: ['committee-member'], why: 'short' },
    {
      text: '支部委员、村委会委员',
      posts: ['party-member', 'committee-member'],
      why: 'cross-appointed',
    },
    { text: '监委会主任', posts: ['supervision-head'], why: 'its head' },
    { text: '村务监督委员会委员', posts: ['supervision-member'], why: 'a member' },
  ]
  test.each(rows)('$text → $posts: $why', ({ text, posts }) => {
    const row = incumbent(text)
    expect([row.values.posts, kindsOf(row)]).toEqual([posts, []])
  })

  test('a post outside of the committees is said; alone it is a fault', () => {
    expect(kindsOf(incumbent('支部委员、妇联主席'), 'error')).toEqual([])
    expect(incumbent('支部委员、妇联主席').values.posts).toEqual(['party-member'])
    expect(kindsOf(incumbent('网格员'), 'error')).toEqual(['posts.unknown'])
    expect(kindsOf(incumbent(''), 'error')).toEqual(['posts.missing'])
  })

  test('the village of the list is where the posts are, the home may be another', () => {
    const row = incumbent('书记', { 户籍村: '毛宅村', 任职时间: '2021.03', 届满时间: '2026.12' })
    expect(row.values).toMatchObject({
      villageCode: '370406104200',
      homeVillageCode: '370406104201',
      tookOfficeOn: '2021-03',
      termEndsOn: '2026-12',
    })
  })
})
