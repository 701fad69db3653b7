import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertPolicy } from '../../db/policies.ts'
import { defaultPolicy } from '../../matching/index.ts'
import { POSTS, type Post } from '../../matching/types.ts'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { fewRows, ok, problemIn, type Served, serve } from './served.ts'

const scope = { countyCode: '370406' }
type Asked = { differ?: number; count?: number; pins?: { talent: string; post: Post }[] }

describe('alternatives and costs of a village', () => {
  let served: Served
  beforeAll(async () => {
    served = await serve({ rows: fewRows() })
  })
  afterAll(() => served.close())
  const teamsFor = async (asked: Asked = {}) => {
    const json = { village: HONGMEN, ...asked }
    const answer = await ok(await served.api.slates.alternatives.$post({ json }))
    if (answer.status !== 'solved') throw new Error('the pins cannot stand')
    return answer
  }

  test('are three teams, the first that of the board, with the names of everybody in them', async () => {
    const { teams, end, people } = await teamsFor({ differ: 2 })
    const board = await ok(await served.api.slates.$post({ json: { village: HONGMEN } }))
    if (board.status !== 'solved') throw new Error('no slate')
    expect(end).toBeNull()
    expect(teams[0]!.slates).toEqual(board.plan.slates)
    const seated = teams.map(({ slates }) => new Set(slates[0]!.seats.map(({ talent }) => talent)))
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      expect(seated[one]!.difference(seated[other]!).size).toBeGreaterThanOrEqual(2)
    const named = new Set(people.map(({ id }) => id))
    expect([...seated[2]!].every((talent) => named.has(talent))).toBe(true)
  })

  test('take the weights that are tried, and keep the pins', async () => {
    const { teams } = await teamsFor({ differ: 1 })
    const { talent, post } = teams[0]!.slates[0]!.seats[0]!
    const pinned = await teamsFor({ differ: 1, pins: [{ talent, post }] })
    for (const { slates } of pinned.teams)
      expect(slates[0]!.seats).toContainEqual(expect.objectContaining({ talent, post }))
  })

  test('say in words that there is no further team: everybody pinned', async () => {
    const [first] = (await teamsFor({ count: 2 })).teams
    const pins = first!.slates[0]!.seats.map(({ talent, post }) => ({ talent, post }))
    const { teams, end } = await teamsFor({ differ: 1, pins })
    expect(teams).toHaveLength(1)
    expect(end?.zh).toMatch(/已固定/)
  })

  test('costs name each target that applies, and the people who would come and go', async () => {
    const answer = await ok(await served.api.slates.costs.$post({ json: { village: HONGMEN } }))
    if (answer.status !== 'solved') throw new Error('no slate')
    const named = new Set(answer.people.map(({ id }) => id))
    expect(answer.costs.map(({ id }) => id)).toEqual(expect.arrayContaining(['women.min', 'seats']))
    for (const { moves, gain } of answer.costs) {
      expect(moves.length > 0).toBe(gain > 0)
      expect(moves.every(({ talent }) => named.has(talent))).toBe(true)
    }
  })

  test('a clash of pins is answered as for a slate', async () => {
    const { teams } = await teamsFor()
    const { talent } = teams[0]!.slates[0]!.seats[0]!
    const pins = POSTS.map((post) => ({ talent, post }))
    for (const route of ['alternatives', 'costs'] as const) {
      const answer = await ok(
        await served.api.slates[route].$post({ json: { village: HONGMEN, pins } }),
      )
      if (answer.status !== 'impossible') throw new Error('the pins stand')
      expect(answer.conflicts.length).toBeGreaterThan(0)
    }
  })

  test.each([
    { body: { village: '370406104999' }, pointer: '#/village', why: 'an unknown village' },
    { body: { village: HONGMEN, differ: 0 }, pointer: '#/differ', why: 'no difference at all' },
    { body: { village: HONGMEN, count: 1 }, pointer: '#/count', why: 'nothing to compare' },
  ])('answer 422 to $why', async ({ body, pointer }) => {
    const problem = await problemIn(await served.post('/slates/alternatives', body))
    expect(problem).toMatchObject({ status: 422, pointers: [pointer] })
  })
})

describe('plans side by side', () => {
  let served: Served
  const made: string[] = []
  beforeAll(async () => {
    served = await serve({ rows: fewRows() })
    const { version: _, ...body } = defaultPolicy
    const younger = { ...body.targets['age.mean'], bound: 42 }
    const next = {
      version: 2,
      body: { ...body, targets: { ...body.targets, 'age.mean': younger } },
      createdAt: '2026-11-20T00:00:00Z',
      createdBy: 'test',
    }
    await insertPolicy(served.given.db, scope, next)
    made.push(await madeBy(1), await madeBy(2))
  })
  afterAll(() => served.close())
  const madeBy = async (policyVersion: number, township = TOWNSHIP, timeLimitSeconds = 10) => {
    const json = { township, policyVersion, gap: 0.01, timeLimitSeconds }
    const { id } = await ok(await served.api.plans.$post({ json }))
    await (await served.app.request(`/api/v1/plans/${id}/events`)).text()
    return id
  }
  const compare = async (ids: string) =>
    ok(await served.api.plans.comparison.$get({ query: { ids } }))

  test('differ in what their policies differ in, and in who sits where', async () => {
    const { plans, policies, moves, villages, count, people } = await compare(made.join(','))
    expect(plans.map(({ policyVersion }) => policyVersion)).toEqual([1, 2])
    expect(policies.map(({ pointer }) => pointer)).toEqual(['#/targets/age.mean/bound'])
    expect(policies[0]).toMatchObject({ values: [{ zh: '45 岁' }, { zh: '42 岁' }] })
    expect(moves[0]).toEqual([])
    expect(villages.length).toBeGreaterThan(0)
    expect(villages.length).toBeLessThanOrEqual(count)
    const { comes, goes, moves: moved } = plans[1]!
    expect(moves[1]).toHaveLength(comes + goes + moved)
    const named = new Set(people.map(({ id }) => id))
    expect(moves[1]!.every(({ talent }) => named.has(talent))).toBe(true)
  })

  test('moves say where everybody who sits differently sat before and sits now', async () => {
    const { moves, villages } = await compare(made.join(','))
    for (const { talent, from, to } of moves[1]!) {
      const at = (village: string | undefined, plan: number) => {
        const team = villages.find(({ code }) => code === village)?.teams[plan] ?? []
        return team.find((seated) => seated.talent === talent)?.posts
      }
      expect(at(from?.village, 0)).toEqual(from?.posts)
      expect(at(to?.village, 1)).toEqual(to?.posts)
    }
  })

  test('what a target of the whole costs is told with its bounds and who would sit differently', async () => {
    const param = { id: made[0]! }
    let answer = await ok(await served.api.plans[':id'].costs.$get({ param }))
    while (answer.status === 'working')
      answer = await ok(await served.api.plans[':id'].costs.$get({ param }))
    expect(answer.costs.map(({ id }) => id).sort()).toEqual([
      'combined.share',
      'cross.share',
      'women.share',
    ])
    const named = new Set(answer.people.map(({ id }) => id))
    for (const { atLeast, gain, atMost, moves } of answer.costs) {
      expect(atLeast).toBeLessThanOrEqual(gain)
      expect(gain).toBeLessThanOrEqual(atMost)
      expect(moves.every(({ talent }) => named.has(talent))).toBe(true)
    }
  })

  test('a plan beside itself twice is one plan, which is nothing to compare', async () => {
    const ids = `${made[0]},${made[0]}`
    const problem = await problemIn(await served.get(`/plans/comparison?ids=${ids}`))
    expect(problem).toMatchObject({ status: 422, pointers: ['?ids'] })
  })

  test('plans of another extent are refused, unknown and foreign ones are not found', async () => {
    const elsewhere = await madeBy(1, '370406103', 3)
    const mixed = await problemIn(await served.get(`/plans/comparison?ids=${made[0]},${elsewhere}`))
    expect(mixed).toMatchObject({ status: 422, pointers: ['?ids'] })
    const unknown = await problemIn(await served.get(`/plans/comparison?ids=${made[0]},nothing`))
    expect(unknown.status).toBe(404)
    const township = await served.as('demo-township')
    const foreign = await problemIn(await township.get(`/plans/comparison?ids=${made.join(',')}`))
    expect(foreign.status, 'a plan of the county’s reach').toBe(404)
  })

  test('a plan that was cancelled has nothing to compare', async () => {
    const { id } = await ok(await served.api.plans.$post({ json: { township: TOWNSHIP } }))
    await served.post(`/plans/${id}/cancellation`, {})
    await (await served.app.request(`/api/v1/plans/${id}/events`)).text()
    const problem = await problemIn(await served.get(`/plans/comparison?ids=${made[0]},${id}`))
    expect(problem).toMatchObject({ status: 409, type: '/problems/conflict' })
  })
})
