import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findCounty } from '../db/counties.ts'
import type { TalentTable } from '../db/schema.ts'
import { countTrainingHours, type HoursAsked, listTrainingHours } from '../db/training-hours.ts'
import { may } from './access.ts'
import { attachment } from './attachment.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { workbookOf } from './exports/workbook.ts'
import { placeNames, policyInForce } from './people-by-id.ts'
import { requireImpersonal } from './reasons.ts'
import { guardFormula, WATERMARK } from './roster/guard.ts'
import { HoursFile, HoursQuery, TrainingHours } from './shapes/courses.ts'
import { valid } from './validate.ts'

/** Every reserve is trained each year (S3.1); people on trial posts are reserves. */
const OWING: readonly TalentTable['status'][] = ['reserve', 'trial-post']
const A_PAGE = 100

/** Hours of training of each person in a year, against what the policy says is owed. */
export const trainingHours = new Hono<Env>()
  .get(
    '/',
    describe('Hours of each person in a year, and who is short', { schema: TrainingHours }, 422),
    may('cultivation.read'),
    valid('query', HoursQuery),
    async (c) => {
      const { db, scope } = c.var
      const { after, short, ...query } = c.req.valid('query')
      const { year, asked } = await askedOf(c, { ...query, isShort: short === '1' })
      const counts = await countTrainingHours(db, scope, asked)
      const { people, next } = await listTrainingHours(db, scope, {
        ...asked,
        after,
        limit: A_PAGE,
      })
      const shown = await shownOf(c, people, asked)
      const subjects = people.map(({ id }) => id)
      await record(c, { action: 'training.read', subjects, detail: { year } })
      return c.json({ year, duty: asked.duty, counts, people: shown, next })
    },
  )
  .post(
    '/file',
    describe(
      'The same as a workbook',
      { schema: z.string(), media: 'application/octet-stream' },
      403,
      422,
    ),
    may('export.make'),
    valid('json', HoursFile),
    async (c) => {
      const { year: asking, township, q, short, reason } = c.req.valid('json')
      requireImpersonal(reason, '')
      const some = { ...(township !== null && { township }), ...(q !== '' && { q }) }
      const given = { year: asking, isShort: short, ...some }
      const { year, asked } = await askedOf(c, given)
      const { people } = await listTrainingHours(c.var.db, c.var.scope, asked)
      const detail = { year, rows: people.length, short, ...(township !== null && { township }) }
      const subjects = people.map(({ id }) => id)
      await record(c, { action: 'training.exported', subjects, reason, detail })
      const rows = await rowsOf(c, await shownOf(c, people, asked), { year, reason, asked })
      const sheet = { name: '培训学时', rows, widths: [12, 16, 20, 10, 12, 12, 12, 14], frozen: 2 }
      const parts = Readable.from(workbookOf([sheet]), { objectMode: false })
      const file = Readable.toWeb(parts) as ReadableStream
      return attachment(c, file, { name: `培训学时-${year}.xlsx`, format: 'xlsx' })
    },
  )

type Given = Pick<HoursAsked, 'township' | 'q' | 'isShort'> & { year?: string | undefined }
type Row = Awaited<ReturnType<typeof listTrainingHours>>['people'][number]
type Shown = z.infer<typeof TrainingHours>['people'][number]

async function askedOf(c: Context<Env>, { year: given, ...asked }: Given) {
  const year = given ?? c.var.today().slice(0, 4)
  const { cultivation } = await policyInForce(c)
  const days = { from: `${year}-01-01`, to: `${year}-12-31` }
  const all: HoursAsked = { ...asked, ...days, owing: OWING, duty: cultivation.trainingHours }
  return { year, asked: all }
}

async function shownOf(c: Context<Env>, people: readonly Row[], { duty }: HoursAsked) {
  const names = await placeNames(c)
  const place = (code: string) => names.get(code) ?? code
  return people.map(({ id, name, homeVillageCode, homeTownshipCode, status, hours, courses }) => {
    const owes = OWING.includes(status)
    return {
      talent: { id, name },
      ...{ village: place(homeVillageCode), township: place(homeTownshipCode) },
      ...{ status, owes, hours, courses, lacks: owes ? Math.max(0, duty - hours) : null },
    }
  })
}

async function rowsOf(
  c: Context<Env>,
  people: readonly Shown[],
  { year, reason, asked }: { year: string; reason: string; asked: HoursAsked },
) {
  const { account } = c.var.session
  const county = await findCounty(c.var.db, { countyCode: c.var.countyCode })
  const at = c.var.clock().toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
  const who = `导出人：${account.name}（${account.username}）｜时间：${at}｜用途：${reason}`
  const head = [
    [`${WATERMARK}内部资料 严禁外传｜${county?.name ?? ''}｜${year} 年度培训学时｜${who}`],
    ['姓名', '乡镇（街道）', '村（社区）', '身份', '培训班数', '已修学时', '应修学时', '还差学时'],
  ]
  const rows = people.map(({ talent, township, village, status, courses, hours, owes, lacks }) => [
    ...[talent.name, township, village, STATUS[status as TalentTable['status']]],
    ...[String(courses), String(hours), owes ? String(asked.duty) : '不作要求'],
    lacks === null ? '' : String(lacks),
  ])
  return [...head, ...rows.map((row) => row.map(guardFormula))]
}

const STATUS: Record<TalentTable['status'], string> = {
  registered: '已登记',
  'in-pool': '在库',
  reserve: '后备',
  'trial-post': '准岗',
  appointed: '任用',
  left: '出库',
}
