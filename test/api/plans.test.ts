import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { entryBy } from '../../api/auditing.ts'
import { createPlanRuns } from '../../api/plan-runs.ts'
import { listAudit } from '../../db/audit-reading.ts'
import { findPlan } from '../../db/plans.ts'
import { databases } from '../databases.ts'
import { ok, problemIn, type Served, serve, withCookie } from './served.ts'

/** The smallest township of the county: 14 villages. */
const ZONE = '370406405'
const scope = { countyCode: '370406' }
const cancelled = (id: string) => entryBy('system', { action: 'plan.cancelled', subjects: [id] })

describe.each(databases)('plans on $engine', ({ open }) => {
  let served: Served
  beforeAll(async () => {
    served = await serve({ open })
  })
  afterAll(() => served.close())
  const queue = async (township: string | null) => {
    const response = await served.api.plans.$post({ json: { township } })
    expect(response.status).toBe(202)
    const { id } = await response.json()
    expect(response.headers.get('location')).toBe(`/api/v1/plans/${id}`)
    return id
  }
  const eventsOf = async (id: string) =>
    parsed(await (await served.app.request(`/api/v1/plans/${id}/events`)).text())
  const actionsOf = async (id: string) =>
    (await listAudit(served.given.db, scope, { subject: id }))
      .map(({ action }) => action)
      .filter((action) => action !== 'plan.read')
      .reverse()
  const planOf = async (id: string) => ok(await served.api.plans[':id'].$get({ param: { id } }))

  test('a township is planned with progress, an end, a stored result and its audit', async () => {
    const id = await queue(ZONE)
    const events = await eventsOf(id)
    expect(events.at(-1)).toEqual({ event: 'end', data: { status: 'done' } })
    expect(events[0]).toMatchObject({
      event: 'progress',
      data: { elapsedSeconds: expect.any(Number) },
    })
    const { status, result, township } = await planOf(id)
    expect({ status, township }).toEqual({
      status: 'done',
      township: { code: ZONE, name: '山亭经济开发区' },
    })
    if (result?.status !== 'solved') throw new Error('no plan')
    expect(result.plan.slates).toHaveLength(14)
    const seated = result.plan.slates.flatMap(({ seats }) => seats.map(({ talent }) => talent))
    const named = new Set(result.people.map((person) => person.id))
    expect(seated.every((talent) => named.has(talent))).toBe(true)
    const { plans } = await ok(await served.api.plans.$get({ query: { township: ZONE } }))
    expect(plans[0]).toMatchObject({ id, status: 'done', objective: result.plan.objective })
    expect(await actionsOf(id)).toEqual(['plan.queued', 'plan.done'])
    expect(await eventsOf(id), 'whoever comes late hears the end').toEqual([
      { event: 'end', data: { status: 'done' } },
    ])
    expect(await problemIn(await served.post(`/plans/${id}/cancellation`, {}))).toMatchObject({
      status: 409,
      type: '/problems/already-finished',
    })
  })

  test('events arrive one by one, also for whoever takes compressed answers', async () => {
    const id = await queue(ZONE)
    const headers = { 'accept-encoding': 'gzip' }
    const response = await served.app.request(`/api/v1/plans/${id}/events`, { headers })
    expect(response.headers.get('content-encoding')).toBeNull()
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toMatch(/^event: progress\n/)
    expect((await planOf(id)).status).toBe('running')
    await served.post(`/plans/${id}/cancellation`, {})
    let last: string | undefined
    for (let read = await reader.read(); !read.done; read = await reader.read()) last = read.value
    expect(last).toMatch(/^event: end\n/)
  })

  test('a cancellation of a running or a waiting plan is stored before it is acknowledged', async () => {
    const running = await queue(ZONE)
    const waiting = await queue(ZONE)
    const watched = [eventsOf(running), eventsOf(waiting)]
    for (const id of [waiting, running]) {
      expect((await served.post(`/plans/${id}/cancellation`, {})).status).toBe(202)
      const finishedAt = expect.any(String)
      expect(await planOf(id)).toMatchObject({ status: 'cancelled', finishedAt, result: null })
      expect(await actionsOf(id)).toEqual(['plan.queued', 'plan.cancelled'])
      const again = await problemIn(await served.post(`/plans/${id}/cancellation`, {}))
      expect(again).toMatchObject({ status: 409, type: '/problems/already-finished' })
    }
    const end = { event: 'end', data: { status: 'cancelled' } }
    for (const events of await Promise.all(watched)) {
      expect(events.filter(({ event }) => event === 'end')).toEqual([end])
    }
    expect(await eventsOf(running), 'whoever comes late hears the end').toEqual([end])
  })

  test('a cancelled plan stays cancelled over a stop and the next start', async () => {
    const runs = createPlanRuns(served.given)
    const ids = [await queueWith(served, runs), await queueWith(served, runs)]
    for (const id of ids) expect(await runs.cancel(id, cancelled(id))).toBe(true)
    await runs.stop(0)
    const next = createPlanRuns(served.given)
    await next.resume()
    for (const id of ids) {
      expect(next.watch(id, () => {})).toBeUndefined()
      expect((await findPlan(served.given.db, scope, id))?.status).toBe('cancelled')
      expect(await actionsOf(id)).toEqual(['plan.queued', 'plan.cancelled'])
    }
  })

  test('what a stop leaves unfinished stays queued, and the next start takes it up', async () => {
    const runs = createPlanRuns(served.given)
    const id = await queueWith(served, runs)
    await runs.stop(0)
    expect((await findPlan(served.given.db, scope, id))?.status).toBe('queued')
    const next = createPlanRuns(served.given)
    await next.resume()
    const heard = Promise.withResolvers<string>()
    next.watch(id, ({ event }) => heard.resolve(event))
    expect(await heard.promise).toBe('progress')
    await next.cancel(id, cancelled(id))
  })

  test.each([
    {
      body: { township: '370406999' },
      status: 422,
      pointers: ['#/township'],
      why: 'an unknown township',
    },
    { body: {}, status: 422, pointers: ['#/township'], why: 'no township and no null' },
    {
      body: {
        township: ZONE,
        pins: [{ talent: 'nobody', village: '370406101200', post: 'chair' }],
      },
      status: 422,
      pointers: ['#/pins/0/talent', '#/pins/0/village'],
      why: 'an unknown person in a village of another township',
    },
  ])('answers $status to $why', async ({ body, status, pointers }) => {
    expect(await problemIn(await served.post('/plans', body))).toMatchObject({ status, pointers })
  })

  test.each(['', '/events'])('an unknown plan%s is not found', async (suffix) => {
    const problem = await problemIn(await served.app.request(`/api/v1/plans/nothing${suffix}`))
    expect(problem).toMatchObject({ status: 404, type: '/problems/not-found' })
  })
})

/** Queues a plan of the county in runs of its own, as a process that is about to stop has it. */
async function queueWith(served: Served, runs: ReturnType<typeof createPlanRuns>): Promise<string> {
  const app = createApp({ ...served.given, planRuns: runs })
  const response = await withCookie(app, served.cookie).post('/plans', { township: ZONE })
  return (await response.json()).id
}

function parsed(stream: string) {
  return stream
    .split('\n\n')
    .filter((block) => block.startsWith('event:'))
    .map((block) => {
      const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block)!
      return { event, data: JSON.parse(data!) }
    })
}
