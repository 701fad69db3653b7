import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  findPolicy,
  findPolicyDraft,
  insertPolicy,
  listPolicies,
  putPolicyDraft,
  removePolicyDraft,
} from '../../db/policies.ts'
import { isDatabaseProblem } from '../../db/problem.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { fillCounty } from './county.ts'

const scope = { countyCode: '990001' }
const made = { createdAt: '2026-11-23T08:00:00.000Z', createdBy: 'county' }

test.each(databases)(
  'the highest version is in force on $engine, or said to be damaged',
  async ({ open }) => {
    const { db, close } = await open()
    await fillCounty(db, '990001')
    await insertPolicy(db, scope, { version: 2, body: { termYears: 5 }, ...made })
    expect(await findPolicy(db, scope)).toMatchObject({ version: 2, body: { termYears: 5 } })
    await db
      .updateTable('policies')
      .set({ body: '{"termYears": ' })
      .where('version', '=', 2)
      .execute()
    const problem = await findPolicy(db, scope).catch((error: unknown) => error)
    await close()
    if (!isDatabaseProblem(problem)) throw new Error('no problem was told')
    expect(problem.code).toBe('damaged')
    expect(problem.words.zh).toMatch(/第 2 版政策.*备份/)
    expect(problem.words.en).toMatch(/Version 2 of the policy.*backup/)
  },
)

test.each(databases)('versions are listed newest first on $engine', async ({ open }) => {
  const { db, close } = await open()
  await fillCounty(db, '990001')
  const signed = { ...made, note: '年龄上限改为 58', contentHash: 'a1' }
  await insertPolicy(db, scope, { version: 2, body: {}, ...signed })
  const listed = await listPolicies(db, scope)
  await close()
  expect(listed.map(({ version, note, contentHash }) => ({ version, note, contentHash }))).toEqual([
    { version: 2, note: '年龄上限改为 58', contentHash: 'a1' },
    { version: 1, note: null, contentHash: null },
  ])
})

describe.each(databases)('the draft of an account on $engine', ({ open }) => {
  let opened: OpenDatabase
  const accountId = '990001-village'
  beforeAll(async () => {
    opened = await open()
    await fillCounty(opened.db, '990001')
  })
  afterAll(() => opened.close())

  const put = (seen: number, body: unknown = { age: { max: null } }) =>
    putPolicyDraft(opened.db, scope, { accountId, basedOn: 1, body, updatedAt: 'now' }, seen)
  const find = () => findPolicyDraft(opened.db, scope, accountId)

  test('keeps what is no whole policy, counts what was saved, and is of one account', async () => {
    expect(await find()).toBeUndefined()
    expect(await put(0)).toBe(1)
    expect(await find()).toEqual({
      ...{ basedOn: 1, body: { age: { max: null } }, revision: 1, updatedAt: 'now' },
    })
    expect(await put(1, {})).toBe(2)
    expect(await findPolicyDraft(opened.db, scope, '990001-county'), 'somebody else’s').toEqual({
      ...{ basedOn: 1, body: { termYears: 3 }, revision: 1 },
      updatedAt: '2026-11-23T08:00:00.000Z',
    })
  })

  test.each([
    { seen: 0, why: 'it did not know of any' },
    { seen: 1, why: 'it is of an older revision' },
    { seen: 3, why: 'it is of none that there was' },
  ])('is not written over by another tab: $why', async ({ seen }) => {
    expect(await put(seen)).toBeNull()
    expect(await find()).toMatchObject({ revision: 2, body: {} })
  })

  test('is thrown away, and what knew it does not bring it back', async () => {
    await removePolicyDraft(opened.db, scope, accountId)
    expect(await find()).toBeUndefined()
    expect(await put(2)).toBeNull()
    expect(await find()).toBeUndefined()
  })
})
