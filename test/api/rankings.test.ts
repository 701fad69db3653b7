import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CRITERIA, type Weights } from '../../matching/index.ts'
import { HONGMEN } from '../cast.ts'
import { ok, problemIn, type Served, serve } from './served.ts'

const question = { village: HONGMEN, post: 'secretary' as const }

describe('rankings', () => {
  let served: Served
  beforeAll(async () => {
    served = await serve()
  })
  afterAll(() => served.close())

  test('are in order of fit, each fit the sum of its shares, each name given', async () => {
    const { ranking, people } = await ok(await served.api.rankings.$post({ json: question }))
    const fits = ranking.ranked.map(({ fit }) => fit)
    expect(fits).toEqual(fits.toSorted((a, b) => b - a))
    for (const { fit, shares } of ranking.ranked) {
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(fit, 12)
    }
    const named = new Set(people.map(({ id }) => id))
    const all = [...ranking.ranked, ...ranking.unknown, ...ranking.barred]
    expect(all.every(({ talent }) => named.has(talent))).toBe(true)
    expect(people.map(({ name }) => name)).toContain('李文博')
  })

  test('whoever is barred has a finding that says why, and whoever is unknown the missing paper', async () => {
    const { ranking } = await ok(await served.api.rankings.$post({ json: question }))
    for (const { findings } of ranking.barred) {
      expect(findings[0]).toMatchObject({ outcome: 'breach', words: { zh: expect.any(String) } })
    }
    for (const { findings } of ranking.unknown) {
      expect(findings.some(({ missing }) => missing !== undefined)).toBe(true)
    }
  })

  test('weights of the moment count whatever their sum', async () => {
    const once = await ok(
      await served.api.rankings.$post({ json: { ...question, weights: only('tie', 1) } }),
    )
    const more = await ok(
      await served.api.rankings.$post({ json: { ...question, weights: only('tie', 250) } }),
    )
    expect(once.ranking).toEqual(more.ranking)
    expect(once.ranking.weights.tie).toBe(1)
  })

  test.each([
    { body: '{"village": ', status: 400, pointers: [], why: 'malformed JSON' },
    { body: '{"weights": {"tie": NaN}}', status: 400, pointers: [], why: 'NaN is no JSON' },
    { body: { post: 'secretary' }, status: 422, pointers: ['#/village'], why: 'no village' },
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
    {
      body: { ...question, weights: only('tie', -1) },
      status: 422,
      pointers: ['#/weights/tie'],
      why: 'a negative weight',
    },
    {
      body: { ...question, weights: { ...only('tie', 1), record: 'NaN' } },
      status: 422,
      pointers: ['#/weights/record'],
      why: 'a weight that is no number',
    },
    {
      body: { ...question, weights: { ...only('tie', 1), record: null } },
      status: 422,
      pointers: ['#/weights/record'],
      why: 'a weight of null',
    },
  ])('answer $status to $why', async ({ body, status, pointers }) => {
    const problem = await problemIn(await served.post('/rankings', body))
    expect(problem).toMatchObject({ status, pointers })
    expect(problem.detail).toMatch(/\p{Script=Han}/u)
  })
})

function only(criterion: keyof Weights, weight: number): Weights {
  const parts = CRITERIA.map((one) => [one, one === criterion ? weight : 0])
  return Object.fromEntries(parts) as Weights
}
