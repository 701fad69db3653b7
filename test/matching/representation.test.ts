import { describe, expect, test } from 'vitest'
import { defaultPolicy } from '../../matching/policy.ts'
import { type Rate, representation, type Stage } from '../../matching/representation/index.ts'
import { wilson } from '../../matching/representation/wilson.ts'
import type { Talent } from '../../matching/types.ts'
import { talent } from '../cast.ts'

/** Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998) 857–872, table I, method 3. */
test.each([
  { selected: 81, of: 263, low: 0.2553, high: 0.3662 },
  { selected: 15, of: 148, low: 0.0624, high: 0.1605 },
  { selected: 0, of: 20, low: 0, high: 0.1611 },
  { selected: 1, of: 29, low: 0.0061, high: 0.1718 },
])('the published interval of $selected of $of', ({ selected, of, low, high }) => {
  const found = wilson(selected, of)
  expect(found.low).toBeCloseTo(low, 4)
  expect(found.high).toBeCloseTo(high, 4)
})

let next = 0
const people = (count: number, about: Partial<Talent>) =>
  Array.from({ length: count }, () => talent({ id: `p${next++}`, ...about }))
const ids = (...given: Talent[][]) => new Set(given.flat().map(({ id }) => id))
const women = { sex: 'female' } as const
const men = { sex: 'male' } as const

function reportOf(talents: Talent[], eligible: ReadonlySet<string>, shortlisted = eligible) {
  const stages = { pool: ids(talents), reachable: ids(talents), eligible, shortlisted }
  return representation({ talents, policy: defaultPolicy, stages })
}
function ratesOf(report: ReturnType<typeof reportOf>, part: string, stage: Stage) {
  const groups = report.parts.find((one) => one.part === part)!.groups
  return Object.fromEntries(
    groups.map(({ group, rates }) => [String(group), rates[stage]]),
  ) as Record<string, Rate>
}

describe('selection rates', () => {
  /**
   * Questions and Answers on the Uniform Guidelines (44 FR 11996, 1979), question 12: of 80 of one group 48 are taken,
   * of 40 of another 12, so that the rates are 60 % and 30 %, and their ratio a half.
   */
  test('the example of the agencies: 30 % against 60 % is a half, under four fifths', () => {
    const [first, second] = [people(80, men), people(40, women)]
    const report = reportOf([...first, ...second], ids(first.slice(0, 48), second.slice(0, 12)))
    const { male, female } = ratesOf(report, 'sex', 'eligible')
    expect(male).toMatchObject({ rate: 0.6, ratio: 1, isHighest: true, isLow: false })
    expect(female).toMatchObject({
      rate: 0.3,
      ratio: 0.5,
      isHighest: false,
      isLow: true,
      isSmall: false,
    })
  })

  test.each([
    { most: 50, taken: 39, isLow: true, why: '78 % of 50' },
    { most: 50, taken: 40, isLow: false, why: '80 % of 50: four fifths exactly' },
    {
      most: 60,
      taken: 48,
      isLow: false,
      why: '80 % of 60, though 0.48 / 0.6 is a little less in binary',
    },
  ])('$why', ({ most, taken, isLow }) => {
    const [first, second] = [people(100, men), people(100, women)]
    const report = reportOf(
      [...first, ...second],
      ids(first.slice(0, most), second.slice(0, taken)),
    )
    expect(ratesOf(report, 'sex', 'eligible').female?.isLow).toBe(isLow)
  })

  test.each([
    { of: 29, taken: 5, isSmall: true, why: '29 people' },
    { of: 30, taken: 5, isSmall: false, why: '30 people' },
    {
      of: 200,
      taken: 1,
      isSmall: true,
      why: 'of 400 people 9 are taken: 4.5 of this group to be expected',
    },
  ])('small numbers are marked and never low: $why', ({ of, taken, isSmall }) => {
    const [first, second] = [people(of === 200 ? 200 : 300, men), people(of, women)]
    const chosen = of === 200 ? 8 : 150
    const report = reportOf(
      [...first, ...second],
      ids(first.slice(0, chosen), second.slice(0, taken)),
    )
    const { female } = ratesOf(report, 'sex', 'eligible')
    expect(female).toMatchObject({ isSmall, isLow: !isSmall })
  })

  test('the highest rate is not that of three people while there is a larger group', () => {
    const [first, second, few] = [
      people(100, { education: 'bachelor' }),
      people(100, { education: 'junior-college' }),
      people(3, { education: 'postgraduate' }),
    ]
    const report = reportOf(
      [...first, ...second, ...few],
      ids(first.slice(0, 60), second.slice(0, 30), few),
    )
    const rates = ratesOf(report, 'education', 'eligible')
    expect(rates.bachelor).toMatchObject({ ratio: 1, isHighest: true })
    expect(rates['junior-college']).toMatchObject({ ratio: 0.5, isLow: true })
    expect(rates.postgraduate).toMatchObject({ rate: 1, isSmall: true, isHighest: false })
  })

  test('nobody taken: a rate of 0, and no ratio', () => {
    const report = reportOf([...people(40, men), ...people(40, women)], new Set())
    expect(ratesOf(report, 'sex', 'eligible').male).toMatchObject({
      rate: 0,
      ratio: null,
      isLow: false,
    })
    expect(ratesOf(report, 'sex', 'shortlisted').male).toBeNull()
  })
})

describe('who is counted', () => {
  test('people of whom it is not known are a line of their own, and no group to compare with', () => {
    const [known, open] = [
      people(40, men),
      people(40, { sex: null, bornOn: null, education: null }),
    ]
    const report = reportOf([...known, ...open], ids(known.slice(0, 10), open))
    const { male, null: unknown } = ratesOf(report, 'sex', 'eligible')
    expect(male).toMatchObject({ ratio: 1, isHighest: true })
    expect(unknown).toMatchObject({ rate: 1, ratio: null })
    for (const part of ['sex', 'age', 'education', 'source'])
      expect(report.parts.find((one) => one.part === part)!.groups.at(-1)?.group).toBeNull()
  })

  test('somebody of two sources stands in both, and once among all', () => {
    const [one] = people(1, { sources: ['returnee', 'veteran'] })
    const report = reportOf([one!], new Set())
    expect(report.stages[0]?.people).toBe(1)
    const sources = report.parts.find(({ part }) => part === 'source')!
    expect(sources.isOverlapping).toBe(true)
    expect(sources.groups.map(({ group, counts }) => [group, counts.pool])).toEqual([
      ['returnee', 1],
      ['veteran', 1],
    ])
  })

  test.each([
    { bornOn: '1991-12-31', band: 'to-35', why: '35 on the reference day' },
    { bornOn: '1990-12-31', band: '36-45', why: '36' },
    { bornOn: '1971-01', band: '46-55', why: '55' },
    { bornOn: '1970-12-31', band: 'from-56', why: '56' },
  ])('$why: $band', ({ bornOn, band }) => {
    const report = reportOf(people(1, { bornOn }), new Set())
    expect(report.parts.find(({ part }) => part === 'age')!.groups[0]?.group).toBe(band)
  })

  test('a plan selects among the eligible, whoever was on a shortlist; without one nothing is said of it', () => {
    const all = people(60, men)
    const stages = {
      ...{ pool: ids(all), reachable: ids(all), eligible: ids(all.slice(0, 40)) },
      ...{ shortlisted: ids(all.slice(0, 10)), planned: ids(all.slice(5, 25)) },
    }
    const report = representation({ talents: all, policy: defaultPolicy, stages })
    expect(ratesOf(report, 'sex', 'planned').male).toMatchObject({ selected: 20, of: 40 })
    expect(reportOf(all, new Set()).stages.map(({ stage }) => stage)).not.toContain('planned')
  })

  test('nationality is told nowhere', () => {
    const report = reportOf(people(3, { nationality: 'minority' }), new Set())
    expect(JSON.stringify(report)).not.toContain('minority')
  })
})
