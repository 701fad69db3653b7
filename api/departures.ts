import { type Context, Hono } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { listAccounts } from '../db/accounts.ts'
import { closeCultivationOf } from '../db/cultivation-plans.ts'
import { insertDeparture, listDeparturesOf } from '../db/departures.ts'
import type { Database, TalentTable } from '../db/schema.ts'
import { listHistory } from '../db/talent-history.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { isDay, isPast } from './days.ts'
import { describe } from './describe.ts'
import { endAll, openNomineesOf } from './nominees/leaving.ts'
import { changeTalent } from './portrait/changes.ts'
import { Problem } from './problem.ts'
import { requireImpersonal } from './reasons.ts'
import { DepartureBody, Departures } from './shapes/departures.ts'
import { Added } from './shapes/portrait.ts'
import { talentOf } from './talents.ts'
import { BEFORE_LEAVING, requireNoneRunning } from './trial-posts/running.ts'
import { invalid, valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
type Given = z.infer<typeof DepartureBody>
type Status = TalentTable['status']

/** Who left the pool or an office, why and when; a later entry brings somebody back, none is changed. */
export const departures = new Hono<Env>()
  .get(
    '/:id/departures',
    describe('When and why a person left or came back', { schema: Departures }, 404),
    may('departures.write'),
    valid('param', Id),
    async (c) => {
      const { db, scope, countyCode } = c.var
      const { id } = await talentOf(c, c.req.valid('param').id)
      const rows = await listDeparturesOf(db, scope, id)
      const accounts = await listAccounts(db, { countyCode })
      const names = new Map(accounts.map((account) => [account.id, account.name]))
      await record(c, { action: 'departures.read', subjects: [id] })
      return c.json({
        departures: rows.map(({ id: departure, kind, reason, onDay, at, accountId }) => ({
          ...{ id: departure, kind, reason, on: onDay, at, by: names.get(accountId) ?? null },
        })),
      })
    },
  )
  .post(
    '/:id/departures',
    describe(
      'A person leaves the pool or comes back; open nominations end in the same moment',
      { status: 201, schema: Added },
      ...([403, 404, 409, 412, 422, 428] as const),
    ),
    may('departures.write'),
    valid('param', Id),
    valid('json', DepartureBody),
    async (c) => {
      const talentId = c.req.valid('param').id
      const given = c.req.valid('json')
      requireOffice(c, given)
      requireDay(given, c.var.today())
      const id = newId()
      const done = await depart(c, { id, talentId }, given)
      return c.json({ id, ...done }, 201)
    },
  )

async function depart(
  c: Context<Env>,
  { id, talentId }: { id: string; talentId: string },
  { kind, reason, on }: Given,
) {
  const { scope, clock, session } = c.var
  const isBack = kind === 'returned'
  // Read before the change begins: inside of it only its transaction may be asked.
  const open = isBack ? [] : await openNomineesOf(c, talentId, kind)
  const act = { id: talentId, action: isBack ? 'departure.returned' : 'departure.recorded' }
  return changeTalent(c, act, async (transaction, row, tell) => {
    requireImpersonal(reason, row.name)
    const status = await statusAfter(c, transaction, { talentId, kind, status: row.status })
    if (!isBack) await requireNoneRunning(c, transaction, talentId, BEFORE_LEAVING)
    await endAll(c, transaction, { open, talentId, kind, reason }, tell)
    const at = clock().toISOString()
    if (!isBack) await closeCultivationOf(transaction, scope, talentId, { reason, at })
    await insertDeparture(transaction, scope, {
      ...{ id, talentId, kind, reason, onDay: on, statusBefore: row.status },
      ...{ at, accountId: session.account.id },
    })
    const kept = [
      { field: 'status', before: row.status, after: status },
      { field: 'statusReason', before: null, after: reason },
    ]
    return { kept, change: { status }, reason }
  })
}

type Asked = { talentId: string; kind: Given['kind']; status: Status }

async function statusAfter(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { talentId, kind, status }: Asked,
): Promise<Status> {
  if (kind !== 'returned') {
    if (status === 'left') throw new Problem('conflict', LEFT_ALREADY)
    return 'left'
  }
  if (status !== 'left') throw new Problem('conflict', NOT_LEFT)
  const [last] = await listDeparturesOf(transaction, c.var.scope, talentId)
  if (last && last.kind !== 'returned') return last.statusBefore as Status
  // Taken out of the pool by a change of the record, before there were entries for it.
  const history = await listHistory(transaction, c.var.scope, talentId)
  const change = history.find(({ field, after }) => field === 'status' && after === 'left')
  return (change?.before as Status | null | undefined) ?? 'registered'
}

function requireOffice(c: Context<Env>, { kind }: Given): void {
  const isCountys = kind === 'dismissed' || kind === 'unfit'
  if (!isCountys || c.var.session.account.role === 'county') return
  throw new Problem('not-permitted', COUNTY_ONLY)
}

function requireDay({ on }: Given, today: string): void {
  if (isDay(on) && isPast(on, today)) return
  throw invalid([{ pointer: '#/on', detail: NO_DAY }])
}

const COUNTY_ONLY = {
  zh: '免职和不胜任出库由县级组织部门登记。请将有关情况报县级组织部门。',
  en: 'Dismissals and unfitness are recorded by the county; tell its department.',
}
const NO_DAY = {
  zh: '日期应为真实日期，写作 2026-11-26，且不晚于今天。',
  en: 'The day is real, written 2026-11-26, and not in the future.',
}
const LEFT_ALREADY = {
  zh: '此人已经出库，不必再登记。如登记有误，请先登记“重新入库”。',
  en: 'The person has left already. Where that was wrong, record the return first.',
}
const NOT_LEFT = {
  zh: '此人没有出库，不需要登记重新入库。请刷新页面看现在的状态。',
  en: 'The person has not left. Load the page again.',
}
