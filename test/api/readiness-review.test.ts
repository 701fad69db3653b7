import { afterEach, beforeEach, expect, test } from 'vitest'
import { settled } from '../../api/readiness/keeping.ts'
import { standingsOf } from '../../api/readiness/standings.ts'
import { HONGMEN } from '../cast.ts'
import { act, answered, openRound, type Round, retired, underReview } from './reviewed.ts'
import { idOf, ok } from './served.ts'

const scope = { countyCode: '370406' }

let round: Round
beforeEach(async () => {
  round = await openRound()
})
afterEach(() => round.served.close())

const standing = async () => {
  const { db } = round.served.given
  await settled(db)
  const [found] = await standingsOf(db, scope, [HONGMEN])
  return { ...found!, review: found!.indicators.find(({ id }) => id === 'review')! }
}

/** What was done offline, which closes a warning online. */
async function logged(indicator: string, result: string): Promise<void> {
  const done = { what: '催办', doneOn: '2026-11-22', result }
  const asked = { villages: [HONGMEN], indicator, ...done }
  const answer = await round.county.post('/readiness/actions/logged', asked)
  expect(answer.status).toBe(201)
}

test('a village follows its people through the joint review, act by act', async () => {
  expect(await standing()).toMatchObject({ asked: 0, review: { state: 'unknown' } })
  const nominee = await underReview(round)
  expect(await standing()).toMatchObject({
    ...{ asked: 2, answered: 0, late: 0 },
    review: { state: 'yellow', short: { zh: '0/2' } },
  })
  expect((await answered(round.reviewer, nominee, { answer: 'pass' })).status).toBe(200)
  expect(await standing()).toMatchObject({ answered: 1, review: { short: { zh: '1/2' } } })
  expect((await answered(round.police, nominee, { answer: 'pass' })).status).toBe(200)
  // Every department answered, and the warning still waits for somebody to log what was done.
  expect(await standing()).toMatchObject({ answered: 2, review: { state: 'yellow' } })
  await logged('review', '已催办两个部门')
  expect(await standing()).toMatchObject({ answered: 2, review: { state: 'green' } })
  await ok(
    (await round.county.post(`/talents/${await idOf(round.served, '宋雅楠')}/consents`, {
      act: 'withdrawn',
    })) as Response,
  )
  expect(await standing()).toMatchObject({ asked: 0, review: { state: 'unknown' } })
})

test('a department that the county excuses is asked for no answer', async () => {
  const nominee = await underReview(round)
  expect((await answered(round.reviewer, nominee, { answer: 'pass' })).status).toBe(200)
  await retired(await round.served.as('demo-admin'), { id: 'police', zh: '公安', en: 'Police' })
  await act(round.county, nominee, { kind: 'excuse', department: 'police', reason: '机构改革' })
  expect(await standing()).toMatchObject({ asked: 1, answered: 1, late: 0 })
})
