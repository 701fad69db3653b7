import { v7 as newId } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recountAll } from '../../api/cultivation/recounting.ts'
import { defaultPolicy } from '../../matching/index.ts'
import { HONGMEN } from '../cast.ts'
import {
  fewRows,
  idOf,
  ok,
  problemIn,
  type Served,
  type SignedInClient,
  send,
  serve,
} from './served.ts'

let served: Served
let mentor: SignedInClient
let id: string
beforeEach(async () => {
  served = await serve({ rows: fewRows() })
  mentor = await served.as('demo-mentor')
  id = await idOf(served, '宋雅楠')
})
afterEach(() => served.close())

/** Of 15 November: service seen, clear progress. */
async function met(more: object = {}): Promise<string> {
  const session = {
    ...{ id: newId(), talent: id, heldOn: '2026-11-15', minutes: 60, way: 'on-site' },
    ...{ topic: 'industry', agreed: '一起看葡萄园滴灌', progress: 'clear', seen: ['service'] },
    ...{ keptAt: '2026-11-15T09:00:00.000Z', ...more },
  }
  const answer = await mentor.post('/mentoring/sessions', session)
  expect(answer.status, JSON.stringify(await answer.clone().json())).toBe(201)
  return session.id
}

const takeBack = (session: string) =>
  mentor.post(`/mentoring/sessions/${session}/taking-back`, { reason: '记错了人' })

/** The ranking without its question's time, and what the person's service is worth in it. */
async function ranked() {
  const question = { village: HONGMEN, post: 'committee-member' as const }
  const { ranking } = await ok(await served.api.rankings.$post({ json: question }))
  const all = [...ranking.ranked, ...ranking.unknown, ...ranking.barred]
  const share = all.find(({ talent }) => talent === id)!.shares.find(isService)!
  return { ranking, service: share }
}
const isService = ({ criterion }: { criterion: string }) => criterion === 'service'

async function evidenceOfService() {
  const rows = await served.given.db
    .selectFrom('evidence')
    .selectAll()
    .where('talentId', '=', id)
    .where('criterion', '=', 'service')
    .execute()
  return rows
}

const { halfKnownAt, prior, claimedShare } = defaultPolicy.evidence
const HALF_LIFE = defaultPolicy.criteria.service.halfLifeYears

/** Bühlmann's credibility over what is stored, worked out here once more. */
function valueBy(pieces: Awaited<ReturnType<typeof evidenceOfService>>): number {
  const weights = pieces.map(({ strength, standing, datedOn }) => {
    const [year, month, day] = datedOn.split('-').map(Number) as [number, number, number]
    const years = 2026 - year + (12 - month) / 12 + (31 - day) / 365.25
    return strength * (standing === 'proven' ? 1 : claimedShare) * 0.5 ** (years / HALF_LIFE)
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const worth = pieces.reduce((sum, { value }, at) => sum + value * weights[at]!, 0)
  const z = total / (total + halfKnownAt)
  return total === 0 ? prior : z * (worth / total) + (1 - z) * prior
}

describe('what a meeting says', () => {
  test('is a piece of evidence by the documented formula, and moves the ranking by exactly that', async () => {
    const before = await ranked()
    expect(before.service.value).toBeCloseTo(valueBy(await evidenceOfService()), 12)
    await met()
    const pieces = await evidenceOfService()
    const derived = pieces.filter(({ entryKind }) => entryKind === 'session')
    expect(derived).toMatchObject([
      { value: 0.9, datedOn: '2026-11-15', standing: 'proven', entryId: '2026-Q4' },
    ])
    // One day of meetings of the two at which they say half: a third of 0.4.
    expect(derived[0]!.strength).toBeCloseTo(0.4 / 3, 12)
    const after = await ranked()
    expect(after.service.value).toBeCloseTo(valueBy(pieces), 12)
    expect(after.service.value).not.toBeCloseTo(before.service.value, 3)
  })

  test('goes when the meeting is taken back, to the last bit', async () => {
    const first = await met({ heldOn: '2026-11-01', progress: 'some' })
    const before = await ranked()
    expect((await takeBack(await met())).status).toBe(200)
    expect(await ranked()).toEqual(before)
    expect((await takeBack(first)).status).toBe(200)
    expect((await evidenceOfService()).every(({ entryKind }) => entryKind === null)).toBe(true)
  })

  test('is not edited by hand: the entry is', async () => {
    await met()
    const piece = (await evidenceOfService()).find(({ entryKind }) => entryKind === 'session')!
    const revision = (await served.get(`/talents/${id}`)).headers.get('etag')!
    const removal = served.remove(
      `/talents/${id}/evidence/${encodeURIComponent(piece.id)}`,
      undefined,
      {
        'if-match': revision,
      },
    )
    expect(await problemIn(await removal)).toMatchObject({
      status: 409,
      type: '/problems/conflict',
    })
  })

  test('does not make somebody else’s edit of the portrait fail', async () => {
    const revision = (await served.get(`/talents/${id}`)).headers.get('etag')
    await met()
    expect((await served.get(`/talents/${id}`)).headers.get('etag')).toBe(revision)
  })

  test('follows the figures of a policy that is signed later', async () => {
    await met()
    const { policy } = await ok(await served.api.policy.$get())
    const { version, ...body } = policy
    const strengths = { ...body.cultivation.strengths, session: 0.9 }
    const now = { ...body, cultivation: { ...body.cultivation, strengths } }
    const note = '帮带记录的分量提高'
    const signed = await served.post('/policy/versions', { policy: now, basedOn: version, note })
    expect(signed.status).toBe(201)
    await recountAll(served.given)
    const piece = (await evidenceOfService()).find(({ entryKind }) => entryKind === 'session')!
    expect(piece.strength).toBeCloseTo(0.3, 12)
    expect((await ranked()).service.value).toBeCloseTo(valueBy(await evidenceOfService()), 12)
  })

  test('of somebody the mentor does not look after is not taken', async () => {
    const other = await idOf(served, '张立群')
    const answer = await send(served.bare, 'POST', '/mentoring/sessions', undefined)
    expect(answer.status).toBe(401)
    const session = { id: newId(), talent: other, heldOn: '2026-11-15', minutes: 60, way: 'talk' }
    const rest = { topic: 'industry', agreed: '谈打算', keptAt: '2026-11-15T09:00:00.000Z' }
    expect((await mentor.post('/mentoring/sessions', { ...session, ...rest })).status).toBe(404)
  })
})
