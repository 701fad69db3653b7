import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { Corrections, type OwnCorrection } from '../../api/shapes/record.ts'
import { listAudit } from '../../db/audit-reading.ts'
import { listHistory } from '../../db/talent-history.ts'
import { fewRows, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

const NEIGHBOUR = '370406103'
const scope = { countyCode: '370406' }
let served: Served
let township: SignedInClient
let person: SignedInClient
const begin = async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
  person = await served.as('demo-talent')
}
const end = () => served.close()
/** Somebody of the township without an office. */
const somebodyOf = async (township: string) => {
  const { people } = await ok(await served.api.talents.$get({ query: { township, limit: '200' } }))
  return people.find(({ status }) => status === 'in-pool')!.id
}
const entries = (action: string) => listAudit(served.given.db, scope, { action: [action] })

type Own = z.infer<typeof OwnCorrection>
const ask = (field: string, proposed: string, note = '') =>
  person.post('/record/corrections', { field, proposed, note })
const asked = async (field: string, proposed: string): Promise<string> =>
  (await ok(await ask(field, proposed))).id
const own = async (): Promise<Own[]> => (await ok(await person.get('/record'))).corrections

describe('a correction', () => {
  beforeEach(begin)
  afterEach(end)

  test.each([
    { field: 'occupation', proposed: '合作社顾问', shows: { occupation: '合作社顾问' } },
    { field: 'education', proposed: 'postgraduate', shows: { education: 'postgraduate' } },
    { field: 'bornOn', proposed: '1988-03-05', shows: { bornOn: '1988-03-05' } },
    { field: 'partyStatus', proposed: 'probationary', shows: { partyStatus: 'probationary' } },
    { field: 'willingness', proposed: 'county', shows: { willingness: 'county' } },
    { field: 'phone', proposed: '120 1234 5678', shows: { private: { phone: '12012345678' } } },
    { field: 'name', proposed: '单文博', shows: { name: '单文博' } },
  ])('of $field is in the record once it is accepted', async ({ field, proposed, shows }) => {
    const correction = await asked(field, proposed)
    const answer = { isAccepted: true, answer: '经核对材料属实' }
    expect((await township.post(`/corrections/${correction}/answer`, answer)).status).toBe(200)
    expect(await ok(await person.get('/record'))).toMatchObject({
      ...shows,
      corrections: [{ field, state: 'accepted', answer: '经核对材料属实' }],
    })
    const { id } = await ok(await person.get('/record'))
    expect(await listHistory(served.given.db, scope, id)).toMatchObject([{ field }])
    const [entry] = await entries('correction.answered')
    expect(entry).toMatchObject({ subjects: [id], detail: { field, isAccepted: true } })
    expect(JSON.stringify(entry?.detail)).not.toContain(proposed)
  })

  test('that is refused changes nothing, and the person reads why', async () => {
    const before = await ok(await person.get('/record'))
    const correction = await asked('education', 'postgraduate')
    const answer = { isAccepted: false, answer: '未见学历证书，请补交' }
    expect((await township.post(`/corrections/${correction}/answer`, answer)).status).toBe(200)
    expect(await ok(await person.get('/record'))).toMatchObject({
      education: before.education,
      corrections: [{ state: 'refused', answer: '未见学历证书，请补交' }],
    })
    expect(await listHistory(served.given.db, scope, before.id)).toEqual([])
  })

  test('is answered once', async () => {
    const correction = await asked('occupation', '果农')
    const answer = { isAccepted: false, answer: '请补充说明' }
    await township.post(`/corrections/${correction}/answer`, answer)
    const again = await served.post(`/corrections/${correction}/answer`, {
      ...answer,
      isAccepted: true,
    })
    expect(await problemIn(again)).toMatchObject({
      status: 409,
      type: '/problems/already-finished',
    })
  })

  test('of a name is found by its pinyin, and the account bears it', async () => {
    const correction = await asked('name', '单文博')
    const answer = { isAccepted: true, answer: '户口本已核对' }
    await township.post(`/corrections/${correction}/answer`, answer)
    // The surname is read Shàn, not Dān.
    const { people } = await ok(await served.api.talents.$get({ query: { q: 'shanwenbo' } }))
    expect(people.map(({ name }) => name)).toEqual(['单文博'])
    const { account } = await ok(await person.get('/session'))
    expect(account.name).toBe('单文博')
  })

  test('stands in the list of who answers, with what the record says now', async () => {
    await asked('occupation', '果农')
    await asked('phone', '12012345678')
    const listed = await ok(await township.get('/corrections?state=open'))
    expect(Corrections.parse(listed)).toEqual(listed)
    expect(listed.corrections).toMatchObject([
      { field: 'occupation', proposed: '果农', current: '返乡办葡萄专业合作社，任理事长' },
      {
        field: 'phone',
        proposed: '120****5678',
        current: expect.stringMatching(/^120\*{4}\d{4}$/),
      },
    ])
    expect(listed.corrections[0].person).toMatchObject({
      ...{ name: '李文博', homeVillage: { name: '洪门村' } },
    })
  })

  test('of a telephone number is stored encrypted and shown in the clear for a reason only', async () => {
    const id = await asked('phone', '12012345678')
    const { db } = served.given
    const { proposed } = await db.selectFrom('corrections').selectAll().executeTakeFirstOrThrow()
    expect(proposed).not.toContain('12012345678')
    expect(await own()).toMatchObject([{ proposed: '12012345678' }])
    expect((await township.post(`/corrections/${id}/reveals`, {})).status).toBe(422)
    const shown = await township.post(`/corrections/${id}/reveals`, { reason: '拨打核实' })
    expect(await ok(shown)).toEqual({ value: '12012345678' })
    const [entry] = await entries('private.revealed')
    expect(entry).toMatchObject({ reason: '拨打核实', detail: { field: 'phone', correction: id } })
  })

  test('in words changes nothing by itself', async () => {
    const before = await ok(await person.get('/record'))
    const correction = await asked('other', '请删除我的全部资料')
    const answer = { isAccepted: true, answer: '同意删除，即日办理' }
    await served.post(`/corrections/${correction}/answer`, answer)
    const { corrections, ...after } = await ok(await person.get('/record'))
    expect(corrections).toMatchObject([{ field: 'other', state: 'accepted' }])
    expect(after).toEqual({ ...before, corrections: undefined })
  })

  test('twenty wait at most', async () => {
    for (let at = 0; at < 20; at += 1) await asked('other', `第 ${at} 项`)
    expect(await problemIn(await ask('other', '又一项'))).toMatchObject({
      ...{ status: 409, type: '/problems/conflict' },
    })
    const [first] = await own()
    await served.post(`/corrections/${first!.id}/answer`, { isAccepted: false, answer: '查无依据' })
    expect((await ask('other', '又一项')).status).toBe(201)
  })

  test('without a reason is no answer', async () => {
    const id = await asked('occupation', '果农')
    const answer = await township.post(`/corrections/${id}/answer`, {
      ...{ isAccepted: true, answer: '好' },
    })
    expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: ['#/answer'] })
  })

  test('of a person of another township is neither listed nor answered', async () => {
    const { db } = served.given
    const talentId = await somebodyOf(NEIGHBOUR)
    const text = {
      field: 'other',
      proposed: '请核对',
      note: '',
      askedAt: '2026-11-22T08:00:00.000Z',
    }
    await db
      .insertInto('corrections')
      .values({
        ...{ ...scope, id: 'foreign', talentId, ...text, state: 'open' },
        ...{ answer: null, answeredAt: null, answeredBy: null },
      })
      .execute()
    expect((await ok(await township.get('/corrections'))).corrections).toEqual([])
    const answer = { isAccepted: true, answer: '已经核对' }
    expect((await township.post('/corrections/foreign/answer', answer)).status).toBe(404)
    const reveal = { reason: '拨打核实' }
    expect((await township.post('/corrections/foreign/reveals', reveal)).status).toBe(404)
    expect((await ok(await served.get('/corrections'))).corrections).toHaveLength(1)
    expect((await served.post('/corrections/foreign/answer', answer)).status).toBe(200)
  })
})

describe('a correction that says nothing usable', () => {
  beforeAll(begin)
  afterAll(end)

  test.each([
    { field: 'education', proposed: 'doctor', why: 'no level of education' },
    { field: 'partyStatus', proposed: 'member', why: 'no party status' },
    { field: 'willingness', proposed: 'anywhere', why: 'no reach' },
    { field: 'bornOn', proposed: '1988', why: 'a year alone' },
    { field: 'bornOn', proposed: '1988-13', why: 'no month' },
    { field: 'bornOn', proposed: '1989-02-29', why: 'no day of that year' },
    { field: 'bornOn', proposed: '2027-01-01', why: 'still to come' },
    { field: 'bornOn', proposed: '1870-01-01', why: 'nobody is that old' },
    { field: 'phone', proposed: '12345', why: 'no number' },
    { field: 'name', proposed: '李文博1', why: 'no letters' },
    { field: 'occupation', proposed: '农'.repeat(101), why: 'longer than a line' },
    { field: 'occupation', proposed: ' ', why: 'nothing' },
  ])('of $field to $proposed is refused: $why', async ({ field, proposed }) => {
    expect(await problemIn(await ask(field, proposed))).toMatchObject({
      ...{ status: 422, pointers: ['#/proposed'] },
    })
  })

  test.each([
    { body: { field: 'idNumber', proposed: '1' }, pointer: '#/field', why: 'not among the fields' },
    { body: { field: 'other' }, pointer: '#/proposed', why: 'nothing is proposed' },
    { body: { field: 'other', proposed: 'a\0b' }, pointer: '#', why: 'a sign that no table holds' },
  ])('is refused: $why', async ({ body, pointer }) => {
    const answer = await person.post('/record/corrections', body)
    expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: [pointer] })
  })
})
