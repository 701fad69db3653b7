import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HONGMEN } from '../cast.ts'
import { fewRows, idOf, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

const SINCE = '2026-09-30'

let served: Served
let mentor: SignedInClient
/** 宋雅楠, whom the mentor looks after. */
let id: string
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  mentor = await served.as('demo-mentor')
  id = await idOf(served, '宋雅楠')
})
afterAll(() => served.close())

const meeting = () => ({
  ...{ id: newId(), talent: id, heldOn: '2026-10-11', minutes: 90, way: 'urgent' },
  ...{ topic: 'village-affairs', agreed: '强降雨转移6户，她负责二组联络' },
  ...{ progress: 'clear', seen: ['coordination'], keptAt: '2026-10-11T09:00:00.000Z' },
})
const grown = async (client: SignedInClient | Served = served, query = {}) =>
  ok(await client.api.talents[':id'].growth.$get({ param: { id }, query }))
const coordination = async () =>
  (await grown()).criteria.find(({ criterion }) => criterion === 'coordination')!
const ranked = async () =>
  ok(await served.api.rankings.$post({ json: { village: HONGMEN, post: 'committee-member' } }))

/** Logs a meeting, lets something be looked at, and takes the meeting back. */
async function withMeeting<T>(look: () => Promise<T>): Promise<T> {
  const session = meeting()
  expect((await mentor.post('/mentoring/sessions', session)).status).toBe(201)
  const seen = await look()
  const back = await mentor.post(`/mentoring/sessions/${session.id}/taking-back`, {
    reason: '记错了人',
  })
  expect(back.status).toBe(200)
  return seen
}

describe('the growth of a person', () => {
  test('goes from the end of a quarter until today, each criterion step by step', async () => {
    const growth = await grown()
    expect(growth).toMatchObject({ from: '2025-09-30', to: '2026-11-23' })
    for (const { points, steps, change, faded } of growth.criteria) {
      expect(points[0]!.on).toBe('2025-09-30')
      expect(points.at(-1)!.on).toBe('2026-11-23')
      const stepped = steps.reduce((sum, step) => sum + step.change, 0)
      expect(stepped + faded).toBeCloseTo(change, 10)
    }
  })

  test('names the entry that a step comes from, and a taking back restores the curve', async () => {
    const before = await coordination()
    const during = await withMeeting(coordination)
    const step = during.steps.find(({ entry }) => entry?.kind === 'session')
    expect(step).toMatchObject({
      ...{ on: '2026-10-11', source: '导师帮带记录', entry: { kind: 'session', id: '2026-Q4' } },
    })
    expect(step!.change).toBeGreaterThan(0)
    expect(await coordination()).toEqual(before)
  })

  test('has the fit for the seat that is asked about, and more quarters where they are asked', async () => {
    const { fit } = await grown(served, { village: HONGMEN, post: 'chair', quarters: '8' })
    expect(fit).toMatchObject({ village: { code: HONGMEN }, post: 'chair' })
    expect(fit!.points[0]!.on).toBe('2024-09-30')
    expect(fit!.points).toHaveLength(10)
  })

  test('is read by the mentor without a fit, and by nobody of another mentor or person', async () => {
    expect((await grown(mentor)).fit).toBeNull()
    const other = await idOf(served, '赵庆河')
    expect((await mentor.get(`/talents/${other}/growth`)).status).toBe(404)
    const person = await served.as('demo-talent')
    expect((await person.get(`/talents/${id}/growth`)).status).toBe(403)
  })

  test('is written down as a look at the person', async () => {
    await grown()
    const { api } = await served.as('demo-auditor')
    const { entries } = await ok(await api.audit.$get({ query: { action: 'growth.read' } }))
    expect(entries[0]).toMatchObject({ subjectCount: 1 })
  })

  test.each([
    { query: 'quarters=0', pointers: ['?quarters'], why: 'no quarter at all' },
    { query: 'quarters=21', pointers: ['?quarters'], why: 'more than five years' },
    { query: 'post=mayor', pointers: ['?post'], why: 'no such post' },
    { query: 'village=370406104999', pointers: ['?village'], why: 'no such village' },
  ])('answers 422 to $why', async ({ query, pointers }) => {
    const problem = await problemIn(await served.get(`/talents/${id}/growth?${query}`))
    expect(problem).toMatchObject({ status: 422, pointers })
  })
})

describe('since the last quarter', () => {
  const changeIn = (answer: Awaited<ReturnType<typeof ranked>>) =>
    answer.changes.find(({ talent }) => talent === id)
  const fitIn = ({ ranking }: Awaited<ReturnType<typeof ranked>>) =>
    [...ranking.ranked, ...ranking.unknown, ...ranking.barred].find(({ talent }) => talent === id)!
      .fit

  test('a ranking says how far new evidence moved a fit, step by step, and whom it moved', async () => {
    const before = await ranked()
    const during = await withMeeting(ranked)
    expect(during.since).toBe(SINCE)
    const moved = changeIn(during)!.change - (changeIn(before)?.change ?? 0)
    expect(moved).toBeCloseTo(fitIn(during) - fitIn(before), 12)
    const { change, steps } = changeIn(during)!
    expect(steps.reduce((sum, step) => sum + step.change, 0)).toBeCloseTo(change, 12)
    expect(steps.every(({ on }) => on > SINCE)).toBe(true)
    expect(steps.some(({ source }) => source === '导师帮带记录')).toBe(true)
    expect(await ranked()).toEqual(before)
  })

  test('nobody is listed of whom nothing new is known', async () => {
    const { changes } = await ranked()
    for (const { steps } of changes) expect(steps.length).toBeGreaterThan(0)
  })

  test('people side by side say the same', async () => {
    const query = { ids: id, village: HONGMEN, post: 'committee-member' as const }
    const [answer, people] = await withMeeting(async () => [
      await ranked(),
      await ok(await served.api.comparisons.$get({ query })),
    ])
    expect(people!.since).toBe(SINCE)
    expect(people!.people[0]!.since.change).toBeCloseTo(changeIn(answer!)!.change, 12)
  })
})

describe('the effect of a mentor', () => {
  test('is read by the mentor: each mentee before and now, and the mean of the changes', async () => {
    const effect = await ok(await mentor.api.mentoring.effect.$get({ query: {} }))
    expect(effect.mentees.map(({ talent }) => talent.name)).toContain('宋雅楠')
    const changes = effect.mentees.map(({ before, now }) => now - before)
    const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length
    expect(effect.change).toBeCloseTo(mean, 12)
    expect(effect.isFew).toBe(true)
  })

  test('others are a number and a mean, never names', async () => {
    const { others } = await ok(await mentor.api.mentoring.effect.$get({ query: {} }))
    if (others) expect(Object.keys(others).toSorted()).toEqual(['change', 'people'])
    if (others) expect(others.people).toBeGreaterThanOrEqual(5)
  })

  test('the county reads any mentor’s, a mentor no other’s, a township none', async () => {
    const own = await ok(await mentor.api.mentoring.effect.$get({ query: {} }))
    const asked = { query: { mentor: own.mentor.id } }
    expect(await ok(await served.api.mentoring.effect.$get(asked))).toEqual(own)
    expect((await served.get('/mentoring/effect')).status).toBe(404)
    const { accounts } = await ok(await served.api.accounts.$get())
    const county = accounts.find(({ role }) => role === 'county')!
    for (const client of [mentor, served])
      expect((await client.get(`/mentoring/effect?mentor=${county.id}`)).status).toBe(404)
    const township = await served.as('demo-township')
    expect((await township.get(`/mentoring/effect?mentor=${own.mentor.id}`)).status).toBe(403)
  })
})
