import { expect, test } from 'vitest'
import { findPolicy, insertPolicy } from '../../db/policies.ts'
import { isDatabaseProblem } from '../../db/problem.ts'
import { databases } from '../databases.ts'
import { fillCounty } from './county.ts'

const scope = { countyCode: '990001' }

test.each(databases)(
  'the highest version is in force on $engine, or said to be damaged',
  async ({ open }) => {
    const { db, close } = await open()
    await fillCounty(db, '990001')
    const made = { createdAt: '2026-11-23T08:00:00.000Z', createdBy: 'county' }
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
