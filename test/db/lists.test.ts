import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../db/connect.ts'
import { eraseTalent } from '../../db/erasure.ts'
import {
  countListMembers,
  findList,
  insertList,
  insertMembers,
  listLists,
  listListsOf,
  listMembersAmong,
  listMembersOf,
  removeList,
  removeMember,
  updateList,
  updateMember,
} from '../../db/lists.ts'
import type { Scope } from '../../db/scope.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { fillCounty } from './county.ts'
import { NOW } from './county-offices.ts'

const county: Scope = { countyCode: '990001' }
const township: Scope = { countyCode: '990001', townshipCode: '990001101' }
const [OWN, OTHER] = ['990001101201-a', '990001102201-b']
const by = { note: '', addedAt: NOW, addedBy: '990001-county' }

const narrow: Scope[] = [
  { countyCode: '990001', villageCodes: ['990001101201'] },
  { countyCode: '990001', townshipCode: '990001101', villageCodes: ['990001101201'] },
  { countyCode: '990001', menteesOf: '990001101-mentor' },
  { countyCode: '990001', casesOf: '990001-first' },
  { countyCode: '990001', talentId: OWN },
  { countyCode: '990001', isWithoutPeople: true },
  { countyCode: '990001', townshipCode: '' },
  { countyCode: '990002' },
]

describe.each(databases)('named lists on $engine', ({ open }) => {
  let opened: OpenDatabase
  let db: Db
  beforeAll(async () => {
    opened = await open()
    db = opened.db
    for (const code of ['990001', '990002']) await fillCounty(db, code)
    const list = { note: '', createdAt: NOW, createdBy: '990001-county' }
    const ofCounty = { ...list, id: 'of-county', name: '全县后备', townshipCode: null }
    const ofTownship = { ...list, id: 'of-township', name: '本镇青年', townshipCode: '990001101' }
    const ofOther = { ...list, id: 'of-other', name: '邻镇青年', townshipCode: '990001102' }
    for (const one of [ofCounty, ofTownship, ofOther]) await insertList(db, county, one)
    await insertMembers(db, county, 'of-county', [OWN, OTHER], by)
    await insertMembers(db, county, 'of-township', [OWN, OTHER], { ...by, note: '重点' })
  })
  afterAll(() => opened.close())
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).sort()

  test('the county sees all, a township its own, whoever has no office none', async () => {
    expect(idsOf(await listLists(db, county))).toEqual(['of-county', 'of-other', 'of-township'])
    expect(idsOf(await listLists(db, township))).toEqual(['of-township'])
    for (const scope of narrow) {
      expect(await listLists(db, scope), JSON.stringify(scope)).toEqual([])
      expect(await findList(db, scope, 'of-township')).toBeUndefined()
      expect(await countListMembers(db, scope)).toEqual(new Map())
      expect((await listMembersOf(db, scope, 'of-township', { limit: 9 })).members).toEqual([])
      expect(await listListsOf(db, scope, OWN)).toEqual([])
    }
    expect(await findList(db, township, 'of-county')).toBeUndefined()
  })

  test('whoever is out of the scope is counted and never named', async () => {
    const { members } = await listMembersOf(db, township, 'of-township', { limit: 9 })
    expect(members).toMatchObject([{ talentId: OWN, note: '重点' }])
    const counts = await countListMembers(db, township)
    expect(counts).toEqual(new Map([['of-township', { all: 2, seen: 1 }]]))
    expect(await listMembersAmong(db, township, 'of-township', [OWN, OTHER])).toEqual(
      new Set([OWN]),
    )
    expect((await countListMembers(db, county)).get('of-county')).toEqual({ all: 2, seen: 2 })
  })

  test('a person’s lists are those that the account sees', async () => {
    expect(idsOf(await listListsOf(db, county, OWN))).toEqual(['of-county', 'of-township'])
    expect(idsOf(await listListsOf(db, township, OWN))).toEqual(['of-township'])
    expect(await listListsOf(db, township, OTHER)).toEqual([])
  })

  test('pages hold everybody once', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listMembersOf(db, county, 'of-county', { after, limit: 1 })
      seen.push(...page.members.map(({ talentId }) => talentId))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(seen.sort()).toEqual([OWN, OTHER].sort())
  })

  test('nobody changes a list, or somebody on it, out of the scope', async () => {
    const change = { name: '改名', note: '' }
    expect(await updateList(db, township, 'of-county', change, 1)).toBe(false)
    expect(await removeList(db, township, 'of-county')).toBe(false)
    const other = { listId: 'of-township', talentId: OTHER }
    expect(await updateMember(db, township, other, '改')).toBe(false)
    expect(await removeMember(db, township, other)).toBe(false)
  })

  test('a change of an old revision is refused; a list goes with its members, and no person with it', async () => {
    const change = { name: '本镇青年干部', note: '换届用' }
    expect(await updateList(db, township, 'of-township', change, 1)).toBe(true)
    expect(await updateList(db, township, 'of-township', change, 1)).toBe(false)
    expect(await removeList(db, township, 'of-township')).toBe(true)
    expect(idsOf(await listListsOf(db, county, OWN))).toEqual(['of-county'])
  })

  test('who is erased is on no list', async () => {
    await db.transaction().execute((it) => eraseTalent(it, county, OTHER, NOW))
    expect((await countListMembers(db, county)).get('of-county')).toEqual({ all: 1, seen: 1 })
  })
})
