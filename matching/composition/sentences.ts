import type { Words } from '../types.ts'
import type { Ratio } from './composition.ts'
import type { Change, Figure, Line } from './differences.ts'
import type { Measured } from './lines.ts'
import { decimal, tenthsOf, type Unit, whole } from './rounding.ts'
import { groupOfTeamWords } from './words.ts'

/** Of fewer a share says little: the counts come first. */
export const FEW = 20

/** A figure as a table prints it, the same in both languages; null where it is not known. */
export function figureText(figure: Ratio, unit: Unit): string | null {
  const tenths = tenthsOf(figure, unit)
  if (tenths === null) return null
  if (unit === 'count') return whole(figure.count)
  if (unit === 'years') return decimal(tenths)
  return figure.of < FEW
    ? `${figure.count} / ${figure.of} · ${decimal(tenths)}%`
    : `${decimal(tenths)}%`
}

type Said = Pick<
  Line,
  'group' | 'id' | 'unit' | 'measured' | 'words' | 'before' | 'after' | 'change'
>

/** 平均年龄由 45.1 岁降到 40.6 岁，下降 4.5 岁; what is not known is said. */
export function sentenceOf(line: Said): Words {
  const { before, after, change } = line
  const name = nameOf(line)
  if (!before || !after || change === null) return uncompared(line, name)
  const from = spoken(line, before)
  const to = spoken(line, after)
  const left = unknownIn(line)
  if (change.sign === 0)
    return {
      zh: `${name.zh}前后均为 ${to.zh}，持平${left.zh}`,
      en: `${name.en}: ${to.en} before and after, the same${left.en}`,
    }
  const by = differenceWords(line, change)
  return {
    zh: `${name.zh}由 ${from.zh}${from.zh.endsWith('%') ? ' ' : ''}${moved(line.unit, change).zh} ${to.zh}，${by.zh}${left.zh}`,
    en: `${name.en} from ${from.en} to ${to.en}, ${by.en}${left.en}`,
  }
}

/** The difference alone: 提高 5.5 个百分点. */
export function differenceWords(
  { unit, measured }: Pick<Line, 'unit' | 'measured'>,
  change: Change,
): Words {
  const note = change.isExact ? SAME : BEFORE_ROUNDING
  if (change.amount === 0) return { zh: `基本持平${note.zh}`, en: `almost the same${note.en}` }
  const verb = VERBS[unit][change.sign > 0 ? 'up' : 'down']
  const of = unit === 'count' ? COUNTED[measured] : UNITS[unit]
  return {
    zh: `${verb.zh} ${change.text} ${of.zh}${note.zh}`,
    en: `${verb.en} ${change.text} ${of.en}${note.en}`,
  }
}

/** What a figure was worked out from: 周岁之和 3,190 ÷ 78 人 ＝ 40.9 岁（3 人年龄未知，不计入）. */
export function arithmeticOf(line: Pick<Line, 'unit' | 'measured'>, figure: Figure | null): Words {
  if (figure === null || figure.of === 0) return figure?.unknown ? allUnknown(figure) : NOTHING
  const { count, of } = figure
  const measured = COUNTED[line.measured]
  if (line.unit === 'count')
    return { zh: `${whole(count)} ${measured.zh}`, en: `${whole(count)} ${measured.en}` }
  const result = decimal(tenthsOf(figure, line.unit)!)
  const out = figure.unknown === 0 ? SAME : leftOut(figure.unknown)
  if (line.unit === 'years')
    return {
      zh: `周岁之和 ${whole(count)} ÷ ${whole(of)} 人 ＝ ${result} 岁${out.zh}`,
      en: `Years together ${whole(count)} ÷ ${whole(of)} people = ${result} years${out.en}`,
    }
  return {
    zh: `${whole(count)} ÷ ${whole(of)} ${measured.zh} ＝ ${result}%${out.zh}`,
    en: `${whole(count)} ÷ ${whole(of)} ${measured.en} = ${result}%${out.en}`,
  }
}

/** A group by itself names itself; of everybody nothing is said. */
function nameOf({ group, id, words }: Said): Words {
  if (group === 'all' || id === 'people') return id === 'people' ? groupOfTeamWords[group] : words
  const of = groupOfTeamWords[group]
  return { zh: `${of.zh}${words.zh}`, en: `${words.en} of ${of.en}` }
}

function uncompared(line: Said, name: Words): Words {
  const of = (figure: Figure | null): Words =>
    figure === null || figure.text === null ? UNKNOWN : spoken(line, figure)
  const [from, to] = [of(line.before), of(line.after)]
  return {
    zh: `${name.zh}：前 ${from.zh}，后 ${to.zh}，无法比较`,
    en: `${name.en}: ${from.en} before, ${to.en} after, not to be compared`,
  }
}

/** Of few people the counts come first. */
function spoken({ unit, measured }: Said, figure: Figure): Words {
  const tenths = tenthsOf(figure, unit)!
  const of = COUNTED[measured]
  if (unit === 'count')
    return { zh: `${whole(figure.count)} ${of.zh}`, en: `${whole(figure.count)} ${of.en}` }
  if (unit === 'years') return { zh: `${decimal(tenths)} 岁`, en: `${decimal(tenths)} years` }
  const share = `${decimal(tenths)}%`
  if (figure.of >= FEW) return { zh: share, en: share }
  return {
    zh: `${figure.count}/${figure.of} ${of.zh}（${share}）`,
    en: `${figure.count} of ${figure.of} ${of.en} (${share})`,
  }
}

function moved(unit: Unit, { sign, amount }: Change): Words {
  if (amount === 0) return { zh: '到', en: '' }
  const up = unit === 'count' ? '增加到' : '升到'
  return { zh: sign > 0 ? up : unit === 'count' ? '减少到' : '降到', en: '' }
}

function unknownIn({ unit, before, after }: Said): Words {
  const [a, b] = [before?.unknown ?? 0, after?.unknown ?? 0]
  if (a + b === 0) return SAME
  const what = unit === 'years' ? '年龄未知' : '情况未知'
  const part = (count: number, zh: string, en: string): Words[] =>
    count === 0 ? [] : [{ zh: `${zh} ${count} 人`, en: `${count} ${en}` }]
  const parts = [...part(a, '前', 'before'), ...part(b, '后', 'after')]
  return {
    zh: `（${what}不计入：${parts.map(({ zh }) => zh).join('、')}）`,
    en: ` (not known and left out: ${parts.map(({ en }) => en).join(', ')})`,
  }
}

function leftOut(unknown: number): Words {
  return {
    zh: `（另有 ${whole(unknown)} 人未知，不计入）`,
    en: ` (${whole(unknown)} not known, left out)`,
  }
}

function allUnknown({ unknown }: Figure): Words {
  return {
    zh: `${whole(unknown)} 人均未知，不作计算`,
    en: `Not known of any of ${whole(unknown)} people: nothing to work out`,
  }
}

const SAME: Words = { zh: '', en: '' }
const UNKNOWN: Words = { zh: '未知', en: 'not known' }
const NOTHING: Words = { zh: '没有数据，不作计算', en: 'No data: nothing to work out' }
const BEFORE_ROUNDING: Words = {
  zh: '（按未取整的数计算）',
  en: ' (worked out before rounding)',
}
const UNITS = {
  years: { zh: '岁', en: 'years' },
  share: { zh: '个百分点', en: 'points' },
} satisfies Record<Exclude<Unit, 'count'>, Words>
const COUNTED = {
  people: { zh: '人', en: 'people' },
  villages: { zh: '个村（社区）', en: 'villages' },
  seats: { zh: '个职数', en: 'seats' },
} satisfies Record<Measured, Words>
const VERBS = {
  years: { up: { zh: '上升', en: 'up' }, down: { zh: '下降', en: 'down' } },
  share: { up: { zh: '提高', en: 'up' }, down: { zh: '下降', en: 'down' } },
  count: { up: { zh: '增加', en: 'up' }, down: { zh: '减少', en: 'down' } },
} satisfies Record<Unit, Record<'up' | 'down', Words>>
