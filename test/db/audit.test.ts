import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendAudit, listAudit } from '../../db/audit.ts'
import type { Db } from '../../db/connect.ts'
import { findCounty, insertCounty } from '../../db/counties.ts'
import { databases, type OpenDatabase } from '../databases.ts'

const scope = { countyCode: '990001' }
const entry = {
  at: '2026-11-23T08:00:00.000Z',
  actor: 'local',
  action: 'portrait.read',
  subjects: ['li-wenbo'],
  detail: { fields: ['name'] },
}

describe.each(databases)('the audit on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    for (const countyCode of ['990001', '990002'])
      await insertCounty(db, { countyCode }, { name: countyCode, province: '' })
  })
  afterAll(() => opened.close())

  const append = (countyCode: string, action = entry.action) =>
    db.transaction().execute((it) => appendAudit(it, { countyCode }, { ...entry, action }))

  test('counts 1, 2, 3 … in each county, whoever writes at the same time', async () => {
    const writers = Array.from({ length: 40 }, (_, n) => append(n % 2 ? '990001' : '990002'))
    const sequences = (await Promise.all(writers)).sort((a, b) => a - b)
    expect(sequences).toEqual(Array.from({ length: 40 }, (_, n) => Math.floor(n / 2) + 1))
    const own = await listAudit(db, scope)
    expect(own.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
    expect(own[0]).toEqual({ ...entry, ...scope, sequence: 1 })
  })

  test('an entry falls with the change it tells of, and leaves no hole', async () => {
    const before = (await listAudit(db, scope)).length
    const failing = db.transaction().execute(async (it) => {
      await appendAudit(it, scope, entry)
      throw new Error('the change failed')
    })
    await expect(failing).rejects.toThrow('the change failed')
    expect(await listAudit(db, scope)).toHaveLength(before)
    expect(await append('990001')).toBe(before + 1)
  })

  test('is read onwards from a sequence', async () => {
    const page = await listAudit(db, scope, { after: 5, limit: 2 })
    expect(page.map(({ sequence }) => sequence)).toEqual([6, 7])
  })

  test('locking the county for the sequence leaves it as it is', async () => {
    expect(await findCounty(db, scope)).toMatchObject({ name: '990001' })
  })
})
