import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../db/connect.ts'
import { hastily } from '../../db/engine.ts'
import {
  insertImportChanges,
  listChangedSince,
  listImportSubjects,
  pageOfImportChanges,
} from '../../db/import-changes.ts'
import {
  listByDigests,
  listIdsInPlans,
  listPeopleNamed,
  listUsedOfImport,
} from '../../db/import-people.ts'
import { listVillageStates, putVillageState } from '../../db/import-places.ts'
import {
  countImportRows,
  findImportRow,
  insertImportRows,
  leaveOutRows,
  pageOfFaults,
  pageOfImportRows,
  putImportRows,
  removeImportRows,
} from '../../db/import-rows.ts'
import {
  findImport,
  insertImport,
  listImportReadings,
  listImports,
  listUnfinishedImports,
  updateImport,
} from '../../db/imports.ts'
import type { Scope } from '../../db/scope.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { fillCounty, type Rows } from './county.ts'

const countyCode = '990001'
const county: Scope = { countyCode }
const township: Scope = { countyCode, townshipCode: '990001101' }
const strangers: Scope[] = [
  { countyCode, townshipCode: '990001102' },
  { countyCode: '990002' },
  { countyCode, villageCodes: ['990001101201'] },
  { countyCode, townshipCode: '990001101', villageCodes: ['990001101201'] },
  { countyCode, menteesOf: '990001101-mentor' },
  { countyCode, talentId: '990001101201-a' },
  { countyCode, isWithoutPeople: true },
]

describe.each(databases)('imports on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  let rows: Rows
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    rows = await fillCounty(db, countyCode)
    await fillCounty(db, '990002')
    const own = { kind: 'people', fileName: '名单.xlsx', createdAt: '2026-11-25' } as const
    for (const [scope, id] of [
      [county, 'county'],
      [township, 'township'],
    ] as const)
      await insertImport(db, scope, { ...own, id, createdBy: rows.accounts[0]!.id })
    await insertImportRows(db, township, 'township', [row(2), row(3, true), row(5, true)])
  })
  afterAll(() => opened.close())

  const row = (line: number, isFaulty = false) => ({
    ...{ line, talentId: null, cells: 'sealed' },
    state: isFaulty ? ('faulty' as const) : ('new' as const),
    faults: isFaulty ? '{"errors":["sex.missing"],"notices":[],"sealed":"x"}' : '[]',
  })
  const idsOf = async (scope: Scope) => (await listImports(db, scope)).map(({ id }) => id).sort()

  test('a township sees its own, the county all', async () => {
    expect(await idsOf(county)).toEqual(['county', 'township'])
    expect(await idsOf(township)).toEqual(['township'])
    expect((await findImport(db, township, 'township'))?.townshipCode).toBe('990001101')
    expect(await findImport(db, township, 'county')).toBeUndefined()
    expect((await listUnfinishedImports(db, county)).map(({ id }) => id)).toHaveLength(2)
    expect((await listImportReadings(db, township)).map(({ id }) => id)).toEqual(['township'])
  })

  test.each(strangers)('%o sees none of them, nor their rows', async (scope) => {
    expect(await idsOf(scope)).toEqual([])
    expect(await findImport(db, scope, 'township')).toBeUndefined()
    expect(await listUnfinishedImports(db, scope)).toEqual([])
    expect(await listImportReadings(db, scope)).toEqual([])
    expect(await pageOfImportRows(db, scope, 'township', { limit: 9 })).toEqual([])
    expect(await findImportRow(db, scope, 'township', 2)).toBeUndefined()
    expect(await pageOfFaults(db, scope, 'township', undefined, 9)).toEqual([])
    expect((await countImportRows(db, scope, 'township')).size).toBe(0)
    const from = { from: ['reading'] as const }
    expect(await updateImport(db, scope, 'township', from, { state: 'cancelled' })).toBe(false)
    expect(await leaveOutRows(db, scope, 'township', undefined)).toEqual([])
  })

  test('rows are found by state, by kind of fault and page by page', async () => {
    const lines = async (filter: Parameters<typeof pageOfImportRows>[3]) =>
      (await pageOfImportRows(db, township, 'township', filter)).map(({ line }) => line)
    expect(await lines({ limit: 2 })).toEqual([2, 3])
    expect(await lines({ after: 3, limit: 2 })).toEqual([5])
    expect(await lines({ states: ['faulty'], limit: 9 })).toEqual([3, 5])
    expect(await lines({ kind: 'sex.missing', limit: 9 })).toEqual([3, 5])
    expect(await lines({ kind: 'sex%', limit: 9 })).toEqual([])
    await putImportRows(db, township, 'township', [row(3)])
    expect(await leaveOutRows(db, township, 'township', 'sex.missing')).toEqual([5])
    const counts = await countImportRows(db, township, 'township')
    expect(Object.fromEntries(counts)).toEqual({ new: 2, 'left-out': 1 })
    expect(await removeImportRows(db, township, 'township', 2)).toBe(2)
    expect(await removeImportRows(db, township, 'township', 2)).toBe(1)
  })

  test('a state is left once, by whoever is first', async () => {
    const from = { from: ['reading'] as const, revision: 1 }
    const moves = [1, 2].map(() => updateImport(db, county, 'county', from, { state: 'checking' }))
    expect((await Promise.all(moves)).sort()).toEqual([false, true])
  })

  test('who was changed or used since is known', async () => {
    const [changed, used, free] = rows.talents.map(({ id }) => id)
    const act = { act: 'created', before: null, revision: 1 } as const
    const acts = [changed!, used!, free!].map((subject) => ({ ...act, subject }))
    await insertImportChanges(db, county, 'county', acts)
    await db.updateTable('talents').set({ revision: 2 }).where('id', '=', changed!).execute()
    const since = await listChangedSince(db, county, 'county')
    expect(since.map(({ id }) => id)).toContain(changed)
    expect((await listUsedOfImport(db, county, 'county')).length).toBeGreaterThan(0)
    expect(await listUsedOfImport(db, { countyCode: '990002' }, 'county')).toEqual([])
    expect(await listImportSubjects(db, county, 'county')).toHaveLength(3)
    expect(await listImportSubjects(db, { countyCode: '990002' }, 'county')).toEqual([])
    const page = { act: 'created', limit: 2 } as const
    expect(await pageOfImportChanges(db, county, 'county', page)).toHaveLength(2)
    expect((await listIdsInPlans(db, county)).size).toBe(0)
  })

  test('a number is found by its keyed hash within the county alone', async () => {
    const [{ id } = { id: '' }] = rows.talents
    const field = { field: 'id-number', cipher: 'x', digest: 'of-the-number' } as const
    await db
      .insertInto('privateFields')
      .values({ countyCode, talentId: id, ...field })
      .execute()
    expect(await listByDigests(db, county, ['of-the-number'])).toEqual([
      { talentId: id, digest: 'of-the-number' },
    ])
    expect(await listByDigests(db, { countyCode: '990002' }, ['of-the-number'])).toEqual([])
    const [{ name } = { name: '' }] = rows.talents
    const named = await listPeopleNamed(db, county, [name])
    expect(named.find((it) => it.id === id)?.digest).toBe('of-the-number')
    const others = await listPeopleNamed(db, { countyCode: '990002' }, [name])
    expect(others.map((it) => it.id)).not.toContain(id)
  })

  test('a village is put back as it was, offices included', async () => {
    const [before] = await listVillageStates(db, county, ['990001101201'])
    const seats = before!.posts.map((it) => ({ ...it, seats: it.seats + 1 }))
    const after = { ...before!, posts: seats, incumbents: [] }
    await putVillageState(db, county, after)
    expect(await listVillageStates(db, county, ['990001101201'])).toEqual([after])
    await putVillageState(db, county, before!)
    expect(await listVillageStates(db, county, ['990001101201'])).toEqual([before])
    expect(await listVillageStates(db, { countyCode: '990002' }, ['990001101201'])).toEqual([])
  })

  test('what is written in haste stands, and the next transaction is careful again', async () => {
    const set = (name: string) => (it: Db) =>
      it.updateTable('counties').set({ name }).where('countyCode', '=', countyCode).execute()
    await hastily(db, set('甲县'))
    const failing = hastily(db, async (it) => {
      await set('乙县')(it)
      throw new Error('broken off')
    })
    await expect(failing).rejects.toThrow('broken off')
    const { name } = await db
      .selectFrom('counties')
      .select('name')
      .where('countyCode', '=', countyCode)
      .executeTakeFirstOrThrow()
    expect(name).toBe('甲县')
  })
})
