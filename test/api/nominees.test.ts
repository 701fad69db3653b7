import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  act,
  answered,
  nominated,
  ON_PAPER,
  openRound,
  PASS,
  type Round,
  signed,
  underReview,
} from './reviewed.ts'
import { ok } from './served.ts'

describe('a nominee as accounts read it', () => {
  let round: Round
  let nominee: string
  beforeAll(async () => {
    round = await openRound()
    nominee = await underReview(round)
    await answered(round.police, nominee, { answer: 'objection', code: 'other-fact' })
  })
  afterAll(() => round.served.close())
  const read = async (who: 'county' | 'township' | 'village') =>
    ok(await round[who].get(`/nominees/${nominee}`))

  test.each([
    { who: 'county', code: 'other-fact', why: 'the county decides on it' },
    { who: 'township', code: null, why: 'that a department objects, not why' },
  ] as const)('the reason of an objection, to the $who: $code ($why)', async ({ who, code }) => {
    const { departments, acts } = await read(who)
    const police = departments.find((one: { id: string }) => one.id === 'police')
    expect(police).toMatchObject({ state: 'objection', code })
    const said = acts.find((one: { kind: string }) => one.kind === 'answer')
    expect(said.body).toMatchObject({ answer: 'objection', code })
  })

  test('a village reads that the offices above have not finished, and of no department', async () => {
    const view = await read('village')
    expect(view.departments).toBeNull()
    expect(view.missing).toMatchObject([{ code: 'not-complete', by: 'county' }])
    expect(JSON.stringify(view)).not.toMatch(/police|公安|discipline|纪委|objection/)
  })

  test('whatever is altered in what was signed shows', async () => {
    expect((await read('county')).isSealed).toBe(true)
    const { db } = round.served.given
    const rows = db.updateTable('reviewActs').where('nomineeId', '=', nominee)
    await rows.where('sequence', '=', 1).set({ accountName: '别人' }).execute()
    expect((await read('county')).isSealed).toBe(false)
  })
})

describe('several who sign', () => {
  let round: Round
  beforeAll(async () => {
    round = await openRound()
  })
  afterAll(() => round.served.close())

  test('of two at the same moment one wins, the other is told, and one signature is stored', async () => {
    const nominee = await nominated(round)
    const { revision } = await ok(await round.township.get(`/nominees/${nominee}`))
    const answers = await Promise.all([
      signed(round.township, nominee, ON_PAPER, revision),
      signed(round.village, nominee, PASS, revision),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    const { acts, stage } = await ok(await round.county.get(`/nominees/${nominee}`))
    expect({ acts: acts.length, stage }).toEqual({ acts: 1, stage: 'township-review' })
  })

  test('many at once: each stands or fails by itself', async () => {
    const ready = await underReview(round, { name: '刘思敏' })
    for (const department of [round.reviewer, round.police])
      await answered(department, ready, { answer: 'pass' })
    const waits = await underReview(round, { name: '李文博' })
    const seen = async (id: string) => ({
      id,
      revision: (await ok(await round.county.get(`/nominees/${id}`))).revision,
    })
    const nominees = [await seen(ready), await seen(waits), { id: 'nobody', revision: 1 }]
    const { results } = await ok(await round.county.post('/nominees/acts', { nominees, act: PASS }))
    expect(results.map(({ done }: { done: boolean }) => done)).toEqual([true, false, false])
    expect(results[1].problem.zh).toContain('未答复')
  })

  test('what has figures or reasons of one person is signed one by one', async () => {
    const nominees = [{ id: 'anybody', revision: 1 }]
    const stop = { kind: 'stop', reason: '不符合条件' }
    expect((await round.county.post('/nominees/acts', { nominees, act: stop })).status).toBe(422)
  })

  test('somebody who is stopped and taken up again stands where they were', async () => {
    const nominee = await nominated(round)
    await act(round.county, nominee, { kind: 'stop', reason: '材料不实' })
    await act(round.county, nominee, { kind: 'resume', reason: '材料已核实' })
    const view = await ok(await round.county.get(`/nominees/${nominee}`))
    expect(view).toMatchObject({ state: 'open', outcome: null, stage: 'township-review' })
  })
})
