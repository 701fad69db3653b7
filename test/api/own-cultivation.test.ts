import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OwnCultivation } from '../../api/shapes/own-cultivation.ts'
import { fewRows, ok, type Served, type SignedInClient, serve } from './served.ts'

let served: Served
let person: SignedInClient
let mentor: SignedInClient
/** Whose account it is: a mentee of the mentor. */
let id: string
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  person = await served.as('demo-talent')
  mentor = await served.as('demo-mentor')
  const accounts = await served.given.db
    .selectFrom('accounts')
    .select('talentId')
    .where('username', '=', 'demo-talent')
    .execute()
  id = accounts[0]!.talentId!
  await kept()
})
afterAll(() => served.close())

/** A meeting, a private note, and a meeting that was taken back. */
async function kept(): Promise<void> {
  for (const [heldOn, agreed] of [
    ['2026-11-06', '看账目公示'],
    ['2026-11-07', '记错的一次'],
  ]) {
    const session = {
      ...{ id: newId(), talent: id, heldOn, minutes: 60, way: 'talk', topic: 'thought', agreed },
      ...{ progress: 'clear', seen: ['service'], keptAt: `${heldOn}T09:00:00.000Z` },
    }
    expect((await mentor.post('/mentoring/sessions', session)).status).toBe(201)
    if (agreed === '记错的一次')
      await mentor.post(`/mentoring/sessions/${session.id}/taking-back`, { reason: '记错了日子' })
  }
  const note = { text: '私下提醒：家里有困难时别催' }
  const answer = await mentor.put(`/mentoring/notes?talent=${id}`, note, { 'if-match': '"0"' })
  expect(answer.status).toBe(200)
}

const own = async () => ok(await person.api.record.cultivation.$get())

test('a person reads all that is kept of the own cultivation, as the document says', async () => {
  const answer = await own()
  expect(OwnCultivation.parse(answer)).toEqual(answer)
  expect(answer.mentors).toHaveLength(1)
  expect(answer.sessions.find(({ agreed }) => agreed === '看账目公示')).toMatchObject({
    ...{ heldOn: '2026-11-06', progress: 'clear', seen: ['service'], takenBack: null },
  })
  expect(answer.hours).toEqual({ year: '2026', present: 0, due: 24 })
})

test('what was taken back stays, with the reason, and counts no more', async () => {
  const { sessions, sessionsInAll } = await own()
  const back = sessions.find(({ agreed }) => agreed === '记错的一次')
  expect(back!.takenBack).toMatchObject({ reason: '记错了日子' })
  expect(sessionsInAll).toBe(sessions.filter(({ takenBack }) => takenBack === null).length)
})

test('the mentor’s private note is nowhere in it, nor a rank, nor anybody else', async () => {
  const text = JSON.stringify(await own())
  expect(text).not.toContain('私下提醒')
  expect(text).not.toContain('"rank"')
  const others = await served.given.db
    .selectFrom('talents')
    .select(['id', 'name'])
    .where('id', '!=', id)
    .execute()
  for (const other of others) expect(text).not.toContain(other.id)
})

test('own points name the entries behind them; a quarter without entries is not known, not 0', async () => {
  const { points } = await own()
  expect(points.map(({ quarter }) => quarter)).toEqual(['2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1'])
  const meeting = points[0]!.lines.find(({ indicator }) => indicator === 'meeting')
  expect(meeting).toMatchObject({ times: 1, from: [{ on: '2026-11-06', kind: 'session' }] })
  expect(points[3]!.points).toBeNull()
})

test('the own growth says which entry caused a step', async () => {
  const { growth } = await own()
  const service = growth.criteria.find(({ criterion }) => criterion === 'service')!
  expect(service.steps.at(-1)).toMatchObject({ on: '2026-11-06', entry: { kind: 'session' } })
})

test('nobody else has an own cultivation, and the look is written down', async () => {
  for (const client of [served, mentor])
    expect((await client.get('/record/cultivation')).status).toBe(403)
  await own()
  const { api } = await served.as('demo-auditor')
  const { entries } = await ok(
    await api.audit.$get({ query: { action: 'record.cultivation-read' } }),
  )
  expect(entries[0]).toMatchObject({ subjectCount: 1 })
})
