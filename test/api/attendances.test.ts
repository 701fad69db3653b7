import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fewRows, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

let served: Served
let village: SignedInClient
let people: { id: string }[]
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  village = await served.as('demo-village')
  people = (await gridAs(village)).people.map(({ talent }) => talent)
})
afterAll(() => served.close())

/** Of which the demonstration has nothing. */
const MONTH = '2025-03'
const KEPT = { days: { due: 22, present: 20 }, meetings: { due: 2, present: 2 }, remarks: '' }
const gridAs = async (client: SignedInClient, query: Record<string, string> = {}) =>
  ok(await client.api.attendances.$get({ query }))
const keep = (id: string, body: unknown, { month = MONTH, revision = 0, client = village } = {}) =>
  client.put(`/attendances/${id}/${month}`, body, { 'if-match': `"${revision}"` })
const cellOf = async (id: string, month = MONTH) =>
  (await gridAs(village, { year: month.slice(0, 4) })).people
    .find(({ talent }) => talent.id === id)!
    .cells.find((cell) => cell.month === month)

test('a village keeps a month of its people, and the entry becomes evidence', async () => {
  const { id } = people[0]!
  expect(await (await keep(id, KEPT)).json()).toEqual({ revision: 1 })
  expect(await cellOf(id)).toMatchObject({ ...KEPT, revision: 1 })
  const evidence = await served.given.db
    .selectFrom('evidence')
    .select('criterion')
    .where('talentId', '=', id)
    .where('entryKind', '=', 'attendance')
    .execute()
  expect(evidence.map(({ criterion }) => criterion).sort()).toEqual(['conduct', 'political'])
})

test('not counted is kept as that, never as 0', async () => {
  const { id } = people[1]!
  await keep(id, { ...KEPT, days: null })
  expect(await cellOf(id)).toMatchObject({ days: null, meetings: { due: 2, present: 2 } })
})

test('of two who keep the same month the second is told', async () => {
  const { id } = people[2]!
  expect((await keep(id, KEPT)).status).toBe(200)
  expect((await keep(id, { ...KEPT, remarks: '又' })).status).toBe(412)
  expect((await keep(id, { ...KEPT, remarks: '改' }, { revision: 1 })).status).toBe(200)
  expect((await village.put(`/attendances/${id}/${MONTH}`, KEPT)).status).toBe(428)
})

test('an entry made by mistake goes, with the evidence that followed from it', async () => {
  const { id } = people[0]!
  const month = '2025-02'
  await keep(id, KEPT, { month })
  const gone = await village.remove(`/attendances/${id}/${month}`, undefined, { 'if-match': '"1"' })
  expect(gone.status).toBe(200)
  expect(await cellOf(id, month)).toBeUndefined()
})

describe('what cannot be', () => {
  test.each([
    {
      why: 'more present than due',
      about: { days: { due: 20, present: 21 } },
      pointer: '#/days/present',
    },
    {
      why: 'more meetings than were due',
      about: { meetings: { due: 1, present: 2 } },
      pointer: '#/meetings/present',
    },
    { why: 'half a day', about: { days: { due: 20, present: 19.5 } }, pointer: '#/days/present' },
    { why: 'days below nothing', about: { days: { due: -1, present: -1 } }, pointer: '#/days/due' },
    {
      why: 'a number in the remarks',
      about: { remarks: '电话 12012345678' },
      pointer: '#/remarks',
    },
  ])('$why', async ({ about, pointer }) => {
    const problem = await problemIn(await keep(people[1]!.id, { ...KEPT, ...about }))
    expect(problem.status).toBe(422)
    expect(problem.pointers).toContain(pointer)
  })

  test.each([
    { why: 'February of 2026 has 28 days', month: '2026-02', due: 29, pointer: '#/days/due' },
    { why: 'a month to come', month: '2027-01', due: 20, pointer: '#/month' },
    { why: 'a month long ago', month: '2020-01', due: 20, pointer: '#/month' },
  ])('$why', async ({ month, due, pointer }) => {
    const body = { ...KEPT, days: { due, present: 1 } }
    const problem = await problemIn(await keep(people[1]!.id, body, { month }))
    expect(problem).toMatchObject({ status: 422, pointers: [pointer] })
  })

  test('February of a leap year has 29', async () => {
    const body = { ...KEPT, days: { due: 29, present: 29 } }
    expect((await keep(people[1]!.id, body, { month: '2024-02' })).status).toBe(200)
  })
})

test('many people of a month at once stand or fall one by one', async () => {
  const month = '2025-04'
  const rows = [
    { ...KEPT, talent: people[0]!.id, revision: 0 },
    { ...KEPT, talent: people[1]!.id, revision: 7 },
    { ...KEPT, talent: 'nobody', revision: 0 },
  ]
  const { results } = await (await village.post('/attendances/bulk', { month, rows })).json()
  expect(results.map(({ done }: { done: boolean }) => done)).toEqual([true, false, false])
})

test('another village is not found, nor are its people', async () => {
  const township = await served.as('demo-township')
  const { villages } = await gridAs(township)
  const other = villages.find(({ code }) => code !== '370406104218')!
  expect((await village.get(`/attendances?village=${other.code}`)).status).toBe(404)
  const theirs = (await gridAs(township, { village: '370406104205' })).people[0]!
  expect((await keep(theirs.talent.id, KEPT)).status).toBe(404)
  expect((await keep(theirs.talent.id, KEPT, { client: township })).status).toBe(200)
})
