import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  accountOf,
  answered,
  caseOf,
  departmentIn,
  fileOf,
  has,
  listOf,
  nominated,
  openRound,
  RESERVE,
  type Round,
  retired,
  signed,
  underReview,
} from './reviewed.ts'
import { idOf, ok, problemIn, type SignedInClient } from './served.ts'

let round: Round
let court: SignedInClient
beforeAll(async () => {
  round = await openRound()
  const account = { username: 'court-reviewer', name: '姜涛', role: 'reviewer' }
  court = await accountOf(round.served, { ...account, department: 'court' })
})
afterAll(() => round.served.close())

describe('what a department sees', () => {
  let nominee: string
  beforeAll(async () => {
    nominee = await underReview(round)
  })

  test('is who it is, what for, and its own answers: nothing that judges, and no reason of whoever proposed', async () => {
    const one = await caseOf(round.reviewer, nominee)
    expect(Object.keys(one).sort()).toEqual([
      ...['answer', 'bornOn', 'dueOn', 'earlier', 'home', 'homeTownship', 'idNumber', 'lateDays'],
      ...['name', 'nominee', 'openedAt', 'purpose', 'revision', 'sex', 'supplements', 'talent'],
      ...['target', 'validDays'],
    ])
    expect(one).toMatchObject({
      ...{ name: '宋雅楠', sex: 'female', bornOn: '1993-06', answer: null, validDays: 90 },
      ...{ home: { name: '洪门村' }, homeTownship: { name: '北庄镇' } },
      purpose: { round: '2026 年换届', words: { zh: '村班子换届建议人选联审' } },
      target: { village: { name: '洪门村' }, posts: ['committee-member'] },
    })
    expect(one.idNumber).toMatch(/^990\*{11}[\dX]{4}$/)
    expect(JSON.stringify(one)).not.toContain('办事公道')
  })

  test('stays the same whatever other departments answer, its revision too', async () => {
    const before = await caseOf(round.reviewer, nominee)
    const code = 'under-investigation'
    expect((await answered(round.police, nominee, { answer: 'objection', code })).status).toBe(200)
    expect(await caseOf(round.reviewer, nominee)).toEqual(before)
    expect(JSON.stringify(await listOf(round.reviewer))).not.toContain(code)
    expect(departmentIn(await fileOf(round, nominee), 'police')).toMatchObject({
      state: 'objection',
      code,
    })
  })

  test('is nobody of other departments’ cases, and nobody who has not come so far', async () => {
    const early = await nominated(round, { name: '李文博', ...RESERVE })
    for (const [client, id] of [
      [court, nominee],
      [round.reviewer, early],
      [round.reviewer, 'nobody'],
    ] as const) {
      expect((await client.get(`/review-cases/${id}`)).status).toBe(404)
      expect((await answered(client, id, { answer: 'pass' }, 1)).status).toBe(404)
    }
    expect(await listOf(court)).toMatchObject({ cases: [], total: 0 })
  })

  test('is written down, person by person', async () => {
    await caseOf(round.reviewer, nominee)
    const auditor = await round.served.as('demo-auditor')
    const { entries } = await ok(await auditor.get('/audit?action=cases.read&limit=1'))
    const talent = await idOf(round.served, '宋雅楠')
    expect(entries[0]).toMatchObject({ role: 'reviewer', subjects: [talent, nominee].sort() })
  })

  test('of cases older than the rounds is shown behind the others, and cannot be answered here', async () => {
    const { cases, counts } = await listOf(round.reviewer)
    const older = cases.filter((one: { nominee: string | null }) => one.nominee === null)
    const names = older.map(({ name }: { name: string }) => name)
    expect(names.sort()).toEqual(['刘思敏', '宋雅楠', '李文博'])
    expect(older[0]).toMatchObject({ purpose: null, target: null, revision: null })
    expect(cases.slice(-3)).toEqual(older)
    expect(counts.open).toBe(cases.length - older.length)
  })
})

describe('an answer', () => {
  let nominee: string
  beforeAll(async () => {
    nominee = await underReview(round, { name: '赵庆河', ...RESERVE })
    const admin = await round.served.as('demo-admin')
    const debtor = { id: 'dishonest-debtor', zh: '失信被执行人', en: 'Judgment debtor' }
    await retired(admin, debtor, 'reasons')
  })

  test.each([
    { body: { answer: 'pass' }, at: undefined, why: 'nothing found' },
    {
      body: { answer: 'objection' },
      at: undefined,
      why: 'plain: the ground is none to write down',
    },
    { body: { answer: 'objection', code: 'sentenced' }, at: undefined, why: 'a reason in use' },
    { body: { answer: 'more', note: '请补充户籍证明' }, at: undefined, why: 'says what is needed' },
    { body: { answer: 'pass', code: 'sentenced' }, at: '#/code', why: 'a reason for nothing' },
    {
      body: { answer: 'more', code: 'sentenced', note: '材料' },
      at: '#/code',
      why: 'no objection',
    },
    { body: { answer: 'pass', note: '无' }, at: '#/note', why: 'no file is kept here' },
    { body: { answer: 'objection', note: '多次上访' }, at: '#/note', why: 'nor is an opinion' },
    { body: { answer: 'more' }, at: '#/note', why: 'nobody would know what to bring' },
    {
      body: { answer: 'objection', code: 'petitioner' },
      at: '#/code',
      why: 'not in the dictionary',
    },
    { body: { answer: 'objection', code: 'dishonest-debtor' }, at: '#/code', why: 'out of use' },
    { body: { answer: 'more', note: '赵庆河的户口' }, at: '#/note', why: 'names the person' },
    { body: { answer: 'more', note: '核对 12012345678' }, at: '#/note', why: 'has a number' },
    { body: { answer: 'fine' }, at: '#/answer', why: 'no such answer' },
  ])('$body: $why', async ({ body, at }) => {
    const before = await caseOf(round.police, nominee)
    const answer = await answered(round.police, nominee, body as never)
    if (at) {
      expect(await problemIn(answer)).toMatchObject({ status: 422, pointers: [at] })
      expect(await caseOf(round.police, nominee)).toEqual(before)
    } else {
      const { case: now } = await ok(answer)
      expect(now.answer).toMatchObject({ code: null, note: '', signedBy: '严明', ...body })
      expect(now.answer.validUntil).toBe(body.answer === 'pass' ? '2027-02-21' : null)
      expect(now).toEqual(await caseOf(round.police, nominee))
    }
  })

  test('is given by what was seen: not without a revision, not with an old one', async () => {
    const { revision } = await caseOf(round.police, nominee)
    const path = `/review-cases/${nominee}/answer`
    expect((await round.police.post(path, { answer: 'pass' })).status).toBe(428)
    const again = (answer: 'pass' | 'objection') =>
      answered(round.police, nominee, { answer }, revision)
    expect((await again('pass')).status).toBe(200)
    expect(await problemIn(await again('objection'))).toMatchObject({ status: 412 })
    expect((await caseOf(round.police, nominee)).answer).toMatchObject({ answer: 'pass' })
  })

  test('moves somebody from those who wait to those who are answered, and the first due come first', async () => {
    expect(has(await listOf(round.reviewer), nominee)).toBe(true)
    await ok(await answered(round.reviewer, nominee, { answer: 'pass' }))
    expect(has(await listOf(round.reviewer), nominee)).toBe(false)
    const { cases } = await listOf(round.reviewer, 'answered')
    expect(cases[0]).toMatchObject({ nominee, answer: { answer: 'pass', signedBy: '邵明哲' } })
  })

  test('of the county or a township in the name of a department is refused, on paper too', async () => {
    const answer = {
      kind: 'answer',
      answer: 'pass',
      code: null,
      note: '',
      isOnPaper: true,
    } as never
    for (const client of [round.county, round.township]) {
      const { revision } = await fileOf(round, nominee)
      expect((await signed(client, nominee, answer, revision)).status).toBe(409)
      expect((await answered(client, nominee, { answer: 'pass' }, 1)).status).toBe(403)
    }
  })
})

describe('for several at once', () => {
  test('each stands or fails by itself, and says why; only a pass says nothing of one person', async () => {
    const both = [
      await underReview(round, { name: '刘思敏', ...RESERVE }),
      await underReview(round, { name: '王海洋', ...RESERVE }),
    ]
    const seen = []
    for (const nominee of both) {
      const { revision } = await caseOf(round.police, nominee)
      seen.push({ nominee, revision })
    }
    const [first, second] = seen as [(typeof seen)[0], (typeof seen)[0]]
    const stale = { ...second, revision: second.revision + 1 }
    const cases = [first, stale, { nominee: 'nobody', revision: 1 }]
    const objection = await round.police.post('/review-cases/answers', {
      cases,
      answer: 'objection',
    })
    expect(await problemIn(objection)).toMatchObject({ status: 422, pointers: ['#/answer'] })
    const { results } = await ok(
      await round.police.post('/review-cases/answers', { cases, answer: 'pass' }),
    )
    expect(results).toMatchObject([
      { ...{ nominee: first.nominee, done: true, problem: null } },
      {
        nominee: second.nominee,
        done: false,
        problem: { zh: expect.stringContaining('重新读取') },
      },
      { nominee: 'nobody', done: false, problem: { zh: expect.stringContaining('没有编号') } },
    ])
    expect((await caseOf(round.police, second.nominee)).answer).toBeNull()
  })
})
