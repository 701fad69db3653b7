import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dayInChina } from '../../api/days.ts'
import { workdaysAfter } from '../../api/workflow/calendar.ts'
import { databases } from '../databases.ts'
import { nominated, openRound, type Round, underReview } from './reviewed.ts'
import { ok, problemIn, type Served, type SignedInClient } from './served.ts'

describe.each(databases)('working days of the county on $engine', ({ open }) => {
  let round: Round
  let served: Served
  let county: SignedInClient
  let village: SignedInClient
  beforeAll(async () => {
    round = await openRound({ open })
    ;({ served, county, village } = round)
  })
  afterAll(() => served.close())
  beforeEach(async () => {
    await served.given.db.deleteFrom('calendarDays').execute()
  })

  const yearOf = async (year: number, by = village) => ok(await by.get(`/calendar?year=${year}`))
  const dayOf = async (day: string) =>
    (await yearOf(Number(day.slice(0, 4)))).days.find((it: { day: string }) => it.day === day)
  const deadline = async (from: string, days: number) =>
    ok(await village.get(`/calendar/deadline?from=${from}&days=${days}`))

  test('a published year has its holidays and make-up days, each with a name', async () => {
    const year = await yearOf(2026)
    expect(year).toMatchObject({ year: 2026, isPublished: true, publishedUntil: 2026 })
    expect(year.days).toHaveLength(39)
    expect(await dayOf('2026-10-10')).toEqual({
      ...{ day: '2026-10-10', isWorking: true, kind: 'make-up', own: null, otherwise: null },
      name: { zh: '国庆节调休上班', en: 'Worked instead, National Day' },
    })
  })

  test('a year that is not published says so, and lists what the law names', async () => {
    const year = await yearOf(2027)
    expect(year).toMatchObject({ isPublished: false, publishedUntil: 2026 })
    expect(new Set(year.days.map(({ kind }: { kind: string }) => kind))).toEqual(
      new Set(['statutory']),
    )
    expect(await dayOf('2027-02-06')).toMatchObject({ isWorking: false, name: { zh: '春节' } })
  })

  test('the county’s word goes first, is shown beside what else would hold, and is taken back', async () => {
    const change = { isWorking: false, name: '村委会选举日' }
    expect((await county.put('/calendar/2026-12-16', change)).status).toBe(200)
    expect(await dayOf('2026-12-16')).toMatchObject({
      ...{ kind: 'own', isWorking: false, name: { zh: '村委会选举日', en: '村委会选举日' } },
      own: { changedBy: expect.any(String) },
      otherwise: { isWorking: true, name: null },
    })
    expect(await deadline('2026-12-15', 1)).toMatchObject({ endsOn: '2026-12-17' })
    expect((await county.remove('/calendar/2026-12-16')).status).toBe(200)
    expect(await dayOf('2026-12-16')).toBeUndefined()
    expect(await deadline('2026-12-15', 1)).toMatchObject({ endsOn: '2026-12-16' })
    expect((await county.remove('/calendar/2026-12-16')).status).toBe(404)
  })

  test('a second word about a day replaces the first', async () => {
    await county.put('/calendar/2026-10-01', { isWorking: true, name: '防汛' })
    await county.put('/calendar/2026-10-01', { isWorking: true, name: '防汛集中上班' })
    expect(await dayOf('2026-10-01')).toMatchObject({
      ...{ isWorking: true, name: { zh: '防汛集中上班' } },
      otherwise: { isWorking: false, name: { zh: '国庆节', en: 'National Day' } },
    })
  })

  test('a term over New Year of a year that is not published says what is to be confirmed', async () => {
    expect(await deadline('2026-12-28', 5)).toEqual({
      ...{ from: '2026-12-28', days: 5, endsOn: '2027-01-05', isConfirmed: false },
      passed: [{ day: '2027-01-01', isWorking: false, name: { zh: '元旦', en: "New Year's Day" } }],
    })
  })

  test.each([
    { path: '/calendar?year=2003', why: 'before the table begins' },
    { path: '/calendar?year=next', why: 'no year' },
    { path: '/calendar/deadline?from=2026-02-30&days=5', why: 'a day that there is not' },
    { path: '/calendar/deadline?from=2026-11-23&days=0', why: 'no working day' },
    { path: '/calendar/deadline?from=2026-11-23&days=2.5', why: 'half a day' },
  ])('$why is refused: $path', async ({ path }) => {
    expect((await village.get(path)).status).toBe(422)
  })

  test.each([
    { day: '2026-13-01', body: { isWorking: true, name: '防汛' }, why: 'no such month' },
    { day: '26-12-16', body: { isWorking: true, name: '防汛' }, why: 'a year of two digits' },
    { day: '2026-12-16', body: { isWorking: true, name: '  ' }, why: 'no name' },
    { day: '2026-12-16', body: { name: '防汛' }, why: 'neither working nor off' },
    { day: '2026-12-16', body: { isWorking: true, name: '长'.repeat(41) }, why: 'too long a name' },
  ])('$why is not kept', async ({ day, body }) => {
    const problem = await problemIn(await county.put(`/calendar/${day}`, body))
    expect(problem).toMatchObject({ status: 422, type: '/problems/invalid' })
    expect(await served.given.db.selectFrom('calendarDays').selectAll().execute()).toEqual([])
  })

  test('what is under way is due later once a day on its way is off, and earlier again', async () => {
    const waiting = await nominated(round, { name: '李文博' })
    const asked = await underReview(round)
    const due = async (nominee: string) => {
      const { revision, dueOn, departments } = await ok(await county.get(`/nominees/${nominee}`))
      const { nominees } = await ok(await county.get(`/nominees?round=${round.id}&tab=open`))
      const row = nominees.find(({ id }: { id: string }) => id === nominee)
      const cases = departments.map((one: { dueOn: string | null }) => one.dueOn)
      return { revision, dueOn, listed: row.dueOn, cases }
    }
    const before = [await due(waiting), await due(asked)]
    // They begin on the day of the machine.
    const off = workdaysAfter(dayInChina(new Date()), 2, new Map())
    await county.put(`/calendar/${off}`, { isWorking: false, name: '抗旱' })
    const next = (day: string | null) => day && workdaysAfter(day, 1, new Map())
    for (const [at, nominee] of [waiting, asked].entries()) {
      const { revision, dueOn, cases } = before[at]!
      expect(await due(nominee)).toEqual({
        ...{ revision, dueOn: next(dueOn), listed: next(dueOn), cases: cases.map(next) },
      })
    }
    await county.remove(`/calendar/${off}`)
    expect([await due(waiting), await due(asked)]).toEqual(before)
  })

  test('every change is written down', async () => {
    await county.put('/calendar/2026-12-16', { isWorking: false, name: '村委会选举日' })
    await county.remove('/calendar/2026-12-16')
    const auditor = await served.as('demo-auditor')
    const { entries } = await ok(await auditor.get('/audit?limit=3'))
    expect(entries).toMatchObject([
      ...[{}, { action: 'calendar.followed', detail: { day: '2026-12-16', moved: 0 } }],
      { action: 'calendar.changed', detail: { day: '2026-12-16', isWorking: false } },
    ])
  })
})
