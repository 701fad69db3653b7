import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '../../api/demonstration.ts'
import { codeAt } from '../../api/second-factor.ts'
import { fewRows, type Served, type SignedInClient, serve } from './served.ts'

let served: Served
let admin: SignedInClient
beforeEach(async () => {
  served = await serve({ rows: fewRows() })
  admin = await served.as('demo-admin')
})
afterEach(() => served.close())

describe('the administrator alone opens the pool to nobody', () => {
  const find = async (username: string) => {
    const { accounts } = await (await admin.get('/accounts')).json()
    return accounts.find((it: { username: string }) => it.username === username)
  }
  const demote = async (username: string) => {
    const { id, revision } = await find(username)
    const to = { name: '周晓岚', role: 'auditor' }
    return admin.put(`/accounts/${id}`, to, { 'if-match': `"${revision}"` })
  }
  const officer = (username: string) =>
    admin.post('/accounts', { username, name: '部长', role: 'county' })

  test('by making the last officer something else, and then a first one', async () => {
    expect((await demote('demo-county')).status).toBe(409)
    expect((await (await officer('mine')).json()).account.state).toBe('pending')
  })

  test('by doing so to two officers at once', async () => {
    const { account } = await (await officer('second')).json()
    const seen = { 'if-match': `"${account.revision}"` }
    await served.post(`/accounts/${account.id}/confirmation`, undefined, seen)
    const answers = await Promise.all([demote('demo-county'), demote('second')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await (await officer('mine')).json()).account.state).toBe('pending')
  })

  test('by making several first officers at once', async () => {
    await served.given.db.deleteFrom('sessions').execute()
    await served.given.db.deleteFrom('accounts').where('role', '=', 'county').execute()
    admin = await served.as('demo-admin')
    const answers = await Promise.all(['one', 'other', 'third'].map(officer))
    const made = await Promise.all(answers.map((answer) => answer.json()))
    const states = made.map(({ account }) => account.state).sort()
    expect(states).toEqual(['active', 'pending', 'pending'])
  })

  test('nor gets past a second factor by a new password', async () => {
    const clerk = await served.as('demo-township')
    const { secret, ticket } = await (await clerk.post('/self/second-factor')).json()
    await clerk.put('/self/second-factor', {
      ...{ ticket, code: codeAt(secret, Date.now()), password: DEMONSTRATION_PASSWORD },
    })
    const { id } = await find('demo-township')
    expect((await admin.post(`/accounts/${id}/one-time-password`)).status).toBe(200)
    expect(await find('demo-township')).toMatchObject({ state: 'pending', hasSecondFactor: true })
  })

  test('nor learns from an account who is in the pool', async () => {
    expect(await find('demo-talent')).toMatchObject({ role: 'talent', name: '' })
    const { accounts } = await (await served.get('/accounts')).json()
    const seen = accounts.find((it: { role: string }) => it.role === 'talent')
    expect(seen.name, 'to a county officer').toBe('李文博')
  })
})
