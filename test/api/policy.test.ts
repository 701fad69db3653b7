import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertPolicy } from '../../db/policies.ts'
import { defaultPolicy, type Policy } from '../../matching/index.ts'
import { HONGMEN } from '../cast.ts'
import { ok, problemIn, type Served, serve } from './served.ts'

let served: Served
let version = 1
beforeAll(async () => {
  served = await serve()
})
afterAll(() => served.close())

const { version: _, ...sound } = defaultPolicy

test.each<{ body: object; place: string; why: string }>([
  { body: {}, place: '#/referenceOn', why: 'nothing in it' },
  { body: [], place: '#', why: 'a list' },
  { body: without('weights'), place: '#/weights', why: 'no weights' },
  { body: without('targets'), place: '#/targets', why: 'no targets' },
  { body: { ...sound, referenceOn: '2026-02-31' }, place: '#/referenceOn', why: 'no such day' },
  { body: { ...sound, termYears: '5' }, place: '#/termYears', why: 'text for a number' },
  {
    body: { ...sound, weights: { ...sound.weights, chair: { method: 'ahp', comparisons: [[1]] } } },
    place: '#/weights/chair',
    why: 'comparisons of one criterion',
  },
])('a stored policy with $why is refused at $place with what to do', async ({ body, place }) => {
  await store(body)
  for (const language of ['zh', 'en']) {
    const headers = { 'accept-language': language }
    const problem = await problemIn(await served.post('/slates', { village: HONGMEN }, headers))
    expect(problem).toMatchObject({ status: 500, type: '/problems/policy-damaged' })
    expect(problem.pointers.some((pointer: string) => pointer.startsWith(place))).toBe(true)
    expect(problem.detail).toContain(language === 'zh' ? `第 ${version} 版` : `Version ${version}`)
    expect(problem.detail).toContain(language === 'zh' ? '备份' : 'backup')
    expect(problem.detail).toContain(place)
  }
})

test('a newer policy that is sound is in force, with all that it holds', async () => {
  const newer = { ...sound, age: { ...sound.age, max: 58 }, relaxations: {} }
  await store(newer)
  const { policy } = await ok(await served.api.policy.$get())
  expect(policy).toEqual({ ...newer, version })
})

function store(body: object) {
  version++
  const change = { version, body, createdAt: '2026-11-23T08:00:00.000Z', createdBy: 'county' }
  return insertPolicy(served.given.db, { countyCode: '370406' }, change)
}

function without(part: keyof Omit<Policy, 'version'>) {
  const { [part]: _, ...rest } = sound
  return rest
}
