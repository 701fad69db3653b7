import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseTalent } from '../../db/erasure.ts'
import { insertRows } from '../../db/insert.ts'
import { followMissing, poolRevisionOf } from '../../db/pool.ts'
import {
  listChangedRows,
  listPoolRows,
  listRowsOfLists,
  listSearchRows,
} from '../../db/pool-rows.ts'
import type { Scope } from '../../db/scope.ts'
import { updateTalent } from '../../db/talents.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { fillCounty, type Rows } from './county.ts'
import { seenBy } from './oracle.ts'

const county = { countyCode: '990001' }
const scopes: Scope[] = [
  county,
  { ...county, townshipCode: '990001101' },
  { ...county, villageCodes: ['990001101201', '990001102202'] },
  { ...county, villageCodes: [] },
  { ...county, menteesOf: '990001101-mentor' },
  { ...county, talentId: '990001101201-a' },
  { ...county, isWithoutPeople: true },
]

describe.each(databases)('what search keeps of people, on $engine', ({ open }) => {
  let opened: OpenDatabase
  let rows: Rows
  beforeAll(async () => {
    opened = await open()
    rows = await fillCounty(opened.db, '990001')
    await fillCounty(opened.db, '990002')
    const tagged = { ...county, talentId: '990001101201-a', tag: '重点培养' }
    await insertRows(opened.db, county, 'talentTags', [tagged])
    for (const countyCode of ['990001', '990002']) await followMissing(opened.db, { countyCode })
  })
  afterAll(() => opened.close())

  test.each(scopes)('is of exactly the people of %o', async (scope) => {
    const found = await listPoolRows(opened.db, scope)
    expect(found.map(({ id }) => id).sort()).toEqual([...seenBy(rows, scope).people].sort())
    const places = await listSearchRows(opened.db, scope)
    expect(places.sort()).toEqual(found.map(({ searchRow }) => searchRow).sort())
  })

  test('holds the facts, what is listed elsewhere, and the day of the latest evidence', async () => {
    const found = await listPoolRows(opened.db, county)
    expect(found.find(({ id }) => id === '990001101201-a')).toMatchObject({
      ...{ name: '吕青', pinyin: 'lvqing', syllables: 'lv qing', sex: 'female', bornOn: '1993-06' },
      ...{ homeTownshipCode: '990001101', homeVillageCode: '990001101201', status: 'in-pool' },
      ...{ willingness: 'county', evidenceOn: '2025-03-01' },
      skills: ['finance'],
      sources: ['returnee'],
      tags: expect.arrayContaining(['重点培养']),
    })
  })

  test('comes in stretches that hold everybody once', async () => {
    const seen: string[] = []
    for (let afterRow = 0; ; ) {
      const some = await listPoolRows(opened.db, county, { afterRow, limit: 3 })
      seen.push(...some.map(({ id }) => id))
      if (some.length < 3) break
      afterRow = some.at(-1)!.searchRow
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(rows.talents.length)
  })

  test('is read anew of whoever changed, and of whoever went no more than the number', async () => {
    const { poolRevision } = await poolRevisionOf(opened.db, county)
    expect(await listPoolRows(opened.db, county, { changedAfter: poolRevision })).toEqual([])
    await updateTalent(opened.db, county, '990001102201-a', { education: 'bachelor' })
    const erased = '990001102201-b'
    const before = await listPoolRows(opened.db, county)
    await opened.db.transaction().execute((it) => eraseTalent(it, county, erased, '2026-11-25'))
    const changed = await listPoolRows(opened.db, county, { changedAfter: poolRevision })
    expect(changed.map(({ id, education }) => [id, education])).toEqual([
      ['990001102201-a', 'bachelor'],
    ])
    const numbers = before.filter(({ id }) => id.startsWith('990001102201'))
    const told = await listChangedRows(opened.db, county, poolRevision)
    expect(told.sort()).toEqual(numbers.map(({ searchRow }) => searchRow).sort())
    const narrower = { ...county, townshipCode: '990001102' }
    expect(await listChangedRows(opened.db, narrower, poolRevision)).toEqual([])
  })

  test('tells who is on which list, to the office that keeps it', async () => {
    const createdBy = rows.accounts[0]!.id
    const list = { ...county, note: '', createdAt: '2026-11-25', createdBy, revision: 1 }
    await insertRows(opened.db, county, 'lists', [
      { ...list, id: 'of-county', name: '县', townshipCode: null },
      { ...list, id: 'of-township', name: '镇', townshipCode: '990001101' },
    ])
    const member = { ...county, note: '', addedAt: '2026-11-25', addedBy: createdBy }
    await insertRows(opened.db, county, 'listMembers', [
      { ...member, listId: 'of-county', talentId: '990001101201-a' },
      { ...member, listId: 'of-township', talentId: '990001101201-a' },
      { ...member, listId: 'of-township', talentId: '990001102201-a' },
    ])
    const lists = async (scope: Scope) =>
      (await listRowsOfLists(opened.db, scope)).map(({ list }) => list).sort()
    expect(await lists(county)).toEqual(['of-county', 'of-township', 'of-township'])
    expect(await lists({ ...county, townshipCode: '990001101' })).toEqual(['of-township'])
    expect(await lists({ ...county, villageCodes: ['990001101201'] })).toEqual([])
  })
})
