import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listAudit } from '../../db/audit-reading.ts'
import {
  cookieOf,
  fewRows,
  idOf,
  ok,
  problemIn,
  type Served,
  type SignedInClient,
  send,
  serve,
  withCookie,
} from './served.ts'

const PASSWORD = 'three quiet geese over Beizhuang'
const scope = { countyCode: '370406' }
let served: Served
let township: SignedInClient
let now: Date
let id: string
beforeEach(async () => {
  now = new Date('2026-11-23T02:00:00.000Z')
  served = await serve({ rows: fewRows(), clock: () => now })
  township = await served.as('demo-township')
  id = await idOf(served, '宋雅楠')
})
afterEach(() => served.close())

const entries = (action: string) => listAudit(served.given.db, scope, { action: [action] })
const invite = async (id: string, by: SignedInClient = township) =>
  (await ok(await by.post(`/talents/${id}/invitations`))) as { code: string; expiresAt: string }
const lookUp = (code: string) => send(served.bare, 'POST', '/enrolments/look-up', { code })
const enrol = (code: string, about: object = {}) =>
  send(served.bare, 'POST', '/enrolments', {
    ...{ code, username: 'song-yanan', password: PASSWORD, noticeVersion: 1, hasConsented: true },
    ...about,
  })

describe('an invitation', () => {
  test('leads to an account that reads the own record, signed in at once', async () => {
    const { code, expiresAt } = await invite(id)
    expect(expiresAt).toBe('2026-12-23T02:00:00.000Z')
    const invited = await ok(await lookUp(code.toUpperCase().replaceAll('-', ' ')))
    expect(invited).toMatchObject({ name: '宋*楠', county: '山亭区', notice: { version: 1 } })
    const made = await enrol(code)
    expect(made.status).toBe(201)
    const client = withCookie(served.bare, cookieOf(made))
    expect(await ok(await client.get('/record'))).toMatchObject({
      ...{ id, name: '宋雅楠', consent: 'given', noticeVersion: 1 },
      consents: [{ act: 'given', channel: 'self' }],
    })
    const again = await served.as('song-yanan', PASSWORD)
    expect((await again.get('/record')).status).toBe(200)
    expect((await again.get('/talents')).status).toBe(403)
  })

  test('is stored as a hash and written down without the code', async () => {
    const { code } = await invite(id)
    const row = await served.given.db.selectFrom('invitations').selectAll().executeTakeFirst()
    expect(row?.id).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify([row, await entries('invitation.made')])).not.toContain(code)
    await enrol(code)
    const [entry] = await entries('account.enrolled')
    expect(entry).toMatchObject({ role: 'talent', subjects: expect.arrayContaining([id]) })
    expect(entry?.subjects).toContain(entry?.actor)
  })

  test('without a consent makes the account all the same', async () => {
    const before = await ok(await served.get(`/talents/${id}`))
    const { code } = await invite(id)
    const client = withCookie(served.bare, cookieOf(await enrol(code, { hasConsented: false })))
    expect(await ok(await client.get('/record'))).toMatchObject({
      ...{ consent: before.consent, noticeVersion: 1, consents: [] },
    })
  })

  test('unknown, used, replaced and expired codes are answered alike', async () => {
    const replaced = await invite(id)
    const used = await invite(id)
    const before = [await lookUp('abcde-fghjk-mnpqr-stuvw'), await lookUp(replaced.code)]
    expect((await enrol(used.code)).status).toBe(201)
    const late = await invite(await idOf(served, '刘思敏'))
    now = new Date('2026-12-23T02:00:00.000Z')
    const answers = [...before, await lookUp(used.code), await lookUp(late.code)]
    answers.push(await enrol(used.code), await enrol(late.code))
    const problems = await Promise.all(answers.map(problemIn))
    expect(new Set(problems.map((it) => JSON.stringify(it))).size).toBe(1)
    expect(problems[0]).toMatchObject({ status: 404, type: '/problems/not-found' })
  })

  test('opens one account, however many ask at once', async () => {
    const { code } = await invite(id)
    const answers = await Promise.all(
      ['first', 'second', 'third'].map((name) => enrol(code, { username: `song-${name}` })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404])
  })

  test.each([
    { about: { password: '12345678' }, status: 422, why: 'a common password' },
    { about: { password: 'song-yanan' }, status: 422, why: 'the user name as password' },
    { about: { username: 'Demo-County' }, status: 409, why: 'a name that is taken' },
    { about: { noticeVersion: 2 }, status: 412, why: 'a notice that is not in force' },
    { about: { username: 'x' }, status: 422, why: 'too short a name' },
  ])('stays good after $why', async ({ about, status }) => {
    const { code } = await invite(id)
    expect((await enrol(code, about)).status).toBe(status)
    expect((await enrol(code)).status).toBe(201)
  })

  test('is not made for somebody who has an account, until that is closed', async () => {
    const holder = await idOf(served, '李文博')
    const refused = await township.post(`/talents/${holder}/invitations`)
    expect(await problemIn(refused)).toMatchObject({ status: 409, type: '/problems/conflict' })
    const admin = await served.as('demo-admin')
    const { accounts } = await ok(await admin.get('/accounts'))
    const account = accounts.find(
      ({ username }: { username: string }) => username === 'demo-talent',
    )
    const reset = await admin.post(`/accounts/${account.id}/one-time-password`)
    expect(await problemIn(reset)).toMatchObject({ status: 409 })
    expect((await admin.post(`/accounts/${account.id}/closure`)).status).toBe(200)
    const { code } = await invite(holder)
    expect((await enrol(code, { username: 'li-wenbo' })).status).toBe(201)
  })

  test('wrong codes slow their address down', async () => {
    for (let at = 0; at < 20; at += 1) expect((await lookUp(`wrong-${at}`)).status).toBe(404)
    expect((await lookUp('wrong-20')).status).toBe(429)
    expect((await enrol('wrong-21')).status).toBe(429)
    expect(await entries('enrolment.refused')).toHaveLength(20)
  })
})
