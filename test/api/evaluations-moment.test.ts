import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databases } from '../databases.ts'
import { MARKS, somebody, started } from './on-trial.ts'
import { fewRows, ok, type Served, type SignedInClient, send, serve } from './served.ts'

describe.each(databases)('answers of the same moment on $engine', ({ engine, open }) => {
  let served: Served
  let township: SignedInClient
  let evaluation: { trialPost: string; id: string; codes: { code: string }[] }
  beforeAll(async () => {
    served = await serve({ open, rows: fewRows() })
    township = await served.as('demo-township')
    const trialPost = await started(township, await somebody(served))
    const body = { trialPost, closesOn: '2026-12-10', colleagues: 14, representatives: 0 }
    const opened = await ok((await township.post('/evaluations', body)) as Response)
    evaluation = { trialPost, ...opened }
  })
  afterAll(() => served.close())

  const answer = ({ code }: { code: string }) =>
    send(served.bare, 'POST', '/evaluations/answer', { code, marks: MARKS })
  const count = async () => {
    const view = await ok(await township.get(`/trial-posts/${evaluation.trialPost}`))
    return view.evaluations[0]!.answers
  }

  test('all stand, and the same code counts once', async () => {
    const [first, ...others] = evaluation.codes.slice(0, 12)
    const twice = await Promise.all([answer(first!), answer(first!), answer(first!)])
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
    const many = await Promise.all(others.map(answer))
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set([200]))
    expect(await count()).toBe(12)
  })

  test('papers and codes together are never more than were asked', async () => {
    const [one, other] = evaluation.codes.slice(12) as [{ code: string }, { code: string }]
    const sheet = { answers: [{ audience: 'colleague', marks: MARKS }] }
    const enter = () => township.post(`/evaluations/${evaluation.id}/papers`, sheet)
    const all = await Promise.all([answer(one), enter(), answer(other), enter()])
    expect(all.filter(({ status }) => status === 200)).toHaveLength(2)
    expect(await count()).toBe(14)
  })

  test.runIf(engine === 'PostgreSQL')('every row is of the same transaction', async () => {
    const { rows } = await sql<{ xmin: string }>`
      select distinct xmin::text from evaluation_answers`.execute(served.given.db)
    expect(rows).toHaveLength(1)
  })
})
