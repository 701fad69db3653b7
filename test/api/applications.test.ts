import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { HONGMEN } from '../cast.ts'
import { type ApplyPage, numberOf, openPage, PASS } from './applied.ts'
import { act, answered, fileOf } from './reviewed.ts'
import { idOf, ok, problemIn } from './served.ts'

let page: ApplyPage
beforeAll(async () => {
  page = await openPage()
})
beforeEach(() => page.begin())
afterAll(() => page.close())

const NUMBER = numberOf('1988-03-09', 901)

describe('the public page', () => {
  test('names the rounds that run today, every village and the notice, and nobody', async () => {
    const open = await page.open()
    expect(open.rounds).toMatchObject([{ id: page.round.id, kind: 'term-change' }])
    expect(open.notice.version).toBe(1)
    const beizhuang = open.townships.find(({ name }: { name: string }) => name === '北庄镇')
    expect(beizhuang.villages).toContainEqual({ code: HONGMEN, name: '洪门村' })
    expect(Object.keys(open).sort()).toEqual(['county', 'notice', 'rounds', 'townships'])
  })

  test.each([
    { opensOn: '2026-12-01', closesOn: '2026-12-31', why: 'ahead' },
    { opensOn: '2026-11-01', closesOn: '2026-11-22', why: 'over since yesterday' },
  ])('outside of the window, $why, no place is listed and nothing taken', async (window) => {
    const { why: _, ...days } = window
    await page.db.updateTable('rounds').set(days).execute()
    const open = await page.open()
    expect(open).toMatchObject({ rounds: [], townships: [] })
    expect(await problemIn(await page.apply())).toMatchObject({
      status: 409,
      type: expect.stringContaining('conflict'),
    })
    expect(await page.stored()).toEqual([])
  })

  test.each([
    {
      own: { idNumber: `${NUMBER.slice(0, 17)}${NUMBER.endsWith('0') ? 1 : 0}` },
      at: '#/idNumber',
      why: 'the check digit does not fit',
    },
    { own: { idNumber: NUMBER.slice(1) }, at: '#/idNumber', why: '17 signs' },
    { own: { bornOn: '1988-03-10' }, at: '#/bornOn', why: 'another day than the number says' },
    { own: { sex: 'female' }, at: '#/sex', why: 'another sex than the number says' },
    {
      own: { bornOn: '2012-01-01', idNumber: numberOf('2012-01-01', 1) },
      at: '#/bornOn',
      why: 'a child',
    },
    { own: { phone: '12345' }, at: '#/phone', why: 'no telephone number' },
    { own: { posts: ['chair', 'supervisor'] }, at: '#/posts', why: 'not held together by law' },
    { own: { village: '370406104999' }, at: '#/village', why: 'no such village' },
    { own: { round: 'none' }, at: '#/round', why: 'no such round' },
    { own: { reason: '想干' }, at: '#/reason', why: 'hardly a reason' },
    { own: { hasConsented: false }, at: '#/hasConsented', why: 'no consent, no application' },
    { own: { name: '<b>公孙</b>' }, at: '#/name', why: 'no name' },
  ])('refuses at the field $at: $why', async ({ own, at }) => {
    const answer = await page.apply(own)
    expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: [at] })
    expect(await page.stored()).toEqual([])
  })

  test('refuses a consent to a notice that is not in force', async () => {
    expect((await problemIn(await page.apply({ noticeVersion: 2 }))).status).toBe(412)
  })

  test('stores nothing of a person in the clear, and of the receipt its hash alone', async () => {
    const receipt = await page.handIn()
    expect(receipt).toMatch(/^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$/)
    const rows = JSON.stringify(await page.stored())
    const audit = JSON.stringify(await page.db.selectFrom('auditEntries').selectAll().execute())
    for (const value of [
      page.form().name,
      page.form().idNumber,
      '12000001111',
      '合作社会计',
      '账目公开',
      receipt,
    ])
      expect([rows.includes(value), audit.includes(value), value]).toEqual([false, false, value])
  })
})

describe('what a stranger cannot find out', () => {
  test.each([
    { name: '李文博', why: 'of somebody in the pool' },
    { name: '公孙明', why: 'of somebody unknown' },
  ])('the number $why is answered like any other', async ({ name }) => {
    const own = await page.round.township.post(
      `/talents/${await idOf(page.round.served, '李文博')}/reveals`,
      {
        field: 'id-number',
        reason: '核对登记信息',
      },
    )
    const { value } = await own.json()
    const known = {
      ...{
        idNumber: value,
        bornOn: `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`,
      },
      sex: Number(value[16]) % 2 === 1 ? 'male' : 'female',
    }
    const answer = await page.apply({ name, ...(name === '李文博' && known) })
    expect(answer.status).toBe(201)
    expect(Object.keys(await answer.json())).toEqual(['receipt'])
  })

  test('the same number again: every receipt answers alike, three are kept, nobody is replaced', async () => {
    const receipts: string[] = []
    for (const occupation of ['会计', '电工', '木匠', '瓦工', '司机'])
      receipts.push(await page.handIn({ occupation }))
    expect(new Set(receipts).size).toBe(5)
    const standings = await Promise.all(receipts.map(page.lookUp))
    expect(new Set(standings.map(({ state, words }) => state + words.zh)).size).toBe(1)
    expect((await page.stored()).filter(({ cipher }) => cipher !== null)).toHaveLength(3)
    const { applications } = await page.inbox()
    expect(applications.map(({ sameNumber }: { sameNumber: number }) => sameNumber)).toEqual([
      4, 4, 4, 4, 4,
    ])
  })

  test('when one of a number is accepted the others end in words that do not say why', async () => {
    const first = await page.handIn()
    const second = await page.handIn({ reason: '别人用同一个号码填写的一份内容' })
    expect((await page.accept(await page.waiting())).status).toBe(200)
    expect((await page.lookUp(first)).state).toBe('open')
    const other = await page.lookUp(second)
    expect(other.state).toBe('refused')
    expect(other.words.zh).not.toMatch(/重复|同一|另一/)
    expect((await page.stored()).map(({ cipher }) => cipher)).toEqual([null, null])
  })

  test('what a look-up tells names nobody', async () => {
    const standing = await page.lookUp(await page.handIn())
    expect(standing).toMatchObject({
      state: 'waiting',
      mayWithdraw: true,
      village: { code: HONGMEN },
    })
    expect(standing.words.zh).toContain('等待乡镇核对')
    expect(JSON.stringify(standing)).not.toContain(page.form().name)
  })

  test('wrong receipts are slowed down; a right one, however typed, is not counted', async () => {
    const receipt = await page.handIn()
    for (let i = 0; i < 25; i++) await page.lookUp(receipt.toLowerCase().replaceAll('-', ' '))
    const answers: number[] = []
    for (let i = 0; i < 21; i++)
      answers.push(
        (await page.to('/applications/look-up', { receipt: `AAAA-BBBB-${1000 + i}` })).status,
      )
    expect(answers.slice(0, 20)).toEqual(Array(20).fill(404))
    expect(answers[20]).toBe(429)
  })
})

describe('a flood', () => {
  test('from one address is refused with words and when to try again', async () => {
    for (let i = 0; i < 20; i++) expect((await page.apply()).status).toBe(201)
    const answer = await page.apply()
    expect(await problemIn(answer)).toMatchObject({
      status: 429,
      detail: expect.stringContaining('分钟后'),
    })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(60)
    expect(await page.stored()).toHaveLength(20)
  })

  test('does not fill the disk: the round takes 5,000 that wait and then says where to go', async () => {
    await page.handIn()
    const [row] = await page.stored()
    const { db } = page
    const many = Array.from({ length: 4999 }, (_, i) => ({
      ...{ ...row!, id: `filled-${i}`, receipt: `filled-${i}`, cipher: null },
    }))
    for (let at = 0; at < many.length; at += 500)
      await db
        .insertInto('applications')
        .values(many.slice(at, at + 500))
        .execute()
    expect(await problemIn(await page.apply())).toMatchObject({
      status: 409,
      detail: expect.stringContaining('上限'),
    })
    await db
      .updateTable('applications')
      .set({ state: 'refused' })
      .where('id', '=', 'filled-1')
      .execute()
    expect((await page.apply()).status).toBe(201)
  })
})

describe('whoever holds the receipt', () => {
  test('withdraws before anybody looked: what was typed is gone', async () => {
    const receipt = await page.handIn()
    expect(await ok(await page.withdraw(receipt))).toMatchObject({
      state: 'withdrawn',
      mayWithdraw: false,
    })
    expect(await page.stored()).toMatchObject([{ state: 'withdrawn', cipher: null }])
    expect((await page.withdraw(receipt)).status).toBe(200)
    expect((await page.inbox()).total).toBe(0)
  })

  test('withdraws in the middle of the joint review: signed by the person, the departments’ cases close', async () => {
    const receipt = await page.handIn()
    const { nominee } = await ok(await page.accept(await page.waiting()))
    await act(page.round.village, nominee, PASS)
    await complete(nominee)
    await act(page.round.township, nominee, PASS)
    await ok(await answered(page.round.police, nominee, { answer: 'pass' }))
    expect((await page.lookUp(receipt)).words.zh).toContain('县级联审')
    expect((await ok(await page.withdraw(receipt))).state).toBe('withdrawn')
    const file = await ok(await page.round.county.get(`/nominees/${nominee}`))
    expect(file).toMatchObject({ state: 'withdrawn' })
    expect(file.acts.at(-1)).toMatchObject({ kind: 'withdraw', name: page.form().name })
    const { cases } = await ok(await page.round.police.get('/review-cases'))
    expect(JSON.stringify(cases)).not.toContain(nominee)
    expect((await page.withdraw(receipt)).status).toBe(200)
    // Erased, the person is not named by what was signed without an account either.
    const { talent } = await fileOf(page.round, file.id)
    const erasure = { reason: '本人书面申请删除' }
    await ok(await page.round.county.post(`/talents/${talent.id}/erasure`, erasure))
    const names = await page.db.selectFrom('reviewActs').select('accountName').execute()
    expect(JSON.stringify(names)).not.toContain(talent.name)
  })
})

/** What the rules ask of somebody new before the township can pass them. */
async function complete(nominee: string): Promise<void> {
  const { talent } = await ok(await page.round.county.get(`/nominees/${nominee}`))
  const { revision } = await ok(await page.round.township.get(`/talents/${talent.id}`))
  const facts = { isFit: true, experienceYears: 6, willingness: 'village' }
  await ok(
    await page.round.township.patch(`/talents/${talent.id}`, facts, {
      'if-match': `"${revision}"`,
    }),
  )
}
