import type { TemplateData } from 'easy-template-x'
import { FIELDS } from './fields.ts'
import type { Figure, MaybeFigure, Said } from './figure.ts'
import { type Linked, linked, type Piece } from './linked.ts'
import { dayWords } from './narrative.ts'
import type { Report } from './report.ts'

const COLOUR = { red: '■ 红', yellow: '▲ 黄', green: '● 绿' } as const
/** A figure that is not known is never a 0. */
const UNKNOWN = '未知'

/** The report as a template asks for it. Without the table of sources in the template nothing links to it. */
export function dataOf(report: Report, hasSources: boolean): TemplateData {
  const { made, place } = report
  const at = { 数据时间: made.at, 政策版本: `第 ${made.policyVersion} 版` }
  const sources = [...report.figures.values()]
  const bookmarks = new Map(sources.map(({ id }, index) => [id, `source_${index + 1}`]))
  const link = (figure: Figure): Piece => ({
    text: figure.text,
    ...(hasSources && { to: bookmarks.get(figure.id)! }),
  })
  const paragraphs = (said: readonly Said[]) =>
    said.map((one) => ({
      段: linked(one.map((it) => (typeof it === 'string' ? { text: it } : link(it)))),
    }))
  const counts = Object.keys(FIELDS).filter((name) => FIELDS[name]!.kind === 'figure')
  const known = (name: string): Linked => {
    const figure = report.figures.get(name)
    return linked([figure ? link(figure) : { text: UNKNOWN }])
  }
  return {
    ...{
      地名: place.name,
      报告日期: dayWords(made.on),
      制表人: made.who,
      用途: made.purpose,
      ...at,
    },
    ...Object.fromEntries(counts.map((name) => [name, known(name)])),
    总体情况: paragraphs(report.general),
    准备度: paragraphs(report.readiness),
    三张清单: paragraphs(report.lists),
    班子结构变化: paragraphs(report.structure),
    缺口与措施: paragraphs(report.gaps),
    待审情况: paragraphs(report.reviews),
    其余缺口: String(report.moreGaps),
    其余待审: String(report.moreReviews),
    乡镇表: report.townships.map(townshipRow),
    问题村表: report.worst.map(worstRow),
    其余问题村: String(report.moreWorst),
    无人选村表: report.without.map(withoutRow),
    结构表: report.structureRows.map((row) => ({
      指标: row.name,
      ...{ 上届: told(row.before), 现任: told(row.now), 方案: told(row.after), 变化: row.change },
    })),
    缺口表: report.gapRows.map(({ words, tier, villages, townships }) => ({
      ...{ 缺口: words, 层级: tier === 'law' ? '法定' : '政策' },
      ...{ 缺口村数: String(villages.value), 缺口乡镇: townships },
    })),
    待审表: report.reviewRows.map(({ township, stage, waits, people, late, days }) => ({
      ...{ 待审乡镇: township, 待审环节: stage, 等谁办: waits, 待审人数: linked([link(people)]) },
      ...{ 待审逾期: late > 0 ? `■ ${late}` : '0', 停留天数: String(days) },
    })),
    进度表: report.stages.map(({ words, until, past, there, late }) => ({
      ...{
        环节: words.zh,
        应完成日期: dayWords(until),
        已过: past === null ? '未统计' : String(past),
      },
      ...{ 在办: String(there), 进度逾期: String(late) },
    })),
    数据来源: sources.map((figure, index) => ({
      来源序号: linked([{ text: String(index + 1), bookmark: bookmarks.get(figure.id)! }]),
      ...{ 来源指标: figure.name, 来源数值: figure.text, 算式: figure.how ?? '直接统计' },
      口径: figure.means,
      程序位置: `${figure.where.words}（${figure.where.address}）`,
      ...{ 来源时间: at.数据时间, 来源政策: at.政策版本 },
    })),
    颜色图: coloursChart(report),
    结构图: structureChart(report),
    ...whenOf(report),
  } as TemplateData
}

function whenOf(report: Report) {
  const { worst, moreWorst, without, gapRows, moreGaps, reviewRows, moreReviews, stages } = report
  return {
    ...{ 有问题村: worst.length > 0, 没有问题村: worst.length === 0 },
    ...{ 有未列问题村: moreWorst > 0 },
    ...{ 有无人选村: without.length > 0, 没有无人选村: without.length === 0 },
    ...{ 有缺口: gapRows.length > 0, 没有缺口: gapRows.length === 0 },
    有未列缺口: moreGaps > 0,
    ...{ 有待审: reviewRows.length > 0, 没有待审: reviewRows.length === 0 },
    有未列待审: moreReviews > 0,
    ...{ 有轮次: stages.length > 0, 没有轮次: stages.length === 0 },
  }
}

const told = (figure: MaybeFigure) => figure?.text ?? UNKNOWN

function townshipRow({ township, ...of }: Report['townships'][number]) {
  const isCounted = of.counted > 0
  const cell = (value: number) => (isCounted ? String(value) : UNKNOWN)
  return {
    ...{ 乡镇: township.name, 乡镇村数: String(of.villages) },
    ...{ 红: cell(of.red), 黄: cell(of.yellow), 绿: cell(of.green) },
    未测算: String(of.villages - of.counted),
    ...{ 已落实: cell(of.settled), 有意向: cell(of.willing), 无合适人选: cell(of.none) },
    ...{ 后备: cell(of.reserves), 后备达标: cell(of.deep) },
    联审: of.asked > 0 ? `${of.answered}/${of.asked}` : '未征求',
    联审逾期: String(of.late),
    ...{ 办理中: String(of.actionsOpen), 事项逾期: String(of.actionsLate) },
  }
}

function worstRow(row: Report['worst'][number], at: number) {
  return {
    ...{ 序号: String(at + 1), 村: row.name, 所属乡镇: row.townshipName },
    颜色: row.colour === null ? UNKNOWN : COLOUR[row.colour],
    原因: reasonsOf(row),
    下一步: row.next?.words.zh ?? '逐项办理并登记结果',
  }
}

/** Reasons that a line has room for, the gravest first. */
const MOST_REASONS = 3
const GRAVITY: Record<string, number> = { red: 0, yellow: 1, unknown: 2 }

function reasonsOf({ indicators, words }: Report['worst'][number]): string {
  const open = (indicators ?? []).filter(({ state }) => GRAVITY[state] !== undefined)
  if (open.length === 0) return words?.zh ?? UNKNOWN
  const gravest = open.toSorted((a, b) => GRAVITY[a.state]! - GRAVITY[b.state]!)
  const said = gravest.slice(0, MOST_REASONS).map((it) => it.words.zh)
  return `${said.join('；')}${open.length > MOST_REASONS ? `；等${open.length}项` : ''}`
}

function withoutRow(row: Report['without'][number], at: number) {
  const list = row.indicators?.find(({ id }) => id === 'list')
  return {
    ...{ 序号: String(at + 1), 村: row.name, 所属乡镇: row.townshipName },
    情况: row.listWords?.zh ?? list?.words.zh ?? UNKNOWN,
    下一步: list?.next?.zh ?? '从外村选派、上级下派或公开选聘',
  }
}

/** The library writes names into XML as they are. */
const plainName = (name: string) => name.replace(/[<>&"]/g, '')

function coloursChart({ townships, place }: Report) {
  const shown = townships.filter((it) => it.counted > 0)
  return {
    _type: 'chart',
    title: `${plainName(place.name)}换届准备度（村数）`,
    categories: { names: shown.map((it) => plainName(it.township.name)) },
    series:
      shown.length === 0
        ? []
        : [
            { name: '红', values: shown.map(({ red }) => red) },
            { name: '黄', values: shown.map(({ yellow }) => yellow) },
            { name: '绿', values: shown.map(({ green }) => green) },
          ],
  }
}

/** Shares alone: ages and people have other measures. */
function structureChart({ structureRows }: Report) {
  const rows = structureRows.filter(({ isShare }) => isShare)
  const series = (
    [
      ['上届', 'before'],
      ['现任', 'now'],
      ['方案', 'after'],
    ] as const
  ).flatMap(([name, key]) =>
    rows.length > 0 && rows.every((row) => row[key] !== null)
      ? [{ name, values: rows.map((row) => row[key]!.value) }]
      : [],
  )
  const names = rows.map(({ name }) => plainName(name).replace('占比', ''))
  return {
    _type: 'chart',
    title: '村（社区）“两委”班子结构对比（%）',
    ...{ categories: { names }, series },
  }
}
