import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetCounty } from '../../api/remembered.ts'
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

test('a policy of an earlier release gets the defaults of what was added later, and of nothing else', async () => {
  const { review: _r, shortlist: _s, replan: _p, weights, targets, ...rest } = sound
  const { 'supervision-head': _h, supervisor: _v, ...fewWeights } = weights
  const { 'supervision.seats': _ss, 'supervision.head': _sh, ...fewTargets } = targets
  const age = { ...rest.age, max: 57 }
  await store({ ...rest, age, weights: fewWeights, targets: fewTargets })
  const { policy } = await ok(await served.api.policy.$get())
  expect(policy).toEqual({ ...sound, age, version })
})

test('so does one that names departments and no procedure yet', async () => {
  const departments = ['court', 'police']
  await store({ ...sound, review: { departments } })
  const { policy } = await ok(await served.api.policy.$get())
  expect(policy.review).toEqual({ ...sound.review, departments })
})

test('a newer policy that is sound is in force, with all that it holds', async () => {
  const newer = { ...sound, age: { ...sound.age, max: 58 }, relaxations: {} }
  await store(newer)
  const { policy } = await ok(await served.api.policy.$get())
  expect(policy).toEqual({ ...newer, version })
})

describe('how a policy is described', () => {
  test('every value of it has a field, with words in both languages and a source where one is known', async () => {
    const { sections } = await ok(await served.api.policy.fields.$get())
    const rows = sections.flatMap((section) => section.rows)
    const pointers = rows.flatMap(({ fields }) => fields.map(({ pointer }) => pointer))
    expect(new Set(pointers).size, 'none stands twice').toBe(pointers.length)
    const hidden = [...leavesOf(sound)].filter((leaf) => !pointers.some((at) => isWithin(leaf, at)))
    // All seats, and yes or no: no figure of theirs means anything.
    expect(hidden).toEqual([
      '#/targets/seats/bound',
      '#/targets/combined/bound',
      '#/targets/supervision.seats/bound',
      '#/targets/supervision.head/bound',
    ])
    for (const { words, source, id } of rows) {
      expect(words.zh && words.en, id).toBeTruthy()
      if (!/^(weights|criteria)\./.test(id)) expect(source?.zh && source.en, id).toBeTruthy()
    }
  })
})

async function store(body: object) {
  version++
  const change = { version, body, createdAt: '2026-11-23T08:00:00.000Z', createdBy: 'county' }
  await insertPolicy(served.given.db, { countyCode: '370406' }, change)
  forgetCounty(served.given.db)
}

function without(part: keyof Omit<Policy, 'version'>) {
  const { [part]: _, ...rest } = sound
  return rest
}

function leavesOf(value: object, pointer = '#'): string[] {
  return Object.entries(value).flatMap(([key, part]) => {
    const at = `${pointer}/${key}`
    const isLeaf = typeof part !== 'object' || part === null || Array.isArray(part)
    return isLeaf ? [at] : leavesOf(part, at)
  })
}

const isWithin = (leaf: string, at: string) => leaf === at || leaf.startsWith(`${at}/`)
