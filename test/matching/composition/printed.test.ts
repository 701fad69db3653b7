import { describe, expect, test } from 'vitest'
import {
  agesOf,
  type CompositionMember,
  compositionOf,
  differencesOf,
  type TeamGroupId,
} from '../../../matching/index.ts'
import { counted, holding, policy, team } from './people.ts'

/**
 * Counts as real elections were reported, and the shares that were printed beside them: ours must print the same.
 * Sources: Jiangxi 2015, China Daily, 2015-04-15, cnews.chinadaily.com.cn/2015-04/15/content_20441481_2.htm.
 * Wenchang subdistrict of Tongcheng 2021, chunsuxfs.cn/html/2021-12-13/155_16634.html (printed without decimals).
 * Weibin district 2018, wbq.gov.cn/DepartmentNews/info/4169 (printed without decimals where given so).
 * Gusu district, m.wenke99.com/p-5542767.html (printed with two decimals).
 */
const JIANGXI = '江西 2015'
const WENCHANG = '桐城文昌街道 2021'
const WEIBIN = '卫滨区社区 2018'
const GUSU = '姑苏区社区'

type Row = {
  where: string
  what: string
  id: string
  count: number
  of: number
  printed: string
  about: Partial<CompositionMember>
  group?: TeamGroupId
}
const cross = holding('party-member', 'committee-member')
const secretary = holding('secretary')
const woman = { sex: 'female' as const }
const PRINTED: Row[] = [
  {
    where: JIANGXI,
    what: 'women',
    id: 'women',
    count: 34_389,
    of: 123_852,
    printed: '27.8',
    about: woman,
  },
  {
    where: JIANGXI,
    what: 'cross-appointed',
    id: 'cross',
    count: 18_659,
    of: 123_852,
    printed: '15.1',
    about: cross,
  },
  { where: WENCHANG, what: 'women', id: 'women', count: 65, of: 105, printed: '62', about: woman },
  {
    where: WENCHANG,
    what: 'college',
    id: 'education.college',
    count: 94,
    of: 105,
    printed: '90',
    about: { education: 'junior-college' },
  },
  {
    where: WENCHANG,
    what: 'cross-appointed',
    id: 'cross',
    count: 41,
    of: 105,
    printed: '39',
    about: cross,
  },
  {
    where: WEIBIN,
    what: '35 or under',
    id: 'age.young',
    count: 108,
    of: 193,
    printed: '56',
    about: { age: 35 },
  },
  {
    where: GUSU,
    what: 'women',
    id: 'women',
    count: 493,
    of: 1_096,
    printed: '44.98',
    about: { ...woman, posts: ['party-member'] },
    group: 'party',
  },
  {
    where: GUSU,
    what: 'women secretaries',
    id: 'women',
    count: 81,
    of: 145,
    printed: '55.86',
    about: { ...woman, ...secretary },
    group: 'secretaries',
  },
]

/** As a paper of so many decimals prints it. */
const asPrinted = (share: number, printed: string) =>
  (share * 100).toFixed(printed.split('.')[1]?.length ?? 0)

describe('printed statistics of real elections', () => {
  test.each(PRINTED)('$where, $what: $count of $of is $printed %', (row) => {
    const { count, of, printed, about, id, group = 'all' } = row
    const others =
      group === 'secretaries' ? secretary : group === 'party' ? holding('party-member') : {}
    const people = [...counted(count, count, about), ...counted(of - count, of - count, others)]
    const after = compositionOf([team(people)], agesOf(policy))
    const line = differencesOf({ before: null, after }, { policy, level: 'county' }).find(
      (one) => one.group === group && one.id === id,
    )!
    expect(line.after).toMatchObject({ count, of })
    expect(asPrinted(line.after!.value!, printed)).toBe(printed)
    expect(line.after!.text).toBe(`${asPrinted(count / of, '0.0')}%`)
  })

  test('Jiangxi’s two committees: 71,821 and 70,690 seats with 18,659 people on both are 123,852 people', () => {
    const people = [
      ...counted(18_659, 18_659, cross),
      ...counted(71_821 - 18_659, 71_821 - 18_659, holding('party-member')),
      ...counted(70_690 - 18_659, 70_690 - 18_659, holding('committee-member')),
    ]
    const { groups, seats } = compositionOf([team(people)], agesOf(policy))
    expect(groups.all.people).toBe(123_852)
    expect(groups.party.people).toBe(71_821)
    expect(groups.committee.people).toBe(70_690)
    expect(seats.count).toBe(71_821 + 70_690)
  })

  test('Weibin’s age bands 108, 56 and 29 are the 193 elected, each in one band', () => {
    const bands = [
      ...counted(108, 108, { age: 33 }),
      ...counted(56, 56, { age: 40 }),
      ...counted(29, 29, { age: 50 }),
    ]
    const { features, people } = compositionOf([team(bands)], agesOf(policy)).groups.all
    const all = (['age.to-30', 'age.31-35', 'age.36-45', 'age.over-45'] as const).map(
      (id) => features[id].count,
    )
    expect(all).toEqual([0, 108, 56, 29])
    expect(all.reduce((sum, one) => sum + one)).toBe(people)
  })

  test('Weibin printed 93.8 % for 184 of 193: the arithmetic beside the figure says 95.3 %', () => {
    const after = compositionOf(
      [team(counted(184, 193, { education: 'junior-college' }))],
      agesOf(policy),
    )
    const line = differencesOf({ before: null, after }, { policy, level: 'county' }).find(
      (one) => one.group === 'all' && one.id === 'education.college',
    )!
    expect(line.after!.text).toBe('95.3%')
  })
})
