import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { settled } from '../../api/readiness/keeping.ts'
import { standingsOf } from '../../api/readiness/standings.ts'
import { forgetCounty } from '../../api/remembered.ts'
import { listStandingChanges } from '../../db/standing-changes.ts'
import { listStandingCodes } from '../../db/village-standings.ts'
import { listVillageTeams } from '../../db/village-teams.ts'
import type { ReadinessIndicator } from '../../matching/index.ts'
import { HONGMEN, MAOZHAI } from '../cast.ts'
import { fillCounty } from '../db/county.ts'
import { ok, rowsOfVillages, type Served, type SignedInClient, serve } from './served.ts'

const scope = { countyCode: '370406' }
const NEIGHBOUR = '370406103201'

let served: Served
let township: SignedInClient
beforeAll(async () => {
  served = await serve({ rows: rowsOfVillages([NEIGHBOUR]) })
  township = await served.as('demo-township')
  await settled(served.given.db)
})
afterAll(() => served.close())

const standing = async (code: string) => (await standingsOf(served.given.db, scope, [code]))[0]!
const indicator = async (code: string, id: ReadinessIndicator) =>
  (await standing(code)).indicators.find((one) => one.id === id)!
const write = async (code: string, kind: string, body: object, on = '2026-11-01') => {
  const entry = { kind, on, source: '测试', body }
  const answer = await served.post(`/villages/${code}/entries`, entry)
  expect(answer.status).toBe(201)
  await settled(served.given.db)
  return (await answer.json()) as { id: string }
}
const audit = (notices: [string, string][], conclusion = 'clear') => ({
  ...{ office: '书记兼主任', finishedOn: '2026-11-01', conclusion },
  notices: notices.map(([from, to]) => ({ from, to })),
})
/** A reserve who agreed. */
const reserve = () =>
  served.given.db
    .selectFrom('talents')
    .select(['id', 'homeVillageCode as home'])
    .where('status', '=', 'reserve')
    .where('consent', '=', 'given')
    .executeTakeFirstOrThrow()
const revisionOf = async (id: string) =>
  ((await (await served.get(`/talents/${id}`)).json()) as { revision: number }).revision

describe('where a village stands', () => {
  test('is counted for every village, with what the matcher finds of it', async () => {
    const rows = await standingsOf(served.given.db, scope)
    const villages = await served.given.db.selectFrom('villages').select('code').execute()
    expect(rows.map(({ villageCode }) => villageCode)).toEqual(
      villages.map(({ code }) => code).sort(),
    )
    expect(rows.every(({ isReachable }) => isReachable !== null)).toBe(true)
    expect(rows.every(({ people }) => people > 0)).toBe(true)
  })

  test('follows an audit that is entered, and one that is taken back', async () => {
    expect((await indicator(HONGMEN, 'audit')).state).toBe('unknown')
    const twice: [string, string][] = [
      ['2026-11-02', '2026-11-06'],
      ['2026-11-09', '2026-11-13'],
    ]
    const { id } = await write(HONGMEN, 'audit', audit(twice))
    expect((await indicator(HONGMEN, 'audit')).state).toBe('green')
    await ok(
      (await served.post(`/village-entries/${id}/taking-back`, { reason: '登记有误' })) as Response,
    )
    await settled(served.given.db)
    expect((await indicator(HONGMEN, 'audit')).state).toBe('unknown')
  })

  test('follows a reserve who takes the consent back', async () => {
    const { id, home } = await reserve()
    const { reserves } = await standing(home)
    await ok((await served.post(`/talents/${id}/consents`, { act: 'withdrawn' })) as Response)
    await settled(served.given.db)
    expect((await standing(home)).reserves).toBe(reserves - 1)
    expect((await indicator(home, 'depth')).value).toBe(reserves - 1)
  })

  test('follows somebody without whom law or policy is missed more, and who leaves', async () => {
    const rows = await standingsOf(served.given.db, scope)
    const { villageCode } = rows.find(({ singles }) => singles > 0)!
    const teams = await listVillageTeams(served.given.db, scope)
    const team = teams.find((one) => one.villageCode === villageCode)!
    const { singles } = team.outlook as { singles: string[] }
    const before = await indicator(villageCode, 'teams')
    const leaving = { kind: 'own-wish', reason: '本人书面提出退出', on: '2026-11-23' }
    const seen = { 'if-match': `"${await revisionOf(singles[0]!)}"` }
    const answer = await served.post(`/talents/${singles[0]}/departures`, leaving, seen)
    expect(answer.status).toBe(201)
    await settled(served.given.db)
    const after = await indicator(villageCode, 'teams')
    expect(after.state).not.toBe('green')
    expect(after.words).not.toEqual(before.words)
    expect((await standing(villageCode)).isReachable).toBe(false)
    const [change] = await listStandingChanges(served.given.db, scope, villageCode)
    expect(change?.colour).toBe((await standing(villageCode)).colour)
  })

  test('warns until somebody logs what was done, and again when the facts are back', async () => {
    const short: [string, string][] = [['2026-11-02', '2026-11-04']]
    const enough: [string, string][] = [
      ['2026-11-09', '2026-11-13'],
      ['2026-11-16', '2026-11-20'],
    ]
    const state = async () => (await indicator(MAOZHAI, 'audit')).state
    await write(MAOZHAI, 'audit', audit(short), '2026-10-25')
    expect(await state()).toBe('red')
    const mended = await write(MAOZHAI, 'audit', audit(enough), '2026-10-31')
    const warned = await indicator(MAOZHAI, 'audit')
    expect(warned.state).toBe('yellow')
    expect(warned.words.zh).toContain('待登记办理')
    const done = { what: '补足公示', doneOn: '2026-11-20', result: '两次公示各五日' }
    const logged = { villages: [MAOZHAI], indicator: 'audit', ...done }
    expect((await served.post('/readiness/actions/logged', logged)).status).toBe(201)
    await settled(served.given.db)
    expect(await state()).toBe('green')
    await ok(
      (await served.post(`/village-entries/${mended.id}/taking-back`, {
        reason: '登记有误',
      })) as Response,
    )
    await settled(served.given.db)
    expect(await state()).toBe('red')
    const warnings = await served.given.db
      .selectFrom('warnings')
      .select(['closedAt', 'reopensId'])
      .where('villageCode', '=', MAOZHAI)
      .where('indicator', '=', 'audit')
      .orderBy('raisedAt')
      .execute()
    expect(
      warnings.map(({ closedAt, reopensId }) => [closedAt !== null, reopensId !== null]),
    ).toEqual([
      [true, false],
      [false, true],
    ])
  })

  test('writes nothing where nothing changed', async () => {
    const stamps = async () =>
      (await standingsOf(served.given.db, scope)).map(({ countedAt }) => countedAt)
    const before = await stamps()
    forgetCounty(served.given.db)
    await settled(served.given.db)
    expect(await stamps()).toEqual(before)
  })
})

describe('another village or county', () => {
  test('that became part of one stands nowhere, and its record counts for that one', async () => {
    await write(NEIGHBOUR, 'audit', audit([['2026-11-02', '2026-11-04']]))
    const into = (await standingsOf(served.given.db, scope)).find(
      ({ villageCode, townshipCode }) =>
        townshipCode !== NEIGHBOUR.slice(0, 9) && villageCode !== HONGMEN,
    )!.villageCode
    const merger = { into, on: '2026-11-20', reason: '区划调整' }
    await ok((await served.post(`/villages/${NEIGHBOUR}/merger`, merger)) as Response)
    await settled(served.given.db)
    expect(await listStandingCodes(served.given.db, scope)).not.toContain(NEIGHBOUR)
    expect((await indicator(into, 'audit')).state).not.toBe('unknown')
  })

  test('is no business of this one', async () => {
    const other = { countyCode: '990001' }
    await fillCounty(served.given.db, other.countyCode)
    const before = await standingsOf(served.given.db, other)
    await write(MAOZHAI, 'audit', audit([['2026-11-02', '2026-11-06']]))
    expect(await standingsOf(served.given.db, other)).toEqual(before)
    const own = await standingsOf(served.given.db, scope)
    expect(own.every(({ villageCode }) => villageCode.startsWith('370406'))).toBe(true)
  })
})

const isClerk = ({ username }: { username: string }) => username === 'demo-township'

/** Reads events until one of the kind comes. */
async function nextOf(answer: Response, event: string) {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  for (let text = ''; ; ) {
    const { value, done } = await reader.read()
    if (done) throw new Error(`no ${event}`)
    text += value
    const found = text.match(new RegExp(`event: ${event}\\ndata: (.*)\\n`))
    if (!found) continue
    await reader.cancel()
    return JSON.parse(found[1]!) as { villages: string[] }
  }
}

describe('events', () => {
  test('name the villages that stand differently, and to a township its own alone', async () => {
    const [whole, own] = [
      await served.get('/readiness/events'),
      await township.get('/readiness/events'),
    ]
    const told = Promise.all([nextOf(whole, 'standing'), nextOf(own, 'standing')])
    const survey = { about: 'team', households: 100, issued: 100, returned: 90, approving: 80 }
    const elsewhere = (await standingsOf(served.given.db, scope)).find(
      ({ townshipCode }) => townshipCode !== HONGMEN.slice(0, 9),
    )
    if (elsewhere) await write(elsewhere.villageCode, 'survey', survey)
    await write(HONGMEN, 'survey', survey)
    const [first, ofTownship] = await told
    expect(first.villages.length).toBeGreaterThan(0)
    expect(ofTownship.villages).toEqual([HONGMEN])
  })
})

describe('whoever listens to events', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** Heartbeats that go on. */
  const listening = async () => {
    await wait(20)
    return vi.getTimerCount()
  }
  const paths = async () => {
    const asked = { kind: 'report', township: null, plan: null, purpose: '换届工作调度会' }
    const { id } = await ok(await township.post('/papers', { ...asked, township: '370406104' }))
    return ['/readiness/events', `/papers/${id}/events`]
  }

  test('with a look at the head alone does not go on listening', async () => {
    for (const path of await paths()) {
      const head = await township.app.request(`/api/v1${path}`, { method: 'HEAD' })
      expect(head.status).toBe(200)
      expect(head.headers.get('content-type')).toContain('text/event-stream')
      expect(await listening(), path).toBe(0)
    }
  })

  test('and goes away is forgotten', async () => {
    const answer = await township.get('/readiness/events')
    await answer.body!.cancel()
    expect(await listening()).toBe(0)
  })

  test('hears no more when the session has ended', async () => {
    const client = await served.as('demo-township')
    const answer = await client.get('/readiness/events')
    const text = answer.text()
    expect(await listening()).toBe(1)
    vi.advanceTimersByTime(15_000)
    expect(await listening()).toBe(1)
    await client.remove('/session')
    vi.advanceTimersByTime(15_000)
    expect(await listening()).toBe(0)
    expect(await text).toContain(': heartbeat')
  })

  test('hears no more when it has become the auditor', async () => {
    const client = await served.as('demo-township')
    await client.get('/readiness/events')
    expect(await listening()).toBe(1)
    const admin = await served.as('demo-admin')
    const { accounts } = await ok(await admin.get('/accounts'))
    const { id, revision, username, name } = accounts.find(isClerk)
    const given = { username, name, role: 'auditor' }
    const moved = await admin.put(`/accounts/${id}`, given, { 'if-match': `"${revision}"` })
    expect(moved.status).toBe(200)
    vi.advanceTimersByTime(15_000)
    expect(await listening()).toBe(0)
  })
})
