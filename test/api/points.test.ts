import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RANKED_FROM, ranksOf } from '../../api/checks/ranking.ts'
import { fewRows, ok, type Served, type SignedInClient, serve } from './served.ts'

/** Of which the demonstration has nothing. */
const QUARTER = '2025-Q1'

describe('places by points', () => {
  const placesOf = (...points: number[]) => [
    ...ranksOf(new Map(points.map((one, at) => [String(at), one]))).values(),
  ]
  const ranks = (...points: number[]) => placesOf(...points).map(({ rank }) => rank)
  const last = (...points: number[]) =>
    placesOf(...points).flatMap(({ isLastTenth }, at) => (isLastTenth ? [at] : []))
  const falling = Array.from({ length: 20 }, (_, at) => 40 - at)

  test.each([
    { why: 'nobody', points: [], expected: [] },
    {
      why: 'nine people say too little',
      points: falling.slice(0, 9),
      expected: Array(9).fill(null),
    },
    {
      why: 'ten are placed',
      points: falling.slice(0, 10),
      expected: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    },
    {
      why: 'ties share a place, and the next is as far behind as there are people before',
      points: [9, 9, 8, 7, 7, 7, 3, 2, 1, 0],
      expected: [1, 1, 3, 4, 4, 4, 7, 8, 9, 10],
    },
  ])('$why', ({ points, expected }) => {
    expect(ranks(...points)).toEqual(expected)
  })

  test.each([
    { why: 'one of ten', points: falling.slice(0, 10), expected: [9] },
    {
      why: 'one of nineteen: a tenth is never rounded up',
      points: falling.slice(0, 19),
      expected: [18],
    },
    { why: 'two of twenty', points: falling, expected: [18, 19] },
    {
      why: 'who ties with people outside of the tenth is not named',
      points: [...falling.slice(0, 8), 1, 1],
      expected: [],
    },
    { why: 'nobody where all have the same', points: Array(30).fill(5), expected: [] },
    { why: 'nobody among nine', points: falling.slice(0, 9), expected: [] },
  ])('the last tenth: $why', ({ points, expected }) => {
    expect(last(...points)).toEqual(expected)
  })
})

describe('points of a township', () => {
  let served: Served
  let township: SignedInClient
  beforeAll(async () => {
    served = await serve({ rows: fewRows() })
    township = await served.as('demo-township')
  })
  afterAll(() => served.close())

  const boardOf = async () =>
    ok(await township.api.points.$get({ query: { quarter: QUARTER } as never }))

  test('whom nothing was kept of has no points, which is not 0, and no place', async () => {
    const { people, counts, ranked } = await boardOf()
    expect(counts.kept).toBe(0)
    expect(ranked).toBeNull()
    expect(people.every(({ points, rank }) => points === null && rank === null)).toBe(true)
  })

  test('each point names its entry; ten people with entries are placed', async () => {
    const { people } = await boardOf()
    const checks = people.slice(0, RANKED_FROM).map(({ talent }, at) => ({
      ...{ talent: talent.id, grade: at === 0 ? 'excellent' : 'good', remarks: '', instead: null },
      grades: { attitude: 'good', tasks: null, public: null, growth: null },
    }))
    await township.post('/checks/bulk', { quarter: QUARTER, checks: checks.slice(0, 9) })
    expect((await boardOf()).ranked).toBeNull()
    await township.post('/checks/bulk', { quarter: QUARTER, checks: checks.slice(9) })
    const board = await boardOf()
    expect(board.ranked).toBe(RANKED_FROM)
    expect(board.people[0]).toMatchObject({ talent: { id: checks[0]!.talent }, points: 8, rank: 1 })
    expect(board.people.filter(({ rank }) => rank === 2)).toHaveLength(9)
    const card = await ok(
      await township.api.points[':talent'].$get({
        ...{ param: { talent: checks[0]!.talent }, query: { quarter: QUARTER } },
      }),
    )
    expect(card).toMatchObject({
      ...{ points: 8, lines: [{ indicator: 'check.excellent', points: 8, times: 1 }] },
    })
    expect(card.lines[0]!.from).toMatchObject([{ kind: 'quarter' }])
  })

  test.each(['demo-mentor', 'demo-village', 'demo-reviewer', 'demo-talent'])(
    '%s reads neither points nor places',
    async (who) => {
      const client = await served.as(who)
      expect((await client.get('/points')).status).toBe(403)
    },
  )
})
