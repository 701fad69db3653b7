import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Mentorships } from '../../api/shapes/mentorship.ts'
import { listAudit } from '../../db/audit-reading.ts'
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

let served: Served
let mentor: SignedInClient
let mentorId: string
let id: string
beforeEach(async () => {
  served = await serve({ rows: fewRows() })
  mentor = await served.as('demo-mentor')
  mentorId = (await ok(await mentor.get('/session'))).account.id
  id = await idOf(served, '张立群')
})
afterEach(() => served.close())

const begin = (talent = id, of = mentorId) => served.put(`/mentorships/${of}/${talent}`)
const end = (talent = id) => served.remove(`/mentorships/${mentorId}/${talent}`)
const listed = async (query = '') => {
  const body = await ok(await served.get(`/mentorships${query}`))
  expect(Mentorships.parse(body)).toEqual(body)
  return Mentorships.parse(body).mentorships
}

describe('a mentorship', () => {
  test('begins with the next request of the mentor and ends with it', async () => {
    expect((await mentor.get(`/talents/${id}`)).status).toBe(404)
    expect((await begin()).status).toBe(200)
    const seen = await ok(await mentor.get(`/talents/${id}`))
    expect(seen).toMatchObject({ name: '张立群', private: null })
    expect((await end()).status).toBe(200)
    expect((await mentor.get(`/talents/${id}`)).status).toBe(404)
  })

  test('is listed with both names, and stays known once it has ended', async () => {
    expect(await listed()).toHaveLength(3)
    await begin()
    await end()
    const all = await listed(`?mentor=${mentorId}`)
    expect(all).toHaveLength(4)
    expect(all).toContainEqual({
      mentor: { id: mentorId, name: '田维勇', position: '北庄镇农业综合服务中心' },
      talent: { id, name: '张立群' },
      ...{ startedOn: '2026-11-23', endedOn: '2026-11-23' },
    })
    expect(await listed('?mentor=nobody')).toEqual([])
  })

  test('is asked about one person without a look at the others', async () => {
    await begin()
    expect((await listed(`?talent=${id}`)).map(({ talent }) => talent.name)).toEqual(['张立群'])
    const [look] = await listAudit(served.given.db, { countyCode: '370406' }, { limit: 1 })
    expect(look).toMatchObject({ action: 'mentorships.read', subjects: [id] })
  })

  test('that goes on keeps the day it began', async () => {
    const mentee = await idOf(served, '李文博')
    expect((await begin(mentee)).status).toBe(200)
    const known = (await listed()).find(({ talent }) => talent.id === mentee)
    expect(known).toMatchObject({ startedOn: '2026-03-02', endedOn: null })
  })

  test('is written down with the ids of both', async () => {
    await begin()
    await end()
    const actions = await listAudit(served.given.db, { countyCode: '370406' }, { limit: 2 })
    expect(actions).toMatchObject([{ action: 'mentorship.ended' }, { action: 'mentorship.begun' }])
    expect(actions[0]!.subjects.toSorted()).toEqual([id, mentorId].toSorted())
  })

  test('ends once', async () => {
    await begin()
    await end()
    expect(await problemIn(await end())).toMatchObject({ status: 404 })
  })

  test.each([
    { of: 'nobody', why: 'no account' },
    { of: 'demo-village', why: 'an account of another role' },
  ])('is not begun by $of: $why', async ({ of }) => {
    const { accounts } = await ok(await served.get('/accounts'))
    const other = accounts.find(({ username }: { username: string }) => username === of)
    expect(await problemIn(await begin(id, other?.id ?? of))).toMatchObject({ status: 404 })
  })

  test('is not begun by a closed account', async () => {
    const admin = await served.as('demo-admin')
    expect((await admin.post(`/accounts/${mentorId}/closure`)).status).toBe(200)
    expect((await begin()).status).toBe(404)
  })

  test('is not begun with nobody', async () => {
    expect((await begin('nobody')).status).toBe(404)
  })

  test.each(['village', 'mentor', 'reviewer', 'talent', 'admin', 'auditor'])(
    'is none of the business of %s',
    async (role) => {
      const { cookie } = await served.as(`demo-${role}`)
      for (const method of ['PUT', 'DELETE']) {
        const path = `/mentorships/${mentorId}/${id}`
        const answer = await send(served.bare, method, path, undefined, { cookie })
        expect(answer.status).toBe(403)
      }
      expect((await send(served.bare, 'GET', '/mentorships', undefined, { cookie })).status).toBe(
        403,
      )
    },
  )
})
