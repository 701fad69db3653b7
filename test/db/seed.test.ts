import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Db } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { type DemonstrationRows, demonstration, insertDemonstration } from '../../db/seed/index.ts'
import { placeName } from '../../db/seed/places.ts'
import {
  ageOf,
  agesOf,
  BEIZHUANG,
  countBy,
  hasCollege,
  incumbents,
  isAged,
  isFull,
  isWoman,
  mean,
  newcomers,
  peopleOf,
  rows,
  seatsIn,
  share,
  type Talent,
  teams,
  villageOf,
} from '../census.ts'

const hash = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url')

test('the same seed gives the same rows, another seed other people in the same places', () => {
  const other = demonstration(1)
  expect(hash(demonstration())).toBe(hash(rows))
  expect(hash(other.talents)).not.toBe(hash(rows.talents))
  expect(other.villages.map(({ code }) => code)).toEqual(rows.villages.map(({ code }) => code))
})

describe('places', () => {
  type Line = { village_code: string; village: string; township: string }
  const file = join(import.meta.dirname, '../../db/seed/data/shanting-370406.csv')
  const lines: Line[] = parse(readFileSync(file), { columns: true, bom: true })

  test('the 280 villages are the real ones, by code and name', () => {
    expect(rows.villages.map(({ code }) => code)).toEqual(lines.map((line) => line.village_code))
    expect(rows.townships.map(({ name }) => name)).toEqual([
      ...new Set(lines.map(({ township }) => township)),
    ])
    expect(rows.villages).toHaveLength(280)
  })

  test.each([
    ['北庄村委会', '北庄村', 'village', 'a villagers’ committee'],
    ['桑村村委会', '桑村村', 'village', 'the village that is called 桑村'],
    ['小西庄村', '小西庄村', 'village', 'listed without its committee'],
    ['双山居委会', '双山社区', 'community', 'a residents’ committee'],
    ['运河社区居委会', '运河社区', 'community', 'not 社区社区'],
    ['涧河社区居民委员会', '涧河社区', 'community', 'written in full'],
    ['二河居民委员会', '二河社区', 'community', 'written in full'],
    ['六里村村民委员会', '六里村', 'village', 'written in full'],
    ['娥眉村民委员会', '娥眉村', 'village', 'written in full'],
    ['先峰社区村委会', '先峰社区', 'village', 'a villagers’ committee of what is called 社区'],
    ['林苗圃社区', '林苗圃社区', 'community', 'listed without its committee'],
    ['养殖一场生活区', '养殖一场生活区', 'village', 'has no committee of either kind'],
  ])('%s is %s, a %s: %s', (official, name, kind) => {
    expect(placeName(official)).toEqual({ name, kind })
  })

  test('Beizhuang is the town of S2: 21 villages, 4 office areas, 5 key villages, 78 Party seats', () => {
    const villages = rows.villages.filter(({ townshipCode }) => townshipCode === BEIZHUANG)
    expect(villages).toHaveLength(21)
    expect(new Set(villages.map(({ area }) => area)).size).toBe(4)
    expect(villages.filter(({ isKey }) => isKey === 1)).toHaveLength(5)
    expect(seatsIn(BEIZHUANG, ['secretary', 'party-member'])).toBe(78)
  })

  test('needs of every village are three to five skills of the dictionary with weights that sum to 1', () => {
    const skills = new Set(rows.skills.map(({ id }) => id))
    for (const { code } of rows.villages) {
      const needs = rows.needs.filter(({ villageCode }) => villageCode === code)
      expect(needs.length).toBeGreaterThanOrEqual(3)
      expect(needs.length).toBeLessThanOrEqual(5)
      expect(needs.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9)
      expect(new Set(needs.map(({ skillId }) => skillId)).isSubsetOf(skills)).toBe(true)
    }
  })

  test('seats of a place lie where its kind allows', () => {
    for (const { code, kind } of rows.villages) {
      const party = seatsIn(code, ['secretary', 'party-member'])
      const committee = seatsIn(code, ['chair', 'committee-member'])
      expect(kind === 'community' ? [5] : [3, 4, 5]).toContain(party)
      expect(kind === 'community' ? [7] : [3, 4, 5, 7]).toContain(committee)
      expect(seatsIn(code, ['supervision-head', 'supervision-member'])).toBe(3)
    }
  })
})

describe('people', () => {
  const barred = new Set(
    rows.familyLinks
      .filter(({ isBarred }) => isBarred === 1)
      .flatMap(({ talentId, relativeId }) => [talentId, relativeId]),
  )
  const skilled = new Set(rows.talentSkills.map(({ talentId }) => talentId))
  const reserves = rows.talents.filter(({ status }) => status === 'reserve').length
  const seated = teams.reduce((sum, { all }) => sum + all.size, 0)
  const crossing = teams.reduce((sum, { both }) => sum + both.size, 0)
  const honoured = (levels: string[]) =>
    rows.honours.filter(({ level }) => levels.includes(level)).length / rows.talents.length

  test.each<[what: string, value: number, low: number, high: number, why: string]>([
    ['people', rows.talents.length, 3100, 3400, 'about 3,200'],
    ['seated a village', seated / 280, 4.5, 6, 'two committees of three to seven'],
    ['mean age of incumbents', mean(agesOf(incumbents)), 48.5, 51.5, 'older than the target of 45'],
    ['incumbents of 35 or under', share(incumbents, isAged(0, 35)), 0.01, 0.06, 'few'],
    ['incumbents over 55', share(incumbents, isAged(56, 70)), 0.15, 0.28, 'some must leave'],
    ['incumbents with college', share(incumbents, hasCollege), 0.36, 0.45, 'below the target'],
    ['women among incumbents', share(incumbents, isWoman), 0.18, 0.26, 'below 30 %'],
    ['combined roles', share(teams, ({ isCombined }) => isCombined), 0.43, 0.57, 'about half'],
    ['cross-appointed', crossing / seated, 0.2, 0.31, 'about a quarter'],
    ['women among others', share(newcomers, isWoman), 0.35, 0.45, 'more than now'],
    ['others of 35 or under', share(newcomers, isAged(0, 35)), 0.45, 0.6, 'graduates, returnees'],
    [
      'young others with college',
      share(newcomers.filter(isAged(0, 35)), hasCollege),
      0.6,
      0.75,
      'schooling spread',
    ],
    ['full members among others', share(newcomers, isFull), 0.36, 0.46, 'about 42 %'],
    ['probationary', share(newcomers, is('partyStatus', 'probationary')), 0.03, 0.08, 'about 5 %'],
    ['activists', share(newcomers, is('partyStatus', 'activist')), 0.09, 0.16, 'about 12 %'],
    ['minorities', share(rows.talents, is('nationality', 'minority')), 0.008, 0.025, 'about 1.5 %'],
    ['village only', share(newcomers, is('willingness', 'village')), 0.5, 0.64, 'about 58 %'],
    ['township', share(newcomers, is('willingness', 'township')), 0.22, 0.33, 'about 27 %'],
    ['county', share(newcomers, is('willingness', 'county')), 0.03, 0.08, 'about 5 %'],
    ['not asked', share(newcomers, is('willingness', null)), 0.07, 0.12, 'about 10 %'],
    ['consent given', share(rows.talents, is('consent', 'given')), 0.9, 0.95, 'about 93 %'],
    ['consent withdrawn', share(rows.talents, is('consent', 'withdrawn')), 0.01, 0.03, 'about 2 %'],
    ['declared fit', share(rows.talents, is('isFit', 1)), 0.93, 0.97, 'about 95 %'],
    ['birth unknown', share(rows.talents, is('bornOn', null)), 0.003, 0.015, 'about 1 %'],
    ['birth by month', share(rows.talents, byMonth), 0.36, 0.44, 'about 40 %'],
    ['with barred relatives', barred.size / rows.talents.length, 0.13, 0.18, 'about 15 %'],
    ['without skills', 1 - skilled.size / rows.talents.length, 0.05, 0.09, 'about 7 %'],
    ['county honours', honoured(['county']), 0.06, 0.1, 'about 8 %'],
    ['higher honours', honoured(['city', 'province', 'nation']), 0.02, 0.04, 'about 3 %'],
    ['reserves a village', reserves / 280, 1.8, 2.3, 'about two'],
  ])('%s: %f is from %f to %f (%s)', (_what, value, low, high) => {
    expect(value).toBeGreaterThanOrEqual(low)
    expect(value).toBeLessThanOrEqual(high)
  })

  test('no name twice in a village, and pinyin to find it by', () => {
    const names = countBy(rows.talents, ({ homeVillageCode, name }) => homeVillageCode + name)
    expect(Math.max(...names.values())).toBe(1)
    for (const { pinyin, initials } of rows.talents) {
      expect(pinyin).toMatch(/^[a-z]{3,}$/)
      expect(initials).toMatch(/^[a-z]{2,3}$/)
    }
  })

  test('sons and daughters carry the father’s name, spouses need not', () => {
    const byId = new Map(rows.talents.map((talent) => [talent.id, talent]))
    const pairs = (relation: string) =>
      rows.familyLinks
        .filter((link) => link.relation === relation)
        .map((link) => [byId.get(link.talentId)!, byId.get(link.relativeId)!] as const)
    const hasOneSurname = ([a, b]: readonly [Talent, Talent]) => a.name[0] === b.name[0]
    const ofFathers = pairs('parent').filter((pair) => !isWoman(elderOf(pair)))
    expect(share(ofFathers, hasOneSurname)).toBe(1)
    expect(share(pairs('spouse'), hasOneSurname)).toBeLessThan(0.3)
  })

  test('nobody sits beside a near relative now', () => {
    for (const { all } of teams) {
      const pairs = rows.familyLinks.filter(
        (link) => link.isBarred === 1 && all.has(link.talentId) && all.has(link.relativeId),
      )
      expect(pairs).toEqual([])
    }
  })

  test('women head the women’s federation, full members hold the Party’s seats', () => {
    const byId = new Map(rows.talents.map((talent) => [talent.id, talent]))
    const federation = rows.talentSources.filter(({ source }) => source === 'womens-federation')
    expect(share(federation, ({ talentId }) => isWoman(byId.get(talentId)!))).toBe(1)
    const party = rows.incumbents.filter(({ post }) => /secretary|party-member/.test(post))
    expect(share(party, ({ talentId }) => isFull(byId.get(talentId)!))).toBe(1)
  })
})

describe('evidence', () => {
  test.each([
    ['political', 0.15],
    ['development', 0.25],
    ['coordination', 0.3],
    ['service', 0.25],
    ['conduct', 0.2],
    ['record', 0.2],
    ['reputation', 0.4],
    ['potential', 0.3],
  ])(
    'of %s is missing for about %f of the people, in a dozen wordings or more',
    (criterion, missing) => {
      const pieces = rows.evidence.filter((piece) => piece.criterion === criterion)
      const known = new Set(pieces.map(({ talentId }) => talentId))
      const wordings = new Set(pieces.map(({ note }) => note.replaceAll(/\d+/g, '')))
      expect(1 - known.size / rows.talents.length).toBeCloseTo(missing, 1)
      expect(share(pieces, ({ standing }) => standing === 'proven')).toBeCloseTo(0.65, 1)
      expect(mean(pieces.map(({ value }) => value))).toBeCloseTo(0.68, 1)
      expect(wordings.size).toBeGreaterThanOrEqual(12)
    },
  )

  test('is dated 2019 to 2026, tells no placeholder, and says nothing of expertise and tie', () => {
    const strange = rows.evidence.filter(
      ({ datedOn, note, value, strength, criterion }) =>
        datedOn < '2019' ||
        datedOn >= '2026-12' ||
        /[{}~]|undefined/.test(note) ||
        Math.min(value, strength) <= 0 ||
        Math.max(value, strength) > 1 ||
        ['expertise', 'tie'].includes(criterion),
    )
    expect(strange).toEqual([])
  })
})

describe('the cast', () => {
  test.each([
    ['李文博', 'male', '1988-03', 'bachelor', 'full', '洪门村', 'village'],
    ['宋雅楠', 'female', '1993-06', 'junior-college', 'full', '洪门村', 'village'],
    ['赵庆河', 'male', '1974-02', 'senior-secondary', 'full', '洪门村', 'village'],
    ['张立群', 'male', '1980-05', 'senior-secondary', 'none', '洪门村', 'village'],
    ['刘思敏', 'female', '1997-09', 'bachelor', 'league', '洪门村', 'village'],
    ['王海洋', 'male', '1985-04', 'junior-college', 'probationary', '毛宅村', 'township'],
  ])('%s', (name, sex, bornOn, education, partyStatus, village, willingness) => {
    const homeVillageCode = villageOf(village).code
    const person = rows.talents.find(
      (talent) => talent.name === name && talent.homeVillageCode === homeVillageCode,
    )
    expect(person).toMatchObject({ sex, bornOn, education, partyStatus, willingness })
    expect(person).toMatchObject({ consent: 'given', isFit: 1 })
  })

  test('the election committee of 洪门村 has recorded its consent to 王海洋', () => {
    const { id } = peopleOf('毛宅村').find(({ name }) => name === '王海洋')!
    const villages = rows.residenceConsents.filter(({ talentId }) => talentId === id)
    expect(villages.map(({ villageCode }) => villageCode)).toEqual([villageOf('洪门村').code])
  })
})

describe('kept in the database', () => {
  let db: Db
  beforeAll(async () => {
    db = await connect(':memory:')
    await migrate(db)
    await insertDemonstration(db, '{"referenceOn":"2026-12-31"}')
  })
  afterAll(() => db.destroy())

  test.each(Object.keys(rows) as (keyof DemonstrationRows)[])('all rows of %s', async (table) => {
    const { count } = await db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(rows[table].length)
  })

  test('with the policy that was given, as version 1', async () => {
    const policies = await db.selectFrom('policies').selectAll().execute()
    expect(policies).toMatchObject([{ version: 1, body: '{"referenceOn":"2026-12-31"}' }])
  })

  test('all of it or nothing', async () => {
    await expect(insertDemonstration(db, '{}')).rejects.toThrow()
    const policies = await db.selectFrom('policies').selectAll().execute()
    expect(policies).toHaveLength(1)
  })
})

function is<Key extends keyof Talent>(key: Key, value: Talent[Key]) {
  return (talent: Talent) => talent[key] === value
}

function byMonth({ bornOn }: Talent): boolean {
  return bornOn?.length === 7
}

function elderOf([a, b]: readonly [Talent, Talent]): Talent {
  return (ageOf(a) ?? 0) >= (ageOf(b) ?? 0) ? a : b
}
