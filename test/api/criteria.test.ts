import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Criteria } from '../../api/shapes/portrait.ts'
import { HONGMEN, MAOZHAI } from '../cast.ts'
import { fewRows, idOf, ok, problemIn, type Served, serve } from './served.ts'

const NEIGHBOURS_VILLAGE = '370406103201'

describe('a person by each criterion', () => {
  let served: Served
  let id: string
  beforeAll(async () => {
    served = await serve({ rows: fewRows() })
    id = await idOf(served, '宋雅楠', HONGMEN)
  })
  afterAll(() => served.close())
  const criteria = async (query: object = {}) =>
    ok(await served.api.talents[':id'].criteria.$get({ param: { id }, query }))

  test('is what the ranking says for the same seat', async () => {
    const found = await criteria({ post: 'chair' })
    const { ranking } = await ok(
      await served.api.rankings.$post({ json: { village: HONGMEN, post: 'chair' } }),
    )
    const all = [...ranking.ranked, ...ranking.unknown, ...ranking.barred]
    const ranked = all.find(({ talent }) => talent === id)!
    expect(found.criteria).toEqual(ranked.shares)
    expect(found).toMatchObject({ fit: ranked.fit, low: ranked.low, high: ranked.high })
    expect(found.village).toEqual({ code: HONGMEN, name: '洪门村' })
  })

  test('is asked for the home and a committee member when nothing else is said', async () => {
    expect(await criteria()).toMatchObject({ village: { code: HONGMEN }, post: 'committee-member' })
    expect(await criteria({ village: MAOZHAI })).toMatchObject({ village: { name: '毛宅村' } })
    expect(Criteria.parse(await criteria())).toEqual(await criteria())
  })

  test('names the papers that would settle most, and by how much', async () => {
    const { wouldSettle, high, low } = await criteria()
    expect(wouldSettle).toHaveLength(3)
    const gains = wouldSettle.map(({ gain }) => gain)
    expect(gains).toEqual(gains.toSorted((a, b) => b - a))
    const [first] = wouldSettle
    const { revision } = await ok(await served.api.talents[':id'].$get({ param: { id } }))
    const { sources } = await (await served.get('/evidence-sources')).json()
    const source = sources.find(
      (it: { source: string }) => first!.words.zh.length > 0 && it.source === '乡镇年度考核',
    )
    const body = {
      criterion: first!.criterion,
      value: 0.6,
      source: source.source,
      standing: 'proven',
    }
    const piece = { ...body, on: '2026-11-20', note: '按建议补充' }
    const added = await served.post(`/talents/${id}/evidence`, piece, {
      'if-match': `"${revision}"`,
    })
    expect(added.status).toBe(201)
    const after = await criteria()
    expect(after.high - after.low).toBeLessThan(high - low)
    expect(after.wouldSettle[0]!.gain).toBeLessThan(first!.gain)
    expect(after.timeline[0]).toMatchObject({ on: '2026-11-20', criterion: first!.criterion })
  })

  test('of a village out of reach is refused, the home of the person never is', async () => {
    const village = await served.as('demo-village')
    expect((await village.get(`/talents/${id}/criteria`)).status).toBe(200)
    const problem = await problemIn(
      await village.get(`/talents/${id}/criteria?village=${NEIGHBOURS_VILLAGE}`),
    )
    expect(problem).toMatchObject({ status: 422, pointers: ['?village'] })
    const mentor = await served.as('demo-mentor')
    expect((await mentor.get(`/talents/${id}/criteria`)).status, 'a mentor').toBe(403)
  })
})
