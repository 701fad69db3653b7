import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fewRows, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

let served: Served
let township: SignedInClient
let now = new Date('2026-11-23T01:00:00Z')
const today = () => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
beforeAll(async () => {
  served = await serve({ rows: fewRows(), clock: () => now, today })
  township = await served.as('demo-township')
})
afterAll(() => served.close())

type Status = 'in-pool' | 'registered' | 'reserve' | 'trial-post' | 'appointed' | 'left'
/** The n-th person of Beizhuang in a status; the demonstration has some of the first ones. */
async function person(status: Status, at = 0) {
  const rows = await served.given.db
    .selectFrom('talents')
    .select('id')
    .where('homeTownshipCode', '=', '370406104')
    .where('status', '=', status)
    .orderBy('id')
    .execute()
  return rows[at]!.id
}
const revisionOf = async (id: string) =>
  (await ok(await township.api.talents[':id'].$get({ param: { id } }))).revision
const statusOf = async (id: string) =>
  (await ok(await township.api.talents[':id'].$get({ param: { id } }))).status
const IN = { direction: 'in', way: 'from-within', reason: '支部推荐列入', village: null }
const OUT = { direction: 'out', way: 'giving-way', reason: '本人提出让贤', village: null }
const ON = { on: '2026-11-20' }

async function decide(id: string, body: object, client = township) {
  const headers = { 'if-match': `"${await revisionOf(id)}"` }
  return client.post(`/talents/${id}/movements`, { ...ON, ...body }, headers)
}
async function takeBack(id: string, movement: string) {
  const headers = { 'if-match': `"${await revisionOf(id)}"` }
  const body = { reason: '登记有误撤销' }
  return township.post(`/talents/${id}/movements/${movement}/taking-back`, body, headers)
}
const listOf = async (id: string) =>
  (await ok(await township.api.talents[':id'].movements.$get({ param: { id } }))).movements

test('in makes somebody a reserve, who is checked from then on; the decision is signed', async () => {
  const id = await person('in-pool')
  expect((await decide(id, IN)).status).toBe(201)
  expect(await statusOf(id)).toBe('reserve')
  const [movement] = await listOf(id)
  expect(movement).toMatchObject({
    ...{ direction: 'in', way: 'from-within', takenBackOn: null, mayTakeBack: true },
  })
  const board = await ok(await township.api.checks.$get({ query: {} as never }))
  expect(board.people.some(({ talent }) => talent.id === id)).toBe(true)
})

test('out gives back to the pool, where the person stays', async () => {
  const id = await person('reserve')
  await decide(id, OUT)
  expect(await statusOf(id)).toBe('in-pool')
})

describe('taken back, the status is what it was', () => {
  test.each([
    { before: 'in-pool', body: IN, why: 'a reserve goes back to the pool' },
    {
      before: 'registered',
      body: IN,
      why: 'who was only registered is that again, not in the pool',
    },
    { before: 'reserve', body: OUT, why: 'a reserve again' },
  ] as const)('$why', async ({ before, body }) => {
    const id = before === 'registered' ? await madeRegistered() : await person(before, 3)
    const { id: movement } = await (await decide(id, body)).json()
    expect((await takeBack(id, movement)).status).toBe(200)
    expect(await statusOf(id)).toBe(before)
    expect((await listOf(id))[0]).toMatchObject({ mayTakeBack: false })
    expect((await listOf(id))[0]!.takenBackOn).not.toBeNull()
    expect((await takeBack(id, movement)).status).toBe(409)
  })

  test('only the last one, and only within thirty days', async () => {
    const id = await person('in-pool', 5)
    const first = await (await decide(id, IN)).json()
    const second = await (await decide(id, OUT)).json()
    expect((await takeBack(id, first.id)).status).toBe(409)
    now = new Date('2026-12-23T12:00:00Z')
    township = await served.as('demo-township')
    expect((await listOf(id))[0]).toMatchObject({ id: second.id, mayTakeBack: true })
    now = new Date('2026-12-24T12:00:00Z')
    township = await served.as('demo-township')
    expect((await listOf(id))[0]).toMatchObject({ id: second.id, mayTakeBack: false })
    expect((await takeBack(id, second.id)).status).toBe(409)
    now = new Date('2026-11-23T01:00:00Z')
    township = await served.as('demo-township')
  })
})

describe('what cannot be', () => {
  test.each([
    { why: 'in, of a reserve', status: 'reserve', body: IN, code: 409 },
    { why: 'out, of somebody who is none', status: 'in-pool', body: OUT, code: 409 },
    {
      why: 'a way out on the way in',
      status: 'in-pool',
      body: { ...IN, way: 'ordered' },
      code: 422,
    },
    { why: 'a day to come', status: 'in-pool', body: { ...IN, on: '2026-11-24' }, code: 422 },
    { why: 'a day that is none', status: 'in-pool', body: { ...IN, on: '2026-02-30' }, code: 422 },
    {
      why: 'a village elsewhere',
      status: 'in-pool',
      body: { ...IN, village: '370406103201' },
      code: 422,
    },
    { why: 'a reason of two letters', status: 'in-pool', body: { ...IN, reason: '好' }, code: 422 },
  ] as const)('$why', async ({ status, body, code }) => {
    const id = await person(status, 1)
    expect((await problemIn(await decide(id, body))).status).toBe(code)
    expect(await statusOf(id)).toBe(status)
  })

  test('two at once: the second is told', async () => {
    const id = await person('in-pool', 8)
    const headers = { 'if-match': `"${await revisionOf(id)}"` }
    const send = () => township.post(`/talents/${id}/movements`, { ...IN, ...ON }, headers)
    const answers = [await send(), await send()]
    expect(answers.map(({ status }) => status)).toEqual([201, 412])
  })

  test('somebody of another township is not found', async () => {
    const { id } = await served.given.db
      .selectFrom('talents')
      .select('id')
      .where('homeTownshipCode', '=', '370406103')
      .where('status', '=', 'in-pool')
      .executeTakeFirstOrThrow()
    const answer = await township.post(
      `/talents/${id}/movements`,
      { ...IN, ...ON },
      {
        'if-match': '"1"',
      },
    )
    expect(answer.status).toBe(404)
  })
})

/** Nobody of the demonstration is only registered. */
async function madeRegistered(): Promise<string> {
  const id = await person('in-pool', 10)
  await served.given.db
    .updateTable('talents')
    .set({ status: 'registered' })
    .where('id', '=', id)
    .execute()
  return id
}
