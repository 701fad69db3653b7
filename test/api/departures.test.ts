import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAudit } from '../../db/audit-reading.ts'
import { HONGMEN } from '../cast.ts'
import { act, nominated, openRound, PASS, type Round, underReview } from './reviewed.ts'
import { idOf, ok, problemIn, type SignedInClient } from './served.ts'

const scope = { countyCode: '370406' }
const NEIGHBOURS_VILLAGE = '370406103201'
const REASON = '本人书面提出退出'
/** The demonstration's today is 2026-11-23. */
const TODAY = '2026-11-23'

let round: Round
beforeAll(async () => {
  round = await openRound()
})
afterAll(() => round.served.close())

type Given = { kind?: string; reason?: string; on?: string }
const read = async (id: string) => (await round.county.get(`/talents/${id}`)).json()
const leave = async (client: SignedInClient, id: string, given: Given, revision?: number) =>
  client.post(
    `/talents/${id}/departures`,
    { kind: 'own-wish', reason: REASON, on: TODAY, ...given },
    { 'if-match': `"${revision ?? (await read(id)).revision}"` },
  )
const listed = async (id: string) =>
  (await ok(await round.county.get(`/talents/${id}/departures`))).departures
const viewOf = async (nominee: string) => ok(await round.county.get(`/nominees/${nominee}`))
let entered = 0
/** Somebody new, so that each test has a person of its own. */
async function person(village = HONGMEN): Promise<string> {
  const name = `欧阳${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[entered++]}`
  const body = { name, homeVillage: village, channel: 'recommended', basis: 'duty', isNew: true }
  const { id } = await ok((await round.county.post('/talents', body)) as Response)
  return id
}

describe('somebody who leaves', () => {
  test('is out of the pool from then on, with why and since when, and what was there before', async () => {
    const id = await person()
    const { status: before, revision } = await read(id)
    expect((await leave(round.township, id, { on: '2026-11-20' })).status).toBe(201)
    expect(await read(id)).toMatchObject({ status: 'left', revision: revision + 1 })
    expect(await listed(id)).toMatchObject([
      { kind: 'own-wish', reason: REASON, on: '2026-11-20', by: '孟庆华' },
    ])
    const { changes } = await (await round.county.get(`/talents/${id}/history`)).json()
    expect(changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'status', before, after: 'left', by: '孟庆华' }),
        expect.objectContaining({ field: 'statusReason', after: REASON }),
      ]),
    )
  })

  test('is ranked no more, and is again after coming back', async () => {
    const id = await idOf(round.served, '李文博')
    const asked = { village: HONGMEN, post: 'secretary' }
    const places = async () =>
      JSON.stringify(await ok((await round.township.post('/rankings', asked)) as Response))
    expect(await places()).toContain(id)
    const { status } = await read(id)
    await leave(round.township, id, {})
    expect(await places()).not.toContain(id)
    const back = { kind: 'returned', reason: '本人申请重新入库' }
    expect((await leave(round.township, id, back)).status).toBe(201)
    expect((await read(id)).status).toBe(status)
    expect(await places()).toContain(id)
    expect((await listed(id)).map(({ kind }: { kind: string }) => kind)).toEqual([
      'returned',
      'own-wish',
    ])
  })

  test('comes back to the status of before also where a record was changed by hand', async () => {
    const id = await person()
    const { status, revision } = await read(id)
    const change = { status: 'left', reason: '迁往外县居住' }
    await round.township.patch(`/talents/${id}`, change, { 'if-match': `"${revision}"` })
    await leave(round.township, id, { kind: 'returned', reason: '回村居住' })
    expect(await read(id)).toMatchObject({ status })
  })

  test('is in the audit by id and reason alone', async () => {
    const id = await person()
    await leave(round.township, id, {})
    const [entry] = await listAudit(round.served.given.db, scope)
    expect(entry).toMatchObject({
      ...{ action: 'departure.recorded', subjects: [id], reason: REASON },
      detail: { fields: ['status', 'statusReason'] },
    })
  })
})

test('the person reads in the own record that they left, since when and why', async () => {
  const id = await idOf(round.served, '李文博')
  const own = await round.served.as('demo-talent')
  await leave(round.township, id, { on: '2026-11-22' })
  const { departures } = await ok(await own.get('/record'))
  expect(departures[0]).toEqual({ kind: 'own-wish', reason: REASON, on: '2026-11-22' })
})

describe('nominations under way of somebody who leaves', () => {
  test('are withdrawn by a signed act when it is the own wish, and departments are asked no more', async () => {
    const nominee = await underReview(round, { name: '宋雅楠' })
    const id = await idOf(round.served, '宋雅楠')
    const cases = async () => JSON.stringify(await ok(await round.reviewer.get('/review-cases')))
    expect(await cases()).toContain(nominee)
    expect((await leave(round.township, id, {})).status).toBe(201)
    const view = await viewOf(nominee)
    expect(view).toMatchObject({ state: 'withdrawn', outcome: null, waitsFor: 'nobody' })
    expect(view.acts.at(-1)).toMatchObject({
      ...{ kind: 'withdraw', name: '孟庆华', body: { reason: REASON, isOnPaper: true } },
    })
    expect(await cases()).not.toContain(nominee)
    await leave(round.township, id, { kind: 'returned', reason: '本人改变主意' })
    expect((await viewOf(nominee)).state, 'coming back takes nothing up again').toBe('withdrawn')
  })

  test('are stopped by the county with the reason, and a talk is due', async () => {
    const nominee = await nominated(round, { name: '张立群' })
    const id = await idOf(round.served, '张立群')
    const given = { kind: 'unfit', reason: '考核认定不胜任' }
    expect((await leave(round.county, id, given)).status).toBe(201)
    expect(await viewOf(nominee)).toMatchObject({
      ...{ state: 'stopped', outcome: 'not-chosen', isTalkDue: true },
    })
  })

  test('are none of a township to end for another reason than the own wish', async () => {
    const nominee = await nominated(round, { name: '刘思敏' })
    const id = await idOf(round.served, '刘思敏')
    const { status, type } = await problemIn(
      await leave(round.township, id, { kind: 'left', reason: '任满离任' }),
    )
    expect({ status, type }).toEqual({ status: 409, type: '/problems/conflict' })
    expect((await viewOf(nominee)).state).toBe('open')
    expect((await read(id)).status).not.toBe('left')
  })

  test('are not left behind by a change of the record: that asks for the entry', async () => {
    const id = await idOf(round.served, '刘思敏')
    const { revision } = await read(id)
    const change = { status: 'left', reason: '迁往外县居住' }
    const seen = { 'if-match': `"${revision}"` }
    const { status, pointers } = await problemIn(
      await round.township.patch(`/talents/${id}`, change, seen),
    )
    expect({ status, pointers }).toEqual({ status: 422, pointers: ['#/status'] })
  })

  test('stand with all else when somebody signed meanwhile: nothing is half done', async () => {
    const nominee = await nominated(round, { name: '赵庆河' })
    const id = await idOf(round.served, '赵庆河')
    const { revision } = await read(id)
    const [left, signed] = await Promise.all([
      leave(round.township, id, {}, revision),
      act(round.township, nominee, PASS).then(
        () => 'signed',
        () => 'refused',
      ),
    ])
    const view = await viewOf(nominee)
    const hasLeft = (await read(id)).status === 'left'
    expect([201, 412]).toContain(left.status)
    expect(hasLeft).toBe(left.status === 201)
    expect(view.state).toBe(hasLeft ? 'withdrawn' : 'open')
    expect(await listed(id)).toHaveLength(hasLeft ? 1 : 0)
    const kinds = view.acts.map(({ kind }: { kind: string }) => kind)
    expect(kinds.includes('pass')).toBe(signed === 'signed')
    expect(kinds.includes('withdraw')).toBe(hasLeft)
  })
})

describe('an entry is refused', () => {
  test.each([
    { given: { kind: 'dismissed' }, why: 'dismissing is the county’s' },
    { given: { kind: 'unfit' }, why: 'so is finding somebody unfit' },
  ])('to a township: $why', async ({ given }) => {
    const id = await person()
    expect((await leave(round.township, id, given)).status).toBe(403)
    expect((await leave(round.county, id, given)).status).toBe(201)
  })

  test.each([
    { given: { reason: '退出' }, at: '#/reason', why: 'it hardly says why' },
    { given: { reason: '电话 12055550137 告知' }, at: '#/reason', why: 'a number stays for ever' },
    { given: { on: '2026-11-24' }, at: '#/on', why: 'it is tomorrow' },
    { given: { on: '2026-02-30' }, at: '#/on', why: 'there is no such day' },
    { given: { kind: 'retired' }, at: '#/kind', why: 'no such kind' },
  ])('for $at: $why', async ({ given, at }) => {
    const id = await person()
    const { status, pointers } = await problemIn(await leave(round.county, id, given))
    expect({ status, pointers }).toEqual({ status: 422, pointers: [at] })
    expect(await listed(id)).toEqual([])
  })

  test('that names the person, since it outlives the record', async () => {
    const id = await idOf(round.served, '王海洋')
    const { status } = await problemIn(
      await leave(round.county, id, { reason: '王海洋本人要求退出' }),
    )
    expect(status).toBe(422)
  })

  test('for who has left already, and as a return for who has not', async () => {
    const id = await person()
    expect((await leave(round.county, id, { kind: 'returned', reason: '重新入库' })).status).toBe(
      409,
    )
    await leave(round.county, id, {})
    expect((await leave(round.county, id, {})).status).toBe(409)
  })

  test('with a record that somebody changed meanwhile, or without saying which was seen', async () => {
    const id = await person()
    expect((await leave(round.county, id, {}, 99)).status).toBe(412)
    const body = { kind: 'own-wish', reason: REASON, on: TODAY }
    expect((await round.county.post(`/talents/${id}/departures`, body)).status).toBe(428)
  })

  test('about somebody of another township, who is not found', async () => {
    const id = await person(NEIGHBOURS_VILLAGE)
    expect((await leave(round.township, id, {})).status).toBe(404)
    expect((await round.township.get(`/talents/${id}/departures`)).status).toBe(404)
  })
})
