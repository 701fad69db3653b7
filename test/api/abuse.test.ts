import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '../../api/demonstration.ts'
import { openKeyring } from '../../api/keys.ts'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { fewRows, idOf, KEYS, problemIn, type Served, send, serve, withCookie } from './served.ts'

let served: Served
beforeEach(async () => {
  served = await serve({ rows: fewRows() })
})
afterEach(() => served.close())

const times = <T>(count: number, work: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)))
const attempt = (username: string, password: string, headers: Record<string, string> = {}) =>
  send(served.bare, 'POST', '/session', { username, password }, headers)
const statusesOf = (answers: Response[]) => answers.map(({ status }) => status).sort()
describe('what is done at the same moment is done once', () => {
  test('a name is taken once, settings and notice have one next version', async () => {
    const admin = await served.as('demo-admin')
    const account = { username: 'wang-audit', name: '王清源', role: 'auditor' }
    const names = await times(3, () => admin.post('/accounts', account))
    expect(statusesOf(names)).toEqual([201, 409, 409])
    const { version, settings } = await (await admin.get('/settings')).json()
    const changes = await times(3, () => admin.put('/settings', { version, settings }))
    expect(statusesOf(changes)).toEqual([200, 412, 412])
    const notice = await (await served.get('/notice')).json()
    const notices = await times(3, () => served.put('/notice', notice))
    expect(statusesOf(notices)).toEqual([200, 412, 412])
  })

  test('one invitation opens one account', async () => {
    const { id } = (await (await served.get('/talents?limit=1')).json()).people[0]
    const { code } = await (await served.post(`/talents/${id}/invitations`)).json()
    const { version } = await (await served.get('/notice')).json()
    const answers = await times(4, (at) =>
      send(served.bare, 'POST', '/enrolments', {
        ...{ code, username: `person-${at}`, password: 'three quiet geese' },
        ...{ noticeVersion: version, hasConsented: false },
      }),
    )
    expect(statusesOf(answers)).toEqual([201, 404, 404, 404])
  })
})

describe('an address is slowed down', () => {
  test('when it tries many names at once, as when it tries them in a row', async () => {
    const answers = await times(60, (at) => attempt(`name-${at}`, 'a wrong password'))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(20)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(40)
  })

  test('and not by people who sign in well, however many share it', async () => {
    for (let count = 0; count < 30; count++)
      expect((await attempt('demo-mentor', DEMONSTRATION_PASSWORD)).status).toBe(200)
  })

  test('when it tries invitation codes, or user names with a code that is right', async () => {
    const { id } = (await (await served.get('/talents?limit=1')).json()).people[0]
    const { code } = await (await served.post(`/talents/${id}/invitations`)).json()
    const { version } = await (await served.get('/notice')).json()
    const enrol = () =>
      send(served.bare, 'POST', '/enrolments', {
        ...{ code, username: 'demo-county', password: 'three quiet geese' },
        ...{ noticeVersion: version, hasConsented: false },
      })
    for (let count = 0; count < 20; count++) expect((await enrol()).status).toBe(409)
    expect((await enrol()).status).toBe(429)
    expect((await send(served.bare, 'POST', '/enrolments/look-up', { code })).status).toBe(429)
  })
})

describe('one signed-in account', () => {
  test('reveals no faster than a person types reasons', async () => {
    const id = await idOf(served, '李文博')
    const reveal = () =>
      served.post(`/talents/${id}/reveals`, { field: 'phone', reason: '核对名单' })
    for (let count = 0; count < 20; count++) expect((await reveal()).status).toBe(200)
    expect(await problemIn(await reveal())).toMatchObject({ type: '/problems/too-many' })
  })

  test('searches no faster than a person types', async () => {
    for (let count = 0; count < 120; count++) await served.get('/talents?limit=1')
    expect((await served.get('/talents?limit=1')).status).toBe(429)
    const look = { idNumber: '990406198803011234' }
    expect((await served.post('/talents/look-ups', look)).status).toBe(429)
    expect((await (await served.as('demo-township')).get('/talents?limit=1')).status).toBe(200)
  })

  test('keeps nobody waiting behind its own questions about teams', async () => {
    const asked = { village: HONGMEN }
    const clerk = await served.as('demo-township')
    const order: string[] = []
    const own = times(40, async () => {
      const { status } = await served.post('/slates', asked)
      order.push(`own ${status}`)
    })
    const other = clerk.post('/slates', { village: `${TOWNSHIP}200` }).then(({ status }) => {
      order.push(`other ${status}`)
    })
    await Promise.all([own, other])
    const answered = order.filter((it) => it === 'own 200')
    expect(answered).toHaveLength(22)
    expect(order.filter((it) => it === 'own 429')).toHaveLength(18)
    const first = order.filter((it) => it !== 'own 429').indexOf('other 200')
    expect(first, 'the other did not come last').toBeLessThan(12)
    expect((await served.post('/slates', asked)).status, 'and all is well again').toBe(200)
  })

  test('keeps nobody waiting behind hundreds of plans', async () => {
    const answers = await times(40, () => served.post('/plans', { township: TOWNSHIP }))
    const queued = answers.filter(({ status }) => status === 202)
    expect(queued.length).toBeGreaterThan(0)
    expect(queued.length).toBeLessThanOrEqual(21)
    expect(answers.some(({ status }) => status === 429)).toBe(true)
    const clerk = await served.as('demo-township')
    expect((await clerk.post('/plans', { township: TOWNSHIP })).status).toBe(202)
  })
})

describe('a session', () => {
  test('that the browser had ends when it signs in again, whoever it is then', async () => {
    const answer = await attempt('demo-mentor', DEMONSTRATION_PASSWORD, { cookie: served.cookie })
    expect(answer.status).toBe(200)
    expect((await served.get('/places')).status).toBe(401)
  })

  test('of a cookie with a prefix or a domain that is not ours opens nothing', async () => {
    const token = served.cookie.split('=')[1]
    for (const cookie of [`__Host-yanzhen=${token}`, `yanzhen2=${token}`, `Yanzhen=${token}`])
      expect((await withCookie(served.bare, cookie).get('/places')).status).toBe(401)
  })

  test('by the password alone ends when the second factor begins', async () => {
    const phone = await served.as('demo-county')
    const { codeAt } = await import('../../api/second-factor.ts')
    const { secret, ticket } = await (await served.post('/self/second-factor')).json()
    const code = codeAt(secret, Date.now())
    expect(
      (await served.put('/self/second-factor', { ticket, code, password: DEMONSTRATION_PASSWORD }))
        .status,
    ).toBe(200)
    expect((await phone.get('/places')).status).toBe(401)
  })

  test('of another account is ended by the administrator, on every device', async () => {
    const admin = await served.as('demo-admin')
    const { accounts } = await (await admin.get('/accounts')).json()
    const { id } = accounts.find((it: { username: string }) => it.username === 'demo-county')
    const phone = await served.as('demo-county')
    expect((await admin.remove(`/accounts/${id}/sessions`)).status).toBe(200)
    for (const device of [served, phone]) expect((await device.get('/places')).status).toBe(401)
  })

  test('that is over is not kept', async () => {
    const { db } = served.given
    const past = '2020-01-01T00:00:00.000Z'
    await db.updateTable('sessions').set({ createdAt: past, seenAt: past }).execute()
    await served.as('demo-mentor')
    expect(await db.selectFrom('sessions').select('id').execute()).toHaveLength(1)
  })
})

test('whoever empties what the keys are checked by gets neither new keys nor a new seal', async () => {
  const { db, countyCode } = served.given
  for (const table of ['keyChecks', 'auditHeads'] as const) await db.deleteFrom(table).execute()
  await db.updateTable('auditEntries').set({ actor: 'somebody-else', hash: null }).execute()
  const source = { keyFile: '', keys: KEYS }
  await expect(openKeyring(db, countyCode, source)).rejects.toThrow(/key_checks/)
})
