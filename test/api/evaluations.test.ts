import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAudit } from '../../db/audit-reading.ts'
import { MARKS, somebody, started } from './on-trial.ts'
import { fewRows, ok, problemIn, type Served, type SignedInClient, send, serve } from './served.ts'

type Code = { code: string; audience: string }

let served: Served
let township: SignedInClient
let today = '2026-11-23'
beforeAll(async () => {
  served = await serve({ rows: fewRows(), today: () => today })
  township = await served.as('demo-township')
})
afterAll(() => served.close())

const open = async (
  trialPost: string,
  numbers: { colleagues: number; representatives: number },
): Promise<{ id: string; codes: Code[] }> => {
  const body = { trialPost, closesOn: '2026-12-10', ...numbers }
  return ok((await township.post('/evaluations', body)) as Response)
}
const opened = async (colleagues = 6, representatives = 2) => {
  const trialPost = await started(township, await somebody(served))
  return { trialPost, ...(await open(trialPost, { colleagues, representatives })) }
}
const answer = (code: string, marks: unknown = MARKS) =>
  send(served.bare, 'POST', '/evaluations/answer', { code, marks })
const close = (id: string) => township.post(`/evaluations/${id}/closing`, {})
const papers = (id: string, audience: string, times: number) =>
  township.post(`/evaluations/${id}/papers`, {
    answers: Array.from({ length: times }, () => ({ audience, marks: MARKS })),
  })
const viewOf = async (client: SignedInClient, id: string) =>
  ok(await client.get(`/trial-posts/${id}`))

describe('whoever holds a code', () => {
  test('reads whom it asks about and what, without an account', async () => {
    const { codes } = await opened()
    const typed = codes[0]!.code.toLowerCase().replace('-', ' ')
    const found = await ok(await send(served.bare, 'POST', '/evaluations/look-up', { code: typed }))
    expect(found).toMatchObject({ audience: 'colleague', kind: 'secretary-assistant' })
    expect(found.name).toContain('欧阳')
    expect(found.questions).toHaveLength(6)
    expect(found.marks).toHaveLength(5)
  })

  test('answers once; again it is refused, and two codes of one telephone are two answers', async () => {
    const { trialPost, codes } = await opened()
    expect((await answer(codes[0]!.code)).status).toBe(200)
    expect(await problemIn(await answer(codes[0]!.code))).toMatchObject({ status: 409 })
    expect((await answer(codes[1]!.code)).status).toBe(200)
    const { evaluations } = await viewOf(township, trialPost)
    expect(evaluations[0]).toMatchObject({ answers: 2, onPaper: 0, results: null })
  })

  test('answers once also where the same code is sent many times at the same moment', async () => {
    const { trialPost, codes } = await opened()
    const answers = await Promise.all(Array.from({ length: 8 }, () => answer(codes[0]!.code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(7)
    const { evaluations } = await viewOf(township, trialPost)
    expect(evaluations[0]!.answers).toBe(1)
  })

  test.each([
    { marks: { ...MARKS, overall: 6 }, why: 'six of five' },
    { marks: { ...MARKS, overall: 0 }, why: 'nothing is less than one' },
    { marks: { ...MARKS, overall: 3.5 }, why: 'no halves' },
    { marks: { ...MARKS, overall: undefined }, why: 'a question without an answer' },
    { marks: { ...MARKS, health: 3 }, why: 'a question that nobody asks' },
  ])('is refused $why, and may mend it', async ({ marks }) => {
    const { codes } = await opened()
    expect((await answer(codes[0]!.code, marks)).status).toBe(422)
    expect((await answer(codes[0]!.code)).status).toBe(200)
  })

  test('comes too late after the last day, and after the office has closed it', async () => {
    const { id, codes } = await opened()
    today = '2026-12-11'
    expect((await answer(codes[0]!.code)).status).toBe(409)
    today = '2026-12-10'
    expect((await answer(codes[0]!.code)).status).toBe(200)
    today = '2026-11-23'
    await close(id)
    expect((await answer(codes[1]!.code)).status).toBe(409)
    const looked = await send(served.bare, 'POST', '/evaluations/look-up', {
      code: codes[1]!.code,
    })
    expect(looked.status).toBe(409)
  })

  test('guesses wrongly twenty times a minute at most', async () => {
    const own = await serve({ rows: fewRows() })
    const guess = () =>
      send(own.bare, 'POST', '/evaluations/look-up', { code: 'AAAA-AAAA' }).then((it) => it.status)
    const statuses: number[] = []
    for (let times = 0; times < 22; times++) statuses.push(await guess())
    await own.close()
    expect(new Set(statuses)).toEqual(new Set([404, 429]))
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('nothing tells who answered what', () => {
  test('codes are stored as hashes, and what was shown once is shown to nobody again', async () => {
    const { id, codes } = await opened()
    const stored = await dump('evaluation_codes')
    for (const { code } of codes) {
      expect(stored).not.toContain(code)
      expect(stored).not.toContain(code.replace('-', ''))
    }
    const { codes: fresh } = await ok((await township.post(`/evaluations/${id}/codes`)) as Response)
    expect(fresh).toHaveLength(codes.length)
    expect((await answer(codes[0]!.code)).status).toBe(404)
    expect((await answer(fresh[0].code)).status).toBe(200)
  })

  test('an answer has neither account, time nor code; the order of rows is of chance', async () => {
    const { id, codes } = await opened(30, 0)
    for (const [at, { code }] of codes.entries())
      expect((await answer(code, { ...MARKS, overall: 1 + (at % 5) })).status).toBe(200)
    const given = codes.map((_, at) => 1 + (at % 5))
    const rows = await rowsOf(id)
    expect(Object.keys(rows[0]!).sort()).toEqual([
      'audience',
      'county_code',
      'evaluation_id',
      'id',
      'is_on_paper',
      'marks',
    ])
    const overall = rows.map(({ marks }) => JSON.parse(String(marks)).overall as number)
    expect(overall.toSorted()).toEqual(given.toSorted())
    // One chance in 30! ÷ 6!⁵, about 10¹⁸.
    expect(overall).not.toEqual(given)
  })

  test('the last answer is not the last row', async () => {
    const { id, codes } = await opened(40, 0)
    const places = new Set<number>()
    for (const { code } of codes) {
      await answer(code, { ...MARKS, overall: 1 })
      const rows = await rowsOf(id)
      places.add(rows.findIndex(({ marks }) => JSON.parse(String(marks)).overall === 1))
      await everyMark(id, 5)
    }
    expect(places.size).toBeGreaterThan(3)
  })

  test('no entry of the audit speaks of an answer, a code or an address', async () => {
    const before = (await entries()).length
    const { codes } = await opened()
    const after = (await entries()).length
    await send(served.bare, 'POST', '/evaluations/look-up', { code: codes[0]!.code })
    await answer(codes[0]!.code)
    expect(after).toBeGreaterThan(before)
    expect(await entries()).toHaveLength(after)
    await answer('AAAA-AAAB')
    const [missed] = await entries()
    expect(missed).toMatchObject({ action: 'evaluation.missed', subjects: [], detail: {} })
  })
})

describe('the office', () => {
  test.each([
    {
      numbers: { colleagues: 2, representatives: 2 },
      status: 422,
      why: 'four could never be enough',
    },
    {
      numbers: { colleagues: 101, representatives: 0 },
      status: 422,
      why: 'more than a village has',
    },
    { numbers: { colleagues: -1, representatives: 9 }, status: 422, why: 'fewer than nobody' },
    { numbers: { colleagues: 3, representatives: 2 }, status: 201, why: 'five are just enough' },
  ])('asks so many that something can be shown: $why', async ({ numbers, status }) => {
    const trialPost = await started(township, await somebody(served))
    const body = { trialPost, closesOn: '2026-12-10', ...numbers }
    expect((await township.post('/evaluations', body)).status).toBe(status)
  })

  test.each([
    { closesOn: '2026-11-22', why: 'yesterday' },
    { closesOn: '2027-01-23', why: 'more than sixty days' },
    { closesOn: '2026-11-31', why: 'no day' },
  ])('sets a last day that is real and near: not $why', async ({ closesOn }) => {
    const trialPost = await started(township, await somebody(served))
    const body = { trialPost, closesOn, colleagues: 9, representatives: 0 }
    const answered = await problemIn(await township.post('/evaluations', body))
    expect(answered).toMatchObject({ status: 422, pointers: ['#/closesOn'] })
  })

  test('has one open at a time, and closes it for good', async () => {
    const { trialPost, id } = await opened()
    const body = { trialPost, closesOn: '2026-12-10', colleagues: 9, representatives: 0 }
    expect((await township.post('/evaluations', body)).status).toBe(409)
    expect((await close(id)).status).toBe(200)
    expect((await close(id)).status).toBe(409)
    expect((await township.post(`/evaluations/${id}/codes`)).status).toBe(409)
    expect((await papers(id, 'colleague', 1)).status).toBe(409)
    expect((await township.post('/evaluations', body)).status).toBe(201)
  })

  test('enters papers, counted apart; with those by code never more than were asked', async () => {
    const { trialPost, id, codes } = await opened(6, 2)
    await answer(codes[0]!.code)
    expect((await papers(id, 'colleague', 5)).status).toBe(200)
    expect(await problemIn(await papers(id, 'colleague', 1))).toMatchObject({ status: 409 })
    expect((await papers(id, 'representative', 3)).status).toBe(409)
    expect((await answer(codes[1]!.code)).status).toBe(409)
    const { evaluations } = await viewOf(township, trialPost)
    expect(evaluations[0]).toMatchObject({ answers: 6, onPaper: 5 })
  })

  test('reads results only once it is closed; two answers are too few, and said so', async () => {
    const { trialPost, id, codes } = await opened()
    for (const { code } of codes.slice(0, 2)) await answer(code)
    expect((await viewOf(township, trialPost)).evaluations[0]!.results).toBeNull()
    await close(id)
    const { evaluations, missing } = await viewOf(township, trialPost)
    expect(evaluations[0]).toMatchObject({ answers: 2, answersMin: 5, results: { total: null } })
    const said = missing.find(({ code }: { code: string }) => code === 'no-evaluation')
    expect(said.words.zh).toContain('2／5')
  })

  test('reads the spread of eight answers; a village reads none, a mentor of somebody else nothing', async () => {
    const { trialPost, id, codes } = await opened(6, 2)
    for (const { code } of codes) await answer(code)
    await close(id)
    const { evaluations } = await viewOf(township, trialPost)
    const { results } = evaluations[0]!
    expect(results).toMatchObject({ answers: 8, leftOut: 0, byAudience: null })
    expect(results.questions[0]).toMatchObject({
      ...{ id: 'conduct', known: 8, spread: { counts: [0, 0, 0, 0, 8], mean: 5, deviation: 0 } },
    })
    expect(results.questions[4]).toMatchObject({ id: 'fairness', known: 0, spread: null })
    const village = await viewOf(await served.as('demo-village'), trialPost)
    expect(village.evaluations[0]).toMatchObject({ answers: 8, results: null })
    const mentor = await served.as('demo-mentor')
    expect((await mentor.get(`/trial-posts/${trialPost}`)).status).toBe(404)
  })
})

const entries = async () => listAudit(served.given.db, { countyCode: '370406' }, { limit: 5000 })

async function dump(table: string): Promise<string> {
  const { rows } = await sql`select * from ${sql.table(table)}`.execute(served.given.db)
  return JSON.stringify(rows)
}

/** In the order in which the engine keeps them. */
async function rowsOf(id: string): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select * from evaluation_answers where evaluation_id = ${id} order by rowid`.execute(
    served.given.db.withoutPlugins(),
  )
  return rows
}

/** Marks all answers that there are, so that the next one stands out. */
async function everyMark(id: string, overall: number): Promise<void> {
  const marks = JSON.stringify({ ...MARKS, overall })
  await sql`update evaluation_answers set marks = ${marks} where evaluation_id = ${id}`.execute(
    served.given.db,
  )
}
