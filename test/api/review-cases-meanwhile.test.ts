import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { HONGMEN } from '../cast.ts'
import {
  act,
  answered,
  caseOf,
  DISCIPLINE,
  departmentIn,
  fileOf,
  has,
  listOf,
  openRound,
  PASS,
  passedByPlace,
  RESERVE,
  type Round,
  retired,
  signed,
  underReview,
} from './reviewed.ts'
import { ok, problemIn, type SignedInClient, withCookie } from './served.ts'

/** What happens to an answer, or to who is asked about, after the department looked. */
let round: Round
beforeAll(async () => {
  round = await openRound()
})
afterAll(() => round.served.close())

type Acted = { department: string | null; isSuperseded: boolean }

describe('an answer of somebody whom all have passed', () => {
  let nominee: string
  beforeAll(async () => {
    nominee = await underReview(round, { name: '张立群', posts: ['chair'] })
    for (const department of [round.reviewer, round.police])
      await ok(await answered(department, nominee, { answer: 'pass' }))
    await act(round.county, nominee, PASS)
  })

  test('is superseded by a later one, and stays; then the way is not open any more', async () => {
    expect((await fileOf(round, nominee)).stage).toBe('inspection')
    await ok(await answered(round.reviewer, nominee, { answer: 'objection' }))
    const one = await caseOf(round.reviewer, nominee)
    expect(one.answer).toMatchObject({ answer: 'objection', code: null })
    expect(one.earlier).toMatchObject([{ answer: 'pass' }])
    const file = await fileOf(round, nominee)
    const given = file.acts.filter(({ department }: Acted) => department === DISCIPLINE)
    expect(given.map(({ isSuperseded }: Acted) => isSuperseded)).toEqual([true, false])
    expect(file.missing).toMatchObject([{ code: 'objection', department: DISCIPLINE }])
  })

  test('that asks for more comes back with what the township says, beside what was asked', async () => {
    const note = '请补充近三年审计结论'
    await ok(await answered(round.reviewer, nominee, { answer: 'more', note }))
    expect(has(await listOf(round.reviewer), nominee)).toBe(false)
    await act(round.township, nominee, {
      ...{ kind: 'supplement', note: '已报送', department: DISCIPLINE },
    })
    expect(has(await listOf(round.reviewer), nominee)).toBe(true)
    const one = await caseOf(round.reviewer, nominee)
    expect(one).toMatchObject({ answer: null, supplements: [{ note: '已报送' }] })
    expect(one.earlier.at(-1)).toMatchObject({ answer: 'more', note })
    expect((await caseOf(round.police, nominee)).supplements).toEqual([])
    await ok(await answered(round.reviewer, nominee, { answer: 'pass' }))
  })

  test('ends on its day: told to its department, asked again by the county', async () => {
    const later = laterThan(round, '2027-06-01')
    expect((await caseOf(later.reviewer, nominee)).answer).toMatchObject({ isExpired: true })
    expect((await fileOf(round, nominee)).missing).toEqual([])
    const { missing } = await ok(await later.county.get(`/nominees/${nominee}`))
    expect(missing.map(({ code }: { code: string }) => code)).toEqual(['expired', 'expired'])
    await act(later.county, nominee, { kind: 'ask-again', department: DISCIPLINE })
    const one = await caseOf(later.reviewer, nominee)
    expect(one.answer).toBeNull()
    expect(one.earlier.at(-1)).toMatchObject({ answer: 'pass' })
    await ok(await answered(later.reviewer, nominee, { answer: 'pass' }))
    expect((await caseOf(later.reviewer, nominee)).answer).toMatchObject({
      ...{ validUntil: '2027-08-30', isExpired: false },
    })
  })

  test('is about other facts once the name or the seat changes, and is asked again', async () => {
    await act(round.county, nominee, {
      ...{ kind: 'target', village: HONGMEN, posts: ['committee-member'], reason: '改任委员' },
    })
    const one = await caseOf(round.police, nominee)
    expect(one).toMatchObject({
      ...{ target: { posts: ['committee-member'] }, answer: { isOfOtherFacts: true } },
    })
    await passedByPlace(round, nominee)
    expect(await caseOf(round.police, nominee)).toMatchObject({
      ...{ answer: null, earlier: [{ answer: 'pass' }] },
    })
    await ok(await answered(round.police, nominee, { answer: 'pass' }))
    const { talent, revision } = await caseOf(round.police, nominee)
    await renamed(round.township, talent, '张立军')
    const now = await caseOf(round.police, nominee)
    expect(now).toMatchObject({ name: '张立军', answer: { isOfOtherFacts: true } })
    const late = await answered(round.police, nominee, { answer: 'objection' }, revision)
    expect(await problemIn(late)).toMatchObject({ status: 412 })
    await act(round.county, nominee, { kind: 'ask-again', department: 'police' })
    expect((await caseOf(round.police, nominee)).answer).toBeNull()
  })
})

describe('at the same moment', () => {
  test('several departments answer, and each answer stands', async () => {
    const nominee = await underReview(round, { name: '孙桂兰', ...RESERVE })
    const answers = await Promise.all(
      [round.reviewer, round.police].map((department) =>
        answered(department, nominee, { answer: 'pass' }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const { departments } = await fileOf(round, nominee)
    expect(departments.map(({ state }: { state: string }) => state)).toEqual(['pass', 'pass'])
  })

  test('two of one department answer: one answer stands, the other is told', async () => {
    const nominee = await underReview(round, { name: '秦守义', ...RESERVE })
    const { revision } = await caseOf(round.police, nominee)
    const answers = await Promise.all(
      (['pass', 'objection'] as const).map((answer) =>
        answered(round.police, nominee, { answer }, revision),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    expect((await caseOf(round.police, nominee)).earlier).toEqual([])
  })

  test('the last department answers while the county stops: one wins, the other is told', async () => {
    const nominee = await underReview(round, { name: '尹承礼', ...RESERVE })
    await ok(await answered(round.police, nominee, { answer: 'pass' }))
    const { revision } = await fileOf(round, nominee)
    const seen = await caseOf(round.reviewer, nominee)
    const [stopped, passed] = await Promise.all([
      signed(round.county, nominee, { kind: 'stop', reason: '本人情况变化' }, revision),
      answered(round.reviewer, nominee, { answer: 'pass' }, seen.revision),
    ])
    expect([stopped.status, passed.status].sort()).toEqual([200, 412])
    const { state, departments } = await fileOf(round, nominee)
    expect(state).toBe(stopped.ok ? 'stopped' : 'open')
    const own = departmentIn({ departments }, DISCIPLINE)
    expect(own).toMatchObject({ state: passed.ok ? 'pass' : 'unanswered' })
  })
})

describe('a case ends', () => {
  test.each([
    { name: '徐振田', how: { kind: 'stop', reason: '不再考虑' }, why: 'the county stops' },
    {
      ...{ name: '周振宇', why: 'the person withdraws' },
      how: { kind: 'withdraw', reason: '本人撤回同意', isOnPaper: true },
    },
  ] as const)(
    'when $why: nobody there any more, and an answer on its way is told',
    async ({ name, how }) => {
      const nominee = await underReview(round, { name, ...RESERVE })
      await ok(await answered(round.reviewer, nominee, { answer: 'pass' }))
      const { revision, talent } = await caseOf(round.police, nominee)
      const { counts: before } = await listOf(round.police)
      await act(round.county, nominee, how)
      const late = await answered(round.police, nominee, { answer: 'pass' }, revision)
      expect(await problemIn(late)).toMatchObject({
        ...{ status: 412, detail: expect.stringContaining('已经办结或收回') },
      })
      for (const client of [round.reviewer, round.police]) {
        expect((await client.get(`/review-cases/${nominee}`)).status).toBe(404)
        for (const state of ['open', 'answered'])
          expect(has(await listOf(client, state), nominee), state).toBe(false)
        const reveal = { reason: '核对联审名单' }
        expect((await client.post(`/review-cases/${talent}/reveals`, reveal)).status).toBe(404)
      }
      const { counts } = await listOf(round.police)
      expect(counts.open).toBe(before.open - 1)
    },
  )

  test('when the department is out of use and the county says that it is not asked', async () => {
    const nominee = await underReview(round, { name: '李文博', ...RESERVE })
    await ok(await answered(round.reviewer, nominee, { answer: 'pass' }))
    const { revision } = await caseOf(round.police, nominee)
    const excuse = { kind: 'excuse', department: 'police', reason: '机构改革' } as const
    const { revision: file } = await fileOf(round, nominee)
    expect((await signed(round.county, nominee, excuse, file)).status).toBe(409)
    const admin = await round.served.as('demo-admin')
    await retired(admin, { id: 'police', zh: '公安', en: 'Police' })
    expect((await fileOf(round, nominee)).missing).toMatchObject([{ code: 'dropped' }])
    await act(round.county, nominee, excuse)
    expect((await round.police.get(`/review-cases/${nominee}`)).status).toBe(404)
    expect((await answered(round.police, nominee, { answer: 'pass' }, revision)).status).toBe(412)
    expect((await fileOf(round, nominee)).missing).toEqual([])
  })
})

test('who waits too long comes first, with the days', async () => {
  const later = laterThan(round, '2026-12-20')
  const { cases, counts } = await listOf(later.reviewer)
  expect(counts.late).toBeGreaterThan(0)
  expect(cases[0].lateDays).toBe(daysBetween(cases[0].dueOn, '2026-12-20'))
  const dues = cases.flatMap(({ dueOn }: { dueOn: string | null }) => dueOn ?? [])
  expect(dues).toEqual([...dues].sort())
})

/** The same program on another day. */
function laterThan({ served, county, reviewer }: Round, today: string) {
  const app = createApp({ ...served.given, today: () => today })
  return { county: withCookie(app, county.cookie), reviewer: withCookie(app, reviewer.cookie) }
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

async function renamed(client: SignedInClient, talent: string, name: string): Promise<void> {
  const etag = (await client.get(`/talents/${talent}`)).headers.get('etag')!
  await ok(await client.patch(`/talents/${talent}`, { name }, { 'if-match': etag }))
}
