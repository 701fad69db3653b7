import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import type { Env } from './context.ts'
import { requireSound } from './contradictions.ts'
import { describe } from './describe.ts'
import { findPlanRecord, listPlanRecords, queuePlan } from './plan-records.ts'
import type { PlanEvent } from './plan-runs.ts'
import { Problem } from './problem.ts'
import { ExclusionRequest, PinRequest, requireKnown } from './requests.ts'
import { Accepted, Events, PlanList, PlanRecord } from './shapes/plan.ts'
import { Code, invalid, valid } from './validate.ts'

const Request = z.object({
  township: Code.nullable(),
  pins: z.array(PinRequest).max(2000).default([]),
  exclusions: z.array(ExclusionRequest).max(5000).default([]),
})
const EVENTS = { schema: Events, media: 'text/event-stream' }
const Id = z.object({ id: z.string().max(64) })
/** Keeps the connection through proxies that drop what is silent. */
const HEARTBEAT_MS = 15_000

export const plans = new Hono<Env>()
  .post(
    '/',
    describe(
      'Queues a plan for a township, or for the county when `township` is null',
      { status: 202, schema: Accepted },
      422,
      503,
    ),
    valid('json', Request),
    async (c) => {
      const asked = c.req.valid('json')
      const county = await c.var.county()
      const township = asked.township === null ? undefined : county.townships.get(asked.township)
      if (asked.township !== null && !township) throw invalid([noTownship(asked.township)])
      const inScope = township?.villages.map(({ code }) => code) ?? county.villages.keys()
      requireKnown(county, new Set(inScope), asked)
      const { version } = requireSound(county.policy)
      const id = await queuePlan(c.var, asked, version)
      c.var.planRuns.take(id)
      c.header('location', `/api/v1/plans/${id}`)
      return c.json({ id }, 202)
    },
  )
  .get(
    '/',
    describe('Plans, newest first', { schema: PlanList }),
    valid('query', z.object({ township: Code.optional() })),
    async (c) => c.json({ plans: await listPlanRecords(c.var, c.req.valid('query').township) }),
  )
  .get(
    '/:id',
    describe('A plan and its result', { schema: PlanRecord }, 404),
    valid('param', Id),
    async (c) => c.json(await planOf(c.var, c.req.valid('param').id)),
  )
  .get(
    '/:id/events',
    describe('Server-sent events: `progress` while it runs, `end` once', EVENTS, 404),
    valid('param', Id),
    async (c) => {
      const { id } = c.req.valid('param')
      await planOf(c.var, id)
      return streamSSE(c, async (stream) => {
        const { promise: ended, resolve: end } = Promise.withResolvers<void>()
        const send = async ({ event, data }: PlanEvent) => {
          await stream.writeSSE({ event, data: JSON.stringify(data) })
          if (event === 'end') end()
        }
        const unwatch = c.var.planRuns.watch(id, (event) => void send(event))
        if (!unwatch)
          return await send({ event: 'end', data: { status: (await planOf(c.var, id)).status } })
        const heartbeat = setInterval(() => void stream.write(': heartbeat\n\n'), HEARTBEAT_MS)
        stream.onAbort(end)
        await ended
        clearInterval(heartbeat)
        unwatch()
      })
    },
  )
  .post(
    '/:id/cancellation',
    describe(
      'Cancels a waiting or running plan for good',
      { status: 202, schema: Accepted },
      404,
      409,
    ),
    valid('param', Id),
    async (c) => {
      const { id } = await planOf(c.var, c.req.valid('param').id)
      const isCancelled = await c.var.planRuns.cancel(id)
      if (!isCancelled) throw finished((await planOf(c.var, id)).status)
      return c.json({ id }, 202)
    },
  )

async function planOf(given: Env['Variables'], id: string) {
  const plan = await findPlanRecord(given, id)
  if (plan) return plan
  throw new Problem('not-found', {
    zh: `没有编号为 ${id} 的换届方案。`,
    en: `There is no plan ${id}.`,
  })
}

function noTownship(code: string) {
  return {
    pointer: '#/township',
    detail: {
      zh: `本县没有代码为 ${code} 的乡镇（街道）。全县请用 null。`,
      en: `The county has no township ${code}. For the whole county give null.`,
    },
  }
}

function finished(status: string): Problem {
  return new Problem('already-finished', {
    zh: `该方案已经结束(${status}),无需取消。`,
    en: `The plan has finished (${status}); there is nothing to cancel.`,
  })
}
