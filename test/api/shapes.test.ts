import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { Hits } from '../../api/shapes/hits.ts'
import { Places, Township, Village } from '../../api/shapes/places.ts'
import { PlanList, PlanRecord, SlateAnswer } from '../../api/shapes/plan.ts'
import { PolicyAnswer } from '../../api/shapes/policy.ts'
import { Portrait } from '../../api/shapes/portrait.ts'
import { RankingAnswer } from '../../api/shapes/ranking.ts'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { idOf, type Served, serve } from './served.ts'

describe('what the OpenAPI document says is what the routes answer', () => {
  let served: Served
  let plan: string
  let person: string
  beforeAll(async () => {
    served = await serve()
    person = await idOf(served, '李文博')
    const response = await served.post('/plans', { township: '370406405' })
    plan = (await response.json()).id
    await (await served.app.request(`/api/v1/plans/${plan}/events`)).text()
  })
  afterAll(() => served.close())
  const holds = async (shape: z.ZodType, response: Response) => {
    const body = await response.json()
    expect(shape.parse(body)).toEqual(body)
  }

  test.each<{ path: () => string; shape: z.ZodType; what: string }>([
    { path: () => '/places', shape: Places, what: 'places' },
    { path: () => `/townships/${TOWNSHIP}`, shape: Township, what: 'a township' },
    { path: () => `/villages/${HONGMEN}`, shape: Village, what: 'a village' },
    { path: () => '/policy', shape: PolicyAnswer, what: 'the policy' },
    { path: () => '/talents?limit=200&q=l&facets=1', shape: Hits, what: 'people found' },
    { path: () => '/talents?q=nobody&sex=female', shape: Hits, what: 'nobody found' },
    { path: () => `/talents/${person}`, shape: Portrait, what: 'a portrait' },
    { path: () => '/plans', shape: PlanList, what: 'plans' },
    { path: () => `/plans/${plan}`, shape: PlanRecord, what: 'a plan that is done' },
  ])('$what', async ({ path, shape }) => {
    await holds(shape, await served.app.request(`/api/v1${path()}`))
  })

  test.each<{ path: string; body: object; shape: z.ZodType; what: string }>([
    { path: '/rankings', body: { post: 'chair' }, shape: RankingAnswer, what: 'a ranking' },
    { path: '/slates', body: {}, shape: SlateAnswer, what: 'a slate' },
  ])('$what', async ({ path, body, shape }) => {
    await holds(shape, await served.post(path, { village: HONGMEN, ...body }))
  })
})
