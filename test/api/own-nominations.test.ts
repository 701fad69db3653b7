import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { HONGMEN } from '../cast.ts'
import { type ApplyPage, openPage, PASS, REASON } from './applied.ts'
import { act, answered } from './reviewed.ts'
import { idOf, ok } from './served.ts'

let page: ApplyPage
beforeAll(async () => {
  page = await openPage()
})
beforeEach(() => page.begin())
afterAll(() => page.close())

const person = () => page.round.served.as('demo-talent')

describe('the own record', () => {
  const own = async () => (await ok(await (await person()).get('/record/nominations'))).nominations
  const propose = async (about: object = {}) =>
    (await person()).post('/record/nominations', {
      ...{
        round: page.round.id,
        village: HONGMEN,
        posts: ['committee-member'],
        reason: REASON,
        ...about,
      },
    })

  test('proposes oneself once in a round, and reads in plain words who acts next', async () => {
    expect((await propose()).status).toBe(201)
    expect((await propose()).status).toBe(409)
    expect(await own()).toMatchObject([
      {
        ...{
          round: { id: page.round.id },
          posts: ['committee-member'],
          state: 'open',
          isOwn: true,
        },
        ...{
          stage: { zh: '村自查' },
          next: { zh: expect.stringMatching(/^等待村自查/) },
          talk: null,
        },
      },
    ])
  })

  test('never reads what departments answered, notes, votes or other people', async () => {
    const { nominee } = await ok(await propose())
    const note = '只写给上级看的一句话'
    await act(page.round.village, nominee, { ...PASS, note })
    await act(page.round.township, nominee, { ...PASS, note })
    await ok(await answered(page.round.police, nominee, { answer: 'objection' }))
    const text = JSON.stringify(await own())
    for (const hidden of [note, '公安', '异议', 'objection', '孟庆华', '褚福来'])
      expect([text.includes(hidden), hidden]).toEqual([false, hidden])
    expect(text).toContain('县级联审')
    const { looks } = await ok(await (await person()).get('/record/looks'))
    expect(looks[0], 'who worked on it, not what they said').toMatchObject({
      ...{ office: '公安分局', kind: 'review', reason: null, field: null },
    })
  })

  test('withdraws, and nobody is nominated against it', async () => {
    const { nominee } = await ok(await propose())
    const client = await person()
    await ok(await client.post(`/record/nominations/${nominee}/withdrawal`, { reason: '家里有事' }))
    expect(await own()).toMatchObject([{ state: 'withdrawn', next: null }])
    expect((await propose()).status).toBe(409)
    expect((await client.post(`/record/nominations/${nominee}/withdrawal`, {})).status).toBe(409)
  })

  test('of somebody else is not found', async () => {
    await page.handIn()
    const { nominee } = await ok(await page.accept(await page.waiting()))
    const client = await person()
    expect((await client.post(`/record/nominations/${nominee}/withdrawal`, {})).status).toBe(404)
  })

  test('who was not chosen reads so in plain words, and that a talk is planned', async () => {
    const { nominee } = await ok(await propose())
    await act(page.round.township, nominee, { kind: 'stop', reason: '名额所限' }).catch(
      () => undefined,
    )
    await act(page.round.county, nominee, { kind: 'stop', reason: '名额所限' }).catch(
      () => undefined,
    )
    const [told] = await own()
    expect(told).toMatchObject({ state: 'stopped', talk: 'planned', next: null })
    expect(JSON.stringify(told)).not.toContain('名额所限')
  })
})

describe('consent that is withdrawn in the middle of the joint review', () => {
  afterEach(async () => ok(await (await person()).post('/record/consent', { noticeVersion: 1 })))

  test.each([
    { by: 'the person', says: async () => (await person()).post('/record/consent-withdrawal') },
    {
      by: 'the township, from paper',
      says: async () =>
        page.round.township.post(`/talents/${await idOf(page.round.served, '李文博')}/consents`, {
          act: 'withdrawn',
        }),
    },
  ])('ends the nomination and closes the cases, said by $by', async ({ says }) => {
    const client = await person()
    const { nominee } = await ok(
      await client.post('/record/nominations', {
        ...{ round: page.round.id, village: HONGMEN, posts: ['committee-member'], reason: REASON },
      }),
    )
    await act(page.round.village, nominee, PASS)
    await act(page.round.township, nominee, PASS)
    await ok(await answered(page.round.police, nominee, { answer: 'pass' }))
    await ok(await says())
    const file = await ok(await page.round.county.get(`/nominees/${nominee}`))
    expect(file).toMatchObject({ state: 'withdrawn' })
    expect(file.acts.at(-1)).toMatchObject({ kind: 'withdraw' })
    const { cases } = await ok(await page.round.police.get('/review-cases'))
    expect(JSON.stringify(cases)).not.toContain(nominee)
  })

  test('ends it in another township as well, whose clerk did not record the paper', async () => {
    const { townships } = await page.open()
    const other = townships.find(({ code }: { code: string }) => code === '370406103')
    const { nominee } = await ok(
      await (await person()).post('/record/nominations', {
        ...{ round: page.round.id, village: other.villages[0].code, posts: ['chair'] },
        reason: REASON,
      }),
    )
    expect((await page.round.township.get(`/nominees/${nominee}`)).status).toBe(404)
    const talent = await idOf(page.round.served, '李文博')
    await ok(await page.round.township.post(`/talents/${talent}/consents`, { act: 'withdrawn' }))
    expect(await ok(await page.round.county.get(`/nominees/${nominee}`))).toMatchObject({
      state: 'withdrawn',
    })
  })
})
