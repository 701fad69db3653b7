import { z } from 'zod'
import { INDICATOR_WORDS } from '../../../matching/readiness/index.ts'
import { ActionList, VillageLists } from '../../shapes/readiness-work.ts'
import { Code } from '../../validate.ts'
import { type Column, day, defineTable, everyPage, queryOf, tableOf } from './table.ts'
import { COLOUR_WORDS, LIST_WORDS, REMEDY_WORDS } from './words.ts'

type Village = z.infer<typeof VillageLists>['villages'][number]
const LISTS: Column<Village>[] = [
  { header: '代码', of: ({ village }) => village.code, width: 14 },
  { header: '乡镇（街道）', of: ({ township }) => township.name, width: 18 },
  { header: '村（社区）', of: ({ village }) => village.name, width: 18 },
  { header: '换届准备度', of: ({ colour }) => COLOUR_WORDS[colour] },
  { header: '清单', of: ({ list }) => LIST_WORDS[list], width: 12 },
  { header: '人选', of: ({ people }) => people.map(({ name }) => name).join('、'), width: 24 },
  { header: '范围外人选', of: ({ others }) => others },
  { header: '情况', of: ({ words }) => words.zh, width: 50 },
  {
    header: '补救办法',
    of: ({ remedy }) => (remedy === null ? '' : REMEDY_WORDS[remedy]),
    width: 16,
  },
  { header: '依据', of: ({ by }) => (by === 'decision' ? '签字决定' : '系统测算') },
  { header: '日期', of: ({ on }) => day(on), width: 12 },
]

export const lists = defineTable({
  name: { zh: '三张清单', en: 'Three lists' },
  filters: z.object({
    township: Code.optional(),
    list: z.enum(['settled', 'willing', 'none']).optional(),
  }),
  async read(ask, filters) {
    const { villages, counts } = await ask(`/village-lists${queryOf(filters)}`, VillageLists)
    return tableOf(LISTS, villages, {
      subjects: villages.flatMap(({ people }) => people.map(({ id }) => id)),
      conditions: [
        ...(filters.list ? ([['清单', LIST_WORDS[filters.list]]] as [string, string][]) : []),
        ['尚未测算的村', String(counts.uncounted)],
      ],
    })
  },
})

type Action = z.infer<typeof ActionList>['actions'][number]
const ACTIONS: Column<Action>[] = [
  { header: '乡镇（街道）', of: ({ township }) => township.name, width: 18 },
  { header: '村（社区）', of: ({ village }) => village.name, width: 18 },
  { header: '指标', of: ({ indicator }) => INDICATOR_WORDS[indicator].zh },
  { header: '事项', of: ({ what }) => what, width: 40 },
  { header: '承办', of: ({ assignee }) => assignee.name, width: 20 },
  { header: '办理期限', of: ({ dueOn }) => day(dueOn), width: 12 },
  { header: '逾期天数', of: ({ lateDays }) => lateDays },
  { header: '交办', of: ({ assigned }) => day(assigned.at), width: 12 },
  { header: '办结日期', of: ({ closed }) => day(closed?.doneOn ?? null), width: 12 },
  { header: '办理结果', of: ({ closed }) => closed?.result ?? '', width: 40 },
]
const STATES = { open: '办理中', late: '逾期', done: '已办结', dropped: '已取消' }

export const actions = defineTable({
  name: { zh: '办理事项', en: 'Actions' },
  filters: z.object({
    state: z.enum(['open', 'late', 'done', 'dropped']).optional(),
    township: Code.optional(),
    village: Code.optional(),
    mine: z.enum(['true', 'false']).optional(),
  }),
  async read(ask, filters) {
    const { rows } = await everyPage(
      (next) => ask(`/readiness/actions${queryOf({ ...filters, page: next ?? '1' })}`, ActionList),
      (page) => page.actions,
      ({ page, pageSize, actions: own }) => (own.length === pageSize ? String(page + 1) : null),
    )
    return tableOf(ACTIONS, rows, { conditions: [['状态', STATES[filters.state ?? 'open']]] })
  },
})
