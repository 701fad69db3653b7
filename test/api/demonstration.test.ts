import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { County } from '../../api/candidacies.ts'
import { loadCounty } from '../../api/county.ts'
import { connect, type Db } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { insertDemonstration } from '../../db/seed/index.ts'
import {
  ageOn,
  assess,
  defaultPolicy,
  judge,
  POSTS,
  type Post,
  type Talent,
} from '../../matching/index.ts'
import { inReach } from '../../matching/rules/index.ts'
import { BEIZHUANG, villageOf } from '../census.ts'

let db: Db
let county: County

beforeAll(async () => {
  db = await connect(':memory:')
  await migrate(db)
  await insertDemonstration(db, JSON.stringify(defaultPolicy))
  county = await loadCounty(db, { countyCode: '370406' })
})
afterAll(() => db.destroy())

const village = (name: string) => county.villages.get(villageOf(name).code)!.matching
const able = (name: string, post: Post) =>
  [...county.talents.values()].filter((talent) =>
    ['eligible', 'relaxable'].includes(judge(talent, village(name), post, county.policy)),
  )
const isYoung = ({ bornOn }: Talent) =>
  bornOn !== null && ageOn(bornOn, county.policy.referenceOn) <= 35
const isWoman = ({ sex }: Talent) => sex === 'female'
const atHome = (name: string) =>
  [...county.talents.values()].filter(({ homeVillage }) => homeVillage === village(name).code)
const missing = (talent: Talent, name: string, post: Post) =>
  assess(talent, village(name), post, county.policy)
    .filter(({ outcome }) => outcome === 'unknown')
    .map(({ rule }) => rule)

describe('planted cases of Beizhuang by the rules themselves', () => {
  test('三道峪村: nobody of 35 or under can be seated; one of its own only has to be asked', () => {
    for (const post of POSTS) expect(able('三道峪村', post).filter(isYoung)).toEqual([])
    const young = atHome('三道峪村').filter(isYoung)
    expect(young).toHaveLength(1)
    expect(missing(young[0]!, '三道峪村', 'committee-member')).toEqual(['willing'])
    expect(judge(young[0]!, village('三道峪村'), 'committee-member', county.policy)).toBe('unknown')
  })

  test('毛宅村: no woman can sit on the villagers’ committee; two lack one paper each', () => {
    expect(able('毛宅村', 'committee-member').filter(isWoman)).toEqual([])
    const lacking = atHome('毛宅村')
      .filter(isWoman)
      .map((talent) => ({ talent, papers: missing(talent, '毛宅村', 'committee-member') }))
      .filter(({ talent }) => isUnknown(talent, '毛宅村', 'committee-member'))
    expect(lacking.map(({ papers }) => papers).sort()).toEqual([['consent'], ['fitness']])
  })

  test('上十河村: one person can be secretary, counting everybody in reach; one more has not been asked', () => {
    expect(able('上十河村', 'secretary')).toHaveLength(1)
    const unasked = atHome('上十河村').filter((talent) =>
      isUnknown(talent, '上十河村', 'secretary'),
    )
    expect(unasked.map((talent) => missing(talent, '上十河村', 'secretary'))).toEqual([['willing']])
  })

  test('羊栏村: the four who can take a Party seat are one family', () => {
    const family = able('羊栏村', 'party-member').map(({ id }) => id)
    const pairs = county.kin.filter(({ a, b }) => family.includes(a) && family.includes(b))
    expect(family).toHaveLength(4)
    expect(pairs).toHaveLength(6)
  })

  test('洪门村: three full members for three seats, and 周振宇 has not been asked', () => {
    expect(able('洪门村', 'party-member').map(({ name }) => name)).toEqual([
      '李文博',
      '宋雅楠',
      '赵庆河',
    ])
    const unasked = atHome('洪门村').filter((talent) => isUnknown(talent, '洪门村', 'secretary'))
    expect(unasked.map(({ name }) => name)).toEqual(['周振宇'])
  })
})

describe('people to choose from', () => {
  test('everywhere else in Beizhuang the margin of the Party committee can be kept', () => {
    const planted = ['三道峪村', '毛宅村', '上十河村', '羊栏村', '洪门村']
    const short = county.townships
      .get(BEIZHUANG)!
      .villages.filter(({ name }) => !planted.includes(name))
      .filter(
        ({ name, matching }) =>
          able(name, 'party-member').length < Math.ceil(1.2 * matching.seats.party),
      )
    expect(short).toEqual([])
  })

  test('few villages of the county lack people for a seat on either committee', () => {
    const talents = [...county.talents.values()]
    const count = (code: string, post: Post) => {
      const place = county.villages.get(code)!.matching
      return talents.filter(
        (talent) =>
          inReach(talent, place) &&
          ['eligible', 'relaxable'].includes(judge(talent, place, post, county.policy)),
      ).length
    }
    const short = [...county.villages.values()].filter(
      ({ code, matching: { seats } }) =>
        count(code, 'party-member') < seats.party ||
        count(code, 'committee-member') < seats.committee,
    )
    expect(short.length).toBeLessThanOrEqual(5)
  })
})

function isUnknown(talent: Talent, name: string, post: Post): boolean {
  return judge(talent, village(name), post, county.policy) === 'unknown'
}
