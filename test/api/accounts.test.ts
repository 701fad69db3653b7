import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '../../api/demonstration.ts'
import { listAudit } from '../../db/audit-reading.ts'
import {
  cookieOf,
  fewRows,
  problemIn,
  type Served,
  type SignedInClient,
  send,
  serve,
  withCookie,
} from './served.ts'

const CLERK = { username: 'wang-clerk', name: '王清源', role: 'township', township: '370406104' }
const NEW_PASSWORD = 'three quiet geese over Beizhuang'

let served: Served
let admin: SignedInClient
beforeEach(async () => {
  served = await serve({ rows: fewRows() })
  admin = await served.as('demo-admin')
})
afterEach(() => served.close())

const make = async (about: object = CLERK) => {
  const answer = await admin.post('/accounts', about)
  if (answer.status !== 201) throw new Error(JSON.stringify(await answer.json()))
  return (await answer.json()) as { account: Shown; oneTimePassword: string | null }
}
type Shown = { id: string; state: string; revision: number; username: string }
const confirm = ({ id, revision }: Shown) =>
  served.post(`/accounts/${id}/confirmation`, undefined, { 'if-match': `"${revision}"` })
const find = async (username: string): Promise<Shown> => {
  const { accounts } = await (await admin.get('/accounts')).json()
  return accounts.find((it: Shown) => it.username === username)
}
const attempt = (username: string, password: string) =>
  send(served.bare, 'POST', '/session', { username, password })
const edit = (account: Shown, change: object, revision = account.revision) =>
  admin.put(`/accounts/${account.id}`, { ...CLERK, ...change }, { 'if-match': `"${revision}"` })

describe('an account that sees people', () => {
  test('takes effect when a county officer confirms it, and begins with a password of one use', async () => {
    const { account } = await make()
    expect(account.state).toBe('pending')
    const { oneTimePassword } = await (await confirm(account)).json()
    const first = await attempt('wang-clerk', oneTimePassword)
    expect((await first.json()).step).toBe('password')
    const clerk = withCookie(served.bare, cookieOf(first))
    expect((await clerk.get('/places')).status).toBe(403)
    const changed = await clerk.put('/self/password', {
      current: oneTimePassword,
      next: NEW_PASSWORD,
    })
    const places = await withCookie(served.bare, cookieOf(changed)).get('/places')
    const { townships } = await places.json()
    expect(townships.map(({ code }: { code: string }) => code)).toEqual(['370406104'])
    expect((await attempt('wang-clerk', oneTimePassword)).status).toBe(401)
  })

  test('has no password that its maker knows: the officer who confirms it is told one', async () => {
    const { account, oneTimePassword } = await make()
    expect(oneTimePassword).toBeNull()
    expect((await (await confirm(account)).json()).oneTimePassword).toMatch(/^[a-z2-9-]{23}$/)
    const { id } = await find('demo-township')
    const reset = await (await admin.post(`/accounts/${id}/one-time-password`)).json()
    expect(reset.oneTimePassword).toBeNull()
    expect((await attempt('demo-township', DEMONSTRATION_PASSWORD)).status).toBe(401)
    const again = await (await confirm(await find('demo-township'))).json()
    expect((await attempt('demo-township', again.oneTimePassword)).status).toBe(200)
  })

  test('keeps its own password when it is confirmed anew, and says that it waits only to whoever has it', async () => {
    const demo = { name: '孟庆华', position: '北庄镇组织委员' }
    await edit(await find('demo-township'), { ...demo, township: '370406103' })
    for (const [password, type] of [
      ['a guess', '/problems/wrong-credentials'],
      [DEMONSTRATION_PASSWORD, '/problems/account-pending'],
    ] as const)
      expect(await problemIn(await attempt('demo-township', password))).toMatchObject({ type })
    const { oneTimePassword } = await (await confirm(await find('demo-township'))).json()
    expect(oneTimePassword).toBeNull()
    expect((await attempt('demo-township', DEMONSTRATION_PASSWORD)).status).toBe(200)
  })

  test('that sees nobody begins with a password that its maker hands over', async () => {
    const auditor = { username: 'shen-ji', name: '审计员', role: 'auditor' }
    const { oneTimePassword } = await make(auditor)
    expect((await attempt('shen-ji', oneTimePassword!)).status).toBe(200)
  })

  test.each([
    { change: { township: '370406103' }, state: 'pending', why: 'another township' },
    { change: { role: 'county', township: null }, state: 'pending', why: 'the whole county' },
    { change: { role: 'auditor', township: null }, state: 'active', why: 'no people any more' },
    { change: { position: '组织委员' }, state: 'active', why: 'another position' },
    { change: { signsAs: 'police-head' }, state: 'pending', why: 'a signature of its own' },
  ])('is confirmed again when it reaches further: $why', async ({ change, state }) => {
    const { account } = await make()
    await confirm(account)
    const answer = await edit(await find('wang-clerk'), change)
    expect((await answer.json()).state).toBe(state)
  })

  test.each(['one-time-password', 'second-factor-removal'])(
    'is confirmed again after its %s was reset, and is signed out',
    async (what) => {
      const clerk = await served.as('demo-township')
      const { id } = await find('demo-township')
      expect((await admin.post(`/accounts/${id}/${what}`)).status).toBe(200)
      expect((await find('demo-township')).state).toBe('pending')
      expect((await clerk.get('/places')).status).toBe(401)
    },
  )

  test('with another role does at the next request what the new role may', async () => {
    const clerk = await served.as('demo-mentor')
    expect((await clerk.get('/talents')).status).toBe(200)
    const account = await find('demo-mentor')
    await edit(account, { name: '田维勇', role: 'auditor', township: null })
    expect((await clerk.get('/talents')).status).toBe(403)
    expect((await clerk.get('/audit')).status).toBe(200)
  })
})

describe('the position that an account signs for', () => {
  const SIGNING = { ...CLERK, signsAs: 'organisation-member' }

  test('is one of the policy, and is shown with the account and to whoever holds it', async () => {
    const { signers } = await (await admin.get('/accounts')).json()
    expect(signers).toHaveLength(7)
    expect(signers).toContainEqual({
      id: 'organisation-member',
      words: { zh: '组织委员', en: 'Organisation member' },
    })
    const { account } = await make(SIGNING)
    expect(account).toMatchObject({ signsAs: 'organisation-member', state: 'pending' })
    const { oneTimePassword } = await (await confirm(account)).json()
    const session = await (await attempt('wang-clerk', oneTimePassword)).json()
    expect(session.account).toMatchObject({ signsAs: 'organisation-member' })
  })

  test('is refused where the policy has none such, in making and in changing', async () => {
    const strange = { ...CLERK, signsAs: 'mayor' }
    const refusal = { status: 422, pointers: ['#/signsAs'] }
    expect(await problemIn(await admin.post('/accounts', strange))).toMatchObject(refusal)
    const { account } = await make()
    expect(await problemIn(await edit(account, { signsAs: 'mayor' }))).toMatchObject(refusal)
  })

  test.each([
    { role: 'county', township: null, why: 'a county officer' },
    { role: 'auditor', township: null, why: 'whoever sees nobody' },
  ])('is none of $why', async ({ role, township }) => {
    const given = { username: 'sign-er', name: '钱', role, township, signsAs: 'police-head' }
    expect((await make(given)).account).toMatchObject({ signsAs: null })
  })

  test('is confirmed anew when it is another, not when it is given up or stays', async () => {
    const { account } = await make(SIGNING)
    await confirm(account)
    const change = async (signsAs: string | null) =>
      (await (await edit(await find('wang-clerk'), { signsAs })).json()).state
    expect(await change('organisation-member')).toBe('active')
    expect(await change('township-head')).toBe('pending')
    await confirm(await find('wang-clerk'))
    expect(await change(null)).toBe('active')
  })

  test('stays with its account when a later policy has it no more', async () => {
    const { account } = await make(SIGNING)
    await confirm(account)
    const { policy } = await (await served.get('/policy')).json()
    const { version, ...body } = policy
    const signers = body.review.signers.filter(
      ({ id }: { id: string }) => id !== 'organisation-member',
    )
    const next = { ...body, review: { ...body.review, signers } }
    const signing = { policy: next, basedOn: version, note: '组织委员不再签字' }
    expect((await served.post('/policy/versions', signing)).status).toBe(201)
    const signsAs = 'organisation-member'
    const kept = await edit(await find('wang-clerk'), { signsAs, name: '王清' })
    expect(await kept.json()).toMatchObject({ signsAs, state: 'active' })
    expect((await admin.post('/accounts', { ...SIGNING, username: 'other' })).status).toBe(422)
  })

  test('is in the audit, with the account that was made and with the change', async () => {
    const { account } = await make(SIGNING)
    await edit(account, { signsAs: 'township-head' })
    const entries = await listAudit(served.given.db, { countyCode: '370406' })
    const of = entries.filter(({ subjects }) => subjects.includes(account.id))
    expect(of.map(({ action, detail }) => [action, detail.signsAs])).toEqual([
      ['account.changed', 'township-head'],
      ['account.made', 'organisation-member'],
    ])
  })
})

describe('confirming', () => {
  test('is for what the officer saw: a change in between comes first', async () => {
    const { account } = await make()
    await edit(account, { township: '370406103' })
    expect((await confirm(account)).status).toBe(412)
    expect((await find('wang-clerk')).state).toBe('pending')
  })

  test('is no matter of the administrator, nor of a township', async () => {
    const { account } = await make()
    const clerk = await served.as('demo-township')
    for (const other of [admin, clerk]) {
      const path = `/accounts/${account.id}/confirmation`
      const answer = await other.post(path, undefined, { 'if-match': '"1"' })
      expect(answer.status).toBe(403)
    }
  })

  test('is done once', async () => {
    const { account } = await make()
    await confirm(account)
    expect((await confirm(await find('wang-clerk'))).status).toBe(409)
  })
})

describe('the first county officer', () => {
  test('takes effect at once, the second is confirmed by the first', async () => {
    await served.given.db.deleteFrom('sessions').execute()
    await served.given.db.deleteFrom('accounts').where('role', '=', 'county').execute()
    admin = await served.as('demo-admin')
    const county = { name: '部长', role: 'county' }
    expect((await make({ ...county, username: 'first' })).account.state).toBe('active')
    expect((await make({ ...county, username: 'second' })).account.state).toBe('pending')
  })
})

describe('two administrators', () => {
  test('editing one account: the later is told, and changes nothing', async () => {
    const { account } = await make()
    expect((await edit(account, { name: '王清远' })).status).toBe(200)
    expect(await problemIn(await edit(account, { name: '王青源' }))).toMatchObject({
      status: 412,
      type: '/problems/changed',
    })
    expect(await find('wang-clerk')).toMatchObject({ name: '王清远' })
  })

  test('must say which revision they saw', async () => {
    const { account } = await make()
    expect((await admin.put(`/accounts/${account.id}`, CLERK)).status).toBe(428)
  })
})

describe('what is refused', () => {
  test.each([
    { about: { township: null }, pointer: '#/township', why: 'a township clerk without township' },
    { about: { township: '370407101' }, pointer: '#/township', why: 'of another county' },
    { about: { role: 'village', villages: [] }, pointer: '#/villages', why: 'no village' },
    {
      about: { role: 'village', villages: ['370406104'] },
      pointer: '#/villages',
      why: 'no village',
    },
    { about: { role: 'reviewer' }, pointer: '#/department', why: 'no department' },
    { about: { role: 'reviewer', department: 'x' }, pointer: '#/department', why: 'unknown' },
    { about: { role: 'king' }, pointer: '#/role', why: 'no such role' },
    { about: { role: 'talent' }, pointer: '#/role', why: 'the person enrols by invitation' },
    { about: { name: ' ' }, pointer: '#/name', why: 'nobody’s' },
  ])('$why', async ({ about, pointer }) => {
    const answer = await problemIn(await admin.post('/accounts', { ...CLERK, ...about }))
    expect(answer).toMatchObject({ status: 422, pointers: [pointer] })
  })

  test('a name that is taken, in whatever capitals', async () => {
    await make()
    const again = await admin.post('/accounts', { ...CLERK, username: 'WANG-Clerk' })
    expect(again.status).toBe(409)
  })

  test.each([
    { what: 'closure', why: 'nobody could confirm any more' },
    { what: 'one-time-password', why: 'nobody could confirm it' },
  ])('the last county officer’s $what: $why', async ({ what }) => {
    const { id } = await find('demo-county')
    expect((await admin.post(`/accounts/${id}/${what}`)).status).toBe(409)
    expect((await served.get('/places')).status).toBe(200)
  })

  test('closing oneself, or changing the own role', async () => {
    const self = await find('demo-admin')
    expect((await admin.post(`/accounts/${self.id}/closure`)).status).toBe(409)
    expect((await edit(self, { role: 'county', township: null })).status).toBe(409)
  })

  test('a closed account is closed for good', async () => {
    const clerk = await served.as('demo-township')
    const { id } = await find('demo-township')
    expect((await admin.post(`/accounts/${id}/closure`)).status).toBe(200)
    expect((await clerk.get('/places')).status).toBe(401)
    expect((await admin.post(`/accounts/${id}/one-time-password`)).status).toBe(409)
    expect((await attempt('demo-township', 'wild-geese-fly-south')).status).toBe(401)
  })
})
