import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ScoresAnswer } from '../../api/shapes/scores.ts'
import { CRITERIA, type Post, type Weights } from '../../matching/index.ts'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

const equal = Object.fromEntries(CRITERIA.map((one) => [one, 1])) as Weights

const question = { post: 'chair', weights: equal, village: null, k: 10 }
const without = (field: keyof typeof question) => ({ ...question, [field]: undefined })

describe('people by weights of the moment', () => {
  let served: Served
  let township: SignedInClient
  beforeAll(async () => {
    served = await serve()
    township = await served.as('demo-township')
  })
  afterAll(() => served.close())

  type Asked = { post?: Post; weights?: Weights; village?: string | null; k?: number }
  const asked = async (
    { post = 'chair', weights = equal, village = null, k = 10 }: Asked = {},
    { api }: Pick<SignedInClient, 'api'> = served,
  ) => ok(await api.scores.$post({ json: { post, weights, village, k } }))
  const ranked = async (village: string, weights?: Weights, post: Post = 'chair') => {
    const { ranking } = await ok(
      await served.api.rankings.$post({ json: { village, post, ...(weights && { weights }) } }),
    )
    return ranking.ranked
  }

  test('of a village are the first of its ranking, each with the place under the policy in force', async () => {
    const weights = only('tie', 3, { record: 1 })
    const answer = await asked({ village: HONGMEN, weights })
    const now = await ranked(HONGMEN, weights)
    const before = (await ranked(HONGMEN)).map(({ talent }) => talent)
    expect(answer.people.map(({ id, fit, was }) => ({ id, fit, was }))).toEqual(
      now.slice(0, 10).map(({ talent, fit }) => ({
        ...{ id: talent, fit },
        was: before.indexOf(talent) + 1,
      })),
    )
    expect(answer.total).toBe(now.length)
    expect(ScoresAnswer.parse(answer)).toEqual(answer)
  })

  test('of the county are those of its shortlist without shares, each at the home village', async () => {
    const policy = (await ok(await served.api.policy.$get())).weights.chair.weights
    const answer = await asked({ weights: policy, k: 100 })
    const list = await ok(
      await served.api.shortlists.$get({ query: { post: 'chair', size: '100', women: '0' } }),
    )
    expect(answer.people.map(({ id }) => id)).toEqual(list.listed.map(({ talent }) => talent))
    expect(answer.people.map(({ fit }) => fit)).toEqual(list.listed.map(({ fit }) => fit))
    expect(answer.people.map(({ was }) => was)).toEqual(answer.people.map((_, at) => at + 1))
    expect(answer.total).toBe(list.standing.candidates)
    expect(ScoresAnswer.parse(answer)).toEqual(answer)
  })

  test('of a township are its own people', async () => {
    const answer = await asked({ k: 100 }, township)
    expect(answer.people.length).toBeGreaterThan(0)
    for (const { homeTownship } of answer.people) expect(homeTownship.code).toBe(TOWNSHIP)
    expect(answer.total).toBeLessThan((await asked()).total)
  })

  test('have other places where other things count', async () => {
    const answer = await asked({ weights: only('tie', 1), village: HONGMEN })
    expect(answer.people.some(({ was }, at) => was !== at + 1)).toBe(true)
    for (const { homeVillage } of answer.people) expect(homeVillage.code).toBe(HONGMEN)
  })

  test.each([
    { change: { isFit: false }, why: 'is not fit' },
    { change: { status: 'left', reason: '迁往外县' }, why: 'left the pool' },
  ])(
    'follow what is written of somebody at once: who $why is ranked no more',
    async ({ change }) => {
      const { people, total } = await asked({ k: 2 })
      const [gone, next] = people.map(({ id }) => id) as [string, string]
      expect((await served.patch(`/talents/${gone}`, change, await seen(gone))).status).toBe(200)
      const after = await asked({ k: 100 })
      expect(after.people[0]).toMatchObject({ id: next, was: expect.any(Number) })
      expect(after.people.map(({ id }) => id)).not.toContain(gone)
      expect(after.total).toBe(total - 1)
      const { ranked, ...others } = await homeRanking(people[0]!.homeVillage.code)
      expect(ranked).not.toContain(gone)
      expect(others.barred.includes(gone)).toBe(change.isFit === false)
    },
  )

  test('follow new evidence at once', async () => {
    const weights = only('record', 1)
    const { people } = await asked({ weights, k: 100 })
    const { id, fit } = people.at(-1)!
    const piece = {
      ...{ criterion: 'record', value: 1, source: '乡镇年度考核', standing: 'proven' },
      ...{ on: '2026-11-01', note: '年度考核优秀' },
    }
    const added = await served.post(`/talents/${id}/evidence`, piece, await seen(id))
    expect(added.status).toBe(201)
    const after = await asked({ weights, k: 100 })
    expect(after.people.find((person) => person.id === id)!.fit).toBeGreaterThan(fit)
  })

  test('a look is written down once for the same people, and again when somebody else is seen', async () => {
    const client = await served.as('demo-county')
    const entries = async () => {
      const { api } = await served.as('demo-auditor')
      const query = { action: 'ranking.read' }
      return (await ok(await api.audit.$get({ query }))).entries.filter(
        ({ detail }) => detail.post === 'secretary' && detail.k === 3,
      )
    }
    const ask = (weights: Weights) => asked({ post: 'secretary', k: 3, weights }, client)
    const { people } = await ask(equal)
    await ask(equal)
    await ask(only('tie', 1, { ...equal, tie: 1.001 }))
    expect(await entries()).toMatchObject([
      { subjectCount: people.length, detail: { village: null, post: 'secretary', k: 3 } },
    ])
    const others = await ask(only('record', 1))
    expect(others.people.map(({ id }) => id)).not.toEqual(people.map(({ id }) => id))
    await ask(equal)
    await ask(only('record', 1))
    expect(await entries()).toHaveLength(2)
  })

  test.each([
    { body: '{"post": ', status: 400, pointers: [], why: 'malformed JSON' },
    { body: without('village'), status: 422, pointers: ['#/village'], why: 'no village at all' },
    {
      body: { ...question, village: '370406104999' },
      status: 422,
      pointers: ['#/village'],
      why: 'unknown village',
    },
    {
      body: { ...question, post: 'mayor' },
      status: 422,
      pointers: ['#/post'],
      why: 'unknown post',
    },
    { body: { ...question, k: 0 }, status: 422, pointers: ['#/k'], why: 'nobody' },
    { body: { ...question, k: 101 }, status: 422, pointers: ['#/k'], why: 'too many' },
    { body: without('weights'), status: 422, pointers: ['#/weights'], why: 'no weights' },
    {
      body: { ...question, weights: only('tie', -1) },
      status: 422,
      pointers: ['#/weights/tie'],
      why: 'a negative weight',
    },
    {
      body: { ...question, weights: { ...equal, record: null } },
      status: 422,
      pointers: ['#/weights/record'],
      why: 'a weight of null',
    },
  ])('answer $status to $why', async ({ body, status, pointers }) => {
    const problem = await problemIn(await served.post('/scores', body))
    expect(problem).toMatchObject({ status, pointers })
    expect(problem.detail).toMatch(/\p{Script=Han}/u)
  })

  test('a village of another township is none for a township', async () => {
    const elsewhere = (await asked({ k: 100 })).people.find(
      ({ homeTownship }) => homeTownship.code !== TOWNSHIP,
    )!
    const body = { ...question, village: elsewhere.homeVillage.code }
    const problem = await problemIn(await township.post('/scores', body))
    expect(problem).toMatchObject({ status: 422, pointers: ['#/village'] })
  })

  test('all weights zero say that nothing matters more, and no weight is too large', async () => {
    const zero = only('tie', 0)
    expect(await asked({ weights: zero })).toEqual(await asked({ weights: equal }))
    const huge = Object.fromEntries(CRITERIA.map((one) => [one, 1e308])) as Weights
    expect(await asked({ weights: huge })).toEqual(await asked({ weights: equal }))
  })

  async function seen(id: string) {
    const { revision } = await ok(await served.api.talents[':id'].$get({ param: { id } }))
    return { 'if-match': `"${revision}"` }
  }

  async function homeRanking(village: string) {
    const answer = await ok(await served.api.rankings.$post({ json: { village, post: 'chair' } }))
    const { ranked, barred } = answer.ranking
    const ids = (list: typeof ranked) => list.map(({ talent }) => talent)
    return { ranked: ids(ranked), barred: ids(barred) }
  }
})

function only(criterion: keyof Weights, weight: number, more: Partial<Weights> = {}): Weights {
  const parts = CRITERIA.map((one) => [one, one === criterion ? weight : (more[one] ?? 0)])
  return Object.fromEntries(parts) as Weights
}
