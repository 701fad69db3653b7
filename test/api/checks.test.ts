import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { putMentorship } from '../../db/mentorships.ts'
import { fewRows, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

/** The day that tests of the program live on. */
const QUARTER = '2026-Q4'
/** Of which the demonstration has nothing. */
const BEFORE = '2025-Q1'
const NEIGHBOUR = '370406103'
const MENTEES = 3

let served: Served
let township: SignedInClient
let mentor: SignedInClient
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
  mentor = await served.as('demo-mentor')
})
afterAll(() => served.close())

const GRADES = { attitude: 'good', tasks: 'excellent', public: null, growth: 'some' } as const
const check = (talent: string, about: Record<string, unknown> = {}) => ({
  ...{ talent, quarter: QUARTER, grades: GRADES, grade: 'good', remarks: '', instead: null },
  ...about,
})

async function boardAs(client: SignedInClient, query: Record<string, string> = {}) {
  return ok(await client.api.checks.$get({ query: query as never }))
}
async function someone(client = township, at = 0) {
  const { people } = await boardAs(client, { state: 'open' })
  return people[at]!.talent.id
}
const rowOf = async (id: string, client = township, query: Record<string, string> = {}) => {
  const { people } = await boardAs(client, query)
  return people.find(({ talent }) => talent.id === id)!
}
const sign = async (body: object, client = township) => {
  const answer = await client.post('/checks', body)
  return { status: answer.status, ...((await answer.json()) as { id?: string }) }
}

describe('who is checked', () => {
  test('reserves of the own township, whether or not anything was kept of them', async () => {
    const board = await boardAs(township)
    expect(board.township?.name).toBe('北庄镇')
    expect(board.counts.all).toBeGreaterThan(MENTEES)
    const others = board.people.filter(({ status }) => !['reserve', 'trial-post'].includes(status))
    expect(others).toEqual([])
    const long = await boardAs(township, { quarter: BEFORE })
    expect(long.people[0]).toMatchObject({ days: null, organisation: null, check: null })
  })

  test('whoever is neither a reserve nor on trial belongs to it while a mentor looks after them', async () => {
    const { db } = served.given
    const { homeVillageCode: _, ...free } = await db
      .selectFrom('talents')
      .select(['id', 'name', 'homeVillageCode'])
      .where('homeTownshipCode', '=', '370406104')
      .where('status', '=', 'in-pool')
      .executeTakeFirstOrThrow()
    expect(await sign(check(free.id))).toMatchObject({ status: 409 })
    const before = (await boardAs(township)).counts.all
    const mentorId = (
      await db.selectFrom('mentorships').select('mentorId').executeTakeFirstOrThrow()
    ).mentorId
    const link = { mentorId, talentId: free.id, startedOn: '2026-10-01' }
    await putMentorship(db, { countyCode: '370406' }, link)
    expect((await boardAs(township)).counts.all).toBe(before + 1)
    await db.deleteFrom('mentorships').where('talentId', '=', free.id).execute()
  })

  test('the county looks at one township after the other, a township at its own alone', async () => {
    expect((await boardAs(served, { township: NEIGHBOUR })).township?.code).toBe(NEIGHBOUR)
    const foreign = await township.get(`/checks?township=${NEIGHBOUR}`)
    expect(foreign.status).toBe(404)
  })

  test('a mentor sees the own people, without points or places', async () => {
    const board = await boardAs(mentor)
    expect(board).toMatchObject({ counts: { all: MENTEES }, township: null, ranked: null })
    expect(board.people.every(({ points, rank }) => points === null && rank === null)).toBe(true)
  })

  test('a township without anybody is empty and breaks nothing', async () => {
    const empty = '370406109'
    await served.given.db
      .insertInto('townships')
      .values({ countyCode: '370406', code: empty, name: '空镇' } as never)
      .execute()
    const board = await boardAs(served, { township: empty })
    expect(board).toMatchObject({ counts: { all: 0, open: 0 }, people: [], ranked: null })
    const points = await ok(await served.api.points.$get({ query: { township: empty } }))
    expect(points).toMatchObject({ ranked: null, people: [] })
  })
})

describe('what a check says', () => {
  test('it is signed once, shown with who and when, and becomes evidence', async () => {
    const id = await someone()
    const signed = await sign(check(id, { remarks: '值班认真' }))
    expect(signed.status).toBe(201)
    const { check: shown } = await rowOf(id)
    expect(shown).toMatchObject({
      ...{ id: signed.id, grade: 'good', remarks: '值班认真', isLate: false, grades: GRADES },
    })
    const evidence = await served.given.db
      .selectFrom('evidence')
      .select(['criterion', 'value'])
      .where('talentId', '=', id)
      .where('entryKind', '=', 'quarter')
      .execute()
    expect(evidence.map(({ criterion }) => criterion).sort()).toEqual(
      ['conduct', 'potential', 'record'],
      // What was not known of the public says nothing.
    )
  })

  test('another one takes its place; the first stays on record', async () => {
    const id = await someone()
    const first = await sign(check(id))
    const second = await sign(check(id, { grade: 'fair', instead: first.id }))
    expect(second.status).toBe(201)
    expect((await rowOf(id)).check).toMatchObject({ id: second.id, grade: 'fair' })
    const { appraisals } = await ok(
      await township.api.talents[':id'].checks.$get({ param: { id } }),
    )
    expect(appraisals.map(({ grade, isSuperseded }) => [grade, isSuperseded])).toEqual([
      ['fair', false],
      ['good', true],
    ])
  })

  test('of two clerks at once the second is told, and nothing of theirs is stored', async () => {
    const id = await someone()
    const first = await sign(check(id))
    expect(await sign(check(id, { grade: 'poor' }))).toMatchObject({ status: 412 })
    expect(await sign(check(id, { grade: 'poor', instead: 'nobody' }))).toMatchObject({
      status: 412,
    })
    expect((await rowOf(id)).check).toMatchObject({ id: first.id, grade: 'good' })
    const [a, b] = await Promise.all([
      sign(check(id, { grade: 'fair', instead: first.id })),
      sign(check(id, { grade: 'excellent', instead: first.id })),
    ])
    expect([a.status, b.status].sort()).toEqual([201, 412])
  })

  test('many at once stand or fall one by one', async () => {
    const [a, b] = [await someone(township, 0), await someone(township, 1)]
    await sign(check(b))
    const { quarter: _, ...body } = check(a)
    const checks = [body, { ...body, talent: b }, { ...body, talent: 'nobody' }]
    const answer = await township.post('/checks/bulk', { quarter: QUARTER, checks })
    const { results } = await answer.json()
    expect(results.map(({ done }: { done: boolean }) => done)).toEqual([true, false, false])
    expect(results[1].problem.zh).toContain('修改')
  })

  test.each([
    { why: 'a quarter to come', about: { quarter: '2027-Q1' }, pointers: ['#/quarter'] },
    { why: 'a quarter long ago', about: { quarter: '2019-Q1' }, pointers: ['#/quarter'] },
    { why: 'no quarter at all', about: { quarter: '2026-Q5' }, pointers: ['#/quarter'] },
    {
      why: 'an aspect nobody knows',
      about: { grades: { ...GRADES, faith: 'good' } },
      pointers: ['#/grades'],
    },
    {
      why: 'a grade nobody knows',
      about: { grades: { ...GRADES, attitude: 'superb' } },
      pointers: ['#/grades/attitude'],
    },
    {
      why: 'growth is no grade but a mark of progress',
      about: { grades: { ...GRADES, growth: 'good' } },
      pointers: ['#/grades/growth'],
    },
    { why: 'no grade over all', about: { grade: null }, pointers: ['#/grade'] },
    {
      why: 'a telephone number in the remarks',
      about: { remarks: '电话 120 1234 5678' },
      pointers: ['#/remarks'],
    },
  ])('$why is refused', async ({ about, pointers }) => {
    const problem = await problemIn(await township.post('/checks', check(await someone(), about)))
    expect(problem).toMatchObject({ status: 422, pointers })
  })

  test('somebody of another township is not found, nor signed about', async () => {
    const { people } = await boardAs(served, { township: NEIGHBOUR })
    const foreign = people[0]!.talent.id
    expect(await sign(check(foreign))).toMatchObject({ status: 404 })
  })

  test('what is signed after the days of the policy is marked late', async () => {
    const id = await someone()
    const { id: signed } = await sign(check(id, { quarter: '2026-Q2' }))
    const { people, isLate } = await boardAs(township, { quarter: '2026-Q2' })
    expect(isLate).toBe(true)
    expect(people.find(({ talent }) => talent.id === id)?.check).toMatchObject({
      ...{ id: signed, isLate: true },
    })
    const { townships } = await ok(
      await served.api.checks.townships.$get({ query: { quarter: '2026-Q2' } }),
    )
    const own = townships.find(({ township }) => township.code === '370406104')!
    expect(own).toMatchObject({ signed: 1, late: own.all - 1 })
  })
})

describe('the mentor’s opinion', () => {
  const opinion = (talent: string, about: Record<string, unknown> = {}) => ({
    ...{ talent, quarter: BEFORE, grades: GRADES, remarks: '', instead: null },
    ...about,
  })
  const seenBy = (id: string, client = township) => rowOf(id, client, { quarter: BEFORE })

  test('it reaches the township beside the check, and grades nothing over all', async () => {
    const [person] = (await boardAs(mentor)).people
    const id = person!.talent.id
    const given = await mentor.post('/check-opinions', opinion(id, { remarks: '肯学' }))
    expect(given.status).toBe(201)
    const { opinions, check: signed } = await seenBy(id)
    expect(opinions).toMatchObject([{ grades: GRADES, remarks: '肯学', isOwn: false }])
    expect(signed).toBeNull()
    expect((await seenBy(id, mentor)).opinions[0]?.isOwn).toBe(true)
  })

  test('another one takes its place, by whoever saw the first', async () => {
    const [, person] = (await boardAs(mentor)).people
    const id = person!.talent.id
    const first = (await (await mentor.post('/check-opinions', opinion(id))).json()) as {
      id: string
    }
    expect((await mentor.post('/check-opinions', opinion(id))).status).toBe(412)
    const again = opinion(id, { grades: { ...GRADES, tasks: 'fair' }, instead: first.id })
    expect((await mentor.post('/check-opinions', again)).status).toBe(201)
    expect((await seenBy(id)).opinions.map(({ grades }) => grades.tasks)).toEqual(['fair'])
  })

  test('about somebody else’s people it is not found', async () => {
    const own = new Set((await boardAs(mentor)).people.map(({ talent }) => talent.id))
    const other = (await boardAs(township)).people.find(({ talent }) => !own.has(talent.id))!
    expect((await mentor.post('/check-opinions', opinion(other.talent.id))).status).toBe(404)
  })
})

describe('the county’s conclusion', () => {
  const YEAR_GRADES = { daily: 'good', results: 'excellent', reputation: null }
  const conclusion = (talent: string, about: Record<string, unknown> = {}) => ({
    ...{ talent, year: '2026', grades: YEAR_GRADES, grade: 'good', remarks: '', instead: null },
    ...about,
  })

  test('it stands beside the four checks of the year', async () => {
    const id = await someone(township, 4)
    await sign(check(id, { quarter: '2025-Q3', grade: 'excellent' }))
    const of2025 = conclusion(id, { year: '2025' })
    expect((await served.post('/conclusions', of2025)).status).toBe(201)
    const { people } = await ok(
      await served.api.conclusions.$get({ query: { township: '370406104', year: '2025' } }),
    )
    const row = people.find(({ talent }) => talent.id === id)!
    expect(row.checks.map(({ grade }) => grade)).toEqual([null, null, 'excellent', null])
    expect(row).toMatchObject({ evaluation: null, hours: 0, conclusion: { grade: 'good' } })
  })

  test('the year to come is refused, and a second one without the first as well', async () => {
    const id = await someone(township, 2)
    const ahead = await problemIn(
      await served.post('/conclusions', conclusion(id, { year: '2027' })),
    )
    expect(ahead).toMatchObject({ status: 422, pointers: ['#/year'] })
    await served.post('/conclusions', conclusion(id, { year: '2025' }))
    const { year: _, ...body } = conclusion(id)
    const answer = await served.post('/conclusions/bulk', { year: '2025', conclusions: [body] })
    expect((await answer.json()).results).toMatchObject([{ talent: id, done: false, id: null }])
  })
})
