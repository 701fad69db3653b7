import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requireTeams, STOPPED_EARLY } from '../../api/plan-starting.ts'
import type { Plan } from '../../matching/index.ts'
import { ok, problemIn, type Served, serve } from './served.ts'

/** The whole county, which is long enough at work to be interrupted. */
describe('a plan that is ended while it runs', () => {
  let served: Served
  beforeAll(async () => {
    served = await serve()
  })
  afterAll(() => served.close())

  const queue = async () => (await ok(await served.api.plans.$post({ json: QUESTION }))).id
  const planOf = async (id: string) => ok(await served.api.plans[':id'].$get({ param: { id } }))
  const stop = (id: string) => served.post(`/plans/${id}/stop`)
  /** Hears a plan until an event is what is waited for, and goes on to its end. */
  const listen = async (id: string) => {
    const { body } = await served.app.request(`/api/v1/plans/${id}/events`)
    const heard = body!.pipeThrough(new TextDecoderStream()).getReader()
    const events: Heard[] = []
    const until = async (isIt: (event: Heard) => boolean) => {
      for (let read = await heard.read(); !read.done; read = await heard.read()) {
        events.push(...parsed(read.value))
        if (events.some(isIt)) return
      }
    }
    return { events, until, end: () => until(({ event }) => event === 'end') }
  }
  const hasAnswer = ({ event, data }: Heard) => event === 'progress' && data.objective !== null

  test('ended early, it keeps the best so far with a bound that holds', async () => {
    const id = await queue()
    const heard = await listen(id)
    await heard.until(hasAnswer)
    expect((await stop(id)).status).toBe(202)
    await heard.end()
    const { status, certificate, result } = await planOf(id)
    expect({ status, stopped: certificate?.stopped }).toEqual({ status: 'done', stopped: 'asked' })
    if (result?.status !== 'solved') throw new Error('no plan')
    expect(result.plan.slates).toHaveLength(280)
    expect(result.plan.bound).toBeGreaterThanOrEqual(result.plan.objective)
    expect(await problemIn(await stop(id)), 'there is nothing to end any more').toMatchObject({
      status: 409,
      type: '/problems/already-finished',
    })
  })

  test('two at once: the second says how many come first, and each is ended by itself', async () => {
    const [first, second, third] = [await queue(), await queue(), await queue()]
    const heard = await listen(third)
    expect((await planOf(first)).ahead, 'it runs').toBeNull()
    expect((await planOf(second)).ahead).toBe(1)
    expect((await planOf(third)).ahead).toBe(2)
    expect((await stop(second)).status).toBe(202)
    expect(await planOf(second)).toMatchObject({
      status: 'cancelled',
      failure: { type: 'stopped-early', detail: STOPPED_EARLY },
    })
    expect((await planOf(third)).ahead).toBe(1)
    await served.post(`/plans/${first}/cancellation`, {})
    await heard.until(({ event }) => event === 'progress')
    await served.post(`/plans/${third}/cancellation`, {})
    await heard.end()
    const waits = heard.events.filter(({ event }) => event === 'waiting')
    expect(waits.map(({ data }) => data.ahead)).toEqual([2, 1, 0])
    expect(heard.events.at(-1)).toEqual({ event: 'end', data: { status: 'cancelled' } })
  })

  test('when the solver dies in the middle, it goes on smaller and says so', async () => {
    const question = { township: ZONE }
    const { id } = await ok(await served.api.plans.$post({ json: question }))
    const heard = await listen(id)
    await heard.until(({ event }) => event === 'progress')
    await served.given.solver.kill()
    await heard.end()
    const plan = await planOf(id)
    expect(plan.status).toBe('done')
    expect(plan.restarted?.zh).toContain('四分之一')
    expect(plan.result).toMatchObject({ status: 'solved' })
    expect(heard.events.filter(({ event }) => event === 'restarted')).toEqual([
      { event: 'restarted', data: { words: plan.restarted } },
    ])
    const late = await listen(id)
    await late.end()
    expect(late.events, 'whoever comes late hears the end').toEqual([
      { event: 'end', data: { status: 'done' } },
    ])
  })
})

test('what holds nobody but the pinned is no answer to keep', () => {
  const plan = (talent: string, stopped: Plan['stopped']) => ({
    stopped,
    slates: [{ village: 'v', seats: [{ talent }], targets: [] }],
  })
  const pins = [{ talent: 'pinned', village: 'v', post: 'chair' as const }]
  expect(() => requireTeams(plan('pinned', 'asked'), pins)).toThrow(/stopped-early/)
  expect(() => requireTeams(plan('found', 'asked'), pins)).not.toThrow()
  expect(() => requireTeams(plan('pinned', 'gap'), pins), 'all there is').not.toThrow()
})

const ZONE = '370406405'
const QUESTION = { township: null, gap: 0 }

type Heard = {
  event: string
  data: { objective?: number | null; ahead?: number; status?: string; words?: unknown }
}

function parsed(chunk: string): Heard[] {
  return chunk.split('\n\n').flatMap((block) => {
    const found = /^event: (\w+)\ndata: (.*)$/.exec(block)
    return found ? [{ event: found[1]!, data: JSON.parse(found[2]!) }] : []
  })
}
