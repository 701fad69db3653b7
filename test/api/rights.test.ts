import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listAudit } from '../../db/audit-reading.ts'
import { HONGMEN } from '../cast.ts'
import {
  fewRows,
  idOf,
  ok,
  problemIn,
  type Served,
  type SignedInClient,
  send,
  serve,
} from './served.ts'

const NEIGHBOUR = '370406103'
const scope = { countyCode: '370406' }
let served: Served
let township: SignedInClient
let person: SignedInClient
const begin = async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
  person = await served.as('demo-talent')
}
const end = () => served.close()
/** Somebody of the township without an office. */
const somebodyOf = async (township: string) => {
  const { people } = await ok(await served.api.talents.$get({ query: { township, limit: '200' } }))
  return people.find(({ status }) => status === 'in-pool')!.id
}
const rankedOutcome = async (id: string) => {
  const { ranking } = await ok(
    await served.api.rankings.$post({ json: { village: HONGMEN, post: 'chair' } }),
  )
  const is = ({ talent }: { talent: string }) => talent === id
  if (ranking.ranked.some(is)) return 'ranked'
  return ranking.barred.some(is) ? 'barred' : 'unknown'
}
const entries = (action: string) => listAudit(served.given.db, scope, { action: [action] })

/** 李文博 agreed when he was registered. */
const AT_FIRST = { act: 'given', channel: 'self', at: '2026-03-02T02:00:00.000Z' }

describe('consent', () => {
  beforeEach(begin)
  afterEach(end)

  test('a withdrawal takes the person out of the next ranking, and consent brings them back', async () => {
    const id = await idOf(served, '李文博')
    expect(await rankedOutcome(id)).toBe('ranked')
    expect(await ok(await person.post('/record/consent-withdrawal'))).toMatchObject({
      consent: 'withdrawn',
    })
    expect(await rankedOutcome(id)).toBe('barred')
    const { keepUntil, basis, consents, noticeVersion } = await ok(await person.get('/record'))
    expect({ keepUntil, basis, noticeVersion }).toEqual({
      ...{ keepUntil: '2028-12-31', basis: 'consent', noticeVersion: 1 },
    })
    expect(consents).toMatchObject([
      { act: 'withdrawn', channel: 'self', noticeVersion: null },
      AT_FIRST,
    ])
    await ok(await person.post('/record/consent', { noticeVersion: 1 }))
    expect(await rankedOutcome(id)).toBe('ranked')
    expect((await ok(await person.get('/record'))).consents).toMatchObject([
      { act: 'given', channel: 'self', noticeVersion: 1 },
      { act: 'withdrawn' },
      AT_FIRST,
    ])
  })

  test('is written down without the words of the notice', async () => {
    const id = await idOf(served, '李文博')
    await person.post('/record/consent-withdrawal')
    expect((await entries('consent.withdrawn'))[0]).toMatchObject({
      ...{ subjects: [id], role: 'talent', detail: { channel: 'self', noticeVersion: null } },
    })
  })

  test('said twice it is one word', async () => {
    await person.post('/record/consent-withdrawal')
    expect((await person.post('/record/consent-withdrawal')).status).toBe(200)
    expect((await ok(await person.get('/record'))).consents).toHaveLength(2)
  })

  test('to a notice that is no longer in force is not taken', async () => {
    const next = { version: 1, zh: '新告知书'.repeat(10), en: 'A new notice for everybody. ' }
    expect((await served.put('/notice', next)).status).toBe(200)
    const refused = await person.post('/record/consent', { noticeVersion: 1 })
    expect(await problemIn(refused)).toMatchObject({ status: 412, type: '/problems/changed' })
    expect((await person.post('/record/consent', { noticeVersion: 2 })).status).toBe(200)
    expect(await ok(await person.get('/record'))).toMatchObject({
      ...{ consent: 'given', noticeVersion: 2 },
      notice: { version: 2 },
    })
  })

  test('on paper is recorded by the township, with the notice that was signed', async () => {
    const id = await idOf(served, '李文博')
    const withdrawal = await township.post(`/talents/${id}/consents`, { act: 'withdrawn' })
    expect(withdrawal.status).toBe(200)
    expect(await rankedOutcome(id)).toBe('barred')
    const given = { act: 'given', noticeVersion: 1 }
    expect((await township.post(`/talents/${id}/consents`, given)).status).toBe(200)
    expect((await ok(await person.get('/record'))).consents).toMatchObject([
      { act: 'given', channel: 'paper', noticeVersion: 1 },
      { act: 'withdrawn', channel: 'paper' },
      AT_FIRST,
    ])
  })

  test.each([
    { body: { act: 'given' }, why: 'without the notice' },
    { body: { act: 'given', noticeVersion: 7 }, why: 'a notice that nobody wrote' },
    { body: { act: 'given', noticeVersion: 99_999_999_999 }, why: 'no version at all' },
  ])('on paper $why is refused', async ({ body }) => {
    const id = await idOf(served, '李文博')
    const answer = await township.post(`/talents/${id}/consents`, body)
    expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: ['#/noticeVersion'] })
  })
})

describe('the notice', () => {
  beforeEach(begin)
  afterEach(end)
  const words = {
    zh: '为村“两委”换届储备人选，登记您的基本情况，可随时查看和更正。',
    en: 'What is kept, why, and for how long.',
  }

  test('is read by everybody, and the county writes the next version', async () => {
    expect(await ok(await send(served.bare, 'GET', '/notice'))).toMatchObject({ version: 1 })
    expect(await ok(await served.put('/notice', { version: 1, ...words }))).toMatchObject({
      ...{ version: 2, ...words },
    })
    expect(await ok(await send(served.bare, 'GET', '/notice'))).toMatchObject(words)
    expect((await entries('notice.changed'))[0]).toMatchObject({ detail: { version: 2 } })
  })

  test('is not written over a version that its author did not see', async () => {
    await served.put('/notice', { version: 1, ...words })
    expect(await problemIn(await served.put('/notice', { version: 1, ...words }))).toMatchObject({
      ...{ status: 412, type: '/problems/changed' },
    })
  })
})

describe('who may', () => {
  beforeAll(begin)
  afterAll(end)

  test.each([
    { path: 'consents', body: { act: 'withdrawn' } },
    { path: 'invitations', body: undefined },
  ])('a township finds nobody of another township: $path', async ({ path, body }) => {
    const id = await somebodyOf(NEIGHBOUR)
    expect((await township.post(`/talents/${id}/${path}`, body)).status).toBe(404)
    expect((await served.post(`/talents/${id}/${path}`, body)).status).toBeLessThan(300)
  })

  const closed = ['village', 'mentor', 'reviewer', 'admin', 'auditor']
  test.each([
    { method: 'POST', path: '/record/corrections', not: ['county', 'township', ...closed] },
    { method: 'POST', path: '/record/consent', not: ['county', 'township', ...closed] },
    { method: 'POST', path: '/record/consent-withdrawal', not: ['county', 'township', ...closed] },
    { method: 'GET', path: '/corrections', not: ['talent', ...closed] },
    { method: 'POST', path: '/corrections/x/answer', not: ['talent', ...closed] },
    { method: 'POST', path: '/corrections/x/reveals', not: ['talent', ...closed] },
    { method: 'POST', path: '/talents/x/consents', not: ['talent', ...closed] },
    { method: 'POST', path: '/talents/x/invitations', not: ['talent', ...closed] },
    { method: 'POST', path: '/talents/x/erasure', not: ['talent', 'township', ...closed] },
    { method: 'GET', path: '/retention', not: ['talent', 'township', ...closed] },
    { method: 'POST', path: '/retention/x', not: ['talent', 'township', ...closed] },
    { method: 'PUT', path: '/notice', not: ['talent', 'township', ...closed] },
  ])('$method $path is closed to every other role', async ({ method, path, not }) => {
    for (const role of not) {
      const { cookie } = await served.as(`demo-${role}`)
      const body = method === 'GET' ? undefined : {}
      const answer = await send(served.bare, method, path, body, { cookie })
      expect({ role, status: answer.status }).toEqual({ role, status: 403 })
    }
  })
})
