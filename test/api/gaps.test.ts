import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAudit } from '../../db/audit-reading.ts'
import { TOWNSHIP } from '../cast.ts'
import { fewRows, ok, problemIn, type Served, type SignedInClient, serve } from './served.ts'

const NEIGHBOUR = '370406103'
const scope = { countyCode: '370406' }

let served: Served
let township: SignedInClient
/** Plans of both townships, of the county's reach, and one of the township office itself. */
let plans: { own: string; foreign: string }

beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  township = await served.as('demo-township')
  const foreign = await plannedBy(served, NEIGHBOUR, { gap: 0.05, timeLimitSeconds: 3 })
  plans = { own: await plannedBy(township, TOWNSHIP), foreign }
})
afterAll(() => served.close())

async function plannedBy({ api, app }: SignedInClient, code: string, limits = {}) {
  const { id } = await (await api.plans.$post({ json: { township: code, ...limits } })).json()
  await (await app.request(`/api/v1/plans/${id}/events`)).text()
  return id
}

/** Asks until the answer is there, as the page does. */
async function settled<Answer extends { status: string }>(ask: () => Promise<Answer>) {
  for (;;) {
    const answer = await ask()
    if (answer.status !== 'working') return answer as Exclude<Answer, { status: 'working' }>
  }
}
const gapsOf = ({ api }: SignedInClient, id: string) =>
  settled(async () => ok(await api.plans[':id'].gaps.$get({ param: { id } })))
const depthOf = ({ api }: SignedInClient, id: string) =>
  settled(async () => ok(await api.plans[':id'].depth.$get({ param: { id } })))

describe('the gap list of a plan', () => {
  test('names profiles, villages and people, those who mend most first', async () => {
    const { list, villages, people } = await gapsOf(township, plans.own)
    expect(list.isWhole).toBe(true)
    expect(list.gaps.length).toBeGreaterThan(0)
    const each = list.gaps.map(({ perPerson }) => perPerson)
    expect(each).toEqual([...each].sort((a, b) => b - a))
    const codes = new Set(villages.map(({ code }) => code))
    const named = new Set(people.map(({ id }) => id))
    for (const { openings } of list.gaps)
      for (const { village, near, instead } of openings) {
        expect(codes.has(village)).toBe(true)
        for (const { talent } of [...near, ...instead]) expect(named.has(talent)).toBe(true)
      }
  })

  test('lists every target that the plan misses', async () => {
    const { list } = await gapsOf(township, plans.own)
    const { result } = await ok(await township.api.plans[':id'].$get({ param: { id: plans.own } }))
    if (result?.status !== 'solved') throw new Error('no plan')
    const { slates, targets } = result.plan
    const missed = [
      ...slates.flatMap(({ village, targets }) =>
        targets.filter(({ miss }) => miss > 0).map(({ id, miss }) => ({ village, id, miss })),
      ),
      ...targets
        .filter(({ miss }) => miss > 0)
        .map(({ id, miss }) => ({ village: null, id, miss })),
    ]
    const listed = list.missed.map(({ village, target: id, miss }) => ({ village, id, miss }))
    expect(missed.length).toBeGreaterThan(0)
    expect(listed).toHaveLength(missed.length)
    expect(listed).toEqual(expect.arrayContaining(missed))
  })

  test('a look at it is written down with everybody it names', async () => {
    const { people } = await gapsOf(township, plans.own)
    const [entry] = await listAudit(served.given.db, scope, { subject: plans.own })
    expect(entry).toMatchObject({ action: 'plan.gaps', outcome: 'done' })
    const person = people[0]!.id
    const looks = await listAudit(served.given.db, scope, { subject: person })
    expect(looks.map(({ action }) => action)).toContain('plan.gaps')
  })
})

describe('the depth of a plan', () => {
  test('takes everybody out once; single points of failure come first', async () => {
    const { depth, people } = await depthOf(township, plans.own)
    const { result } = await ok(await township.api.plans[':id'].$get({ param: { id: plans.own } }))
    if (result?.status !== 'solved') throw new Error('no plan')
    const seated = new Set(
      result.plan.slates.flatMap(({ seats }) => seats.map(({ talent }) => talent)),
    )
    expect(depth.absences.map(({ talent }) => talent).sort()).toEqual([...seated].sort())
    const order = depth.absences.map(({ isSinglePoint }) => isSinglePoint)
    expect(order).toEqual([...order].sort((a, b) => Number(b) - Number(a)))
    const named = new Set(people.map(({ id }) => id))
    expect([...seated].every((id) => named.has(id))).toBe(true)
  })

  test('margins and reserves are those that the plan’s targets tell', async () => {
    const { depth } = await depthOf(township, plans.own)
    const { result } = await ok(await township.api.plans[':id'].$get({ param: { id: plans.own } }))
    if (result?.status !== 'solved') throw new Error('no plan')
    for (const { village, candidates, reserves } of depth.villages) {
      const { targets } = result.plan.slates.find((slate) => slate.village === village)!
      const told = (id: string) => targets.find((target) => target.id === id)!
      expect(candidates).toMatchObject({ have: told('margin').value, asked: told('margin').bound })
      expect(reserves).toMatchObject({ have: told('depth').value, asked: told('depth').bound })
    }
  })
})

describe.each(['gaps', 'depth'] as const)('%s', (what) => {
  test('of a plan outside the scope are not found, and the attempt is written down', async () => {
    const answer = await township.app.request(`/api/v1/plans/${plans.foreign}/${what}`)
    expect(await problemIn(answer)).toMatchObject({ status: 404, type: '/problems/not-found' })
    const [entry] = await listAudit(served.given.db, scope, { subject: plans.foreign })
    expect(entry).toMatchObject({ action: 'plan.missed', outcome: 'denied' })
  })

  test('of a plan without teams are refused, and say so', async () => {
    const { id } = await (await served.api.plans.$post({ json: { township: NEIGHBOUR } })).json()
    await served.post(`/plans/${id}/cancellation`, {})
    const answer = await served.app.request(`/api/v1/plans/${id}/${what}`)
    expect(await problemIn(answer)).toMatchObject({ status: 409, type: '/problems/conflict' })
  })
})
