import { z } from 'zod'
import { levelWords, postWords, type THINGS } from '../../../matching/index.ts'
import { NearReadyAnswer } from '../../shapes/near-ready.ts'
import { Code } from '../../validate.ts'
import { type Column, day, defineTable, queryOf, tableOf } from './table.ts'
import { STATUS_WORDS } from './words.ts'

type Read = z.infer<typeof NearReadyAnswer>
type Seats = Read['became'][number]['seats']
type Near = Omit<Read['became'][number], 'things'> & {
  isReady: boolean
  elsewhere: Seats
  things: Read['near'][number]['thing'][]
}
const THING_WORDS: Record<(typeof THINGS)[number], string> = {
  ...{ paper: '缺材料或答复', residence: '选举委员会同意', training: '培训' },
  ...{ 'full-member': '党员转正', experience: '工作经历', education: '学历', other: '其他' },
}

const NEAR: Column<Near>[] = [
  { header: '情况', of: ({ isReady }) => (isReady ? '新符合条件' : '仅差一项'), width: 14 },
  { header: '人选', of: ({ talent }) => talent.name },
  { header: '乡镇（街道）', of: ({ township }) => township.name, width: 18 },
  { header: '村（社区）', of: ({ village }) => village.name, width: 18 },
  { header: '身份', of: ({ status }) => STATUS_WORDS[status] ?? status },
  { header: '职务', of: (row) => seatsOf(row.seats, row.village.code), width: 36 },
  {
    header: '本镇其他村',
    of: ({ elsewhere }) => elsewhere.map(({ village }) => village.name).join('、'),
    width: 24,
  },
  { header: '须批准放宽', of: (row) => levelsOf([...row.seats, ...row.elsewhere]), width: 16 },
  { header: '还差什么', of: lackedBy, width: 40 },
  { header: '预计日期', of: (row) => day(openOf(row)[0]?.by ?? null), width: 12 },
  {
    header: '计划安排',
    of: (row) =>
      openOf(row)
        .flatMap(({ items }) => items.map(itemOf))
        .join('；'),
    width: 40,
  },
]

/** Who is one thing short of a post, and who became ready since the last quarter. */
export const nearReady = defineTable({
  name: { zh: '接近成熟', en: 'Nearly ready' },
  filters: z.object({ township: Code.optional() }),
  async read(ask, filters) {
    const { near, became, since } = await ask(
      `/cultivation/near-ready${queryOf(filters)}`,
      NearReadyAnswer,
    )
    const rows: Near[] = [
      ...became.map((row) => ({ ...row, isReady: true, elsewhere: [] })),
      ...near.map(({ thing, ...row }) => ({
        ...row,
        isReady: false,
        things: [thing],
      })),
    ]
    return tableOf(NEAR, rows, {
      subjects: [...new Set(rows.map(({ talent }) => talent.id))],
      conditions: [['上季末', since]],
    })
  },
})

function seatsOf(seats: Seats, home: string): string {
  return seats
    .map(({ village, posts }) => {
      const held = posts.map((post) => postWords[post].zh).join('、')
      return village.code === home ? held : `${village.name}：${held}`
    })
    .join('；')
}

function levelsOf(seats: Seats): string {
  const levels = new Set(seats.flatMap(({ approvals }) => approvals))
  return [...levels].map((level) => levelWords[level].zh).join('、')
}

/** Of whoever became ready, what it was. */
function lackedBy({ things, isReady }: Near): string {
  return `${isReady ? '上季末差：' : ''}${things.map(thingOf).join('；')}`
}

const openOf = ({ things, isReady }: Near) => (isReady ? [] : things)

function thingOf({ kind, words }: Near['things'][number]): string {
  return `${words.zh}（${THING_WORDS[kind]}）`
}

function itemOf({ aim, dueOn, state }: Near['things'][number]['items'][number]): string {
  return `${aim}（${state === 'reported' ? '待确认' : `${dueOn} 前`}）`
}
