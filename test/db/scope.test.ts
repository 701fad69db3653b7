import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../db/connect.ts'
import { answerCorrection } from '../../db/corrections.ts'
import { eraseTalent } from '../../db/erasure.ts'
import { insertRows } from '../../db/insert.ts'
import { endMentorship } from '../../db/mentorships.ts'
import { findPlan, insertPlan, listPlans, listUnfinishedPlans, updatePlan } from '../../db/plans.ts'
import { findPortrait, listPortraits } from '../../db/portraits.ts'
import { listPrivateFields, removePrivateField } from '../../db/private-fields.ts'
import type { Scope } from '../../db/scope.ts'
import { findTalent, updateTalent } from '../../db/talents.ts'
import { listIncumbents } from '../../db/terms.ts'
import { findTownship } from '../../db/townships.ts'
import { findVillage } from '../../db/villages.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { countyRows, fillCounty, talent } from './county.ts'
import { seenBy } from './oracle.ts'
import { COUNTY, PEOPLE, PLACES } from './readers.ts'

const COUNTIES = ['990001', '990002']
const scopes: Scope[] = [
  { countyCode: '990001' },
  { countyCode: '990001', isWithoutPeople: true },
  { countyCode: '990001', townshipCode: '990001101' },
  { countyCode: '990001', townshipCode: '990001102' },
  { countyCode: '990001', villageCodes: ['990001101201'] },
  { countyCode: '990001', villageCodes: ['990001101202', '990001102201'] },
  { countyCode: '990001', townshipCode: '990001101', villageCodes: ['990001101201'] },
  { countyCode: '990001', menteesOf: '990001101-mentor' },
  { countyCode: '990001', casesOf: '990001-first' },
  { countyCode: '990001', talentId: '990001101202-b' },
  { countyCode: '990001', townshipCode: '990001102', menteesOf: '990001102-mentor' },
  { countyCode: '990002' },
  { countyCode: '990002', townshipCode: '990002101' },
]

/** What is asked for and is nowhere, or is of the other county. */
const empty: { narrowed: Partial<Scope>; why: string }[] = [
  { narrowed: { townshipCode: '' }, why: 'an account without its township' },
  { narrowed: { townshipCode: '990002101' }, why: 'a township of another county' },
  { narrowed: { villageCodes: [] }, why: 'an account without villages' },
  { narrowed: { villageCodes: [''] }, why: 'a village without a code' },
  { narrowed: { villageCodes: ['990002101201'] }, why: 'a village of another county' },
  {
    narrowed: { townshipCode: '990001101', villageCodes: ['990001102201'] },
    why: 'a village of another township',
  },
  { narrowed: { menteesOf: '' }, why: 'a mentor without an account' },
  { narrowed: { menteesOf: '990002101-mentor' }, why: 'a mentor of another county' },
  { narrowed: { casesOf: '' }, why: 'a reviewer without a department' },
  { narrowed: { casesOf: '990001-second' }, why: 'a department that is asked about nobody' },
  { narrowed: { talentId: '' }, why: 'an account without its person' },
  { narrowed: { talentId: '990002101201-a' }, why: 'a person of another county' },
]

describe.each(databases)('scope on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    for (const countyCode of COUNTIES) {
      await fillCounty(db, countyCode)
      for (const townshipCode of [null, `${countyCode}101`, `${countyCode}102`]) {
        const scope = townshipCode === null ? { countyCode } : { countyCode, townshipCode }
        await insertPlan(db, scope, plan(`${townshipCode ?? countyCode}-plan`, townshipCode))
      }
    }
  })
  afterAll(() => opened.close())

  describe.each(scopes.map(titled))('$title', ({ scope }) => {
    const rows = countyRows(scope.countyCode)
    const all = COUNTIES.map(countyRows)
    const probes = {
      people: all.flatMap(({ talents }) => talents.map(({ id }) => id)),
      places: [
        ...rows.townships.map(({ code }) => code),
        ...all.flatMap(({ villages }) => villages.map(({ code }) => code)),
      ],
    }

    test('names the people and the places that are in it', async () => {
      const seen = seenBy(rows, scope)
      for (const { name, read, expected } of [...PEOPLE, ...PLACES]) {
        const found = await read(db, scope, probes)
        expect(found.sort(), name).toEqual(expected(seen).sort())
      }
    })

    test('reads what belongs to the county as a whole, and of no other', async () => {
      for (const { name, read, each } of COUNTY) {
        const found = (await read(db, scope)) as unknown[]
        expect(found, name).toHaveLength(each)
        const codes = [...JSON.stringify(found).matchAll(/"(9900\d\d)/g)].map((match) => match[1])
        expect(new Set(codes).difference(new Set([scope.countyCode])), name).toEqual(new Set())
      }
    })
  })

  test.each(empty)('$why sees nobody: $narrowed', async ({ narrowed }) => {
    const rows = countyRows('990001')
    const places = [...rows.townships, ...rows.villages].map(({ code }) => code)
    const probes = { people: rows.talents.map(({ id }) => id), places }
    for (const { name, read } of PEOPLE)
      expect(await read(db, { countyCode: '990001', ...narrowed }, probes), name).toEqual([])
  })

  describe('of a plan', () => {
    const countyCode = '990001'
    const idsOf = async (scope: Scope) => (await listPlans(db, scope)).map(({ id }) => id)

    test('the county sees all, a township those that it made among its own people', async () => {
      expect(await idsOf({ countyCode })).toHaveLength(3)
      await insertPlan(db, { countyCode }, plan('990001101-by-county', '990001101'))
      const township = { countyCode, townshipCode: '990001101' }
      expect(await idsOf(township)).toEqual(['990001101-plan'])
      expect((await listUnfinishedPlans(db, township)).map(({ id }) => id)).toEqual([
        '990001101-plan',
      ])
      expect(await findPlan(db, township, '990001101-by-county')).toBeUndefined()
    })

    test.each<{ narrowed: Partial<Scope> }>([
      { narrowed: { villageCodes: ['990001101201'] } },
      { narrowed: { townshipCode: '990001101', villageCodes: ['990001101201'] } },
      { narrowed: { townshipCode: '990001101', menteesOf: '990001101-mentor' } },
      { narrowed: { townshipCode: '990001101', isWithoutPeople: true } },
      { narrowed: { menteesOf: '990001101-mentor' } },
      { narrowed: { casesOf: '990001-first' } },
      { narrowed: { talentId: '990001101201-a' } },
      { narrowed: { isWithoutPeople: true } },
      { narrowed: { townshipCode: '' } },
    ])('$narrowed sees and makes none', async ({ narrowed }) => {
      const scope = { countyCode, ...narrowed }
      expect(await idsOf(scope)).toEqual([])
      expect(await listUnfinishedPlans(db, scope)).toEqual([])
      await expect(insertPlan(db, scope, plan('x', null))).rejects.toThrow(RangeError)
    })
  })

  const stranger = { countyCode: '990001', townshipCode: '990001101' }
  const strange = '990001102201-a'
  test.each([
    { name: 'person', find: (db: Db) => findTalent(db, stranger, strange) },
    { name: 'portrait', find: (db: Db) => findPortrait(db, stranger, strange) },
    { name: 'village', find: (db: Db) => findVillage(db, stranger, '990001102201') },
    { name: 'township', find: (db: Db) => findTownship(db, stranger, '990001102') },
    { name: 'plan', find: (db: Db) => findPlan(db, stranger, '990001102-plan') },
    { name: 'plan of the county', find: (db: Db) => findPlan(db, stranger, '990001-plan') },
  ])('a $name outside the scope is not found', async ({ find }) => {
    expect(await find(db)).toBeUndefined()
  })

  test('a plan outside the scope is neither changed nor made', async () => {
    expect(await updatePlan(db, stranger, '990001102-plan', { status: 'cancelled' })).toBe(false)
    await expect(insertPlan(db, stranger, plan('x', '990001102'))).rejects.toThrow(RangeError)
    await expect(insertPlan(db, stranger, plan('x', null))).rejects.toThrow(RangeError)
  })

  test.each(scopes.slice(1, 11))('a person outside %o is not changed', async (scope) => {
    const { people } = seenBy(countyRows('990001'), scope)
    const others = countyRows('990001').talents.filter(({ id }) => !people.has(id))
    for (const { id } of others) {
      const answer = {
        state: 'accepted',
        answer: '',
        answeredAt: null,
        answeredBy: null,
      } as const
      const link = { mentorId: `${id.slice(0, 9)}-mentor`, talentId: id, endedOn: '2026-11-25' }
      expect(await updateTalent(db, scope, id, { name: '' })).toBe(false)
      expect(await answerCorrection(db, scope, `${id}-row`, answer)).toBe(false)
      expect(await endMentorship(db, scope, link)).toBe(false)
      await removePrivateField(db, scope, id, 'phone')
      const isErased = await db
        .transaction()
        .execute((it) => eraseTalent(it, scope, id, '2026-11-25'))
      expect(isErased).toBe(false)
      expect(await findTalent(db, { countyCode: '990001' }, id)).toMatchObject({ revision: 1 })
      expect(await listPrivateFields(db, { countyCode: '990001' }, id)).toHaveLength(1)
    }
  })
})

describe.each(databases)('people in office elsewhere than at home on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  const countyCode = '990001'
  const home = { townshipCode: '990001102', villageCodes: ['990001102202'] }
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    const { villages } = await fillCounty(db, countyCode)
    const people = ['sits', 'sat'].map((id) => talent(villages[3]!, id))
    await insertRows(db, { countyCode }, 'talents', people)
    const office = { countyCode, post: 'chair', villageCode: '990001101201' } as const
    await insertRows(db, { countyCode }, 'incumbents', [
      { ...office, termId: '990001101201-2021', talentId: 'sits', tookOfficeOn: '2021-01-12' },
      { ...office, termId: '990001101201-2016', talentId: 'sat', tookOfficeOn: '2016-01-12' },
    ])
  })
  afterAll(() => opened.close())

  test.each<{ narrowed: Partial<Scope>; sees: string[]; why: string }>([
    { narrowed: { townshipCode: '990001101' }, sees: ['sits'], why: 'the township of the office' },
    {
      narrowed: { villageCodes: ['990001101201'] },
      sees: ['sits'],
      why: 'the village of the office',
    },
    {
      narrowed: { villageCodes: ['990001101202'] },
      sees: [],
      why: 'another village of the township',
    },
    { narrowed: { townshipCode: home.townshipCode }, sees: ['sat', 'sits'], why: 'their home' },
    { narrowed: { villageCodes: home.villageCodes }, sees: ['sat', 'sits'], why: 'their village' },
    {
      narrowed: { villageCodes: ['990001101202', '990001101201'] },
      sees: ['sits'],
      why: 'several villages, one of the office',
    },
  ])('$narrowed sees $sees: $why', async ({ narrowed, sees }) => {
    const scope = { countyCode, ...narrowed }
    const talents = await listPortraits(db, scope)
    const own = talents.map(({ id }) => id).filter((id) => id.startsWith('s'))
    expect(own.sort()).toEqual(sees)
  })

  test('their portrait tells of the office to whoever sees them, the list of the place does not', async () => {
    const scope = { countyCode, ...home }
    const portrait = await findPortrait(db, scope, 'sits')
    expect(portrait?.incumbencies.map(({ villageCode }) => villageCode)).toEqual(['990001101201'])
    const office = (await listIncumbents(db, scope)).map(({ talentId }) => talentId)
    expect(office).toEqual(['990001102202-b'])
  })
})

/** Queries that are looked at elsewhere, or ask for nobody's data. */
const ELSEWHERE = {
  listCounties: 'asked once at start, without a scope',
  findPlan: 'above',
  listPlans: 'above',
  listUnfinishedPlans: 'above',
  countUnfinishedPlans: 'plans.test.ts',
  findList: 'lists.test.ts',
  listLists: 'lists.test.ts',
  listListsOf: 'lists.test.ts',
  listMembersOf: 'lists.test.ts',
  listMembersAmong: 'lists.test.ts',
  countListMembers: 'lists.test.ts',
  findSessionByCode: 'courses-sign-in.test.ts: a code is asked for in all of the county',
  listAudit: 'audit.test.ts',
  listAuditAbout: 'audit.test.ts',
  findLastAudit: 'system.test.ts of the api: without whom it is about',
  countAuditByActor: 'audit-summary.test.ts of the api: what accounts did',
  countPlansAtWork: 'system.test.ts of the api: numbers alone',
  countImports: 'system.test.ts of the api: numbers alone',
  findAuditHead: 'audit-chain.test.ts',
  findAuditEntry: 'audit-chain.test.ts',
  listAccountsOfTalent: 'accounts.test.ts',
  listSecondFactors: 'accounts.test.ts',
  countFailure: 'sign-in.test.ts',
  listLocked: 'sign-in.test.ts',
  findTexts: 'texts.test.ts',
  hasFieldsOfOtherKey: 'rights.test.ts',
  listPoolRows: 'pool-rows.test.ts',
  listSearchRows: 'pool-rows.test.ts',
  listChangedRows: 'pool-rows.test.ts',
  listChangedIds: 'readiness.test.ts of the api: what changed is counted',
  listStandingCodes: 'readiness.test.ts of the api: merged villages vanish',
  listRowsOfLists: 'pool-rows.test.ts',
  listSavedSearches: 'searches.test.ts of the api: an account’s own and its office’s',
  findSavedSearch: 'searches.test.ts of the api',
  findImport: 'imports.test.ts',
  listImports: 'imports.test.ts',
  listUnfinishedImports: 'imports.test.ts',
  listImportReadings: 'imports.test.ts',
  findImportRow: 'imports.test.ts',
  pageOfImportRows: 'imports.test.ts',
  pageOfFaults: 'imports.test.ts',
  countImportRows: 'imports.test.ts',
  pageOfImportChanges: 'imports.test.ts',
  listImportSubjects: 'imports.test.ts',
  listChangedSince: 'imports.test.ts',
  listUsedOfImport: 'imports.test.ts',
  listIdsInPlans: 'imports.test.ts',
  listByDigests: 'imports.test.ts',
  listVillageStates: 'imports.test.ts',
  listPeopleNamed: 'imports.test.ts',
  findReviewCase: 'review-cases.test.ts of the api: closed cases of the own department too',
  listWithoutAttendance: 'cultivation-to-do.test.ts of the api: of people at home in the villages',
  countWithoutAttendance: 'cultivation-to-do.test.ts of the api: likewise',
  listMentorsTold: 'cultivation-overview.test.ts of the api: of the whole county, by kind and time',
  listFilesAbout: 'erasure.test.ts: of whoever is erased, before it',
  listOpinionsBy: 'mentoring-home.test.ts of the api: the mentor’s own',
  findSuccessorOf: 'mentoring-once.test.ts of the api: a record merged while the phone was offline',
  hasNotesOfOtherKey: 'mentoring-notes.test.ts of the api',
  hasFormsOfOtherKey: 'lrmx/forms.test.ts of the api',
  pageOfCultivated: 'cultivation-evidence.test.ts of the api: of the whole county, page by page',
  listMergersInto: 'village-mergers.test.ts of the api: of one village, with its record',
  findMergerOf: 'village-mergers.test.ts of the api: of the county alone',
  listMovedBy: 'village-mergers.test.ts of the api: of a village that the county merges',
  listOpenAt: 'village-mergers.test.ts of the api: likewise',
  countChangedSince: 'village-mergers.test.ts of the api: likewise, before it is undone',
  listTermsOver: 'calendar.test.ts of the api: of the whole county, whose calendar it is',
}

test('every query of db is looked at by a test of its scope', async () => {
  const folder = join(import.meta.dirname, '../../db')
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  const modules = await Promise.all(files.map((name) => import(join(folder, name))))
  const queries = modules
    .flatMap((module) => Object.keys(module))
    .filter((name) => /^(list|find|page|names|count|has)[A-Z]/.test(name))
  const known = [...PEOPLE, ...PLACES, ...COUNTY].map(({ name }) => name.split(' ')[0]!)
  const looked = new Set([...known, ...Object.keys(ELSEWHERE)])
  expect(
    [...new Set(queries).symmetricDifference(looked)],
    'a reader in readers.ts, or ELSEWHERE',
  ).toEqual([])
})

function titled(scope: Scope) {
  return { scope, title: JSON.stringify(scope) }
}

function plan(id: string, townshipCode: string | null) {
  const createdAt = '2026-11-23T08:00:00.000Z'
  const request = { pins: [] }
  return { id, townshipCode, policyVersion: 1, createdAt, askedBy: null, request }
}
