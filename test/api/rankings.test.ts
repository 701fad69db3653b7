import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RobustnessAnswer } from '../../api/shapes/robustness.ts'
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

describe('how firmly a ranking stands', () => {
  let served: Served
  beforeAll(async () => {
    served = await serve()
  })
  afterAll(() => served.close())
  type Query = { post?: 'secretary' | 'chair'; k?: string; weights?: string }
  const asked = async ({ post = 'chair', ...more }: Query = {}) => {
    const query = { village: HONGMEN, post, ...more }
    return ok(await served.api.rankings.robustness.$get({ query }))
  }

  test('is told of everybody who is ranked, in the same order, as the document says', async () => {
    const answer = await asked()
    const { ranking } = await ok(
      await served.api.rankings.$post({ json: { village: HONGMEN, post: 'chair' } }),
    )
    expect(answer.people.map(({ talent }) => talent)).toEqual(
      ranking.ranked.map(({ talent }) => talent),
    )
    expect(RobustnessAnswer.parse(answer)).toEqual(answer)
    expect(answer).toMatchObject({ samples: 10_000, k: 3 })
  })

  test('somebody is first in every sample, k people are among the first k', async () => {
    const { people } = await asked({ k: '2' })
    const sum = (shares: number[]) => shares.reduce((all, one) => all + one, 0)
    expect(sum(people.map(({ first }) => first.share))).toBeCloseTo(1, 9)
    expect(sum(people.map(({ top }) => top.share))).toBeCloseTo(2, 9)
  })

  test('the same question has the same answer', async () => {
    expect(await asked()).toEqual(await asked())
  })

  test('a paper is named with whom to ask for it, of somebody who is ranked', async () => {
    const { settles, people } = await asked()
    expect(settles.length).toBeGreaterThan(0)
    for (const { talent, words, gain } of settles) {
      expect(people.map((person) => person.talent)).toContain(talent)
      expect(words.zh).toMatch(/^请/)
      expect(gain).toBeGreaterThan(0)
    }
  })

  test('where only the home counts, which is known, nothing is open but between equals', async () => {
    const { unsettled, settles, people } = await asked({
      weights: JSON.stringify(only('tie', 1)),
    })
    expect(settles).toEqual([])
    for (const { share } of unsettled) expect(share).toBeCloseTo(0.5, 1)
    expect(people[0]!.first.share).toBeGreaterThan(0)
  })

  test('looking is written down with whose names were seen', async () => {
    const { people } = await asked()
    const { api } = await served.as('demo-auditor')
    const { entries } = await ok(await api.audit.$get({ query: { action: 'ranking.read' } }))
    expect(entries[0]).toMatchObject({ detail: { village: HONGMEN, post: 'chair', k: 3 } })
    expect(entries[0]!.subjectCount).toBe(people.length)
  })

  test.each([
    { query: 'post=chair', pointers: ['?village'], why: 'no village' },
    { query: 'village=370406104999&post=chair', pointers: ['?village'], why: 'unknown village' },
    { query: `village=${HONGMEN}&post=mayor`, pointers: ['?post'], why: 'unknown post' },
    { query: `village=${HONGMEN}&post=chair&k=0`, pointers: ['?k'], why: 'no place at all' },
    { query: `village=${HONGMEN}&post=chair&k=1.5`, pointers: ['?k'], why: 'half a place' },
    { query: `village=${HONGMEN}&post=chair&k=x`, pointers: ['?k'], why: 'k that is no number' },
    {
      query: `village=${HONGMEN}&post=chair&weights=%7B`,
      pointers: ['?weights'],
      why: 'weights that are no JSON',
    },
    {
      query: `village=${HONGMEN}&post=chair&weights=${encodeURIComponent('{"tie":-1}')}`,
      pointers: ['?weights'],
      why: 'a negative weight',
    },
  ])('answer 422 to $why', async ({ query, pointers }) => {
    const response = await served.app.request(`/api/v1/rankings/robustness?${query}`)
    expect(await problemIn(response)).toMatchObject({ status: 422, pointers })
  })
})

function only(criterion: keyof Weights, weight: number): Weights {
  const parts = CRITERIA.map((one) => [one, one === criterion ? weight : 0])
  return Object.fromEntries(parts) as Weights
}
