import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { databases } from '../databases.ts'
import { ok, problemIn, type Served, serve } from './served.ts'

describe.each(databases)('places on $engine', ({ open }) => {
  let served: Served
  beforeAll(async () => {
    served = await serve({ open })
  })
  afterAll(() => served.close())

  test('the county is Shanting with its 280 villages', async () => {
    const { county, townships, referenceOn } = await ok(await served.api.places.$get())
    expect(county).toEqual({ code: '370406', name: '山亭区' })
    expect(townships.flatMap(({ villages }) => villages)).toHaveLength(280)
    expect(referenceOn).toBe('2026-12-31')
  })

  test('Beizhuang has 21 villages, five of them key and difficult, and a structure in office', async () => {
    const township = await ok(
      await served.api.townships[':code'].$get({ param: { code: TOWNSHIP } }),
    )
    expect(township.villages).toHaveLength(21)
    expect(township.villages.filter(({ isKey }) => isKey)).toHaveLength(5)
    expect(township.villages.every(({ pool }) => pool > 0)).toBe(true)
    expect(township.before!.people).toBeGreaterThan(21 * 3)
  })

  test('a village tells its facts, needs, seats and who is in office', async () => {
    const village = await ok(await served.api.villages[':code'].$get({ param: { code: HONGMEN } }))
    expect(village).toMatchObject({ name: '洪门村', kind: 'village', township: { code: TOWNSHIP } })
    expect(village.needs.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 6)
    expect(village.incumbents.map(({ person }) => person.name)).toContain('赵庆河')
    expect(village.lastTerm!.women).toBeLessThan(village.lastTerm!.people)
  })

  test.each([
    { path: '/villages/370406104999', why: 'a code that no village has' },
    { path: '/villages/110101001001', why: 'a village of another county' },
    { path: '/townships/370406999', why: 'a code that no township has' },
  ])('$path is not found: $why', async ({ path }) => {
    const problem = await problemIn(await served.app.request(`/api/v1${path}`))
    expect(problem).toMatchObject({ status: 404, type: '/problems/not-found' })
    expect(problem.media).toBe('application/problem+json')
  })

  test('the policy gives weights for each post, consistent by Saaty’s measure', async () => {
    const { policy, weights } = await ok(await served.api.policy.$get())
    expect(policy.version).toBe(1)
    for (const { weights: parts, consistencyRatio } of Object.values(weights)) {
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9)
      expect(consistencyRatio).toBeLessThan(0.1)
    }
  })

  test('health is told to whoever asks, and nothing of the county with it', async () => {
    const health = await served.bare.request('/api/v1/health')
    expect(await health.json()).toEqual({ status: 'ok', today: '2026-11-23' })
  })
})
