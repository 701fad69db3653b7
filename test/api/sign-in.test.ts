import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '../../api/demonstration.ts'
import { codeAt } from '../../api/second-factor.ts'
import { cookieOf, fewRows, problemIn, type Served, send, serve, withCookie } from './served.ts'

const NEW_PASSWORD = 'three quiet geese over Beizhuang'
let now: number
let served: Served
beforeEach(async () => {
  now = Date.parse('2026-11-25T08:00:00Z')
  served = await serve({ rows: fewRows(), clock: () => new Date(now) })
})
afterEach(() => served.close())

const minutes = (count: number) => count * 60_000
const attempt = (username: string, password: string, headers: Record<string, string> = {}) =>
  send(served.bare, 'POST', '/session', { username, password }, headers)
const wrong = (username = 'demo-township') => attempt(username, 'not this one')

describe('signing in', () => {
  test('gives a cookie that scripts cannot read and other sites do not send', async () => {
    const answer = await attempt('demo-township', DEMONSTRATION_PASSWORD)
    expect(answer.headers.get('set-cookie')).toMatch(
      /^yanzhen=[\w-]{43}; .*HttpOnly; SameSite=Strict$/,
    )
    expect((await answer.json()).account).toMatchObject({
      role: 'township',
      township: { code: '370406104', name: '北庄镇' },
    })
  })

  test.each([
    { username: 'demo-township', password: 'wild-geese', why: 'a wrong password' },
    { username: 'nobody-here', password: DEMONSTRATION_PASSWORD, why: 'no such account' },
    { username: 'demo-township', password: '', status: 422, why: 'no password' },
    { username: '', password: 'x', status: 422, why: 'no name' },
  ])('$why is refused', async ({ username, password, status = 401 }) => {
    expect((await attempt(username, password)).status).toBe(status)
  })

  test('the answer is the same whether there is such an account or not', async () => {
    const [known, unknown] = [await wrong(), await wrong('nobody-here')]
    expect(await known.json()).toEqual(await unknown.json())
  })

  test.each([
    { typed: ' Demo-Township ', why: 'capitals and spaces around' },
    { typed: 'ｄｅｍｏ-township', why: 'wide signs of an input method' },
  ])('a name is read as it is meant: $why', async ({ typed }) => {
    expect((await attempt(typed, DEMONSTRATION_PASSWORD)).status).toBe(200)
  })

  test.each([
    { cookie: 'yanzhen=', why: 'empty' },
    { cookie: 'yanzhen=%E0%A4%A', why: 'cannot be decoded' },
    { cookie: `yanzhen=${'x'.repeat(43)}`, why: 'of nobody' },
    { cookie: 'yanzhen=a; yanzhen=b', why: 'two of them' },
  ])('a broken cookie means nobody: $why', async ({ cookie }) => {
    const stranger = withCookie(served.bare, cookie)
    expect((await (await stranger.get('/session')).json()).account).toBeNull()
    expect((await stranger.get('/places')).status).toBe(401)
  })
})

describe('too many failures', () => {
  test('a hundred at once lock the name; other people sign in meanwhile', async () => {
    const attack = Promise.all(Array.from({ length: 100 }, () => wrong()))
    const other = await attempt('demo-mentor', DEMONSTRATION_PASSWORD)
    expect(other.status).toBe(200)
    const statuses = (await attack).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(95)
    const right = await problemIn(await attempt('demo-township', DEMONSTRATION_PASSWORD))
    expect(right).toMatchObject({ status: 429 })
    now += minutes(1)
    expect((await attempt('demo-reviewer', DEMONSTRATION_PASSWORD)).status).toBe(200)
  })

  test('lock a name that nobody has just the same, so that locks tell nothing', async () => {
    for (let count = 0; count < 5; count++) await wrong('nobody-here')
    expect(await problemIn(await wrong('nobody-here'))).toMatchObject({ type: '/problems/locked' })
  })

  test('end with the time of the lock, and a right password forgets what came before', async () => {
    for (let count = 0; count < 5; count++) await wrong()
    now += minutes(14)
    expect((await attempt('demo-township', DEMONSTRATION_PASSWORD)).status).toBe(429)
    now += minutes(2)
    expect((await attempt('demo-township', DEMONSTRATION_PASSWORD)).status).toBe(200)
    for (let count = 0; count < 4; count++) expect((await wrong()).status).toBe(401)
    expect((await attempt('demo-township', DEMONSTRATION_PASSWORD)).status).toBe(200)
  })

  test('are undone by the administrator', async () => {
    for (let count = 0; count < 5; count++) await wrong()
    const admin = await served.as('demo-admin')
    const { accounts } = await (await admin.get('/accounts')).json()
    const locked = accounts.find((it: { isLocked: boolean }) => it.isLocked)
    expect(locked.username).toBe('demo-township')
    expect((await admin.post(`/accounts/${locked.id}/unlocking`)).status).toBe(200)
    expect((await attempt('demo-township', DEMONSTRATION_PASSWORD)).status).toBe(200)
  })

  test('on many names slow the address down, whatever a header says of it', async () => {
    const names = Array.from({ length: 25 }, (_, at) => `name-${at}`)
    const statuses: number[] = []
    for (const [at, name] of names.entries())
      statuses.push(
        (await attempt(name, 'wrong password', { 'x-forwarded-for': `10.0.0.${at}` })).status,
      )
    expect(statuses).toEqual([...Array(20).fill(401), ...Array(5).fill(429)])
    const answer = await attempt('demo-mentor', DEMONSTRATION_PASSWORD)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('a session', () => {
  test.each([
    { after: minutes(29), status: 200, why: 'used within half an hour' },
    { after: minutes(31), status: 401, why: 'idle for longer' },
  ])('$why: $status', async ({ after, status }) => {
    now += after
    expect((await served.get('/places')).status).toBe(status)
  })

  test('ends after twelve hours, however busy it was', async () => {
    for (let passed = 0; passed < 12 * 60; passed += 20) {
      expect((await served.get('/places')).status).toBe(200)
      now += minutes(20)
    }
    now += minutes(1)
    expect((await served.get('/places')).status).toBe(401)
  })

  test('of another device ends when it is revoked, at its next request', async () => {
    const phone = await served.as('demo-county')
    expect((await phone.get('/places')).status).toBe(200)
    const { sessions } = await (await served.get('/self/sessions')).json()
    const other = sessions.find((it: { isThis: boolean }) => !it.isThis)
    await served.remove(`/self/sessions/${other.id}`)
    expect((await phone.get('/places')).status).toBe(401)
    expect((await served.get('/places')).status).toBe(200)
  })

  test('signed out in one tab is signed out in the other', async () => {
    await served.remove('/session')
    expect((await served.get('/places')).status).toBe(401)
    expect((await served.remove('/session')).status).toBe(200)
  })

  test('of somebody else cannot be ended', async () => {
    const clerk = await served.as('demo-township')
    const { sessions } = await (await served.get('/self/sessions')).json()
    expect((await clerk.remove(`/self/sessions/${sessions[0].id}`)).status).toBe(404)
    expect((await served.get('/places')).status).toBe(200)
  })
})

describe('the own password', () => {
  const change = (next: string, current = DEMONSTRATION_PASSWORD) =>
    served.put('/self/password', { current, next })

  test.each([
    { next: 'geese-7', why: 'shorter than 8' },
    { next: 'password1', why: 'common' },
    { next: 'PASSWORD1', why: 'common in capitals' },
    { next: 'aaaaaaaaaaaa', why: 'one sign' },
    { next: 'demo-county-1', why: 'the user name' },
    { next: '雁阵雁阵雁阵123', why: 'the name of the program' },
    { next: DEMONSTRATION_PASSWORD, why: 'the old one' },
    { next: 'x'.repeat(129), why: 'longer than 128' },
  ])('is not taken: $why', async ({ next }) => {
    expect(await problemIn(await change(next))).toMatchObject({ status: 422, pointers: ['#/next'] })
  })

  test('changes, signs out everywhere else, and the old one opens nothing', async () => {
    const phone = await served.as('demo-county')
    const answer = await change(NEW_PASSWORD)
    expect(answer.status).toBe(200)
    expect((await phone.get('/places')).status).toBe(401)
    expect((await served.get('/places')).status).toBe(401)
    expect((await withCookie(served.bare, cookieOf(answer)).get('/places')).status).toBe(200)
    expect((await attempt('demo-county', DEMONSTRATION_PASSWORD)).status).toBe(401)
    expect((await attempt('demo-county', NEW_PASSWORD)).status).toBe(200)
  })

  test('is asked for once more; wrong ones count like failed sign-ins', async () => {
    for (let count = 0; count < 5; count++)
      expect(await problemIn(await change(NEW_PASSWORD, 'a wrong one'))).toMatchObject({
        pointers: ['#/current'],
      })
    expect((await change(NEW_PASSWORD)).status).toBe(429)
  })
})

describe('the second factor', () => {
  const begin = async () => {
    const offer = await (await served.post('/self/second-factor')).json()
    const code = codeAt(offer.secret, now)
    const factor = { ticket: offer.ticket, code, password: DEMONSTRATION_PASSWORD }
    const answer = await served.put('/self/second-factor', factor)
    expect(answer.status).toBe(200)
    return { secret: offer.secret as string, session: withCookie(served.bare, cookieOf(answer)) }
  }
  const halfWay = async () => {
    const answer = await attempt('demo-county', DEMONSTRATION_PASSWORD)
    expect((await answer.json()).step).toBe('code')
    return withCookie(served.bare, cookieOf(answer))
  }

  test('opens nothing by the password alone, and everything with the code', async () => {
    const { secret } = await begin()
    const half = await halfWay()
    expect(await problemIn(await half.get('/places'))).toMatchObject({
      status: 403,
      type: '/problems/sign-in-unfinished',
    })
    now += minutes(1)
    const answer = await half.post('/session/code', { code: codeAt(secret, now) })
    expect(await answer.json()).toMatchObject({ step: null, account: { username: 'demo-county' } })
    expect((await withCookie(served.bare, cookieOf(answer)).get('/places')).status).toBe(200)
    expect((await half.get('/places')).status, 'the token from before the code').toBe(401)
  })

  test.each([
    { code: (secret: string) => codeAt(secret, now - minutes(2)), why: 'expired' },
    { code: (secret: string) => codeAt(secret, now + minutes(2)), why: 'of later' },
    { code: () => '000000', why: 'wrong' },
  ])('refuses a code: $why', async ({ code }) => {
    const { secret } = await begin()
    now += minutes(5)
    const half = await halfWay()
    expect(await problemIn(await half.post('/session/code', { code: code(secret) }))).toMatchObject(
      {
        status: 401,
        type: '/problems/wrong-code',
      },
    )
  })

  test('takes a code once: the same one again, even at the same time, is refused', async () => {
    const { secret } = await begin()
    now += minutes(1)
    const code = codeAt(secret, now)
    const [one, other] = [await halfWay(), await halfWay()]
    const answers = await Promise.all([one, other].map((it) => it.post('/session/code', { code })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  test('the code that began it is used as well', async () => {
    const { secret } = await begin()
    const half = await halfWay()
    expect((await half.post('/session/code', { code: codeAt(secret, now) })).status).toBe(401)
  })

  test('wrong codes lock the name like wrong passwords', async () => {
    await begin()
    const half = await halfWay()
    for (let count = 0; count < 5; count++) await half.post('/session/code', { code: '000000' })
    expect((await half.post('/session/code', { code: '000000' })).status).toBe(429)
    expect((await attempt('demo-county', DEMONSTRATION_PASSWORD)).status).toBe(429)
  })

  test('required of a role, it has to be set up before anything else', async () => {
    const admin = await served.as('demo-admin')
    const { version, settings } = await (await admin.get('/settings')).json()
    const required = { ...settings, secondFactorFor: ['county'] }
    await admin.put('/settings', { version, settings: required })
    expect(await problemIn(await served.get('/places'))).toMatchObject({ status: 403 })
    const { session } = await begin()
    expect((await session.get('/places')).status).toBe(200)
    const removal = { password: DEMONSTRATION_PASSWORD }
    expect((await session.post('/self/second-factor/removal', removal)).status).toBe(403)
  })

  test('is given up with the password', async () => {
    const { session } = await begin()
    const refused = await session.post('/self/second-factor/removal', { password: 'not this' })
    expect(refused.status).toBe(422)
    const removal = { password: DEMONSTRATION_PASSWORD }
    expect((await session.post('/self/second-factor/removal', removal)).status).toBe(200)
    expect((await attempt('demo-county', DEMONSTRATION_PASSWORD)).status).toBe(200)
  })

  test('is not begun by a passer-by at an open screen: it asks for the password', async () => {
    const offer = await (await served.post('/self/second-factor')).json()
    const code = codeAt(offer.secret, now)
    for (const password of [undefined, 'a guess']) {
      const answer = await served.put('/self/second-factor', {
        ...{ ticket: offer.ticket, code, password },
      })
      expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: ['#/password'] })
    }
  })

  test('an offer of somebody else’s is no use', async () => {
    const clerk = await served.as('demo-township')
    const offer = await (await served.post('/self/second-factor')).json()
    const code = codeAt(offer.secret, now)
    const factor = { ticket: offer.ticket, code, password: DEMONSTRATION_PASSWORD }
    const answer = await clerk.put('/self/second-factor', factor)
    expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: ['#/ticket'] })
  })
})
