import { type Context, Hono } from 'hono'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import {
  type CultivationItem,
  countItems,
  insertItem,
  pageOfItems,
  updateItem,
} from '../db/cultivation-items.ts'
import { findCultivationPlan, listCultivationPlansOf } from '../db/cultivation-plans.ts'
import { may } from './access.ts'
import { changing, record } from './auditing.ts'
import type { Env } from './context.ts'
import {
  confirmItem,
  dropItem,
  reopenItem,
  reportItem,
  returnItem,
} from './cultivation-plans/acts.ts'
import { dueFaults, movingFaults } from './cultivation-plans/checks.ts'
import { itemOf, talentToCultivate } from './cultivation-plans/reach.ts'
import { holders, itemShown, placeOf } from './cultivation-plans/shown.ts'
import { daysAfter } from './days.ts'
import { describe } from './describe.ts'
import { changedMeanwhile, revisionOf } from './if-match.ts'
import { placeNames } from './people-by-id.ts'
import { Problem } from './problem.ts'
import {
  ChangedItem,
  ConfirmationBody,
  ItemFacts,
  ItemsAsked,
  ItemsPage,
  Made,
  NewItemBody,
  ReasonBody,
  ReportBody,
} from './shapes/cultivation-plans.ts'
import { invalid, valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const PAGE = 50
/** Days before an item is due in which the list warns of it. */
const SOON = 30
const CHANGED = { schema: ChangedItem }

/** What people have to do: reported by who saw it, confirmed by an office. */
export const cultivationItems = new Hono<Env>()
  .get(
    '/',
    describe('A page of items with the counts of its tabs', { schema: ItemsPage }, 422),
    may('cultivation.read'),
    valid('query', ItemsAsked),
    async (c) => {
      const { db, scope } = c.var
      const {
        tab,
        page,
        township: townshipCode,
        village: villageCode,
        kind,
        q,
      } = c.req.valid('query')
      const today = c.var.today()
      const days = { today, soon: daysAfter(today, SOON) }
      const filter = { townshipCode, villageCode, kind, q: q || undefined, ...days }
      const counts = await countItems(db, scope, filter)
      const slice = { tab, offset: (page - 1) * PAGE, limit: PAGE }
      const rows = await pageOfItems(db, scope, filter, slice)
      const subjects = [...new Set(rows.map(({ talentId }) => talentId))]
      await record(c, { action: 'items.listed', subjects, detail: { tab } })
      const names = await holders(c)
      const places = await placeNames(c)
      const items = rows.map((row) => {
        const { createdBy: _, ...item } = itemShown(row, names, today)
        const village = placeOf(places, row.homeVillageCode)
        return { ...item, talent: { id: row.talentId, name: row.name, village } }
      })
      return c.json({ items, total: counts[tab], page, pageSize: PAGE, counts })
    },
  )
  .post(
    '/',
    describe('Gives a person something to do', { status: 201, schema: Made }, 403, 404, 409, 422),
    may('cultivation.write'),
    valid('json', NewItemBody),
    async (c) => {
      const { talent, ...facts } = c.req.valid('json')
      const { id: talentId } = await talentToCultivate(c, talent)
      const { db, scope, clock, session } = c.var
      const [plan] = await listCultivationPlansOf(db, scope, talentId)
      const active = plan?.state === 'active' ? plan : null
      requireSound(c, facts, active)
      const id = newId()
      const own = { id, talentId, planId: active?.id ?? null, sessionId: null }
      const by = { createdAt: clock().toISOString(), createdBy: session.account.id }
      await changing(c, async (transaction, tell) => {
        await insertItem(transaction, scope, { ...facts, ...own, ...by })
        tell({ action: 'item.added', subjects: [talentId], detail: { item: id } })
      })
      return c.json({ id }, 201)
    },
  )
  .put(
    '/:id',
    describe('Changes an item that is open', CHANGED, 403, 404, 409, 412, 422, 428),
    may('cultivation.write'),
    valid('param', Id),
    valid('json', ItemFacts),
    async (c) => {
      const facts = c.req.valid('json')
      const revision = revisionOf(c)
      const { db, scope } = c.var
      const { id, planId, talentId, state, dueOn } = await itemOf(c, c.req.valid('param').id)
      await talentToCultivate(c, talentId)
      if (state !== 'open') throw new Problem('conflict', NOT_OPEN)
      const plan = planId === null ? undefined : await findCultivationPlan(db, scope, planId)
      // A day that was set before stays, though it has passed.
      requireSound(c, facts, plan ?? null, dueOn)
      await changing(c, async (transaction, tell) => {
        if (!(await updateItem(transaction, scope, { id, revision }, facts)))
          throw changedMeanwhile()
        tell({ action: 'item.changed', subjects: [talentId], detail: { item: id } })
      })
      return c.json(await shown(c, await itemOf(c, id)))
    },
  )
  .post(
    '/:id/report',
    describe('Says that it was done: it waits for an office', CHANGED, 404, 409, 412, 422),
    may('items.report'),
    valid('param', Id),
    valid('json', ReportBody),
    async (c) =>
      c.json(await shown(c, await reportItem(c, c.req.valid('param').id, c.req.valid('json')))),
  )
  .post(
    '/:id/confirmation',
    describe('Confirms it: it becomes proven evidence', CHANGED, 403, 404, 409, 412, 422),
    may('cultivation.write'),
    valid('param', Id),
    valid('json', ConfirmationBody),
    async (c) =>
      c.json(await shown(c, await confirmItem(c, c.req.valid('param').id, c.req.valid('json')))),
  )
  .post(
    '/:id/return',
    describe('Returns what was reported: it is open again', CHANGED, 403, 404, 409, 412, 422),
    may('cultivation.write'),
    valid('param', Id),
    valid('json', ReasonBody),
    async (c) => {
      const { reason } = c.req.valid('json')
      return c.json(await shown(c, await returnItem(c, c.req.valid('param').id, reason)))
    },
  )
  .post(
    '/:id/dropping',
    describe('Drops it: it is not to be done any more', CHANGED, 403, 404, 409, 412, 422),
    may('cultivation.write'),
    valid('param', Id),
    valid('json', ReasonBody),
    async (c) => {
      const { reason } = c.req.valid('json')
      return c.json(await shown(c, await dropItem(c, c.req.valid('param').id, reason)))
    },
  )
  .post(
    '/:id/reopening',
    describe('Takes back that it was done or dropped', CHANGED, 403, 404, 409, 412, 422),
    may('cultivation.write'),
    valid('param', Id),
    valid('json', ReasonBody),
    async (c) => {
      const { reason } = c.req.valid('json')
      return c.json(await shown(c, await reopenItem(c, c.req.valid('param').id, reason)))
    },
  )

type Facts = z.infer<typeof ItemFacts>
type Span = { startsOn: string; endsOn: string } | null

function requireSound(c: Context<Env>, facts: Facts, span: Span, before?: string): void {
  const faults = movingFaults(facts, '#')
  if (facts.dueOn !== before)
    faults.push(...dueFaults(facts.dueOn, '#', { today: c.var.today(), span }))
  if (faults.length > 0) throw invalid(faults)
}

async function shown(c: Context<Env>, item: CultivationItem) {
  return { item: itemShown(item, await holders(c), c.var.today()) }
}

const NOT_OPEN = {
  zh: '只有进行中的安排可以修改。已填报的请先退回，已完成或取消的请先撤回重办。',
  en: 'Only what is open can be changed: return what was reported, reopen what is done or dropped.',
}
