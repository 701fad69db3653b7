import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { keepSubjects, setOf } from '../db/audit.ts'
import { findCounty } from '../db/counties.ts'
import { hastily } from '../db/engine.ts'
import { may, mayRole } from './access.ts'
import { attachment } from './attachment.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { COLUMN_IDS, columnsOf } from './exports/columns.ts'
import { peopleRows } from './exports/people.ts'
import { workbookOf } from './exports/workbook.ts'
import { inBatches } from './imports/batches.ts'
import { type Asked, SearchQuery } from './pool/asked.ts'
import { findEveryone } from './pool/find.ts'
import { Problem } from './problem.ts'
import { Reason, requireImpersonal } from './reasons.ts'
import { policyVersionOf } from './remembered.ts'
import { WATERMARK } from './roster/guard.ts'
import { filtersOf, searchingOf } from './search.ts'
import { FileFormat } from './shapes/import.ts'
import { valid } from './validate.ts'

const Request = z.object({
  query: SearchQuery,
  people: z
    .array(z.string().max(64))
    .min(1)
    .max(5_000)
    .exactOptional()
    .meta({ description: 'Of those who are found these alone' }),
  columns: z.array(z.enum(COLUMN_IDS)).max(40).meta({ description: 'In their order' }),
  format: FileFormat,
  reason: Reason,
  unmasked: z
    .array(z.enum(['id-number', 'phone']))
    .max(2)
    .default([]),
})
type Asking = z.infer<typeof Request>

/** What a search shows, as a file: same people, same order. Who took whom out, and why, is written down before the first byte. */
export const exports = new Hono<Env>().post(
  '/',
  describe(
    'People of a search as a spreadsheet, in its order',
    { schema: z.string(), media: 'application/octet-stream' },
    403,
    422,
    429,
  ),
  may('export.make'),
  valid('json', Request),
  async (c) => {
    const asking = c.req.valid('json')
    const { query: asked, format, reason, unmasked } = asking
    const { session, limits, today } = c.var
    if (unmasked.length > 0 && !mayRole(session.account.role, 'private.reveal')) throw notUnmasked()
    // Nobody’s name is known beforehand; numbers never belong into a reason.
    requireImpersonal(reason, '')
    await limits.requireCalmSearch(session.account.id)
    const searching = searchingOf(c, asked)
    const found = await findEveryone(searching, asked)
    const chosen = asking.people && new Set(asking.people)
    const ids = chosen ? found.filter((id) => chosen.has(id)) : found
    await tell(c, asking, ids)
    const columns = columnsOf(asking.columns)
    const rows = peopleRows(c.var, { searching, asked, ids, columns, unmasked })
    const head = [[await watermarkOf(c, reason)], columns.map(({ header }) => header)]
    const file = { name: `人才名单-${today()}.${format}`, format } as const
    if (format === 'csv') return attachment(c, csvOf(chain(head, rows)), file)
    const widths = columns.map(({ header }) => Math.max(10, header.length * 2 + 2))
    const sheets = [
      { name: '人才名单', rows: chain(head, rows), widths, frozen: 2 },
      { name: '导出说明', rows: await notesOf(c, asking, ids.length), widths: [18, 80], frozen: 0 },
    ]
    return attachment(c, webStream(workbookOf(sheets)), file)
  },
)

/** One entry: ids, columns, filters and reason, on disk before anything goes out. */
async function tell(c: Context<Env>, asking: Asking, ids: readonly string[]): Promise<void> {
  const { db, countyCode } = c.var
  const { query, columns, format, unmasked, reason } = asking
  const subjectSet = setOf(ids)
  await inBatches(ids, undefined, (part) =>
    hastily(db, (it) => keepSubjects(it, { countyCode }, subjectSet, part)),
  )
  const detail = { filters: filtersOf(query), columns, format, unmasked, rows: ids.length }
  await record(c, { action: 'talents.exported', subjects: ids, reason, detail })
}

async function watermarkOf(c: Context<Env>, reason: string): Promise<string> {
  const { account } = c.var.session
  const county = await findCounty(c.var.db, { countyCode: c.var.countyCode })
  return `${WATERMARK}内部资料 严禁外传｜${county?.name ?? ''}｜导出人：${account.name}（${account.username}）｜时间：${atOf(c)}｜用途：${reason}`
}

/** What is in the file and under which rules, for whoever finds it later. */
async function notesOf(c: Context<Env>, { query, reason, unmasked }: Asking, count: number) {
  const version = await policyVersionOf(c.var.db, c.var.countyCode)
  return [
    ['导出时间', atOf(c)],
    ['导出人', c.var.session.account.name],
    ['用途', reason],
    ['人数', String(count)],
    ['筛选条件', conditionsOf(query)],
    ['政策版本', `第 ${version} 版`],
    ['证件号、电话', unmasked.length === 0 ? '已隐藏中间几位' : '按用途显示完整号码'],
    ['再次导入', '可修改后重新导入：按“系统编号”对应到人，带 * 的号码视为不改。'],
  ].map(([name, text]) => [`${name}`, `${text}`])
}

function conditionsOf(query: Asked): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const text = given.map(
    ([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`,
  )
  return text.length === 0 ? '全部人才' : text.join('；')
}

/** By the clock of China, where the file is read. */
function atOf(c: Context<Env>): string {
  return c.var.clock().toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
}

async function* chain(head: string[][], rows: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  yield* head
  yield* rows
}

/** UTF-8 with its mark, so that Excel reads the Chinese. */
function csvOf(rows: AsyncIterable<string[]>): ReadableStream {
  const lines = Readable.from(rows).pipe(stringify({ bom: true, record_delimiter: 'windows' }))
  return Readable.toWeb(lines) as ReadableStream
}

function webStream(parts: AsyncIterable<Uint8Array>): ReadableStream {
  return Readable.toWeb(Readable.from(parts, { objectMode: false })) as ReadableStream
}

function notUnmasked(): Problem {
  return new Problem('not-permitted', {
    zh: '您的账号不能导出完整号码。请去掉勾选，号码将隐藏中间几位。',
    en: 'Your account may not export whole numbers: leave them masked.',
  })
}
