import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../db/connect.ts'
import { findCounty, insertCounty, listCounties } from '../../db/counties.ts'
import { listEntries } from '../../db/dictionaries.ts'
import { listEvidenceOf } from '../../db/evidence.ts'
import { listFamilyLinks, listFamilyLinksOf } from '../../db/family-links.ts'
import { insertRows } from '../../db/insert.ts'
import { listNeeds } from '../../db/needs.ts'
import { findPolicy, findPolicyVersion, insertPolicy } from '../../db/policies.ts'
import { findPortrait, listPortraits } from '../../db/portraits.ts'
import { listPosts } from '../../db/posts.ts'
import { countTalents, findTalent } from '../../db/talents.ts'
import { listIncumbents, listTerms } from '../../db/terms.ts'
import { findTownship, listTownships } from '../../db/townships.ts'
import { findVillage, listVillages } from '../../db/villages.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { countyRows, fillCounty } from './county.ts'

const scope = { countyCode: '990001' }
const rows = countyRows('990001')
const village = rows.villages[0]!
const talent = rows.talents[0]!

describe.each(databases)('what goes into $engine comes out alike', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    await fillCounty(db, '990001')
    await insertCounty(db, { countyCode: '990002' }, { name: '另一县', province: '山东省' })
  })
  afterAll(() => opened.close())

  test('county', async () => {
    expect(await findCounty(db, scope)).toEqual(rows.counties[0])
    expect((await listCounties(db)).map((it) => it.countyCode)).toEqual(['990001', '990002'])
  })

  test.each([
    { name: 'townships', list: (db: Db) => listTownships(db, scope), stored: rows.townships },
    { name: 'posts', list: (db: Db) => listPosts(db, scope), stored: rows.posts },
    { name: 'needs', list: (db: Db) => listNeeds(db, scope), stored: rows.needs },
    {
      name: 'skills',
      list: (db: Db) => listEntries(db, scope, 'skills'),
      stored: rows.skills.map(({ countyCode: _, isFree: __, ...it }) => it),
    },
    { name: 'family', list: (db: Db) => listFamilyLinks(db, scope), stored: rows.familyLinks },
  ])('$name', async ({ list, stored }) => {
    expect(await list(db)).toEqual(stored)
  })

  test('a township by its code', async () => {
    expect(await findTownship(db, scope, '990001102')).toEqual(rows.townships[1])
  })

  test('a village with its trades as a list and what is not known as null', async () => {
    const { trades: _, ...facts } = village
    const found = await findVillage(db, scope, village.code)
    expect(found).toEqual({ ...facts, trades: ['葡萄', '樱桃'] })
    expect(found?.population).toBeNull()
    expect((await listVillages(db, scope))[0]).toEqual(found)
  })

  test('terms with the latest first, and only its members as incumbents', async () => {
    const terms = await listTerms(db, scope)
    expect(terms.slice(0, 2).map(({ startedOn }) => startedOn)).toEqual([
      '2021-01-10',
      '2016-01-10',
    ])
    expect(terms[0]).toEqual(rows.terms[1])
    const incumbents = await listIncumbents(db, scope)
    expect(incumbents).toEqual(rows.incumbents.filter((it) => it.tookOfficeOn === '2021-01-12'))
  })

  test('a person with flags as 0 or 1 and qualifications as a list', async () => {
    const { qualifications: _, ...facts } = talent
    const found = await findTalent(db, scope, talent.id)
    expect(found).toEqual({ ...facts, qualifications: ['social-worker'] })
    expect(found).toMatchObject({ isFullTimeEducation: 1, nationality: null, experienceYears: 2.5 })
  })

  test('counts of people are numbers on both engines', async () => {
    expect(await countTalents(db, scope)).toEqual(new Map(rows.villages.map((it) => [it.code, 2])))
  })

  test('a portrait holds every fact about the person', async () => {
    const id = talent.id
    expect(await findPortrait(db, scope, id)).toEqual({
      ...(await findTalent(db, scope, id)),
      sources: ['returnee'],
      skills: [{ talentId: id, skillId: 'finance', level: 0.5, standing: 'proven' }],
      honours: [
        {
          talentId: id,
          id: `${id}-honour`,
          level: 'city',
          name: '先进个人',
          awardedOn: '2024-05-01',
        },
      ],
      evidence: rows.evidence
        .filter((row) => row.talentId === id)
        .map(({ countyCode: _, entryId: __, ...row }) => row),
      consentedVillages: [village.code],
      incumbencies: [],
    })
    const sitting = await findPortrait(db, scope, `${village.code}-b`)
    expect(sitting?.incumbencies.map(({ post }) => post)).toEqual(['secretary'])
    expect(await findPortrait(db, scope, 'nobody')).toBeUndefined()
  })

  test('portraits in reach of a township: its people and who is willing county-wide', async () => {
    const ids = (await listPortraits(db, scope, { reachOf: '990001101' })).map(({ id }) => id)
    expect(ids).toEqual([
      '990001101201-a',
      '990001101201-b',
      '990001101202-a',
      '990001101202-b',
      '990001102201-a',
      '990001102202-a',
    ])
    expect(await listPortraits(db, scope, { ids: [] })).toEqual([])
  })

  test('family of one person from either side', async () => {
    const { talentId, relativeId } = rows.familyLinks[0]!
    expect(await listFamilyLinksOf(db, scope, talentId)).toEqual([rows.familyLinks[0]])
    expect(await listFamilyLinksOf(db, scope, relativeId)).toEqual([rows.familyLinks[0]])
  })

  test('evidence of one person', async () => {
    expect(await listEvidenceOf(db, scope, talent.id)).toEqual([rows.evidence[0]])
  })

  test('the newest policy is in force, the older ones stay', async () => {
    const at = { createdAt: '2026-11-23T09:00:00.000Z', createdBy: 'county' }
    const next = { version: 2, ...at, note: '放宽年龄', contentHash: 'hash' }
    await insertPolicy(db, scope, { ...next, body: { termYears: 5 } })
    expect(await findPolicy(db, scope)).toEqual({ ...next, ...scope, body: { termYears: 5 } })
    expect((await findPolicyVersion(db, scope, 1))?.body).toEqual({})
    const late = insertPolicy(db, scope, { ...next, body: {} })
    await expect(late, 'two authors saw version 1').rejects.toThrow()
  })

  test('more rows than one statement can carry', async () => {
    const many = Array.from({ length: 9_000 }, (_, n) => ({
      ...rows.evidence[0]!,
      id: `evidence-${n}`,
      talentId: rows.talents[1]!.id,
    }))
    await insertRows(db, scope, 'evidence', many)
    expect(await listEvidenceOf(db, scope, rows.talents[1]!.id)).toHaveLength(9_001)
  })

  test.each([
    { why: 'another county', table: 'townships', row: { ...rows.townships[0]!, countyCode: '9' } },
    { why: 'an unknown village', table: 'posts', row: { ...rows.posts[0]!, villageCode: '9' } },
    { why: 'a share above 1', table: 'needs', row: { ...rows.needs[0]!, weight: 2 } },
    { why: 'a flag that is none', table: 'talents', row: { ...talent, id: 'x', isFit: 2 } },
    { why: 'an unknown word', table: 'talents', row: { ...talent, id: 'x', sex: 'unknown' } },
  ])('a row is refused: $why', async ({ table, row }) => {
    await expect(insertRows(db, scope, table as 'talents', [row as never])).rejects.toThrow()
  })
})
