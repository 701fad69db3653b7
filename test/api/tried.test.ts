import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TOWNSHIP } from '../cast.ts'
import { fewRows, idOf, problemIn, type Served, serve } from './served.ts'

let served: Served
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
})
afterAll(() => served.close())

const audited = async (query: string) => {
  const auditor = await served.as('demo-auditor')
  return (await (await auditor.get(`/audit?${query}`)).json()).entries
}

describe('the audit has what was tried, and nobody’s name', () => {
  test('a right password of an account that waits', async () => {
    const admin = await served.as('demo-admin')
    const { accounts } = await (await admin.get('/accounts')).json()
    const { id, revision } = accounts.find(
      (it: { username: string }) => it.username === 'demo-village',
    )
    const wider = { name: '褚福来', role: 'township', township: TOWNSHIP }
    await admin.put(`/accounts/${id}`, wider, { 'if-match': `"${revision}"` })
    await expect(served.as('demo-village')).rejects.toThrow(/account-pending/)
    const [entry] = await audited('action=session.refused&limit=1')
    expect(entry).toMatchObject({ outcome: 'failed', detail: { why: 'pending' } })
    expect(JSON.stringify(entry)).not.toContain('demo-village')
  })

  test('every forged id: of a plan, a village, a correction', async () => {
    const clerk = await served.as('demo-township')
    const id = '019cabed-0000-7000-8000-000000000000'
    await clerk.get(`/plans/${id}`)
    await clerk.get('/villages/370406103201')
    await clerk.post(`/corrections/${id}/answer`, { isAccepted: false, answer: '不予更正' })
    await clerk.get(`/plans/${encodeURIComponent('李文博')}`)
    const entries = await audited('outcome=denied&limit=4')
    expect(entries.reverse()).toMatchObject([
      { action: 'plan.missed', subjects: [id] },
      { action: 'village.missed', detail: { village: '370406103201' } },
      { action: 'correction.missed', subjects: [id] },
      { action: 'plan.missed', subjects: [] },
    ])
  })

  test.each([
    { reason: '核对李文博的联审材料', why: 'the name' },
    { reason: '联审 990406198803011234', why: 'an identity number' },
    { reason: '联审 990406 19880301 1234', why: 'one in groups' },
    { reason: '致电 12012345678 核实', why: 'a telephone number' },
    { reason: '致电 0632-1234567 核实', why: 'a landline' },
  ])('holds no reason that erasure could not take back: $why', async ({ reason }) => {
    const id = await idOf(served, '李文博')
    const reviewer = await served.as('demo-reviewer')
    for (const answer of [
      await served.post(`/talents/${id}/reveals`, { field: 'phone', reason }),
      await reviewer.post(`/review-cases/${id}/reveals`, { reason }),
      await served.post(`/talents/${id}/erasure`, { reason }),
      await served.post(`/retention/${id}`, { keepUntil: '2030-01-01', reason }),
    ])
      expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: ['#/reason'] })
    expect(JSON.stringify(await audited('limit=500'))).not.toContain(reason)
  })

  test('holds values of filters and nothing that somebody typed instead', async () => {
    const typed = ['李文博', '12012345678', '990406198803011234', '__proto__', 'a b']
    const list = '019cabed-0000-7000-8000-000000000000'
    const query = `skill=finance,${typed.join()}&township=${TOWNSHIP}&age=31-35&list=${list}`
    expect((await served.get(`/talents?${query}`)).status).toBe(200)
    const [entry] = await audited('action=talents.searched&limit=1')
    expect(entry.detail).toEqual({
      ...{ hasText: false, township: [TOWNSHIP], age: ['31-35'], skill: ['finance'], list: [list] },
    })
  })

  test('takes a date and the number of a document as a reason', async () => {
    const id = await idOf(served, '李文博')
    const reason = '按区委组〔2026〕12号文，2026-11-25 至 2026-12-01 联审'
    const answer = await served.post(`/talents/${id}/reveals`, { field: 'phone', reason })
    expect(answer.status).toBe(200)
  })
})
