import { Workbook } from '@cj-tech-master/excelts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TOWNSHIP } from '../cast.ts'
import { attended, done, HELD, makeCourse, part, peopleOf } from './course-made.ts'
import { fewRows, ok, type Served, type SignedInClient, serve } from './served.ts'

let served: Served
let township: SignedInClient
let people: string[]
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
  people = await peopleOf(served, 4)
  const { db } = served.given
  const set = (id: string, status: 'reserve' | 'registered') =>
    db.updateTable('talents').set({ status }).where('id', '=', id).execute()
  for (const id of people.slice(0, 3)) await set(id, 'reserve')
  await set(people[3]!, 'registered')
  const days = ['2026-11-16', '2026-11-17']
  const sessions = [...days.map((day) => part(day, 12)), part('2025-11-18', 3)]
  // The first owes nothing more; the second has half; the third none; the fourth owes nothing and came.
  const id = await attended(township, people.slice(0, 1), { sessions })
  const course = await done(township.get(`/courses/${id}`))
  for (const { id: session } of course.sessions)
    await done(
      township.post(`/courses/${id}/attendance`, {
        session,
        marks: [{ talent: people[0], status: 'present' }],
      }),
    )
  await attended(township, people.slice(1, 2), { sessions: [part(HELD, 12)] })
  await attended(township, people.slice(3, 4), { sessions: [part(HELD, 4)] })
})
afterAll(() => served.close())

const hours = async (query: object = {}) =>
  ok(await township.api['training-hours'].$get({ query: { year: '2026', ...query } }))
const of = (answer: Awaited<ReturnType<typeof hours>>, at: number) =>
  answer.people.find(({ talent }) => talent.id === people[at])

describe('hours of training against what the policy says is owed', () => {
  test.each([
    { at: 0, hours: 24, lacks: 0, why: 'all of it; hours of last year are not of this one' },
    { at: 1, hours: 12, lacks: 12, why: 'half of it' },
    { at: 2, hours: 0, lacks: 24, why: 'none: every reserve is listed' },
    { at: 3, hours: 4, lacks: null, why: 'nothing is owed, and the hours count' },
  ])('$why', async ({ at, hours: attendedHours, lacks }) => {
    expect(of(await hours(), at)).toMatchObject({ hours: attendedHours, lacks })
  })

  test('who is short, and how many that are', async () => {
    const all = await hours()
    const short = await hours({ short: '1' })
    expect(all.duty).toBe(24)
    expect(of(short, 0)).toBeUndefined()
    expect(of(short, 3)).toBeUndefined()
    expect(of(short, 1)).toBeDefined()
    expect(all.counts.short).toBe(short.counts.people)
    expect(all.counts.owing - all.counts.short).toBe(1)
  })

  test('whoever was only invited, or absent, has no hours', async () => {
    const id = await makeCourse(township, { sessions: [part(HELD, 5)] })
    await done(township.post(`/courses/${id}/participants`, { talents: [people[2]] }))
    const [session] = (await done(township.get(`/courses/${id}`))).sessions
    const marks = [{ talent: people[2], status: 'absent' }]
    await done(township.post(`/courses/${id}/attendance`, { session: session.id, marks }))
    expect(of(await hours(), 2)).toMatchObject({ hours: 0 })
  })

  test('the county sees all, a mentor the own mentees alone', async () => {
    const mentor = await served.as('demo-mentor')
    const own = await ok(await mentor.api['training-hours'].$get({ query: { year: '2026' } }))
    const { people: mentees } = await ok(await mentor.api.talents.$get({ query: {} }))
    const ids = new Set(mentees.map(({ id }) => id))
    expect(own.people.every(({ talent }) => ids.has(talent.id))).toBe(true)
    expect((await mentor.post('/training-hours/file', {})).status).toBe(403)
  })

  test('as a workbook, with who took it out and why in the audit', async () => {
    const answer = await township.post('/training-hours/file', {
      ...{ year: '2026', short: true, reason: '年度培训督促' },
    })
    expect(answer.status).toBe(200)
    const workbook = new Workbook()
    await workbook.xlsx.load(new Uint8Array(await answer.arrayBuffer()))
    const rows = workbook.worksheets[0]!.getSheetValues() as string[][]
    expect(rows[2]!.slice(1)).toEqual(
      '姓名 乡镇（街道） 村（社区） 身份 培训班数 已修学时 应修学时 还差学时'.split(' '),
    )
    const auditor = await served.as('demo-auditor')
    const { entries } = await done(auditor.get('/audit'))
    const [told] = entries.filter((it: { action: string }) => it.action === 'training.exported')
    expect(told).toMatchObject({ reason: '年度培训督促' })
  })

  test('another township’s people are not in it', async () => {
    const { people: listed } = await hours({ township: TOWNSHIP })
    const rows = await served.given.db
      .selectFrom('talents')
      .select(['id', 'homeTownshipCode'])
      .where(
        'id',
        'in',
        listed.map(({ talent }) => talent.id),
      )
      .execute()
    expect(rows.every(({ homeTownshipCode }) => homeTownshipCode === TOWNSHIP)).toBe(true)
  })
})
