import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lastDayOfMonths } from '../../api/trial-posts/limits.ts'
import { HONGMEN } from '../cast.ts'
import { DUTIES, MARKS, somebody, started, TRIAL } from './on-trial.ts'
import { fewRows, ok, problemIn, type Served, type SignedInClient, send, serve } from './served.ts'

const NEIGHBOURS_VILLAGE = '370406103201'
const TEXT = '准岗期间履职认真，群众反映较好，同意按期结束。'
/** Of every village of the demonstration. */
const TERM_ENDS = '2026-12-31'

let served: Served
let county: SignedInClient
let township: SignedInClient
let today = '2026-11-23'
let now = '2026-11-23T02:00:00.000Z'
beforeAll(async () => {
  served = await serve({ rows: fewRows(), today: () => today, clock: () => new Date(now) })
  await itIs('2026-11-23')
})
afterAll(() => served.close())

/** Sessions of before have ended by then. */
async function itIs(day: string) {
  today = day
  now = `${day}T02:00:00.000Z`
  county = await served.as('demo-county')
  township = await served.as('demo-township')
}
const viewOf = async (id: string) => ok(await township.get(`/trial-posts/${id}`))
const person = async (id: string) => ok(await county.get(`/talents/${id}`))
const ifMatch = async (id: string) => ({ 'if-match': `"${(await viewOf(id)).revision}"` })
const conclude = async (id: string, given: object = {}, client = township) =>
  client.post(
    `/trial-posts/${id}/conclusion`,
    {
      ...{ endedOn: '2026-11-20', grade: 'good', text: TEXT, accepts: ['no-evaluation'] },
      ...given,
    },
    await ifMatch(id),
  )
const breakOff = async (id: string, given: object = {}) =>
  township.post(
    `/trial-posts/${id}/breaking-off`,
    { endedOn: '2026-10-10', reason: '本人外出务工，不能继续准岗', ...given },
    await ifMatch(id),
  )
const evidenceOf = async (id: string) =>
  (await person(id)).evidence.filter(({ source }: { source: string }) => source === '准岗考核')

describe('a trial post that begins', () => {
  test('makes the person one on trial, with duties and days that the place and the person read', async () => {
    const talent = await somebody(county)
    const id = await started(township, talent)
    expect((await person(talent)).status).toBe('trial-post')
    expect(await viewOf(id)).toMatchObject({
      ...{ kind: 'secretary-assistant', duties: DUTIES, state: 'running', months: 4 },
      ...{ startsOn: '2026-07-01', endsOn: '2026-11-20', daysLeft: -3, conclusion: null },
    })
    const { trialPosts } = await ok(await township.get(`/trial-posts?talent=${talent}`))
    expect(trialPosts.map((one: { id: string }) => one.id)).toEqual([id])
    const { changes } = await ok(await county.get(`/talents/${talent}/history`))
    expect(changes).toContainEqual(
      expect.objectContaining({ field: 'status', after: 'trial-post' }),
    )
  })

  test('leaves the status as it is where somebody only shadows', async () => {
    const talent = await somebody(county)
    const { status } = await person(talent)
    const id = await started(township, talent, { kind: 'shadowing', endsOn: '2026-07-20' })
    expect((await person(talent)).status).toBe(status)
    expect((await viewOf(id)).limits.shortest).toBe('2026-07-01')
  })

  test('cannot begin while another runs, also not at the same moment', async () => {
    const talent = await somebody(county)
    const begin = () => township.post('/trial-posts', { ...TRIAL, talent })
    const answers = await Promise.all([begin(), begin(), begin()])
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await begin()).status).toBe(409)
  })

  test.each([
    {
      given: { endsOn: '2027-01-01' },
      pointer: '#/endsOn',
      says: TERM_ENDS,
      why: 'a day longer than the term, with the longest possible day',
    },
    {
      given: { startsOn: '2021-06-01', endsOn: '2023-06-01' },
      pointer: '#/endsOn',
      says: '2023-05-31',
      why: 'longer than two years, with the longest possible day',
    },
    {
      given: { endsOn: '2026-09-29' },
      pointer: '#/endsOn',
      says: '2026-09-30',
      why: 'a day short of three months, with the earliest day',
    },
    {
      given: { startsOn: '2026-11-01', endsOn: TERM_ENDS },
      pointer: '#/endsOn',
      says: TERM_ENDS,
      why: 'when the term ends before three months are over: shadowing, or after the election',
    },
    {
      given: { startsOn: '2026-11-24', endsOn: TERM_ENDS },
      pointer: '#/startsOn',
      says: '不晚于今天',
      why: 'in the future',
    },
    { given: { startsOn: '2026-02-30' }, pointer: '#/startsOn', says: '真实', why: 'on no day' },
    { given: { endsOn: '31.12.2026' }, pointer: '#/endsOn', says: '真实', why: 'until no day' },
    {
      given: { village: NEIGHBOURS_VILLAGE },
      pointer: '#/village',
      says: '管理范围',
      why: 'in a village of another township',
    },
    { given: { duties: '无' }, pointer: '#/duties', says: '', why: 'without duties' },
    { given: { kind: 'mayor' }, pointer: '#/kind', says: '', why: 'as something that is none' },
  ])('is refused $why', async ({ given, pointer, says }) => {
    const talent = await somebody(county)
    const answer = await township.post('/trial-posts', { ...TRIAL, talent, ...given })
    const problem = await problemIn(answer)
    expect(problem).toMatchObject({ status: 422, pointers: [pointer] })
    expect(problem.detail).toContain(says)
    expect((await person(talent)).status).not.toBe('trial-post')
  })

  test.each([
    { from: '2026-03-01', months: 3, last: '2026-05-31', why: 'whole months of the calendar' },
    { from: '2026-03-15', months: 3, last: '2026-06-14', why: 'from the middle of a month' },
    { from: '2025-11-30', months: 3, last: '2026-02-28', why: 'February has no 30th' },
    { from: '2023-11-30', months: 3, last: '2024-02-29', why: 'in a leap year it has a 29th' },
    { from: '2026-08-31', months: 1, last: '2026-09-30', why: 'September has no 31st' },
  ])('$months months from $from end on $last: $why', ({ from, months, last }) => {
    expect(lastDayOfMonths(from, months)).toBe(last)
  })

  test('offers the days that would do before anything is typed', async () => {
    const query = `village=${HONGMEN}&kind=trial-post&startsOn=2026-07-01`
    expect(await ok(await township.get(`/trial-posts/limits?${query}`))).toEqual({
      ...{ monthsMin: 3, monthsMax: 24, shortest: '2026-09-30', longest: TERM_ENDS },
      termEndsOn: TERM_ENDS,
    })
  })

  test('of somebody of another township is not found; somebody who left cannot begin', async () => {
    const stranger = await somebody(county, NEIGHBOURS_VILLAGE)
    expect((await township.post('/trial-posts', { ...TRIAL, talent: stranger })).status).toBe(404)
    const theirs = await started(county, stranger, { village: NEIGHBOURS_VILLAGE })
    expect((await township.get(`/trial-posts/${theirs}`)).status).toBe(404)
    const gone = await somebody(county)
    const { revision } = await person(gone)
    const leaving = { kind: 'own-wish', reason: '本人书面提出退出', on: '2026-11-20' }
    await township.post(`/talents/${gone}/departures`, leaving, { 'if-match': `"${revision}"` })
    expect((await township.post('/trial-posts', { ...TRIAL, talent: gone })).status).toBe(409)
  })

  test('has to end before the person leaves the pool', async () => {
    const talent = await somebody(county)
    const id = await started(township, talent)
    const leave = async () => {
      const { revision } = await person(talent)
      const leaving = { kind: 'own-wish', reason: '本人书面提出退出', on: '2026-11-20' }
      return township.post(`/talents/${talent}/departures`, leaving, {
        'if-match': `"${revision}"`,
      })
    }
    expect((await leave()).status).toBe(409)
    await breakOff(id)
    expect((await leave()).status).toBe(201)
  })

  test('changes its duties and last day by the revision that was seen, within the same bounds', async () => {
    const id = await started(township, await somebody(county))
    const seen = await ifMatch(id)
    const change = { duties: '协助书记抓党建和集体经济', endsOn: '2026-12-20' }
    const put = (body: object, headers: Record<string, string>) =>
      township.put(`/trial-posts/${id}`, body, headers)
    expect((await put({ ...change, endsOn: '2027-01-01' }, seen)).status).toBe(422)
    expect((await put(change, {})).status).toBe(428)
    expect((await put(change, seen)).status).toBe(200)
    expect((await put(change, seen)).status).toBe(412)
    expect(await viewOf(id)).toMatchObject({ endsOn: '2026-12-20', duties: change.duties })
  })
})

describe('a trial post that ends', () => {
  test('gives the status of before back, signed by name and position', async () => {
    const talent = await somebody(county)
    const { status } = await person(talent)
    const id = await started(township, talent)
    expect((await conclude(id)).status).toBe(200)
    expect((await person(talent)).status).toBe(status)
    expect((await viewOf(id)).conclusion).toMatchObject({
      ...{ grade: 'good', text: TEXT, name: '孟庆华', signedOn: '2026-11-23', replacedFor: null },
    })
  })

  test('counts as evidence once it is concluded, and its evaluation with it', async () => {
    const talent = await somebody(county)
    const id = await started(township, talent)
    const body = { trialPost: id, closesOn: '2026-12-10', colleagues: 6, representatives: 0 }
    const { id: evaluation, codes } = await ok(
      (await township.post('/evaluations', body)) as Response,
    )
    for (const { code } of codes as { code: string }[])
      await send(served.bare, 'POST', '/evaluations/answer', { code, marks: MARKS })
    expect(await problemIn(await conclude(id))).toMatchObject({ status: 409 })
    await township.post(`/evaluations/${evaluation}/closing`, {})
    expect(await evidenceOf(talent)).toEqual([])
    expect((await conclude(id, { accepts: [] })).status).toBe(200)
    const found = await evidenceOf(talent)
    expect(found.map(({ criterion }: { criterion: string }) => criterion).toSorted()).toEqual([
      'record',
      'reputation',
    ])
    // (4.4 − 1) ÷ 4, of five questions that were known: 5, 4, 4, 5, 4.
    const said = found.find(({ criterion }: { criterion: string }) => criterion === 'reputation')
    expect(said.value).toBeCloseTo(0.85, 12)
  })

  test.each([
    {
      given: { accepts: [] },
      missing: ['no-evaluation'],
      why: 'nobody was asked what they think',
    },
    {
      given: { endedOn: '2026-09-01', accepts: ['no-evaluation'] },
      missing: ['too-short'],
      why: 'it is shorter than three months',
    },
    {
      given: { endedOn: '2026-10-31', accepts: [] },
      missing: ['early', 'no-evaluation'],
      why: 'it ends before the day agreed on, and without an evaluation',
    },
  ])('asks before it is signed: $why', async ({ given, missing }) => {
    const id = await started(township, await somebody(county))
    const answer = await conclude(id, given)
    expect(answer.status).toBe(409)
    expect((await answer.json()).missing).toEqual(missing)
    const accepts = ['too-short', 'early', 'no-evaluation']
    expect((await conclude(id, { ...given, accepts })).status).toBe(200)
  })

  test.each([
    { given: { endedOn: '2026-11-24' }, why: 'in the future' },
    { given: { endedOn: '2026-06-30' }, why: 'before it began' },
    { given: { endedOn: '2026-11-21' }, why: 'after the day agreed on' },
    { given: { grade: 'superb' }, why: 'with a grade that is none' },
    { given: { text: '好' }, why: 'with a word' },
  ])('is not concluded $why', async ({ given }) => {
    const id = await started(township, await somebody(county))
    expect((await conclude(id, given)).status).toBe(422)
  })

  test('is broken off with a reason, and then counts for nothing', async () => {
    const talent = await somebody(county)
    const { status } = await person(talent)
    const id = await started(township, talent)
    expect((await breakOff(id, { reason: '' })).status).toBe(422)
    expect((await breakOff(id)).status).toBe(200)
    expect((await person(talent)).status).toBe(status)
    expect(await evidenceOf(talent)).toEqual([])
    expect(await viewOf(id)).toMatchObject({ state: 'broken-off', endedOn: '2026-10-10' })
    expect((await conclude(id)).status).toBe(409)
    expect((await township.post('/trial-posts', { ...TRIAL, talent })).status).toBe(201)
  })

  test('leaves a status alone that somebody gave meanwhile', async () => {
    const talent = await somebody(county)
    const id = await started(township, talent)
    const { revision } = await person(talent)
    const change = { status: 'appointed', reason: '经选举当选村委会委员' }
    await township.patch(`/talents/${talent}`, change, { 'if-match': `"${revision}"` })
    await conclude(id)
    expect((await person(talent)).status).toBe('appointed')
  })

  test('has its conclusion replaced within thirty days, with a reason; the one before stays readable', async () => {
    const talent = await somebody(county)
    const id = await started(township, talent)
    await conclude(id)
    const [before] = await evidenceOf(talent)
    const again = { grade: 'fair', text: '经复核，准岗期间有两项任务没有完成。' }
    await itIs('2026-12-23')
    expect(await problemIn(await conclude(id, again))).toMatchObject({ pointers: ['#/reason'] })
    const reason = '年终复核发现任务台账有误'
    expect((await conclude(id, { ...again, reason })).status).toBe(200)
    const view = await viewOf(id)
    expect(view.conclusion).toMatchObject({ grade: 'fair', signedOn: '2026-12-23' })
    expect(view.superseded).toMatchObject([{ grade: 'good', text: TEXT, replacedFor: reason }])
    const [after] = await evidenceOf(talent)
    expect(after.value).toBeLessThan(before.value)
    await itIs('2027-01-23')
    expect((await conclude(id, { ...again, reason })).status).toBe(409)
    await itIs('2026-11-23')
  })

  test('offers its months as experience; an office counts them, once', async () => {
    const talent = await somebody(county)
    const id = await started(township, talent)
    const count = async () => township.post(`/trial-posts/${id}/experience`, {}, await ifMatch(id))
    expect((await count()).status).toBe(409)
    await conclude(id)
    expect((await person(talent)).experienceYears).toBeNull()
    expect((await viewOf(id)).experience).toEqual({
      ...{ recorded: null, offered: 0.3, countedOn: null, mayCount: true },
    })
    expect((await count()).status).toBe(200)
    expect((await person(talent)).experienceYears).toBe(0.3)
    expect((await count()).status).toBe(409)
    expect((await viewOf(id)).experience).toMatchObject({ mayCount: false, recorded: 0.3 })
  })
})

describe('the list', () => {
  test('has what runs, the one that ends first on top, and what has ended', async () => {
    const { trialPosts, counts } = await ok(await township.get('/trial-posts'))
    const days = trialPosts.map(({ endsOn }: { endsOn: string }) => endsOn)
    expect(days).toEqual(days.toSorted())
    expect(counts.running).toBe(trialPosts.length)
    const ended = await ok(await township.get('/trial-posts?state=broken-off'))
    expect(ended.trialPosts.length).toBe(counts['broken-off'])
    const elsewhere = await ok(await township.get('/trial-posts?village=370406104201'))
    expect(elsewhere.trialPosts).toEqual([])
  })
})
