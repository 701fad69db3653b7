import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TOWNSHIP } from '../cast.ts'
import {
  asGiven,
  attended,
  done,
  evidenceOf,
  given,
  HELD,
  makeCourse,
  mark,
  part,
  peopleOf,
  readCourse,
} from './course-made.ts'
import { somebody } from './on-trial.ts'
import { fewRows, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

let served: Served
let township: SignedInClient
let mentor: SignedInClient
let people: string[]
let trainer: string
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
  mentor = await served.as('demo-mentor')
  people = await peopleOf(served, 6)
  const own = await ok(await mentor.api.courses.trainers.$get())
  trainer = own.trainers[0]!.id
})
afterAll(() => served.close())

describe('what a course cannot be', () => {
  test.each([
    { why: 'a course of no parts', more: { sessions: [] }, pointer: '#/sessions' },
    {
      why: 'a part of 30 hours',
      more: { sessions: [part(HELD, 30)] },
      pointer: '#/sessions/0/hours',
    },
    {
      why: 'hours in quarters',
      more: { sessions: [part(HELD, 1.25)] },
      pointer: '#/sessions/0/hours',
    },
    {
      why: 'a day that is none',
      more: { sessions: [part('2026-02-30')] },
      pointer: '#/sessions/0/heldOn',
    },
    {
      why: 'a day three years ahead',
      more: { sessions: [part('2029-11-20')] },
      pointer: '#/sessions/0/heldOn',
    },
    {
      why: 'fourteen hours on one day',
      more: { sessions: [part(HELD, 7), part(HELD, 7)] },
      pointer: '#/sessions',
    },
    {
      why: 'a part that runs into the next day',
      more: { sessions: [{ ...part(HELD, 4), fromMinute: 22 * 60 }] },
      pointer: '#/sessions/0/fromMinute',
    },
    { why: 'a trainer whom nobody knows', more: { trainer: 'nobody' }, pointer: '#/trainer' },
    {
      why: 'a course of the county made by a township',
      more: { level: 'county' },
      pointer: '#/level',
    },
  ])('$why is refused', async ({ more, pointer }) => {
    const { status, pointers } = await problemIn(await township.post('/courses', given(more)))
    expect({ status, pointers }).toEqual({ status: 422, pointers: [pointer] })
  })
})

describe('who sees and changes a course', () => {
  test('a township makes its own; another township does not see it, and the county does', async () => {
    const id = await makeCourse(township)
    expect((await readCourse(township, id)).may).toEqual({ change: true, enter: true })
    expect((await readCourse(served, id)).may).toEqual({ change: true, enter: true })
    expect((await served.as('demo-village').then((it) => it.get(`/courses/${id}`))).status).toBe(
      403,
    )
  })

  test('a township reads a course of the county and changes nothing of it', async () => {
    const id = await makeCourse(served, { level: 'county', township: null })
    expect((await readCourse(township, id)).may).toEqual({ change: false, enter: false })
    const answer = await township.post(`/courses/${id}/participants`, { talents: people })
    expect(answer.status).toBe(403)
  })

  test('a trainer sees the people of the course kept, mentees or not, by name and village', async () => {
    const id = await makeCourse(township, { trainer })
    await done(township.post(`/courses/${id}/participants`, { talents: people }))
    const course = await readCourse(mentor, id)
    expect(course.may).toEqual({ change: false, enter: true })
    expect(course.participants).toHaveLength(people.length)
    expect(Object.keys(course.participants[0]!).sort()).toEqual(
      'attendance certificate hours result talent township village'.split(' '),
    )
    await mark(mentor, course, people.slice(0, 2))
    expect((await mentor.post(`/courses/${id}/participants`, { talents: people })).status).toBe(403)
    expect((await mentor.post(`/courses/${id}/finishing`)).status).toBe(403)
  })

  test('a trainer does not see a course that somebody else keeps', async () => {
    const id = await makeCourse(township)
    expect((await mentor.get(`/courses/${id}`)).status).toBe(404)
    expect((await mentor.get(`/courses/${id}/sheet`)).status).toBe(404)
    const { courses } = await ok(await mentor.api.courses.$get({ query: {} }))
    expect(courses.map((course) => course.id)).not.toContain(id)
  })
})

describe('people of a course', () => {
  test('chosen from the pool or as a list of it, each once', async () => {
    const id = await makeCourse(township)
    const [first, second, third] = people as [string, string, string]
    const { id: list } = await done(township.post('/lists', { name: '培训名单' }))
    await done(township.post(`/lists/${list}/members`, { talents: [second, third] }))
    await done(township.post(`/courses/${id}/participants`, { talents: [first, second] }))
    const added = await done(township.post(`/courses/${id}/participants`, { list }))
    expect(added).toEqual({ added: 1, already: 1 })
    expect((await readCourse(township, id)).participants).toHaveLength(3)
  })

  test('whoever has attendance cannot be taken off: hours would vanish unseen', async () => {
    const id = await attended(township, people.slice(0, 2))
    const course = await readCourse(township, id)
    const [first, second] = people as [string, string]
    expect((await township.remove(`/courses/${id}/participants/${first}`)).status).toBe(409)
    await mark(township, course, [second], null)
    await done(township.remove(`/courses/${id}/participants/${second}`))
    expect((await readCourse(township, id)).participants.map((it) => it.talent.id)).toEqual([first])
  })

  test('nobody of another county or of nowhere', async () => {
    const id = await makeCourse(township)
    const answer = await township.post(`/courses/${id}/participants`, { talents: ['nobody'] })
    expect(answer.status).toBe(422)
  })
})

describe('attendance that is refused', () => {
  test.each([
    { why: 'of a part that is ahead', day: '2026-12-01', who: (ids: string[]) => [ids[0]!] },
    { why: 'of somebody who is no participant', day: HELD, who: (ids: string[]) => [ids[5]!] },
    { why: 'of the same person twice', day: HELD, who: (ids: string[]) => [ids[0]!, ids[0]!] },
  ])('$why', async ({ day, who }) => {
    const id = await makeCourse(township, { sessions: [part(day)] })
    await done(township.post(`/courses/${id}/participants`, { talents: people.slice(0, 3) }))
    const { sessions } = await readCourse(township, id)
    const marks = who(people).map((talent) => ({ talent, status: 'present' }))
    const answer = await township.post(`/courses/${id}/attendance`, {
      session: sessions[0]!.id,
      marks,
    })
    expect(answer.status).toBe(422)
    expect((await readCourse(township, id)).counted).toEqual({ people: 0, hours: 0 })
  })

  test('a part with attendance is neither deleted nor moved into the future', async () => {
    const id = await attended(township, people.slice(0, 1))
    const course = await readCourse(township, id)
    const change = (sessions: object[]) =>
      township.put(`/courses/${id}`, asGiven(course, { sessions }), {
        'if-match': `"${course.revision}"`,
      })
    const [held] = asGiven(course).sessions
    expect((await change([part('2026-11-21')])).status).toBe(422)
    expect((await change([{ ...held!, heldOn: '2026-12-01' }])).status).toBe(422)
    expect((await change([{ ...held!, hours: 3 }, part('2026-12-01')])).status).toBe(200)
    expect((await change([{ ...held!, hours: 2 }])).status).toBe(412)
    expect((await readCourse(township, id)).counted).toEqual({ people: 1, hours: 3 })
  })
})

describe('results count once the course is finished', () => {
  test('each result as its grade, with course and certificate as its paper', async () => {
    const id = await attended(township, people.slice(0, 3), { sessions: [part(HELD, 8)] })
    const results = [
      { talent: people[0], result: 'excellent', certificate: '鲁培2026-001' },
      { talent: people[1], result: 'passed', certificate: null },
      { talent: people[2], result: 'failed', certificate: null },
    ]
    await done(township.put(`/courses/${id}/results`, { results }))
    expect(await evidenceOf(served, id)).toEqual([])
    await done(township.post(`/courses/${id}/finishing`))
    const pieces = await evidenceOf(served, id)
    const by = (talent: string) => pieces.find(({ talentId }) => talentId === talent)!
    expect(by(people[0]!)).toMatchObject({
      criterion: 'development',
      value: 0.95,
      document: '村级后备干部经常性培训班 鲁培2026-001',
      datedOn: HELD,
    })
    expect(by(people[1]!)).toMatchObject({ value: 0.8, document: null })
    expect(by(people[2]!)).toMatchObject({ value: 0.3 })
  })

  test('a course with a part ahead, or without people, is not finished', async () => {
    const empty = await makeCourse(township)
    expect((await township.post(`/courses/${empty}/finishing`)).status).toBe(409)
    const ahead = await attended(township, people.slice(0, 1), {
      sessions: [part(), part('2026-12-01')],
    })
    expect((await township.post(`/courses/${ahead}/finishing`)).status).toBe(409)
  })

  test('a certificate belongs to one person, and to nobody who failed', async () => {
    const id = await attended(township, people.slice(0, 2))
    const send = (results: object[]) => township.put(`/courses/${id}/results`, { results })
    const same = people
      .slice(0, 2)
      .map((talent) => ({ talent, result: 'passed', certificate: 'A1' }))
    expect((await send(same)).status).toBe(422)
    expect((await send([{ talent: people[0], result: 'failed', certificate: 'A2' }])).status).toBe(
      422,
    )
    expect((await readCourse(township, id)).participants[0]).toMatchObject({ certificate: null })
  })

  test('whose certificate it is already a township reads of its own people alone', async () => {
    const id = await attended(township, people.slice(0, 1))
    const stranger = await served.given.db
      .selectFrom('talents')
      .select(['id', 'name'])
      .where('homeTownshipCode', '!=', TOWNSHIP)
      .executeTakeFirstOrThrow()
    await done(served.post(`/courses/${id}/participants`, { talents: [stranger.id] }))
    const given = (talent: string) => ({
      results: [{ talent, result: 'passed', certificate: 'B1' }],
    })
    await done(served.put(`/courses/${id}/results`, given(stranger.id)))
    const { status, detail } = await problemIn(
      await township.put(`/courses/${id}/results`, given(people[0]!)),
    )
    expect(status).toBe(422)
    expect(detail).toContain('其他乡镇（街道）的学员')
    expect(detail).not.toContain(stranger.name)
  })

  test('stays where two records of one course turn out to be one person', async () => {
    const [kept, other] = [await somebody(township), await somebody(township)]
    const id = await attended(township, [kept, other])
    const results = [{ talent: other, result: 'excellent', certificate: 'C1' }]
    await done(township.put(`/courses/${id}/results`, { results }))
    await done(township.post(`/courses/${id}/finishing`))
    const revisionOf = async (talent: string) =>
      (await done(township.get(`/talents/${talent}`))).revision
    const [revision, otherRevision] = [await revisionOf(kept), await revisionOf(other)]
    const merge = { other, take: [], revision, otherRevision }
    await done(township.post(`/talents/${kept}/merges`, merge))
    const { participants } = await readCourse(township, id)
    expect(participants).toMatchObject([{ result: 'excellent', certificate: 'C1' }])
    expect(await evidenceOf(served, id)).toMatchObject([{ talentId: kept, value: 0.95 }])
  })
})

describe('a course cancelled after attendance was entered', () => {
  test('says how much goes; hours and evidence go, and come back to the last figure', async () => {
    const id = await attended(township, people.slice(0, 3), { sessions: [part(HELD, 6)] })
    await done(township.post(`/courses/${id}/finishing`))
    const before = { course: await readCourse(township, id), pieces: await evidenceOf(served, id) }
    const hours = await hoursOf(people[0]!)
    expect(before.pieces).toHaveLength(3)

    const answer = await township.post(`/courses/${id}/cancellation`, { reason: '场次未经批准' })
    expect(await done(answer)).toEqual({ people: 3, hours: 18 })
    expect(await evidenceOf(served, id)).toEqual([])
    expect(await hoursOf(people[0]!)).toBe(hours - 6)
    expect(
      (
        await township.post(`/courses/${id}/attendance`, {
          session: before.course.sessions[0]!.id,
          marks: [{ talent: people[0], status: 'absent' }],
        })
      ).status,
    ).toBe(409)

    await done(township.post(`/courses/${id}/restoration`))
    expect(await evidenceOf(served, id)).toEqual(before.pieces)
    expect(await hoursOf(people[0]!)).toBe(hours)
    const { revision: _, ...after } = await readCourse(township, id)
    const { revision: __, ...was } = before.course
    expect(after).toEqual(was)
  })

  test('twice is refused, and so is a reason that names a number of somebody', async () => {
    const id = await attended(township, people.slice(0, 1))
    const cancel = (reason: string) => township.post(`/courses/${id}/cancellation`, { reason })
    expect((await cancel('联系 12012345678 的人')).status).toBe(422)
    expect((await cancel('授课老师无法到场')).status).toBe(200)
    expect((await cancel('授课老师无法到场')).status).toBe(409)
  })

  async function hoursOf(id: string) {
    const answer = await ok(
      await township.api['training-hours'].$get({ query: { township: TOWNSHIP, year: '2026' } }),
    )
    return answer.people.find(({ talent }) => talent.id === id)?.hours ?? 0
  }
})
