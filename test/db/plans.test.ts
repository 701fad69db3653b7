import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../db/connect.ts'
import {
  countUnfinishedPlans,
  findPlan,
  insertPlan,
  listPlans,
  listUnfinishedPlans,
  updatePlan,
} from '../../db/plans.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { fillCounty } from './county.ts'

const scope = { countyCode: '990001' }
const township = '990001101'

describe.each(databases)('plans on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    await fillCounty(db, '990001')
    await insertPlan(db, scope, plan('first', 1, township))
    await insertPlan(db, scope, plan('second', 2, null))
    await insertPlan(db, scope, plan('third', 3, township))
  })
  afterAll(() => opened.close())

  test('a new plan waits, with what was asked and nothing else', async () => {
    expect(await findPlan(db, scope, 'first')).toEqual({
      ...scope,
      ...plan('first', 1, township),
      status: 'queued',
      result: null,
      objective: null,
      gap: null,
      finishedAt: null,
      reach: 'county',
    })
  })

  test('a plan that is done keeps its result, and nothing can change it any more', async () => {
    const finishedAt = '2026-11-23T08:05:00.000Z'
    const done = { status: 'done', result: { plan: [1] }, objective: 8.25, gap: 0.001, finishedAt }
    expect(await updatePlan(db, scope, 'first', { status: 'running' })).toBe(true)
    expect(await updatePlan(db, scope, 'first', { ...done, status: 'done' })).toBe(true)
    expect(await updatePlan(db, scope, 'first', { status: 'cancelled' })).toBe(false)
    expect(await findPlan(db, scope, 'first')).toMatchObject(done)
  })

  test('an unknown plan cannot be changed', async () => {
    expect(await updatePlan(db, scope, 'nowhere', { status: 'running' })).toBe(false)
  })

  test('the list is newest first and holds the figures without the result', async () => {
    const all = await listPlans(db, scope)
    expect(all.map(({ id }) => id)).toEqual(['third', 'second', 'first'])
    expect(all[2]).toMatchObject({ objective: 8.25, gap: 0.001, townshipCode: township })
    expect(all[2]).not.toHaveProperty('result')
  })

  test.each([
    { asked: township, ids: ['third', 'first'] },
    { asked: null, ids: ['second'] },
    { asked: '990001102', ids: [] },
  ])('plans of $asked', async ({ asked, ids }) => {
    const found = await listPlans(db, scope, { townshipCode: asked })
    expect(found.map(({ id }) => id)).toEqual(ids)
  })

  test('what an earlier process left is found, the oldest first', async () => {
    await updatePlan(db, scope, 'third', { status: 'running' })
    const left = await listUnfinishedPlans(db, scope)
    expect(left.map(({ id, status }) => [id, status])).toEqual([
      ['second', 'queued'],
      ['third', 'running'],
    ])
    expect(left[0]?.request).toEqual({ pins: [] })
  })

  test('of an account that wait or run are counted, within the scope', async () => {
    expect(await countUnfinishedPlans(db, scope, 'account')).toBe(2)
    expect(await countUnfinishedPlans(db, scope, 'somebody')).toBe(0)
    const own = { ...scope, townshipCode: township }
    expect(await countUnfinishedPlans(db, own, 'account'), 'those of the county').toBe(0)
    await insertPlan(db, own, plan('fourth', 4, township))
    expect(await countUnfinishedPlans(db, own, 'account')).toBe(1)
  })
})

function plan(id: string, minute: number, townshipCode: string | null) {
  const createdAt = `2026-11-23T08:0${minute}:00.000Z`
  const request = { pins: [] }
  return { id, townshipCode, policyVersion: 1, createdAt, askedBy: 'account', request }
}
