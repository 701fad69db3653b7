import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemFor } from '../../api/candidacies.ts'
import { countyOf } from '../../api/remembered.ts'
import { demonstration } from '../../db/seed/index.ts'
import {
  CRITERIA,
  check,
  defaultPolicy,
  type Plan,
  type Post,
  type Weights,
} from '../../matching/index.ts'
import { HONGMEN, MAOZHAI } from '../cast.ts'
import { idOf, ok, problemIn, type Served, serve } from './served.ts'

type Pin = { talent: string; post: Post }

describe('slates', () => {
  let served: Served
  const cast: Record<string, string> = {}
  beforeAll(async () => {
    served = await serve()
    for (const name of ['李文博', '宋雅楠', '张立群', '刘思敏'])
      cast[name] = await idOf(served, name)
  })
  afterAll(() => served.close())
  const solve = async (asked: {
    pins?: Pin[]
    exclusions?: { talent: string; post: Post | null }[]
  }) => ok(await served.api.slates.$post({ json: { village: HONGMEN, ...asked } }))

  test('propose a team that the independent checker finds clean, with the names it speaks of', async () => {
    const answer = await solve({})
    if (answer.status !== 'solved') throw new Error('no slate')
    const county = await countyOf(served.given.db, { countyCode: '370406' })
    const asked = { policy: county.policy, pins: [], exclusions: [] }
    const plan: Plan = JSON.parse(JSON.stringify(answer.plan))
    expect(check(problemFor(county, { village: HONGMEN }, asked), plan)).toEqual([])
    const named = new Set(answer.people.map(({ id }) => id))
    const { seats } = answer.plan.slates[0]!
    const spoken = [...seats, ...answer.seats.flatMap(({ next }) => next)]
    expect(spoken.every(({ talent }) => named.has(talent))).toBe(true)
    expect(answer.plan.tiers.every(({ proven }) => proven)).toBe(true)
  })

  test('say of the same team why it misses what it misses, and name who would mend it', async () => {
    const answer = await solve({})
    if (answer.status !== 'solved') throw new Error('no slate')
    const { misses, people } = await ok(
      await served.api.slates.misses.$post({ json: { village: HONGMEN } }),
    )
    const missed = answer.plan.slates[0]!.targets.filter(({ miss }) => miss > 0)
    expect(misses.map(({ target }) => target)).toEqual(missed.map(({ id }) => id))
    const named = new Set(people.map(({ id }) => id))
    const remedies = misses.flatMap((miss) => miss.remedies)
    expect(remedies.every(({ talent }) => talent === null || named.has(talent))).toBe(true)
  })

  test('seat a pinned person and leave out an excluded one', async () => {
    const pinned = await solve({ pins: [{ talent: cast.宋雅楠!, post: 'committee-member' }] })
    if (pinned.status !== 'solved') throw new Error('no slate')
    expect(pinned.plan.slates[0]!.seats).toContainEqual(
      expect.objectContaining({ talent: cast.宋雅楠, post: 'committee-member' }),
    )
    const without = await solve({ exclusions: [{ talent: cast.李文博!, post: null }] })
    if (without.status !== 'solved') throw new Error('no slate')
    const seated = without.plan.slates[0]!.seats.map(({ talent }) => talent)
    expect(seated).not.toContain(cast.李文博)
  })

  test.each<{ pins: [string, Post][]; why: string }>([
    { pins: [['刘思敏', 'secretary']], why: 'a league member cannot be Party secretary' },
    {
      pins: [
        ['刘思敏', 'committee-member'],
        ['张立群', 'committee-member'],
      ],
      why: 'cousins may not sit together',
    },
    {
      pins: [
        ['李文博', 'secretary'],
        ['宋雅楠', 'secretary'],
      ],
      why: 'there is one seat of secretary',
    },
  ])('an impossible demand is a result with its conflict: $why', async ({ pins }) => {
    const asked = pins.map(([name, post]) => ({ talent: cast[name]!, post }))
    const answer = await solve({ pins: asked })
    if (answer.status !== 'impossible') throw new Error('the pins stand')
    expect(answer.conflicts[0]!.words.zh).toMatch(/\p{Script=Han}/u)
    expect(answer.people.map(({ id }) => id)).toContain(asked[0]!.talent)
  })

  test('weights of a post change who is proposed for it', async () => {
    const weights = { 'committee-member': only('tie') }
    const answer = await ok(await served.api.slates.$post({ json: { village: HONGMEN, weights } }))
    if (answer.status !== 'solved') throw new Error('no slate')
    expect(answer.plan.objective).not.toBeCloseTo((await objective()) ?? 0, 6)
  })
  const objective = async () => {
    const answer = await solve({})
    return answer.status === 'solved' ? answer.plan.objective : null
  }

  test.each([
    { body: { village: '370406104999' }, pointers: ['#/village'], why: 'an unknown village' },
    {
      body: { village: HONGMEN, pins: [{ talent: 'nobody', post: 'chair' }] },
      pointers: ['#/pins/0/talent'],
      why: 'nobody has this id',
    },
    {
      body: { village: HONGMEN, exclusions: [{ talent: 'nobody', post: null }] },
      pointers: ['#/exclusions/0/talent'],
      why: 'nobody has this id',
    },
    {
      body: { village: HONGMEN, weights: { chair: { tie: -1 } } },
      pointers: expect.arrayContaining(['#/weights/chair/tie']),
      why: 'a negative weight',
    },
    {
      body: { village: HONGMEN, weights: { mayor: {} } },
      pointers: expect.any(Array),
      why: 'weights of no post',
    },
  ])('answer 422 to $why', async ({ body, pointers }) => {
    const problem = await problemIn(await served.post('/slates', body))
    expect(problem).toMatchObject({ status: 422, type: '/problems/invalid', pointers })
  })
})

test('an empty pool gives a slate that says which seats stay empty', async () => {
  const nobody = { talents: [], talentSources: [], talentSkills: [], honours: [], evidence: [] }
  const nothing = { familyLinks: [], residenceConsents: [], incumbents: [], relatives: [] }
  const served = await serve({ rows: { ...demonstration(), ...nobody, ...nothing } })
  const answer = await ok(await served.api.slates.$post({ json: { village: MAOZHAI } }))
  const ranking = await ok(
    await served.api.rankings.$post({ json: { village: MAOZHAI, post: 'chair' } }),
  )
  await served.close()
  if (answer.status !== 'solved') throw new Error('no slate')
  const [slate] = answer.plan.slates
  expect(slate!.seats).toEqual([])
  expect(slate!.targets.find(({ id }) => id === 'seats.law')).toMatchObject({ met: false })
  expect(ranking.ranking.ranked).toEqual([])
})

test('a policy that contradicts itself is refused with the places to mend', async () => {
  const { targets, evidence } = defaultPolicy
  const policy = {
    ...defaultPolicy,
    age: { ...defaultPolicy.age, max: 25 },
    targets: { ...targets, margin: { ...targets.margin, bound: 0.5 } },
    evidence: { ...evidence, prior: 2 },
  }
  const served = await serve({ policy })
  const slate = await problemIn(await served.post('/slates', { village: HONGMEN }))
  const plan = await problemIn(await served.post('/plans', { township: null }))
  const places = await served.api.places.$get()
  await served.close()
  expect(slate).toMatchObject({ status: 422, type: '/problems/policy-contradiction' })
  expect(slate.pointers).toEqual(
    expect.arrayContaining(['#/age/max', '#/targets/margin/bound', '#/evidence/prior']),
  )
  expect(plan.type).toBe('/problems/policy-contradiction')
  expect(places.status).toBe(200)
})

function only(criterion: keyof Weights): Weights {
  const parts = CRITERIA.map((one) => [one, one === criterion ? 1 : 0])
  return Object.fromEntries(parts) as Weights
}
