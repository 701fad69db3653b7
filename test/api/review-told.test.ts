import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultPolicy, PROCEDURES } from '../../matching/index.ts'
import { HONGMEN } from '../cast.ts'
import {
  act,
  answered,
  departmentIn,
  fileOf,
  openRound,
  PASS,
  passedByPlace,
  type Round,
  signed,
  underReview,
} from './reviewed.ts'
import { ok, problemIn, type SignedInClient } from './served.ts'

/** The village itself publishes. */
const threeLevels = {
  ...defaultPolicy,
  review: {
    ...defaultPolicy.review,
    departments: ['police'],
    stages: [...PROCEDURES['three-levels'].stages],
  },
}

let round: Round
beforeAll(async () => {
  round = await openRound()
})
afterAll(() => round.served.close())

const kindsIn = ({ acts }: { acts: { kind: string }[] }) => acts.map(({ kind }) => kind)
const readBy = async (client: SignedInClient, nominee: string) =>
  ok(await client.get(`/nominees/${nominee}`))

describe('what a village learns of a joint review', () => {
  test('is neither who asks for more nor that somebody does', async () => {
    const nominee = await underReview(round)
    await ok(await answered(round.police, nominee, { answer: 'more', note: '请补户籍证明' }))
    expect((await readBy(round.village, nominee)).may).toEqual([])
    const said = { kind: 'supplement' as const, note: '已补', department: 'police' }
    const { revision } = await fileOf(round, nominee)
    expect((await signed(round.village, nominee, said, revision)).status).toBe(409)
    await act(round.township, nominee, said)
    expect(kindsIn(await readBy(round.village, nominee))).toEqual(['pass', 'pass'])
    expect(kindsIn(await readBy(round.township, nominee))).toContain('supplement')
  })

  test('is no figure of the queue and no tab either', async () => {
    const nominee = await underReview(round, { name: '张立群', posts: ['chair'] })
    await ok(await answered(round.police, nominee, { answer: 'objection' }))
    const queueOf = async (client: SignedInClient, tab: string) =>
      ok(await client.get(`/nominees?tab=${tab}`))
    expect((await queueOf(round.township, 'objection')).nominees).toMatchObject([
      { id: nominee, asked: 2, objections: 1 },
    ])
    const seen = await queueOf(round.village, 'objection')
    expect([seen.nominees, seen.counts.objection]).toEqual([[], 0])
    const { nominees } = await queueOf(round.village, 'open')
    for (const row of nominees)
      expect(row).toMatchObject({ asked: 0, passed: 0, objections: 0, validUntil: null })
  })

  test('is not in a refusal, where the village itself publishes', async () => {
    const other = await openRound({ policy: threeLevels })
    const nominee = await underReview(other, { name: '张立群', posts: ['chair'] })
    await ok(await answered(other.police, nominee, { answer: 'pass' }))
    await act(other.county, nominee, PASS)
    await ok(await answered(other.police, nominee, { answer: 'objection' }))
    const { revision } = await fileOf(other, nominee)
    const notice = { kind: 'publish' as const, startsOn: '2026-11-23', days: 5, place: '公开栏' }
    const refused = await (await signed(other.village, nominee, notice, revision)).json()
    expect(refused.detail).toBe('还不能办理，尚差：上级部门的审查尚未办结。')
    await other.served.close()
  })
})

test('a pass of another round covers no later objection, however often the seat is chosen anew', async () => {
  const wanted = { name: '张立群', posts: ['chair' as const] }
  const first = await openRound()
  const nominee = await underReview(first, wanted)
  await ok(await answered(first.police, nominee, { answer: 'pass' }))
  const later = { ...first, id: await anotherRound(first) }
  const again = await underReview(later, wanted)
  expect(departmentIn(await fileOf(later, again), 'police')).toMatchObject({ state: 'pass' })
  await ok(await answered(later.police, again, { answer: 'objection' }))
  for (let step = 0; step < 2; step++) {
    const posts = step === 0 ? ['committee-member' as const] : wanted.posts
    const seat = { village: HONGMEN, posts, reason: '重新确定' }
    await act(later.township, again, { kind: 'target', ...seat })
    await passedByPlace(later, again)
    const asked = departmentIn(await fileOf(later, again), 'police')
    expect(asked, `time ${step + 1}`).toMatchObject({ state: 'unanswered' })
  }
  await first.served.close()
})

test('who withdrew by their own account is taken up by no office but the county', async () => {
  const person = await round.served.as('demo-talent')
  const seat = { village: HONGMEN, posts: ['committee-member'] }
  const reason = '愿意为村里出力，为乡亲们办实事'
  const own = await person.post('/record/nominations', { ...seat, round: round.id, reason })
  const { nominee } = await ok(own)
  await ok(await person.post(`/record/nominations/${nominee}/withdrawal`, { reason: '另有安排' }))
  const { talent } = await fileOf(round, nominee)
  const again = await round.township.post('/nominations', {
    ...{ ...seat, id: newId(), round: round.id, talent: talent.id, channel: 'discovered' },
    ...{ nominator: '北庄镇党委', reason: '办事公道' },
  })
  expect((await problemIn(again)).status).toBe(409)
  expect((await fileOf(round, nominee)).state).toBe('withdrawn')
})

async function anotherRound({ county }: Round): Promise<string> {
  const days = { opensOn: '2026-11-01', closesOn: '2026-12-31' }
  const term = { termStartsOn: '2027-01-15', termEndsOn: '2032-01-14' }
  const body = { ...{ kind: 'term-change', name: '补选' }, ...days, ...term }
  return (await ok(await county.post('/rounds', body))).id
}
