import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dayInChina } from '../../api/days.ts'
import { type ApplyPage, numberOf, openPage, REASON } from './applied.ts'
import { accountOf } from './reviewed.ts'
import { idOf, ok, problemIn } from './served.ts'

let page: ApplyPage
beforeAll(async () => {
  page = await openPage()
})
beforeEach(() => page.begin())
afterAll(() => page.close())

describe('the clerks', () => {
  test('of the township and the county see it, those of another township do not', async () => {
    await page.handIn()
    const neighbour = await accountOf(page.round.served, {
      ...{ username: 'neighbour', name: '邻镇', role: 'township', position: '组织委员' },
      township: '370406103',
    })
    expect((await page.inbox(page.round.county)).total).toBe(1)
    expect(await page.inbox(neighbour)).toMatchObject({ total: 0, applications: [] })
    const id = await page.waiting()
    expect((await neighbour.get(`/applications/${id}`)).status).toBe(404)
    expect((await page.accept(id, null, neighbour)).status).toBe(404)
  })

  test('read it with numbers masked, and in the clear after a reason that names nobody', async () => {
    await page.handIn()
    const id = await page.waiting()
    const view = await ok(await page.round.township.get(`/applications/${id}`))
    expect(view).toMatchObject({
      inPool: null,
      namesakes: [],
      typed: { name: page.form().name, occupation: '合作社会计' },
    })
    expect(view.typed).toMatchObject({
      idNumber: `990***********${page.form().idNumber.slice(-4)}`,
      phone: '120****1111',
    })
    const reveal = (reason: string) =>
      page.round.township.post(`/applications/${id}/reveals`, { field: 'phone', reason })
    expect((await problemIn(await reveal(`给${page.form().name}打电话`))).pointers).toEqual([
      '#/reason',
    ])
    expect(await ok(await reveal('电话核对身份'))).toEqual({ value: '12000001111' })
    const { entries } = await ok(
      await (await page.round.served.as('demo-auditor')).get('/audit?action=private.revealed'),
    )
    expect(entries[0]).toMatchObject({
      reason: '电话核对身份',
      detail: { field: 'phone', application: id },
    })
  })

  test('enter somebody new: consent by the notice that was read, nominated by oneself, what was typed is gone', async () => {
    const receipt = await page.handIn()
    const id = await page.waiting()
    const { talent, nominee } = await ok(await page.accept(id))
    const portrait = await ok(await page.round.township.get(`/talents/${talent}`))
    expect(portrait).toMatchObject({
      ...{
        name: page.form().name,
        sex: 'male',
        bornOn: '1988-03-09',
        channel: 'self',
        status: 'registered',
      },
      ...{ consent: 'given', private: { phone: '120****1111' } },
    })
    const consents = await page.db
      .selectFrom('consents')
      .selectAll()
      .where('talentId', '=', talent)
      .execute()
    expect(consents).toMatchObject([{ act: 'given', channel: 'self', noticeVersion: 1 }])
    const file = await ok(await page.round.township.get(`/nominees/${nominee}`))
    expect(file.nominations).toMatchObject([
      { channel: 'self', nominator: page.form().name, reason: REASON },
    ])
    expect(await page.stored()).toMatchObject([
      { state: 'taken', cipher: null, talentId: talent, nomineeId: nominee },
    ])
    expect((await page.lookUp(receipt)).words.zh).toContain('已受理，当前环节：村自查')
  })

  test('for the pool only: nominated without a village', async () => {
    await page.handIn({ posts: [] })
    const { nominee } = await ok(await page.accept(await page.waiting()))
    const { target } = await ok(await page.round.county.get(`/nominees/${nominee}`))
    expect(target).toMatchObject({ village: null, posts: [] })
  })

  test('link somebody of the pool who has no number yet, which the record then has', async () => {
    await page.handIn({ name: '宋雅楠' })
    const id = await page.waiting()
    const known = await idOf(page.round.served, '宋雅楠')
    const { namesakes } = await ok(await page.round.township.get(`/applications/${id}`))
    expect(namesakes).toMatchObject([{ id: known, name: '宋雅楠' }])
    await page.db.deleteFrom('privateFields').where('talentId', '=', known).execute()
    expect(await ok(await page.accept(id, known))).toMatchObject({ talent: known })
    expect((await ok(await page.round.township.get(`/talents/${known}`))).private.idNumber).toMatch(
      /^990/,
    )
  })

  test.each([
    { status: 409, whom: '宋雅楠', why: 'somebody with another number is another person' },
    { status: 404, whom: null, why: 'nobody of this id' },
  ])('do not link $why', async ({ status, whom }) => {
    await page.handIn()
    const talent = whom ? await idOf(page.round.served, whom) : 'nobody'
    const { db } = page
    if (whom)
      await page.round.township.put(
        `/talents/${talent}/private/id-number`,
        { value: numberOf('1990-01-01', 1) },
        {
          'if-match': `"${(await ok(await page.round.township.get(`/talents/${talent}`))).revision}"`,
        },
      )
    expect((await page.accept(await page.waiting(), talent)).status).toBe(status)
    expect(await db.selectFrom('nominees').selectAll().execute()).toEqual([])
  })

  test('do not enter anew whose number the pool has', async () => {
    await page.handIn()
    await ok(await page.accept(await page.waiting()))
    await page.handIn({ occupation: '后来又填的一份' })
    const id = await page.waiting()
    const { inPool } = await ok(await page.round.township.get(`/applications/${id}`))
    expect(inPool.name).toBe(page.form().name)
    expect((await problemIn(await page.accept(id))).type).toContain('duplicate-person')
    expect(await ok(await page.accept(id, inPool.id))).toMatchObject({ talent: inPool.id })
  })

  test('pressed twice, at once or later, it is accepted once and answered alike', async () => {
    await page.handIn()
    const id = await page.waiting()
    const answers = await Promise.all([page.accept(id), page.accept(id)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const [one, other] = await Promise.all(answers.map((answer) => answer.json()))
    expect(other).toEqual(one)
    expect(await ok(await page.accept(id))).toEqual(one)
    const { db } = page
    expect(await db.selectFrom('nominations').selectAll().execute()).toHaveLength(1)
    expect(
      await db.selectFrom('talents').selectAll().where('name', '=', page.form().name).execute(),
    ).toHaveLength(1)
  })

  test('refuse with an answer that the person reads; nothing that was typed stays', async () => {
    const receipt = await page.handIn()
    const id = await page.waiting()
    await ok(
      await page.round.township.post(`/applications/${id}/refusal`, {
        answer: '户口不在本村，请到户籍地报名。',
      }),
    )
    expect(await page.lookUp(receipt)).toMatchObject({
      ...{ state: 'refused', mayWithdraw: false },
      words: { zh: '未予受理：户口不在本村，请到户籍地报名。' },
    })
    expect((await page.stored())[0]).toMatchObject({ cipher: null })
    expect((await page.accept(id)).status).toBe(409)
  })

  test('come to it after the window: handed in in time it is accepted in time', async () => {
    await page.handIn()
    const { db } = page
    const day = dayInChina(new Date())
    await db.updateTable('rounds').set({ closesOn: day }).execute()
    await db.updateTable('rounds').set({ opensOn: day }).execute()
    await ok(await page.accept(await page.waiting()))
    expect(await db.selectFrom('nominations').select('isLate').execute()).toEqual([{ isLate: 0 }])
  })
})
