import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Comparison } from '../../api/shapes/portrait.ts'
import { HONGMEN, MAOZHAI, TOWNSHIP } from '../cast.ts'
import { fewRows, idOf, ok, problemIn, type Served, serve } from './served.ts'

describe('people side by side', () => {
  let served: Served
  let ids: string[]
  beforeAll(async () => {
    served = await serve({ rows: fewRows() })
    ids = []
    for (const name of ['李文博', '宋雅楠', '刘思敏', '张立群'])
      ids.push(await idOf(served, name, HONGMEN))
  })
  afterAll(() => served.close())
  const compare = async (query: Record<string, string>) =>
    Comparison.parse(await (await served.get(`/comparisons?${new URLSearchParams(query)}`)).json())

  test('stand for one seat as the ranking has them, in the order that was asked for', async () => {
    const found = await compare({ ids: ids.join(','), village: HONGMEN, post: 'secretary' })
    expect(found.people.map(({ id }) => id)).toEqual(ids)
    const { ranking } = await ok(
      await served.api.rankings.$post({ json: { village: HONGMEN, post: 'secretary' } }),
    )
    const all = [...ranking.ranked, ...ranking.unknown, ...ranking.barred]
    for (const person of found.people) {
      const ranked = all.find(({ talent }) => talent === person.id)!
      expect(person).toMatchObject({
        ...{ fit: ranked.fit, low: ranked.low, high: ranked.high, eligibility: ranked.eligibility },
        ...{ criteria: ranked.shares, findings: ranked.findings },
      })
    }
  })

  test('stand each for the own home when no village is asked for; what is unknown is null', async () => {
    const { post, people } = await compare({ ids: ids.slice(0, 2).join(',') })
    expect(post).toBe('committee-member')
    expect(people.map(({ village }) => village.code)).toEqual([HONGMEN, HONGMEN])
    for (const { completeness } of people)
      expect(completeness.known + completeness.missing.length).toBe(completeness.of)
  })

  test.each<{ query: (ids: string[]) => string; status: number; why: string }>([
    { query: (it) => it.join(','), status: 200, why: 'four' },
    { query: (it) => [...it, 'fifth'].join(','), status: 422, why: 'five' },
    { query: () => '', status: 422, why: 'nobody' },
    { query: (it) => `${it[0]},nobody`, status: 404, why: 'somebody who is not there' },
  ])('$why is answered $status', async ({ query, status }) => {
    expect((await served.get(`/comparisons?ids=${query(ids)}`)).status).toBe(status)
  })

  test('are the reach’s own, and so is the village', async () => {
    const township = await served.as('demo-township')
    const stranger = fewRows().talents.find((it) => it.homeTownshipCode !== TOWNSHIP)!.id
    expect((await township.get(`/comparisons?ids=${ids[0]},${stranger}`)).status).toBe(404)
    expect((await township.get(`/comparisons?ids=${ids[0]}&village=${MAOZHAI}`)).status).toBe(200)
    const outside = await township.get(`/comparisons?ids=${ids[0]}&village=370406103201`)
    expect(await problemIn(outside)).toMatchObject({ status: 422, pointers: ['?village'] })
  })
})
