import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { fewRows, idOf, ok, type Served, type SignedInClient, serve } from './served.ts'

const NEIGHBOUR = '370406103'
const scope = { countyCode: '370406' }

let served: Served
let township: SignedInClient
/** Account that changes facts. */
let office: string
/** Reserves of Hongmen of whom the rules miss nothing. */
let people: { paper: string; training: string; probation: string }
beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
  office = (await ok(await township.api.session.$get())).account!.id
  people = {
    paper: await idOf(served, '宋雅楠'),
    training: await idOf(served, '李文博'),
    probation: await idOf(served, '刘思敏'),
  }
  for (const id of Object.values(people)) await made(id)
})
afterAll(() => served.close())

/** In reserve, at home in Hongmen, in order by every rule. */
async function made(id: string): Promise<void> {
  await served.given.db
    .updateTable('talents')
    .set({
      ...{ status: 'reserve', partyStatus: 'full', consent: 'given', willingness: 'village' },
      ...{ education: 'bachelor', isFit: 1, bornOn: '1990-05-01', createdAt: null },
    })
    .where('countyCode', '=', scope.countyCode)
    .where('id', '=', id)
    .execute()
  await served.given.db.deleteFrom('incumbents').where('talentId', '=', id).execute()
  await served.given.db.deleteFrom('talentHistory').where('talentId', '=', id).execute()
}

/** Changes a fact as somebody does on the portrait. */
async function change(id: string, facts: object): Promise<void> {
  const seen = (await township.get(`/talents/${id}`)).headers.get('etag')!
  const answer = await township.patch(`/talents/${id}`, facts, { 'if-match': seen })
  expect(answer.status, JSON.stringify(await answer.clone().json())).toBe(200)
}

async function plan(talent: string, kind: string): Promise<{ id: string; revision: number }> {
  const answer = await township.post(`/talents/${talent}/cultivation-plan`, {
    ...{ village: HONGMEN, posts: ['chair'], startsOn: '2026-11-23', endsOn: '2027-03-01' },
    items: [{ kind, aim: '村干部任职培训', dueOn: '2026-12-20', criteria: ['development'] }],
  })
  expect(answer.status, JSON.stringify(await answer.clone().json())).toBe(201)
  const { items } = await (await township.get(`/talents/${talent}/cultivation`)).json()
  return items[0]
}

const read = async (client: SignedInClient | Served = township, query = {}) =>
  ok(await client.api.cultivation['near-ready'].$get({ query }))
const nearOf = async (talent: string) =>
  (await read()).near.filter((row) => row.talent.id === talent)
const becameOf = async (talent: string) =>
  (await read()).became.filter((row) => row.talent.id === talent)

describe('who is near ready', () => {
  test('lacks nothing: not listed, and counted as ready', async () => {
    expect(await nearOf(people.paper)).toEqual([])
    const { counts } = await read()
    expect(counts.people).toBeGreaterThanOrEqual(counts.ready)
  })

  test('one paper is missing: said once for all posts of the home village', async () => {
    await change(people.paper, { isFit: null })
    const [row, ...more] = await nearOf(people.paper)
    expect(more).toEqual([])
    expect(row!.thing).toMatchObject({ kind: 'paper', rule: 'fitness', by: null, items: [] })
    expect(row!.seats[0]!.posts).toEqual(expect.arrayContaining(['secretary', 'chair']))
    await change(people.paper, { isFit: true })
    expect(await nearOf(people.paper)).toEqual([])
  })

  test('a probationary member is near the Party posts, by the day on which probation ends', async () => {
    await change(people.probation, { partyStatus: 'probationary', partyJoinedOn: '2026-03-15' })
    const [row] = await nearOf(people.probation)
    expect(row!.thing).toMatchObject({ kind: 'full-member', by: '2027-03-15' })
    expect(row!.seats).toMatchObject([{ posts: ['secretary', 'party-member'] }])
    await change(people.probation, { partyStatus: 'full' })
  })

  test('a training of the plan is the last thing, for the post of the plan, until it is confirmed', async () => {
    const item = await plan(people.training, 'training')
    const [row] = await nearOf(people.training)
    expect(row).toMatchObject({
      target: { village: { code: HONGMEN }, posts: ['chair'] },
      thing: { kind: 'training', by: '2026-12-20', items: [{ id: item.id, state: 'open' }] },
      seats: [{ posts: ['chair'] }],
    })
    const answer = await township.post(
      `/cultivation-items/${item.id}/confirmation`,
      { grade: 'good', result: '结业', doneOn: '2026-11-23' },
      { 'if-match': `"${item.revision}"` },
    )
    expect(answer.status).toBe(200)
    expect(await nearOf(people.training)).toEqual([])
  })
})

describe('who became ready since the last quarter', () => {
  test('a fact that was mended since, with what was missing then', async () => {
    await history(people.probation, 'partyStatus', 'probationary', '2026-10-20')
    const [row] = await becameOf(people.probation)
    expect(row!.things.map(({ kind }) => kind)).toEqual(['full-member'])
    expect(row!.seats[0]!.posts).toEqual(['secretary', 'party-member'])
  })

  test('not what was mended on the last day of that quarter in China', async () => {
    await clear(people.paper)
    await history(people.paper, 'isFit', null, '2026-09-30')
    expect(await becameOf(people.paper)).toEqual([])
    await history(people.paper, 'isFit', null, '2026-10-01')
    expect(await becameOf(people.paper)).toHaveLength(1)
  })

  test('not what was changed to and fro', async () => {
    await clear(people.paper)
    await history(people.paper, 'isFit', 'true', '2026-10-05')
    await history(people.paper, 'isFit', null, '2026-10-06')
    expect(await becameOf(people.paper)).toEqual([])
  })

  test('not whoever was entered since: nothing was known of them', async () => {
    await clear(people.paper)
    await history(people.paper, 'isFit', null, '2026-10-06')
    await entered(people.paper, '2026-10-02T01:00:00.000Z')
    expect(await becameOf(people.paper)).toEqual([])
    await entered(people.paper, null)
    expect(await becameOf(people.paper)).toHaveLength(1)
  })

  /** As an edit at noon in China leaves it. */
  const history = (talentId: string, field: string, before: string | null, day: string) =>
    served.given.db
      .insertInto('talentHistory')
      .values({
        ...scope,
        ...{ id: `${talentId}-${field}-${day}`, talentId, field, before, after: null },
        ...{ at: `${day}T04:00:00.000Z`, accountId: office },
      })
      .execute()
  const clear = (talentId: string) =>
    served.given.db.deleteFrom('talentHistory').where('talentId', '=', talentId).execute()
  const entered = (id: string, createdAt: string | null) =>
    served.given.db.updateTable('talents').set({ createdAt }).where('id', '=', id).execute()
})

describe('who reads it', () => {
  test('a township its own people alone, the county all or those of one township', async () => {
    const own = await read(township)
    const { near, became } = own
    for (const { township: place } of [...near, ...became]) expect(place.code).toBe(TOWNSHIP)
    expect((await township.get(`/cultivation/near-ready?township=${NEIGHBOUR}`)).status).toBe(404)
    expect((await read(served, { township: TOWNSHIP })).counts).toEqual(own.counts)
    expect((await read(served)).counts.people).toBeGreaterThanOrEqual(own.counts.people)
  })

  test('who was shown is written down', async () => {
    const { near, became } = await read()
    const shown = new Set([...near, ...became].map(({ talent }) => talent.id))
    const { api } = await served.as('demo-auditor')
    const { entries } = await ok(await api.audit.$get({ query: { action: 'near-ready.read' } }))
    expect(entries[0]!.subjectCount).toBe(shown.size)
  })
})
