import { stringify } from 'csv-stringify/sync'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { listAccounts } from '../db/accounts.ts'
import { findAuditHead } from '../db/audit.ts'
import { verifyAudit } from '../db/audit-chain.ts'
import { listAudit } from '../db/audit-reading.ts'
import { may } from './access.ts'
import { keptHeads } from './audit-heads.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { AuditPage, Verification } from './shapes/audit.ts'
import { valid } from './validate.ts'

/** A day by UTC, or the instant at which a day begins where the reader is. */
const When = z.union([z.iso.date(), z.iso.datetime()])
const Filter = z.object({
  /** Several with commas between. */
  action: z.string().max(4000).optional(),
  actor: z.string().max(64).optional(),
  subject: z.string().max(64).optional(),
  outcome: z.enum(['done', 'denied', 'failed']).optional(),
  from: When.optional(),
  until: When.optional(),
})
const Query = Filter.extend({
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
/** Rows of one file; a longer time is exported in parts. */
const MOST_ROWS = 20_000

/** What an auditor reads: ids, fields and times, never a person's own data. Reading it is written down, too. */
export const audit = new Hono<Env>()
  .get(
    '/',
    describe('Audit entries, the newest first', { schema: AuditPage }, 422),
    may('audit.read'),
    valid('query', Query),
    async (c) => {
      const { limit, before, ...filter } = c.req.valid('query')
      const entries = await entriesOf(c, filter, limit + 1, before)
      await record(c, { action: 'audit.read', detail: { filter: Object.keys(filter) } })
      const page = entries.slice(0, limit)
      const next = entries.length > limit ? (page.at(-1)?.sequence ?? null) : null
      return c.json({ entries: page, next, actors: await actorsOf(c) })
    },
  )
  .get(
    '/export',
    describe(
      'The same as a table of comma-separated values',
      { schema: z.string(), media: 'text/csv' },
      422,
    ),
    may('audit.read'),
    valid('query', Filter),
    async (c) => {
      const filter = c.req.valid('query')
      const entries = await entriesOf(c, filter, MOST_ROWS)
      await record(c, {
        action: 'audit.exported',
        detail: { filter: Object.keys(filter), rows: entries.length },
      })
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', `attachment; filename="audit-${c.var.today()}.csv"`)
      return c.body(csvOf(entries))
    },
  )
  .get(
    '/verification',
    describe('Walks the chain and names the first entry that is not as it was', {
      schema: Verification,
    }),
    may('audit.read'),
    async (c) => {
      const { db, keyring, countyCode, auditHeads } = c.var
      const kept = auditHeads === undefined ? [] : await keptHeads(db, countyCode, auditHeads)
      const { entries, fault } = await verifyAudit(db, keyring, { countyCode }, kept)
      const head = await findAuditHead(db, { countyCode })
      const detail = { entries, fault: fault?.why ?? null, at: fault?.sequence ?? null }
      await record(c, { action: 'audit.verified', outcome: fault ? 'failed' : 'done', detail })
      return c.json({ entries, fault, keptHeads: kept.length, last: head?.sequence ?? 0 })
    },
  )

type Filter = z.infer<typeof Filter>

async function entriesOf(c: Context<Env>, filter: Filter, limit: number, before?: number) {
  const { action, until, from, ...rest } = filter
  const rows = await listAudit(c.var.db, c.var.scope, {
    ...rest,
    ...{ limit, before, from },
    action: action?.split(','),
    until: until && endOf(until),
  })
  return rows.map((row) => {
    const { sequence, at, actor, role, action, outcome, subjects, subjectCount, scope } = row
    const { reason, policyVersion, ruleBook, requestId, detail } = row
    return {
      ...{ sequence, at, actor, role, action, outcome, scope, reason },
      ...{ policyVersion, ruleBook, requestId, detail },
      ...{ subjects, subjectCount },
    }
  })
}

/** Names of accounts, which sign what they do; people of the pool are named nowhere here. */
async function actorsOf(c: Context<Env>) {
  const rows = await listAccounts(c.var.db, { countyCode: c.var.countyCode })
  return rows.map(({ id, username, name, role }) => ({
    ...{ id, username, role },
    name: role === 'talent' ? '' : name,
  }))
}

const COLUMNS = {
  sequence: '序号 no.',
  at: '时间 time (UTC)',
  actor: '账号 account',
  role: '角色 role',
  action: '动作 action',
  outcome: '结果 outcome',
  subjects: '对象 subjects',
  subjectCount: '对象数 count',
  reason: '事由 reason',
  policyVersion: '政策版本 policy',
  ruleBook: '规则 rules',
  requestId: '请求 request',
  scope: '范围 scope',
  detail: '细节 detail',
}

/** With a mark for Excel; a cell that a spreadsheet would take for a formula is made harmless (CSV injection). */
function csvOf(entries: Awaited<ReturnType<typeof entriesOf>>): string {
  const rows = entries.map(({ subjects, scope, detail, ...row }) => ({
    ...row,
    subjects: subjects.join(' '),
    scope: JSON.stringify(scope),
    detail: JSON.stringify(detail),
  }))
  return stringify(rows, { bom: true, header: true, columns: COLUMNS, escape_formulas: true })
}

/** A day is included, an instant is not. */
function endOf(until: string): string {
  if (until.includes('T')) return until
  return new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10)
}
