import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SessionGiven } from '../../api/shapes/mentoring.ts'
import { SessionAnswer } from '../../api/shapes/mentoring.ts'
import { keep, keptOf, type Mentoring, openMentoring, session, withNewMentee } from './mentored.ts'
import { ok, problemIn } from './served.ts'

let shared: Mentoring
let world: Mentoring
beforeAll(async () => {
  shared = await openMentoring()
})
afterAll(() => shared.served.close())
beforeEach(async () => {
  world = await withNewMentee(shared)
})

describe('a session that cannot have been is refused, and says where and what would do', () => {
  const cases: { about: Partial<SessionGiven>; pointer: string; says: string; why: string }[] = [
    {
      about: { heldOn: '2026-11-24' },
      ...{ pointer: '#/heldOn', says: '2026-11-23', why: 'tomorrow: the phone’s clock is ahead' },
    },
    {
      about: { heldOn: '2026-11-24', keptAt: '2026-11-24T00:40:00+09:00' },
      pointer: '#/heldOn',
      ...{ says: '北京时间', why: 'in another time zone the day has begun, in China it has not' },
    },
    {
      about: { heldOn: '2026-02-30' },
      ...{ pointer: '#/heldOn', says: '有效日期', why: 'no day of any calendar' },
    },
    {
      about: { heldOn: '2026-03-01' },
      ...{ pointer: '#/heldOn', says: '2026-03-02', why: 'the day before the mentorship began' },
    },
    {
      about: { minutes: 1_800 },
      ...{ pointer: '#/minutes', says: '12 小时', why: '30 hours' },
    },
    {
      about: { minutes: 721 },
      ...{ pointer: '#/minutes', says: '12 小时', why: 'a minute more than twelve hours' },
    },
    { about: { minutes: 4 }, pointer: '#/minutes', says: '5 分钟', why: 'less than five minutes' },
    {
      about: { topic: 'weather' },
      ...{ pointer: '#/topic', says: '主题', why: 'a topic that the policy does not have' },
    },
    {
      about: { seen: ['reputation'] },
      ...{ pointer: '#/seen', says: '列表', why: 'what the public says is not seen at a meeting' },
    },
    {
      about: { nextOn: '2026-11-20' },
      ...{ pointer: '#/nextOn', says: '之后', why: 'the next meeting on the day of this one' },
    },
    {
      about: { next: { aim: '走访八户', dueOn: '2026-11-19' } },
      ...{ pointer: '#/next/dueOn', says: '期限', why: 'a task due before it was given' },
    },
  ]
  test.each(cases)('$why', async ({ about, pointer, says }) => {
    const answer = await keep(world.first, session(world.talent, about))
    const problem = await answer.json()
    expect(answer.status).toBe(422)
    expect(problem.errors.map((it: { pointer: string }) => it.pointer)).toEqual([pointer])
    expect(problem.errors[0].detail).toContain(says)
    expect(await keptOf(world, world.talent)).toEqual([])
  })

  test('each of several faults is named', async () => {
    const wrong = session(world.talent, { heldOn: '2027-01-01', minutes: 1_800, topic: 'weather' })
    const { status, pointers } = await problemIn(await keep(world.first, wrong))
    expect(status).toBe(422)
    expect(pointers).toEqual(['#/heldOn', '#/minutes', '#/topic'])
  })

  test('all meetings of a mentor on one day are 24 hours at most', async () => {
    const other = (await withNewMentee(shared)).talent
    const third = (await withNewMentee(shared)).talent
    const on = (minutes: number) => ({ heldOn: '2026-06-01', minutes })
    await ok(await keep(world.first, session(world.talent, on(720))))
    await ok(await keep(world.first, session(other, on(700))))
    const long = await problemIn(await keep(world.first, session(third, on(30))))
    expect(long).toMatchObject({ status: 422, pointers: ['#/minutes'] })
    expect((await keep(world.first, session(third, on(20)))).status).toBe(201)
  })
})

describe('a session of any day that was is taken', () => {
  const cases: { about: Partial<SessionGiven>; keptAt: string; why: string }[] = [
    { about: {}, keptAt: '2026-11-20T10:30:00.000Z', why: 'days ago, kept without a connection' },
    {
      about: { heldOn: '2026-11-23', keptAt: '2026-11-23T00:10:00+08:00' },
      ...{ keptAt: '2026-11-22T16:10:00.000Z', why: 'today in China, yesterday in Greenwich' },
    },
    {
      about: { heldOn: '2026-03-02' },
      ...{ keptAt: '2026-11-20T10:30:00.000Z', why: 'the day the mentorship began' },
    },
    {
      about: { keptAt: '2031-01-01T00:00:00Z' },
      ...{ keptAt: '2026-11-23T02:00:00.000Z', why: 'a phone years ahead kept it when it arrived' },
    },
    {
      about: { keptAt: '1970-01-01T08:00:00+08:00' },
      ...{ keptAt: '1970-01-01T00:00:00.000Z', why: 'a phone whose clock was lost says so' },
    },
    { about: { minutes: 5 }, keptAt: '2026-11-20T10:30:00.000Z', why: 'five minutes' },
    { about: { minutes: 720 }, keptAt: '2026-11-20T10:30:00.000Z', why: 'twelve hours' },
    {
      about: { progress: null, seen: [] },
      ...{ keptAt: '2026-11-20T10:30:00.000Z', why: 'nothing known of progress' },
    },
  ]
  test.each(cases)('$why', async ({ about, keptAt }) => {
    const body = session(world.talent, about)
    const answer = await keep(world.first, body)
    expect(answer.status).toBe(201)
    const { session: kept, cautions } = SessionAnswer.parse(await answer.json())
    expect(cautions).toEqual([])
    expect(kept).toMatchObject({
      ...{ id: body.id, talent: world.talent.id, heldOn: body.heldOn, minutes: body.minutes },
      ...{ progress: body.progress, seen: body.seen, keptAt, takeBackUntil: '2026-11-30' },
      mentor: { id: world.first.id, name: '祝长青' },
    })
  })
})

describe('a mentorship that ended while the phone had no connection', () => {
  const cases = [
    { heldOn: '2026-11-20', today: '2026-11-23', status: 201, why: 'held before the end' },
    { heldOn: '2026-11-23', today: '2026-11-24', status: 201, why: 'on its last day' },
    { heldOn: '2026-11-24', today: '2026-11-25', status: 422, why: 'on the day after' },
    { heldOn: '2026-11-20', today: '2026-12-23', status: 201, why: '30 days after the end' },
    { heldOn: '2026-11-20', today: '2026-12-24', status: 409, why: '31 days after the end' },
  ]
  test.each(cases)('$status: $why', async ({ heldOn, today, status }) => {
    const { served, first, talent, now } = world
    await served.remove(`/mentorships/${first.id}/${talent.id}`)
    now.today = today
    const answer = await keep(first, session(talent, { heldOn }))
    expect(answer.status).toBe(status)
    if (status !== 201) expect((await problemIn(answer)).detail).toContain('2026-11-23')
    expect(await keptOf(world, talent)).toHaveLength(status === 201 ? 1 : 0)
    // What arrived late is evidence like any other, and opens no door to the person.
    expect((await first.get(`/talents/${talent.id}`)).status).toBe(404)
  })

  test('somebody whom the mentor never looked after is not found, and the attempt is written down', async () => {
    const answer = await keep(world.first, session(world.strangers[0]!))
    expect(answer.status).toBe(404)
    const auditor = await world.as('demo-auditor')
    const { entries } = await ok(await auditor.get('/audit?outcome=denied&limit=1'))
    expect(entries).toMatchObject([
      { action: 'mentoring.missed', subjects: [world.strangers[0]!.id] },
    ])
  })
})

describe('taking a session back', () => {
  test('within seven days it goes out of what counts and stays readable; its task goes as well', async () => {
    const { first, talent, now } = world
    const evidence = async () =>
      world.db
        .selectFrom('evidence')
        .select(['criterion', 'value', 'strength', 'entryKind'])
        .where('talentId', '=', talent.id)
        .orderBy('id')
        .execute()
    const before = await evidence()
    const { id } = session(talent)
    const next = { aim: '走访八户', dueOn: '2026-11-29' }
    await ok(await keep(first, session(talent, { id, next })))
    expect(await evidence()).not.toEqual(before)
    now.today = '2026-11-30'
    const path = `/mentoring/sessions/${id}/taking-back`
    const { session: taken } = await ok(await first.post(path, { reason: '记到别人名下了' }))
    expect(taken.takenBack).toMatchObject({ reason: '记到别人名下了', by: '祝长青' })
    expect(taken.item).toMatchObject({ state: 'dropped' })
    expect(await evidence()).toEqual(before)
    const { sessions, total } = await ok(await first.get(`/mentoring/sessions?talent=${talent.id}`))
    expect(sessions).toMatchObject([{ id, agreed: taken.agreed }])
    expect(total).toBe(0)
  })

  test('after seven days an office does, with the reason', async () => {
    const { first, talent, now, township } = world
    const { id } = session(talent)
    await ok(await keep(first, session(talent, { id })))
    now.today = '2026-12-01'
    const own = await first.post(`/mentoring/sessions/${id}/taking-back`, { reason: '时长有误' })
    expect(await problemIn(own)).toMatchObject({ status: 409, type: '/problems/conflict' })
    const path = `/cultivation/sessions/${id}/taking-back`
    const { session: taken } = await ok(await township.post(path, { reason: '核实时长有误' }))
    expect(taken.takenBack).toMatchObject({ by: '孟庆华' })
  })

  test('a session of somebody else’s is not there', async () => {
    const { first, second, talent, as } = world
    const { id } = session(talent)
    await ok(await keep(first, session(talent, { id })))
    const neighbour = await as('demo-township')
    expect(
      (await second.post(`/mentoring/sessions/${id}/taking-back`, { reason: '不对' })).status,
    ).toBe(404)
    expect(
      (await second.post(`/mentoring/sessions/${id}/additions`, { text: '不对' })).status,
    ).toBe(404)
    const stranger = session(world.strangers[0]!)
    const path = `/cultivation/sessions/${stranger.id}/taking-back`
    expect((await neighbour.post(path, { reason: '核实有误' })).status).toBe(404)
  })
})
