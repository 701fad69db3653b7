import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { countUnfinishedPlans } from '../db/plans.ts'
import { may } from './access.ts'
import { changing, entryFor, record, recordMiss } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { eventStream } from './event-stream.ts'
import { SHOWN_LIMITS } from './plan-limits.ts'
import { findPlanRecord, listPlanRecords, queuePlan } from './plan-records.ts'
import { PlanAsked, wantedOf } from './plan-requests.ts'
import { Problem } from './problem.ts'
import { Accepted, Events, PlanList, PlanRecord } from './shapes/plan.ts'
import { Code, valid } from './validate.ts'

const EVENTS = { schema: Events, media: 'text/event-stream' }
const Id = z.object({ id: z.string().max(64) })
/** Of one account: plans are solved one after the other, and everybody waits for those before. */
const MOST_WAITING = 20

export const plans = new Hono<Env>()
  .post(
    '/',
    describe(
      'Queues a plan for a township, or for the county when `township` is null',
      { status: 202, schema: Accepted },
      404,
      409,
      422,
      429,
      503,
    ),
    may('plan.make'),
    valid('json', PlanAsked),
    async (c) => {
      const wanted = await wantedOf(c.var, await c.var.county(), c.req.valid('json'))
      const { request, policyVersion } = wanted
      const createdAt = c.var.clock().toISOString()
      const askedBy = c.var.session.account.id
      const id = await changing(c, async (transaction, tell) => {
        const waiting = await countUnfinishedPlans(transaction, c.var.scope, askedBy)
        if (waiting >= MOST_WAITING) throw tooManyWaiting()
        const plan = { ...wanted, askedBy, createdAt }
        const id = await queuePlan(transaction, c.var.scope, plan)
        const { township, basedOn, repeats } = request
        const detail = { township, policyVersion, ...{ basedOn, repeats } }
        tell({ action: 'plan.queued', subjects: [id], detail })
        return id
      })
      c.var.planRuns.take(id)
      c.header('location', `/api/v1/plans/${id}`)
      return c.json({ id }, 202)
    },
  )
  .get(
    '/',
    describe('Plans, newest first', { schema: PlanList }),
    may('plan.read'),
    valid('query', z.object({ township: Code.optional() })),
    async (c) => {
      const { township } = c.req.valid('query')
      return c.json({ limits: SHOWN_LIMITS, plans: await listPlanRecords(c.var, township) })
    },
  )
  .get(
    '/:id',
    describe('A plan and its result', { schema: PlanRecord }, 404),
    may('plan.read'),
    valid('param', Id),
    async (c) => {
      const { id } = c.req.valid('param')
      const plan = await planOf(c, id)
      const named = (plan.result?.people ?? []).map((person) => person.id)
      await record(c, { action: 'plan.read', subjects: [id, ...named] })
      return c.json({ ...plan, ahead: c.var.planRuns.ahead(id) })
    },
  )
  .get(
    '/:id/events',
    describe(
      'Server-sent events: `waiting` behind others, `progress` and `restarted` while it runs, `end` once',
      EVENTS,
      404,
    ),
    may('plan.read'),
    valid('param', Id),
    async (c) => {
      const { id } = c.req.valid('param')
      await planOf(c, id)
      return eventStream(c, async (send) => {
        const unwatch = c.var.planRuns.watch(id, (event) => void send(event))
        if (unwatch) return unwatch
        await send({ event: 'end', data: { status: (await planOf(c, id)).status } })
        return () => {}
      })
    },
  )
  .post(
    '/:id/stop',
    describe(
      'Asks a running plan to come to an end and keeps the best so far; one that waits is cancelled',
      { status: 202, schema: Accepted },
      404,
      409,
    ),
    may('plan.make'),
    valid('param', Id),
    async (c) => {
      const { id, status } = await planOf(c, c.req.valid('param').id)
      if (status !== 'queued' && status !== 'running') throw finished(status)
      await record(c, { action: 'plan.stopped', subjects: [id] })
      if (!(await c.var.planRuns.settle(id))) throw finished((await planOf(c, id)).status)
      return c.json({ id }, 202)
    },
  )
  .post(
    '/:id/cancellation',
    describe(
      'Cancels a waiting or running plan for good and at once; nothing is kept',
      { status: 202, schema: Accepted },
      404,
      409,
    ),
    may('plan.make'),
    valid('param', Id),
    async (c) => {
      const { id } = await planOf(c, c.req.valid('param').id)
      const entry = await entryFor(c, { action: 'plan.cancelled', subjects: [id] })
      const isCancelled = await c.var.planRuns.cancel(id, entry)
      if (!isCancelled) throw finished((await planOf(c, id)).status)
      return c.json({ id }, 202)
    },
  )

async function planOf(c: Context<Env>, id: string) {
  const plan = await findPlanRecord(c.var, id)
  if (plan) return plan
  await recordMiss(c, 'plan.missed', id)
  throw new Problem('not-found', {
    zh: `没有编号为 ${id} 的换届方案。`,
    en: `There is no plan ${id}.`,
  })
}

function tooManyWaiting(): Problem {
  return new Problem('too-many', {
    zh: `您已有 ${MOST_WAITING} 个方案在排队或测算，方案逐个测算，他人也在等候。请等完成或取消几个再提交。`,
    en: `${MOST_WAITING} of your plans wait or run. They are solved one by one, and others wait, too: let some finish, or cancel some.`,
  })
}

function finished(status: string): Problem {
  return new Problem('already-finished', {
    zh: `该方案已经结束(${status}),无需取消。`,
    en: `The plan has finished (${status}); there is nothing to cancel.`,
  })
}
