import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetCounty } from '../../api/remembered.ts'
import { insertPolicy } from '../../db/policies.ts'
import { defaultPolicy } from '../../matching/index.ts'
import type { PlanQuestion } from '../../ui/queries.ts'
import { TOWNSHIP } from '../cast.ts'
import { ok, problemIn, rowsOfVillages, type Served, serve } from './served.ts'

const ZONE = '370406405'
const scope = { countyCode: '370406' }

/** Four villages of the zone: every plan is proven in a moment. */
describe('a plan that is asked again, anew, or by another policy', () => {
  let served: Served
  beforeAll(async () => {
    served = await serve({ rows: rowsOfVillages(VILLAGES) })
  })
  afterAll(() => served.close())

  const planned = async (asked: Partial<PlanQuestion> = {}) => {
    const { id } = await ok(await served.api.plans.$post({ json: { township: ZONE, ...asked } }))
    await (await served.app.request(`/api/v1/plans/${id}/events`)).text()
    const plan = await ok(await served.api.plans[':id'].$get({ param: { id } }))
    if (plan.result?.status !== 'solved') throw new Error(JSON.stringify(plan.failure ?? plan))
    return { ...plan, solved: plan.result }
  }
  let first: Awaited<ReturnType<typeof planned>>
  beforeEach(async () => {
    first ??= await planned()
  })

  test('stores what it was made of and how it ended', () => {
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/)
    expect(first.certificate).toEqual({
      policyVersion: 1,
      isDraft: false,
      ruleBook: hash,
      data: { revision: expect.any(Number), hash },
      program: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      seed: expect.any(Number),
      gap: 0,
      timeLimitSeconds: 60,
      stopped: 'gap',
      seconds: expect.any(Number),
    })
    expect(first.solved.progress.length).toBeGreaterThan(0)
  })

  test('asked again, it is the same question, and every seat is the same to the last sign', async () => {
    const second = await planned({ repeats: first.id })
    expect(second.repeat).toEqual({ of: first.id, isSameQuestion: true, isSameAnswer: true })
    expect(JSON.stringify(second.solved.plan.slates)).toBe(JSON.stringify(first.solved.plan.slates))
    expect(second.certificate?.data).toEqual(first.certificate?.data)
  })

  test('another gap is another certificate but the same question', async () => {
    const loose = await planned({ gap: 0.04, timeLimitSeconds: 5 })
    expect(loose.certificate).toMatchObject({ gap: 0.04, timeLimitSeconds: 5 })
    expect(loose.certificate?.data.hash).toBe(first.certificate?.data.hash)
    expect(loose.solved.plan.gap).toBeLessThanOrEqual(0.04)
  })

  test('anew without a reason, nothing changes', async () => {
    const anew = await planned({ basedOn: first.id })
    expect(anew.changes).toMatchObject({ basedOn: first.id, seats: 0, villages: [], letGo: [] })
  })

  test('who is excluded leaves, somebody takes the seat, and the rest stays', async () => {
    const [slate] = first.solved.plan.slates
    const { talent } = slate!.seats.find(({ post }) => post === 'committee-member')!
    const exclusions = [{ talent, village: slate!.village, post: null }]
    const anew = await planned({ basedOn: first.id, exclusions })
    const here = anew.changes!.villages.find(({ village }) => village === slate!.village)!
    expect(here.left).toContainEqual(
      expect.objectContaining({
        talent,
        posts: [],
        words: { zh: '按要求排除', en: 'excluded as asked' },
      }),
    )
    expect(anew.changes!.price).toBeCloseTo(
      anew.changes!.seats * defaultPolicy.replan.pricePerChange,
    )
    expect(anew.changes!.seats).toBeLessThanOrEqual(4)
    const fresh = await planned({ exclusions })
    expect(moves(first.solved, anew.solved)).toBeLessThanOrEqual(moves(first.solved, fresh.solved))
  })

  test('pins of the plan before are taken over where none are named', async () => {
    const [a, b] = first.solved.plan.slates
    const seat = a!.seats.find(({ post }) => post === 'committee-member')!
    const other = b!.seats.find(({ post }) => post === 'committee-member')!
    const pin = { talent: other.talent, village: b!.village, post: 'committee-member' as const }
    const pinned = await planned({ basedOn: first.id, pins: [pin] })
    expect(pinned.request.pins).toEqual([pin])
    const again = await planned({
      basedOn: pinned.id,
      exclusions: [{ talent: seat.talent, village: a!.village, post: null }],
    })
    expect(again.request.pins, 'those of the plan before').toEqual([pin])
  })

  test('who withdrew consent leaves with that reason, and a pin on them is let go of', async () => {
    const slate = first.solved.plan.slates.at(-1)!
    const { talent, post } = slate.seats.find(({ post }) => post === 'committee-member')!
    const pinned = await planned({ pins: [{ talent, village: slate.village, post }] })
    await ok(await served.post(`/talents/${talent}/consents`, { act: 'withdrawn' }))
    const anew = await planned({ basedOn: pinned.id })
    const left = anew.changes!.villages.flatMap((one) => one.left)
    expect(left).toContainEqual(
      expect.objectContaining({ talent, words: { zh: '本人撤回同意', en: 'withdrew consent' } }),
    )
    expect(anew.changes!.letGo).toHaveLength(1)
    expect(anew.changes!.letGo[0]).toMatchObject({ pin: { talent } })
    const repeated = await planned({ repeats: first.id })
    expect(repeated.repeat, 'the pool is another').toMatchObject({ isSameQuestion: false })
    const asked = await problemOf({ pins: [{ talent, village: slate.village, post }] })
    expect(asked, 'a pin that is asked for now is no mistake of the request').toBeNull()
  })

  test('who was pinned and moved out of the township’s reach is told of when it is asked again', async () => {
    const township = await served.as('demo-township')
    const { db } = served.given
    const [village] = await db
      .selectFrom('villages')
      .select('code')
      .where('townshipCode', '=', TOWNSHIP)
      .execute()
    const { ranking, people } = await ok(
      await township.api.rankings.$post({ json: { village: village!.code, post: 'chair' } }),
    )
    const isFree = ({ talent }: { talent: string }) =>
      people.find(({ id }) => id === talent)?.incumbency === null
    const { talent } = ranking.ranked.findLast(isFree)!
    const pins = [{ talent, village: village!.code, post: 'chair' }]
    const quick = { township: TOWNSHIP, gap: 0.05, timeLimitSeconds: 5 }
    const ended = async (asked: object) => {
      const { id } = await ok(await township.post('/plans', { ...quick, ...asked }))
      await (await township.get(`/plans/${id}/events`)).text()
      return { id, ...(await ok(await township.get(`/plans/${id}`))) }
    }
    const before = await ended({ pins })
    expect(before.result?.status).toBe('solved')
    const home = await db
      .selectFrom('talents')
      .select(['homeTownshipCode', 'homeVillageCode', 'willingness'])
      .where('id', '=', talent)
      .executeTakeFirstOrThrow()
    const live = async (where: Partial<typeof home>) => {
      await db.updateTable('talents').set(where).where('id', '=', talent).execute()
      forgetCounty(db)
    }
    const away = { homeTownshipCode: ZONE, homeVillageCode: VILLAGES[0]! }
    await live({ ...away, willingness: 'village' })
    const again = await ended({ repeats: before.id })
    await live(home)
    expect(again).toMatchObject({ status: 'failed', failure: { type: 'conflict' } })
  })

  test('a plan is made by the version that it names, whatever came since', async () => {
    const { version: _, ...body } = defaultPolicy
    const later = {
      ...body,
      targets: { ...body.targets, seats: { ...body.targets.seats, isOn: false } },
    }
    await insertPolicy(served.given.db, scope, {
      ...{ version: 2, body: later, createdAt: '2026-11-25T00:00:00.000Z', createdBy: 'terminal' },
    })
    forgetCounty(served.given.db)
    const now = await planned()
    const before = await planned({ policyVersion: 1 })
    const ids = (plan: typeof now) => plan.solved.plan.slates[0]!.targets.map(({ id }) => id)
    expect(now.certificate?.policyVersion).toBe(2)
    expect(before.certificate?.policyVersion).toBe(1)
    expect(ids(before)).toContain('seats')
    expect(ids(now)).not.toContain('seats')
  })

  const problemOf = async (asked: object) => {
    const response = await served.post('/plans', { township: ZONE, ...asked })
    if (!response.ok) return problemIn(response)
    const { id } = await response.json()
    await served.post(`/plans/${id}/cancellation`, {})
    return null
  }

  test.each([
    { asked: { gap: 0.2 }, status: 422, pointers: ['#/gap'], why: 'a gap that says nothing' },
    { asked: { gap: -1 }, status: 422, pointers: ['#/gap'], why: 'less than no gap' },
    {
      asked: { timeLimitSeconds: 601 },
      status: 422,
      pointers: ['#/timeLimitSeconds'],
      why: 'longer than a township may take',
    },
    {
      asked: { timeLimitSeconds: 0 },
      status: 422,
      pointers: ['#/timeLimitSeconds'],
      why: 'no time at all',
    },
    {
      asked: { policyVersion: 99 },
      status: 422,
      pointers: ['#/policyVersion'],
      why: 'a version that does not exist',
    },
    { asked: { draft: true }, status: 422, pointers: ['#/draft'], why: 'a draft that is not kept' },
    { asked: { basedOn: 'nothing' }, status: 404, pointers: [], why: 'a plan that does not exist' },
    { asked: { repeats: 'nothing' }, status: 404, pointers: [], why: 'no plan to repeat' },
  ])('answers $status to $why', async ({ asked, status, pointers }) => {
    expect(await problemOf(asked)).toMatchObject({ status, pointers })
  })

  test('nothing is built on a plan without a result', async () => {
    const { id } = await ok(await served.api.plans.$post({ json: { township: ZONE } }))
    await served.post(`/plans/${id}/cancellation`, {})
    expect(await problemOf({ basedOn: id })).toMatchObject({
      status: 409,
      type: '/problems/conflict',
    })
  })
})

const VILLAGES = ['370406405004', '370406405006', '370406405007', '370406405011']

type Seated = { plan: { slates: { village: string; seats: { talent: string; post: string }[] }[] } }

/** Seats of the first that somebody else has in the second. */
function moves(first: Seated, second: Seated): number {
  const seats = ({ plan }: Seated) =>
    plan.slates.flatMap(({ village, seats }) =>
      seats.map(({ talent, post }) => `${village} ${talent} ${post}`),
    )
  const kept = new Set(seats(second))
  return seats(first).filter((one) => !kept.has(one)).length
}
