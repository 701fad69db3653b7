import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAudit } from '../../db/audit.ts'
import type { Db } from '../../db/connect.ts'
import { findCounty } from '../../db/counties.ts'
import { listEvidenceOf } from '../../db/evidence.ts'
import { listFamilyLinks, listFamilyLinksOf } from '../../db/family-links.ts'
import { listNeeds } from '../../db/needs.ts'
import { findPlan, insertPlan, listPlans, listUnfinishedPlans, updatePlan } from '../../db/plans.ts'
import { findPolicy } from '../../db/policies.ts'
import { findPortrait, listPortraits } from '../../db/portraits.ts'
import { listPosts } from '../../db/posts.ts'
import type { Scope } from '../../db/scope.ts'
import { listSkills } from '../../db/skills.ts'
import { countTalents, findTalent, listTalents } from '../../db/talents.ts'
import { listIncumbents, listTerms } from '../../db/terms.ts'
import { findTownship, listTownships } from '../../db/townships.ts'
import { findVillage, listVillages } from '../../db/villages.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { fillCounty } from './county.ts'

const COUNTIES = ['990001', '990002']
const scopes: Scope[] = COUNTIES.flatMap((countyCode) => [
  { countyCode },
  ...['101', '102'].flatMap((township) => {
    const townshipCode = countyCode + township
    const villageCode = `${townshipCode}201`
    return [
      { countyCode, townshipCode },
      { countyCode, villageCode },
      { countyCode, townshipCode, villageCode },
    ]
  }),
])

type Reader = (db: Db, scope: Scope) => Promise<unknown>
const one = async (row: Promise<unknown>) => [await row].filter((it) => it !== undefined)

/** `each`: rows a village has of it; null where the county has it as a whole. */
const readers: { name: string; read: Reader; each: number | null }[] = [
  { name: 'county', read: (db, scope) => one(findCounty(db, scope)), each: null },
  { name: 'townships', read: listTownships, each: null },
  { name: 'villages', read: listVillages, each: 1 },
  { name: 'posts', read: listPosts, each: 1 },
  { name: 'needs', read: listNeeds, each: 1 },
  { name: 'terms', read: listTerms, each: 2 },
  { name: 'incumbents', read: listIncumbents, each: 1 },
  { name: 'skills', read: listSkills, each: null },
  { name: 'policy', read: (db, scope) => one(findPolicy(db, scope)), each: null },
  { name: 'talents', read: async (db, scope) => (await listTalents(db, scope)).talents, each: 2 },
  { name: 'counts', read: async (db, scope) => [...(await countTalents(db, scope))], each: 1 },
  { name: 'portraits', read: listPortraits, each: 2 },
  {
    name: 'portraits in reach',
    read: (db, scope) => listPortraits(db, scope, { reachOf: '990001101' }),
    each: null,
  },
  { name: 'family links', read: listFamilyLinks, each: 1 },
  { name: 'plans', read: listPlans, each: null },
  { name: 'unfinished plans', read: listUnfinishedPlans, each: null },
  { name: 'audit', read: listAudit, each: null },
]

describe.each(databases)('scope on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    for (const countyCode of COUNTIES) {
      await fillCounty(db, countyCode)
      for (const townshipCode of [null, `${countyCode}101`, `${countyCode}102`])
        await insertPlan(
          db,
          { countyCode },
          plan(`${townshipCode ?? countyCode}-plan`, townshipCode),
        )
    }
  })
  afterAll(() => opened.close())

  describe.each(scopes)('%o', (scope) => {
    test.each(readers)('$name shows nothing of another place', async ({ read, each }) => {
      const rows = (await read(db, scope)) as unknown[]
      for (const code of codesIn(rows)) expect(isWithin(code, scope), code).toBe(true)
      if (each !== null) expect(rows).toHaveLength(each * villagesOf(scope))
    })
  })

  test('a narrower scope sees its plans, never those of the county', async () => {
    const countyCode = '990001'
    expect(await listPlans(db, { countyCode })).toHaveLength(3)
    const township = { countyCode, townshipCode: '990001101' }
    expect((await listPlans(db, township)).map(({ id }) => id)).toEqual(['990001101-plan'])
    const village = { ...township, villageCode: '990001101201' }
    expect(await listPlans(db, village)).toEqual([])
  })

  const stranger = { countyCode: '990001', townshipCode: '990001101' }
  test.each([
    { name: 'person', find: (db: Db) => findTalent(db, stranger, '990001102201-a') },
    { name: 'portrait', find: (db: Db) => findPortrait(db, stranger, '990001102201-a') },
    { name: 'village', find: (db: Db) => findVillage(db, stranger, '990001102201') },
    { name: 'township', find: (db: Db) => findTownship(db, stranger, '990001102') },
    { name: 'plan', find: (db: Db) => findPlan(db, stranger, '990001102-plan') },
    { name: 'plan of the county', find: (db: Db) => findPlan(db, stranger, '990001-plan') },
  ])('a $name outside the scope is not found', async ({ find }) => {
    expect(await find(db)).toBeUndefined()
  })

  test.each([
    { name: 'evidence', list: (db: Db) => listEvidenceOf(db, stranger, '990001102201-a') },
    { name: 'family', list: (db: Db) => listFamilyLinksOf(db, stranger, '990001102201-a') },
  ])('$name of a person outside the scope is empty', async ({ list }) => {
    expect(await list(db)).toEqual([])
  })

  test('a plan outside the scope is neither changed nor made', async () => {
    expect(await updatePlan(db, stranger, '990001102-plan', { status: 'cancelled' })).toBe(false)
    await expect(insertPlan(db, stranger, plan('x', '990001102'))).rejects.toThrow(RangeError)
  })
})

function plan(id: string, townshipCode: string | null) {
  const createdAt = '2026-11-23T08:00:00.000Z'
  return { id, townshipCode, policyVersion: 1, createdAt, request: { pins: [] } }
}

function villagesOf(scope: Scope): number {
  if (scope.villageCode !== undefined) return 1
  return scope.townshipCode !== undefined ? 2 : 4
}

/** Codes of places, alone or at the head of an id, anywhere in the rows. */
function codesIn(rows: unknown): string[] {
  return [...JSON.stringify(rows).matchAll(/"(\d{6,12})["-]/g)].map((match) => match[1]!)
}

/** The place itself, what lies in it, and what it lies in. */
function isWithin(code: string, { countyCode, townshipCode, villageCode }: Scope): boolean {
  const own = villageCode ?? townshipCode ?? countyCode
  return code.startsWith(own) || own.startsWith(code)
}
