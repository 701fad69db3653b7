import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { updateTalent } from '../../db/talents.ts'
import { databases } from '../databases.ts'
import { fewRows, idOf, problemIn, type Served, type SignedInClient, serve } from './served.ts'

type Saved = {
  id: string
  name: string
  query: string
  isShared: boolean
  isMine: boolean
  fresh: number
  lookedAt: string | null
}

const WOMEN = { name: '女性正式党员', query: 'sex=female&party=full', isShared: false }

describe.each(databases)('saved searches on $engine', ({ open }) => {
  let served: Served
  let township: SignedInClient
  let village: SignedInClient
  let now = new Date('2026-11-25T08:00:00.000Z')
  beforeAll(async () => {
    served = await serve({ open, rows: fewRows(), clock: () => now })
    township = await served.as('demo-township')
    village = await served.as('demo-village')
  })
  afterAll(() => served.close())

  const keep = async (client: SignedInClient, search: object): Promise<string> => {
    const answer = await client.post('/searches', search)
    expect(answer.status).toBe(201)
    return (await answer.json()).id
  }
  const listOf = async (client: SignedInClient): Promise<Saved[]> =>
    (await (await client.get('/searches')).json()).searches
  const savedOf = async (client: SignedInClient, id: string) =>
    (await listOf(client)).find((it) => it.id === id)

  test('are of the account until they are shared with the office', async () => {
    const id = await keep(township, WOMEN)
    expect(await savedOf(township, id)).toMatchObject({ ...WOMEN, isMine: true, fresh: 0 })
    expect(await savedOf(served, id)).toBeUndefined()
    expect(await savedOf(village, id)).toBeUndefined()
    await township.put(`/searches/${id}`, { ...WOMEN, name: '女党员', isShared: true })
    expect(await savedOf(township, id)).toMatchObject({ name: '女党员', isShared: true })
    expect(await savedOf(served, id), 'another office').toBeUndefined()
    expect(await savedOf(village, id), 'a village has no office').toBeUndefined()
  })

  test('are changed and removed by their author alone', async () => {
    const id = await keep(township, { ...WOMEN, isShared: true })
    for (const answer of [
      await served.put(`/searches/${id}`, WOMEN),
      await served.remove(`/searches/${id}`),
      await served.post(`/searches/${id}/looks`),
    ])
      expect(answer.status).toBe(404)
    expect((await township.remove(`/searches/${id}`)).status).toBe(200)
    expect(await savedOf(township, id)).toBeUndefined()
  })

  test('say how many were entered or changed since the last look', async () => {
    const id = await keep(served, { ...WOMEN, query: 'q=李文博' })
    const person = await idOf(served, '李文博')
    const other = await idOf(served, '刘思敏')
    now = new Date('2026-11-25T08:05:00.000Z')
    const { db } = served.given
    const at = { updatedAt: now.toISOString() }
    await updateTalent(db, { countyCode: '370406' }, person, at)
    await updateTalent(db, { countyCode: '370406' }, other, at)
    expect(await savedOf(served, id)).toMatchObject({ fresh: 1 })
    now = new Date('2026-11-25T08:10:00.000Z')
    expect((await served.post(`/searches/${id}/looks`)).status).toBe(200)
    expect(await savedOf(served, id)).toMatchObject({ fresh: 0, lookedAt: now.toISOString() })
  })

  test('that cannot be asked any more find nobody and break nothing', async () => {
    const gone = await keep(served, { ...WOMEN, query: 'like=nobody' })
    expect(await savedOf(served, gone)).toMatchObject({ fresh: 0 })
  })

  test.each([
    { body: { ...WOMEN, query: 'sort=nothing' }, pointer: '#/query', why: 'no search' },
    { body: { ...WOMEN, query: 'village=here' }, pointer: '#/query', why: 'no code' },
    { body: { ...WOMEN, name: ' ' }, pointer: '#/name', why: 'no name' },
  ])('are refused: $why', async ({ body, pointer }) => {
    expect(await problemIn(await served.post('/searches', body))).toMatchObject({
      status: 422,
      pointers: [pointer],
    })
  })

  test('of a village are its own', async () => {
    const answer = await village.post('/searches', { ...WOMEN, isShared: true })
    expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: ['#/isShared'] })
    const id = await keep(village, WOMEN)
    expect(await savedOf(village, id)).toMatchObject({ isMine: true })
    expect(await savedOf(served, id)).toBeUndefined()
  })

  test('are fifty of an account at most, since each is searched whenever they are listed', async () => {
    const mentored = await served.as('demo-village')
    const own = (await listOf(mentored)).length
    for (let at = own; at < 50; at++) await keep(mentored, { ...WOMEN, name: `第${at}项` })
    expect(await problemIn(await mentored.post('/searches', WOMEN))).toMatchObject({ status: 409 })
  })

  test('leave ids in the audit, never what was searched for', async () => {
    const auditor = await served.as('demo-auditor')
    const id = await keep(served, { ...WOMEN, query: 'q=李文博' })
    const { entries } = await (await auditor.get('/audit?limit=1')).json()
    expect(entries[0]).toMatchObject({
      action: 'search.saved',
      detail: { search: id, isShared: false },
    })
    expect(JSON.stringify(entries)).not.toContain('李文博')
  })
})
