import { describe, expect, test } from 'vitest'
import {
  agesOf,
  arithmeticOf,
  type CompositionMember,
  compositionOf,
  differencesOf,
  type Policy,
} from '../../../matching/index.ts'
import { counted, holding, policy, team } from './people.ts'

type Some = readonly Partial<CompositionMember>[]
const of = (people: Some) => compositionOf([team(people)], agesOf(policy))
/** A line of everybody, of these people before and after. */
function line(before: Some | null, after: Some | null, id: string, by: Policy = policy) {
  const sides = { before: before && of(before), after: after && of(after) }
  return differencesOf(sides, { policy: by, level: 'county' }).find(
    (one) => one.group === 'all' && one.id === id,
  )!
}
const college = (some: number, all: number) => counted(some, all, { education: 'bachelor' })
/** People whose mean age is so many tenths of a year. */
const aged = (tenths: number) =>
  Array.from({ length: 40 }, (_, at) => ({
    age: Math.floor(tenths / 10) + (at < (tenths % 10) * 4 ? 1 : 0),
  }))

describe('the change as people say it', () => {
  const TABLE: {
    why: string
    before: Some | null
    after: Some | null
    id: string
    zh: string
    en: string
  }[] = [
    {
      ...{ why: 'a mean age in years', before: aged(451), after: aged(406), id: 'age.mean' },
      zh: '平均年龄由 45.1 岁降到 40.6 岁，下降 4.5 岁',
      en: 'Mean age from 45.1 years to 40.6 years, down 4.5 years',
    },
    {
      why: 'party teams of S3.1: 40.9, down 4',
      ...{ before: aged(449), after: aged(409), id: 'age.mean' },
      zh: '平均年龄由 44.9 岁降到 40.9 岁，下降 4.0 岁',
      en: 'Mean age from 44.9 years to 40.9 years, down 4.0 years',
    },
    {
      why: 'party teams of S3.1: 71.5 %, up 4',
      ...{ before: college(135, 200), after: college(143, 200), id: 'education.college' },
      zh: '大专及以上由 67.5% 升到 71.5%，提高 4.0 个百分点',
      en: 'Junior college or above from 67.5% to 71.5%, up 4.0 points',
    },
    {
      why: 'of fewer than 20 the counts come first',
      ...{ before: college(4, 6), after: college(5, 7), id: 'education.college' },
      zh: '大专及以上由 4/6 人（66.7%）升到 5/7 人（71.4%），提高 4.8 个百分点（按未取整的数计算）',
      en: 'Junior college or above from 4 of 6 people (66.7%) to 5 of 7 people (71.4%), up 4.8 points (worked out before rounding)',
    },
    {
      why: 'the same is said to be the same',
      ...{ before: college(10, 20), after: college(20, 40), id: 'education.college' },
      zh: '大专及以上前后均为 50.0%，持平',
      en: 'Junior college or above: 50.0% before and after, the same',
    },
    {
      why: 'too little to print is almost the same',
      ...{ before: college(500, 1000), after: college(501, 1001), id: 'education.college' },
      zh: '大专及以上由 50.0% 到 50.0%，基本持平',
      en: 'Junior college or above from 50.0% to 50.0%, almost the same',
    },
    {
      why: 'nationality is a count, and no share',
      ...{ before: counted(1, 30, { nationality: 'minority' }), id: 'minority' },
      after: counted(3, 60, { nationality: 'minority' }),
      zh: '少数民族由 1 人增加到 3 人，增加 2 人',
      en: 'Smaller nationalities from 1 people to 3 people, up 2 people',
    },
    {
      why: 'ages that are not known are left out, and said',
      ...{ before: [...aged(450), { age: null }], after: aged(440), id: 'age.mean' },
      zh: '平均年龄由 45.0 岁降到 44.0 岁，下降 1.0 岁（年龄未知不计入：前 1 人）',
      en: 'Mean age from 45.0 years to 44.0 years, down 1.0 years (not known and left out: 1 before)',
    },
    {
      why: 'last term is not known',
      ...{ before: null, after: college(20, 40), id: 'education.college' },
      zh: '大专及以上：前 未知，后 50.0%，无法比较',
      en: 'Junior college or above: not known before, 50.0% after, not to be compared',
    },
    {
      why: 'of nobody nothing is known',
      ...{ before: [], after: college(20, 40), id: 'education.college' },
      zh: '大专及以上：前 未知，后 50.0%，无法比较',
      en: 'Junior college or above: not known before, 50.0% after, not to be compared',
    },
  ]
  test.each(TABLE)('$why', ({ before, after, id, zh, en }) => {
    expect(line(before, after, id).sentence).toEqual({ zh, en })
  })

  test('a group by itself names itself', () => {
    const sides = (age: number) => of([{ ...holding('secretary'), age }])
    const lines = differencesOf(
      { before: sides(50), after: sides(40) },
      { policy, level: 'county' },
    )
    const mean = lines.find(({ group, id }) => group === 'secretaries' && id === 'age.mean')!
    expect(mean.sentence.zh).toBe('党组织书记平均年龄由 50.0 岁降到 40.0 岁，下降 10.0 岁')
  })
})

describe('rounding', () => {
  test('is done once, on the exact difference: 66.67 to 71.43 is 4.8, though 71.4 − 66.7 is 4.7', () => {
    const { change, before, after } = line(college(4, 6), college(5, 7), 'education.college')
    expect([before!.text, after!.text]).toEqual(['4 / 6 · 66.7%', '5 / 7 · 71.4%'])
    expect(change).toMatchObject({ amount: 4.8, isExact: false })
  })
  test('is half away from zero whatever binary fractions say: 1 of 16 is 6.3 %, and 0.25 down is 0.3 down', () => {
    expect(line(college(1, 16), college(1, 16), 'education.college').before!.text).toBe(
      '1 / 16 · 6.3%',
    )
    const down = line(college(1, 400), college(0, 400), 'education.college').change!
    expect(down).toMatchObject({ amount: -0.3, sign: -1 })
  })
})

describe('where the policy wants a figure to go', () => {
  const off = (id: 'college.share'): Policy => ({
    ...policy,
    targets: { ...policy.targets, [id]: { ...policy.targets[id], isOn: false } },
  })
  const TABLE: { why: string; id: string; wanted: 'up' | 'down' | null; by?: Policy }[] = [
    { why: 'the mean age down', id: 'age.mean', wanted: 'down' },
    { why: 'college up', id: 'education.college', wanted: 'up' },
    {
      why: 'nothing where the target is off',
      id: 'education.college',
      wanted: null,
      by: off('college.share'),
    },
    { why: 'women up', id: 'women', wanted: 'up' },
    { why: 'of nationality nothing: it is reported alone', id: 'minority', wanted: null },
    { why: 'of the number of people nothing', id: 'people', wanted: null },
    { why: 'of Party members nothing', id: 'party-members', wanted: null },
  ]
  test.each(TABLE)('$why', ({ id, wanted, by }) => {
    expect(line(aged(450), aged(440), id, by).wanted).toBe(wanted)
  })

  test('a county’s college share is asked against last term: 4 points above', () => {
    expect(line(college(135, 200), college(143, 200), 'education.college').bound).toBeCloseTo(71.5)
  })
  test('a change towards it and one away from it are told apart, and no change is neither', () => {
    expect(line(aged(450), aged(440), 'age.mean').isTowards).toBe(true)
    expect(line(aged(440), aged(450), 'age.mean').isTowards).toBe(false)
    expect(line(aged(440), aged(440), 'age.mean').isTowards).toBe(null)
  })
})

describe('the arithmetic on demand', () => {
  const sum = (people: Some, id: string) => {
    const one = line(people, people, id)
    return arithmeticOf(one, one.after)
  }
  test('names the sum of ages and the people, and whoever is left out', () => {
    expect(sum([{ age: 40 }, { age: 41 }, { age: null }], 'age.mean')).toEqual({
      zh: '周岁之和 81 ÷ 2 人 ＝ 40.5 岁（另有 1 人未知，不计入）',
      en: 'Years together 81 ÷ 2 people = 40.5 years (1 not known, left out)',
    })
  })
  test('names the counts of a share, in villages where villages are counted', () => {
    expect(sum(college(1, 4), 'education.college').zh).toBe('1 ÷ 4 人 ＝ 25.0%')
    expect(sum([holding('secretary', 'chair')], 'combined').zh).toBe('1 ÷ 1 个村（社区） ＝ 100.0%')
  })
  test('works nothing out of nothing', () => {
    expect(sum([{ age: null }], 'age.mean').zh).toBe('1 人均未知，不作计算')
    expect(sum([], 'age.mean').zh).toBe('没有数据，不作计算')
  })
})
