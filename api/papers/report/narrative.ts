import type { Counts } from './counts.ts'
import { type Figure, type MaybeFigure, type Said, say } from './figure.ts'
import type { ReportRead } from './read.ts'

/** Names that a sentence can carry; the rest is counted. */
const MOST_NAMES = 12
const MOST_TOWNSHIPS = 3
const MOST_GAPS = 6

/** 总体情况: what there is, when it was counted, and which round is open. */
export function generalOf(read: ReportRead, counts: Counts): Said[] {
  const { place, overview, isTownship } = read
  const towns = isTownship ? say`` : say`乡镇（街道）${counts.townships}、`
  const first = [
    ...say`${place.name}现有`,
    ...towns,
    ...say`村（社区）${counts.villages}。截至${dayWords(overview.today)}，已测算换届准备度的村${counts.counted}`,
    ...(counts.uncounted.value > 0
      ? say`；另有${counts.uncounted}尚未测算，状况未知，下文红黄绿统计均不含这些村。`
      : ['，各村均已测算。']),
  ]
  if (counts.counted.value === 0)
    return [first, ['人才库和后备力量尚未统计，状况未知。'], roundOf(read, counts)]
  const pool = say`人才库中家在本地的人员${counts.people}，其中列为后备${counts.reserves}；最近一份材料已较旧、须更新的${counts.stale}。`
  return [first, pool, roundOf(read, counts)]
}

function roundOf({ overview: { schedule } }: ReportRead, { nominees }: Counts): Said {
  if (!schedule) return ['目前没有进行中的换届轮次，提名和审查进度无从统计。']
  const term =
    schedule.termStartsOn === null
      ? '新一届任期起始日期尚未确定'
      : `新一届任期自${dayWords(schedule.termStartsOn)}起`
  return [
    `${schedule.round.name}自${dayWords(schedule.opensOn)}起接受提名，至${dayWords(schedule.closesOn)}止，${term}。`,
    ...(nominees === null ? [] : say`所属范围内已提名人选${nominees}。`),
  ]
}

/** 准备度: colours, the townships with most red, depth, teams, joint review, actions. */
export function readinessOf(read: ReportRead, counts: Counts): Said[] {
  if (counts.counted.value === 0) return [['各村换届准备度尚未测算，状况未知。']]
  const colours = [
    ...say`已测算的村中，绿色（就绪）${counts.green}`,
    ...shareOf(counts.greenShare),
    ...say`，黄色（尚需补齐）${counts.yellow}`,
    ...shareOf(counts.yellowShare),
    ...say`，红色（存在硬缺口）${counts.red}`,
    ...shareOf(counts.redShare),
    '。',
    ...reddest(read),
  ]
  const depth = say`后备力量：后备达到每村${counts.reservesAsked}的村${counts.deep}，不足的${counts.shallow}。`
  return [colours, depth, teamsOf(counts), reviewOf(counts), actionsOf(counts)]
}

function reddest({ townships, isTownship }: ReportRead): Said {
  if (isTownship) return []
  const most = townships
    .filter(({ red }) => red > 0)
    .toSorted((a, b) => b.red - a.red)
    .slice(0, MOST_TOWNSHIPS)
  if (most.length === 0) return ['各乡镇（街道）均没有红色村。']
  return [`红色村较多的乡镇（街道）：${most.map((it) => it.township.name).join('、')}（见表1）。`]
}

function teamsOf(counts: Counts): Said {
  return [
    ...say`班子测算：法定和政策目标都可达的村${counts.reachable}，尚有目标不可达的${counts.unreachable}`,
    ...(counts.unsolved.value > 0 ? say`，尚未测算、结论未知的${counts.unsolved}` : []),
    ...say`；班子系于一人、无人可替的村${counts.single}。`,
  ]
}

function reviewOf(counts: Counts): Said {
  if (counts.asked.value === 0) return ['部门联审：尚未征求意见，联审结果未知。']
  return [
    ...say`部门联审：已征求意见${counts.asked}，已答复${counts.answered}`,
    ...shareOf(counts.answeredShare),
    ...say`，逾期未答复${counts.late}。`,
  ]
}

function actionsOf(counts: Counts): Said {
  if (counts.actionsOpen.value === 0) return ['办理事项：目前没有办理中的交办事项。']
  return say`办理事项：已交办、正在办理${counts.actionsOpen}，其中逾期${counts.actionsLate}。`
}

/** 三张清单: how many villages are on each, and those with nobody by name. */
export function listsOf(read: ReportRead, counts: Counts): Said[] {
  if (counts.counted.value === 0) return [['三张清单尚未测算，状况未知。']]
  const three = [
    ...say`“一肩挑”人选已落实的村${counts.settled}`,
    ...shareOf(counts.settledShare),
    ...say`，有意向的${counts.willing}`,
    ...shareOf(counts.willingShare),
    ...say`，无合适人选的${counts.none}`,
    ...shareOf(counts.noneShare),
    '。',
  ]
  const without = read.villages.filter(({ list }) => list === 'none').map(({ name }) => name)
  if (without.length === 0) return [three, ['目前没有无合适人选的村。']]
  const named = without.slice(0, MOST_NAMES).join('、')
  const more = without.length > MOST_NAMES ? '等' : ''
  return [
    three,
    [
      `无合适人选的村为${named}${more}，须按规定从外村选派、上级下派或公开选聘，逐村明确（见表2）。`,
    ],
  ]
}

/** 缺口与措施: what no team of a village by itself can meet. */
export function gapsOf(
  gaps: readonly { words: string; villages: Figure }[],
  { unsolved, counted }: Counts,
): Said[] {
  if (counted.value === 0 || unsolved.value === counted.value) return [['班子尚未测算，缺口未知。']]
  const rest = unsolved.value > 0 ? say`另有${unsolved}尚未测算，缺口未知。` : []
  if (gaps.length === 0) return [['各村单独测算都能达到法定和政策目标，没有缺口。', ...rest]]
  const each = gaps
    .slice(0, MOST_GAPS)
    .flatMap(({ words, villages }, at) => [at === 0 ? '' : '；', `“${words}”的村`, villages])
  return [
    [
      '按各村单独测算，达不到的目标有：',
      ...each.filter((it) => it !== ''),
      gaps.length > MOST_GAPS ? '；其余缺口见表5。' : '（见表5）。',
      ...rest,
    ],
    [
      '对缺口村，由乡镇（街道）逐村提出补充人选和办理时限，县级统筹从外村选派、上级下派或公开选聘；对后备不足的村，补录后备人选并明确帮带导师；对系于一人的村，尽快培养可替人选。',
    ],
  ]
}

export const shareOf = (share: MaybeFigure): Said => (share === null ? [] : ['（占', share, '）'])

export function dayWords(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number)
  return `${year}年${month}月${date}日`
}
