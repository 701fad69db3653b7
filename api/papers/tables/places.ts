import { z } from 'zod'
import { INDICATOR_WORDS } from '../../../matching/readiness/index.ts'
import { Overview, TownshipBoard } from '../../shapes/overview.ts'
import { StructureReport } from '../../shapes/structure.ts'
import { Code } from '../../validate.ts'
import type { Ask } from '../asking.ts'
import { type Column, defineTable, queryOf, tableOf } from './table.ts'
import { COLOUR_WORDS } from './words.ts'

type Read = z.infer<typeof Overview>
type Township = Read['townships'][number]
type Row = z.infer<typeof TownshipBoard>['villages'][number] & { townshipName: string }

const Place = z.object({ township: Code.optional() })
/** Counts of a place where nothing is worked out yet are not 0. */
const counted = (read: (of: Township) => number) => (of: Township) =>
  of.counted > 0 ? read(of) : '未知'

const OVERVIEW: Column<Township>[] = [
  { header: '代码', of: ({ township }) => township.code, width: 14 },
  { header: '乡镇（街道）', of: ({ township }) => township.name, width: 18 },
  { header: '村数', of: ({ villages }) => villages },
  { header: '红', of: counted(({ red }) => red) },
  { header: '黄', of: counted(({ yellow }) => yellow) },
  { header: '绿', of: counted(({ green }) => green) },
  { header: '未测算', of: ({ villages, counted: known }) => villages - known },
  { header: '已落实', of: counted(({ settled }) => settled) },
  { header: '有意向', of: counted(({ willing }) => willing) },
  { header: '无合适人选', of: counted(({ none }) => none) },
  { header: '后备人数', of: counted(({ reserves }) => reserves) },
  { header: '后备达标村', of: counted(({ deep }) => deep) },
  { header: '目标可达村', of: counted(({ reachable }) => reachable) },
  { header: '系于一人村', of: counted(({ single }) => single) },
  { header: '在库人数', of: counted(({ people }) => people) },
  { header: '材料较旧', of: counted(({ stale }) => stale) },
  { header: '联审已征求', of: ({ asked }) => asked },
  { header: '联审已答复', of: ({ answered }) => answered },
  { header: '联审逾期', of: ({ late }) => late },
  { header: '办理中事项', of: ({ actionsOpen }) => actionsOpen },
  { header: '逾期事项', of: ({ actionsLate }) => actionsLate },
]

export const overview = defineTable({
  name: { zh: '各乡镇换届准备度', en: 'Readiness by township' },
  filters: Place,
  async read(ask, { township }) {
    const { place, townships } = await ask('/overview', Overview)
    const rows = townships.filter((it) => !township || it.township.code === township)
    return tableOf(OVERVIEW, rows, { of: place.name, conditions: ofTownship(rows, township) })
  },
})

function ofTownship(rows: readonly Township[], code: string | undefined): [string, string][] {
  return code ? [['乡镇（街道）', rows[0]?.township.name ?? code]] : []
}

const INDICATORS = Object.entries(INDICATOR_WORDS).map(
  ([id, { zh }]): Column<Row> => ({
    header: zh,
    of: ({ indicators }) => indicators?.find((it) => it.id === id)?.short.zh ?? '未知',
    width: 14,
  }),
)
const VILLAGES: Column<Row>[] = [
  { header: '代码', of: ({ code }) => code, width: 14 },
  { header: '乡镇（街道）', of: ({ townshipName }) => townshipName, width: 18 },
  { header: '村（社区）', of: ({ name }) => name, width: 18 },
  { header: '换届准备度', of: ({ colour }) => (colour === null ? '未知' : COLOUR_WORDS[colour]) },
  ...INDICATORS,
  { header: '主要原因', of: ({ words }) => words?.zh ?? '', width: 50 },
  { header: '下一步', of: ({ next }) => next?.words.zh ?? '', width: 30 },
]

export const villages = defineTable({
  name: { zh: '各村换届准备度', en: 'Readiness of villages' },
  filters: Place.extend({ colour: z.enum(['red', 'yellow', 'green']).optional() }),
  async read(ask, { township, colour }) {
    const { place, rows, conditions } = await rowsOf(ask, township)
    const own = rows.filter((it) => !colour || it.colour === colour)
    const narrowed: [string, string][] = colour ? [['换届准备度', COLOUR_WORDS[colour]]] : []
    return tableOf(VILLAGES, own, { of: place, conditions: [...conditions, ...narrowed] })
  },
})

/** Every village of the scope or of one township, as the townships' boards have them. */
async function rowsOf(ask: Ask, township: string | undefined) {
  const { place, townships } = await ask('/overview', Overview)
  const here = townships.filter((it) => !township || it.township.code === township)
  const rows: Row[] = []
  for (const { township: of } of here) {
    const board = await ask(`/overview/townships/${of.code}`, TownshipBoard)
    rows.push(...board.villages.map((row) => ({ ...row, townshipName: of.name })))
  }
  return { place: place.name, rows, conditions: ofTownship(here, township) }
}

const GAPS: Column<Read['gaps'][number]>[] = [
  { header: '缺口', of: ({ words }) => words.zh, width: 40 },
  { header: '层级', of: ({ tier }) => (tier === 'law' ? '法定' : '政策') },
  { header: '村数', of: ({ villages: codes }) => codes.length },
  {
    header: '乡镇（街道）及村数',
    of: ({ townships }) => townships.map((it) => `${it.name}${it.villages}`).join('、'),
    width: 60,
  },
]

export const gaps = defineTable({
  name: { zh: '人才缺口', en: 'Gaps' },
  filters: Place,
  async read(ask, { township }) {
    const { place, gaps: all, townships } = await ask('/overview', Overview)
    const here = townships.filter((it) => it.township.code === township)
    const rows = township === undefined ? all : gapsIn(all, township)
    return tableOf(GAPS, rows, { of: place.name, conditions: ofTownship(here, township) })
  },
})

/** Of one township: its villages alone. */
function gapsIn(all: Read['gaps'], township: string): Read['gaps'] {
  return all.flatMap((gap) => {
    const villages = gap.villages.filter((code) => code.startsWith(township))
    const townships = gap.townships.filter(({ code }) => code === township)
    return villages.length > 0 ? [{ ...gap, villages, townships }] : []
  })
}

type Line = z.infer<typeof StructureReport>['groups'][number]['lines'][number] & { whose: string }
const STRUCTURE: Column<Line>[] = [
  { header: '人员', of: ({ whose }) => whose, width: 18 },
  { header: '指标', of: ({ words }) => words.zh, width: 24 },
  { header: '上届到任时', of: ({ before }) => before?.text ?? '未知', width: 16 },
  { header: '现任', of: ({ now }) => now?.text ?? '', width: 16 },
  { header: '比较对象', of: ({ after }) => after?.text ?? '未知', width: 16 },
  { header: '变化', of: ({ change }) => change?.words.zh ?? '未知', width: 22 },
  { header: '上届算式', of: ({ before }) => before?.arithmetic.zh ?? '', width: 40 },
  { header: '比较对象算式', of: ({ after }) => after?.arithmetic.zh ?? '', width: 40 },
]

export const structure = defineTable({
  name: { zh: '班子结构', en: 'Structure of teams' },
  filters: Place.extend({ of: z.string().max(80).optional(), village: Code.optional() }),
  async read(ask, filters) {
    const report = await ask(`/structure${queryOf(filters)}`, StructureReport)
    const rows = report.groups.flatMap(({ words, lines }) =>
      lines.map((line) => ({ ...line, whose: words.zh })),
    )
    return tableOf(STRUCTURE, rows, {
      of: report.place.name,
      conditions: [
        ['比较对象', report.labels.after.zh],
        ['比较的村数', `${report.compared}/${report.villages}`],
      ],
    })
  },
})
