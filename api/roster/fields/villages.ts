import type { Field } from '../types.ts'
import { field, MANY } from './field.ts'

/** Columns of lists of villages. */
export const VILLAGES: readonly Field[] = [
  field(
    'code',
    '村代码',
    'Village code',
    '行政区划代码 区划代码 统计代码 统计用区划代码 村编码 村（社区）代码 社区代码 代码 12位代码 村级代码',
  ),
  field(
    'township',
    '所在乡镇',
    'Township',
    '乡镇 乡镇（街道） 镇街 镇（街道） 乡镇街道 所属乡镇 所在镇街 街道 镇 乡镇名称 镇街名称 所在乡镇（街道） 所属乡镇（街道）',
  ),
  field(
    'name',
    '村（社区）',
    'Village',
    '村 村名 村名称 村（居） 村居 所在村 社区 行政村 行政村名称 村（社区）名称 村（居）名称 村社区 村别 单位 单位名称 村庄',
  ),
  field('kind', '村（社区）类别', 'Kind', '类别 类型 村或社区 村居类别 村居类型 村／社区'),
  field('area', '片区', 'Office area', '工作片区 管区 办事处 工作区 片 所属片区 联村片区 社区片区'),
  field(
    'isKey',
    '是否重点难点村',
    'Key and difficult',
    '重点村 难点村 重点难点村 是否重点村 是否难点村 是否重难点村 重难点村',
  ),
  field('households', '户数', 'Households', '总户数 农户数 村民户数 户籍户数 户数（户）'),
  field(
    'population',
    '人口',
    'People',
    '总人口 人口数 总人数 户籍人口 村民人数 人口总数 人数 总人口数 人口（人）',
  ),
  field('partyMembers', '党员数', 'Party members', '党员人数 党员 党员总数 党员（人） 正式党员数'),
  field(
    'collectiveIncome',
    '村集体收入（元）',
    'Collective income (yuan)',
    '集体收入（元） 村集体经济收入（元） 集体经济收入（元） 上年度集体收入（元） 年集体收入（元）',
  ),
  field(
    'collectiveIncomeWan',
    '村集体收入（万元）',
    'Collective income (10,000 yuan)',
    '集体收入（万元） 村集体经济收入（万元） 集体经济收入（万元） 上年度集体收入（万元） 年集体收入（万元） 集体经济（万元）',
  ),
  field('trades', '主导产业', 'Trades', '特色产业 产业 主要产业 优势产业 支柱产业', MANY),
  field('terrain', '地形', 'Terrain', '地貌 地形地貌 地势 地形类型'),
  field(
    'hasMinorities',
    '是否有多个少数民族居住',
    'Smaller nationalities live there',
    '是否少数民族村 是否多民族村 是否有少数民族 少数民族村 民族村 多民族居住',
  ),
  field(
    'seats.party',
    '党组织职数',
    'Party committee seats',
    '党组织班子职数 党支部职数 村党组织职数 支委职数 党组织成员职数 党组织核定职数',
  ),
  field(
    'seats.secretary',
    '党组织书记职数',
    'Secretary seats',
    '书记职数 党支部书记职数 村党组织书记职数',
  ),
  field(
    'seats.party-member',
    '党组织委员职数',
    'Party member seats',
    '支部委员职数 党支部委员职数',
  ),
  field(
    'seats.committee',
    '村（居）委会职数',
    'Committee seats',
    '村委会职数 居委会职数 村民委员会职数 村委会班子职数 村委会成员职数 村委职数',
  ),
  field('seats.chair', '村（居）委会主任职数', 'Chair seats', '主任职数 村委会主任职数'),
  field(
    'seats.committee-member',
    '村（居）委会委员职数',
    'Committee member seats',
    '村委会委员职数 居委会委员职数',
  ),
  field(
    'seats.supervision',
    '村（居）务监督委员会职数',
    'Supervision seats',
    '监委会职数 村务监督委员会职数 监督委员会职数 监委职数',
  ),
  field(
    'seats.supervision-head',
    '监委会主任职数',
    'Supervision head seats',
    '村务监督委员会主任职数',
  ),
  field(
    'seats.supervision-member',
    '监委会委员职数',
    'Supervision member seats',
    '村务监督委员会委员职数',
  ),
  field(
    'termStartedOn',
    '本届换届时间',
    'Term started on',
    '换届时间 上届换届时间 上次换届时间 选举日期 当选日期 选举时间 本届起始时间 任期起始 届次起始',
  ),
  field(
    'termEndsOn',
    '本届届满时间',
    'Term ends on',
    '届满时间 届满日期 任期届满时间 本届任期届满 任期截止',
  ),
  field('turnout', '参选率', 'Turnout', '投票率 上届参选率 参选率（%） 投票率（%） 上届投票率'),
  field('rounds', '选举轮次', 'Rounds', '选举次数 投票轮次 选举轮数 上届选举轮次 几次选举成功'),
]
