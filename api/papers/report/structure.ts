import type { z } from 'zod'
import type { StructureReport } from '../../shapes/structure.ts'
import { type Figure, type Making, type MaybeFigure, type Said, say } from './figure.ts'

export type StructureRead = z.infer<typeof StructureReport>
type Line = StructureRead['groups'][number]['lines'][number]
type Counted = Line['after']

/** One line of the structure: when the last term took office, today, and proposed, with the change in words. */
export type StructureRow = {
  name: string
  before: MaybeFigure
  now: MaybeFigure
  after: MaybeFigure
  change: string
  isShare: boolean
  /** Null: not known, or as it was. */
  sentence: Said | null
  isSame: boolean
}
export type StructureTold = {
  rows: StructureRow[]
  /** Villages that are in none of the figures: nobody is known there, or nothing is proposed. */
  left: Figure | null
  /** Whose teams stand last: 现任, 方案 or 换届结果. */
  last: string
}

/** Lines that a report speaks of, in reading order; the page of the structure has all. */
const LINES = [
  'all people',
  'all age.mean',
  'all age.young',
  'all age.core',
  'all education.college',
  'all education.bachelor-up',
  'all women',
  'all party-members',
  'all combined',
  'all cross',
  'secretaries source.four',
  'all minority',
]
const WHERE = { address: '/structure', words: '班子结构' }
const UNITS = { years: '岁', share: '%', count: '人' }
const CHANGES = { years: '岁', share: '个百分点', count: '人' }

export function structureOf(making: Making, read: StructureRead): StructureTold {
  const isCurrent = read.of.kind === 'current'
  const all = new Map(
    read.groups.flatMap(({ lines }) => lines.map((line) => [`${line.group} ${line.id}`, line])),
  )
  const lines = LINES.flatMap((id) => all.get(id) ?? [])
  const after = read.labels.after.zh
  const rows = lines.map((line): StructureRow => {
    const name = nameOf(line)
    const figure = (when: string, counted: Counted) =>
      figureOf(making, line, { name, when }, counted)
    const before = figure('上届到任时', line.before)
    const [now, last] = isCurrent
      ? [figure('现任', line.after), null]
      : [figure('现任', line.now), figure(after, line.after)]
    const to = last ?? (isCurrent ? now : null)
    return {
      ...{ name, before, now, after: last, isShare: line.unit === 'share' },
      isSame: line.change?.amount === 0,
      change: line.change?.words.zh ?? '未知',
      sentence: before && to && line.change ? sentenceOf(making, line, { name, before, to }) : null,
    }
  })
  const left = read.villages - read.compared
  return { rows, last: isCurrent ? '现任' : after, left: left > 0 ? leftOf(making, read) : null }
}

function nameOf({ group, unit, words }: Line): string {
  const whose = group === 'secretaries' ? '书记中' : ''
  return `${whose}${words.zh}${unit === 'share' && !words.zh.endsWith('比例') ? '占比' : ''}`
}

type Named = { name: string; when: string }

function figureOf(
  { figure }: Making,
  { unit, measured }: Line,
  { name, when }: Named,
  counted: Counted,
): MaybeFigure {
  if (!counted || counted.value === null) return null
  const scale = unit === 'share' ? 1000 : 10
  const value = unit === 'count' ? counted.count : Math.round(counted.value * scale) / 10
  return figure(`${name}·${when}`, value, UNITS[unit], {
    name: `${name}（${when}）`,
    how: unit === 'count' ? null : counted.arithmetic.zh,
    means: MEANS[measured],
    where: WHERE,
  })
}

const MEANS = {
  people: '村（社区）“两委”成员，一人任多职只计一次；未知的不计入',
  villages: '以村（社区）计，只比较前后都有数据的村',
  seats: '以职数计',
}

function sentenceOf(
  { figure }: Making,
  { unit, change, before, after }: Line,
  { name, before: first, to }: { name: string; before: Figure; to: Figure },
): Said | null {
  if (!change || change.amount === 0) return null
  const verb =
    change.sign > 0 ? (unit === 'count' ? '增加' : '提高') : unit === 'count' ? '减少' : '下降'
  const by = figure(`${name}·变化`, Math.abs(change.amount), CHANGES[unit], {
    name: `${name}变化`,
    how: `${after?.arithmetic.zh ?? ''}；${before?.arithmetic.zh ?? ''}${change.isExact ? '' : '；按未取整的数相减'}`,
    means: '与上届到任时相比',
    where: WHERE,
  })
  return say`${name}由${first}到${to}，${verb}${by}`
}

function leftOf({ figure }: Making, { villages, compared }: StructureRead): Figure {
  return figure('班子未知村数', villages - compared, '个', {
    name: '未列入结构比较的村数',
    how: `${villages} − ${compared}`,
    means: '班子成员未知或没有方案，前后不能比较的村',
    where: WHERE,
  })
}

/** 班子结构变化 in sentences; what is not known is said. */
export function structureSaid({ rows, left, last }: StructureTold): Said[] {
  const said = rows.flatMap(({ sentence }) => (sentence === null ? [] : [sentence]))
  const rest: Said = [
    ...(left === null ? [] : say`另有${left}村（社区）的班子前后数据不全，情况未知，未列入比较。`),
    ...(last === '现任' ? ['尚无换届方案，拟配班子结构未知。'] : []),
  ]
  const same = rows.filter(({ isSame }) => isSame).map(({ name }) => name)
  if (said.length + same.length === 0) return [['上届或现任班子结构未知，无法比较。', ...rest]]
  const both = said.length > 0 ? '；' : ''
  const compared: Said = [
    ...said.flatMap((one, at) => [...(at === 0 ? [] : ['；']), ...one]),
    ...(same.length > 0 ? [`${both}${same.join('、')}与上届持平`] : []),
  ]
  return [
    [`村（社区）“两委”班子，${last}与上届到任时相比：`, ...compared, '（见表4、图2）。'],
    ...(rest.length > 0 ? [rest] : []),
  ]
}
