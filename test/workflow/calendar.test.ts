import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOfYear, deadlineOf } from '../../api/calendar/days.ts'
import {
  daysFrom,
  isPublished,
  isWorkday,
  PUBLISHED,
  specialOf,
  workdaysAfter,
} from '../../api/workflow/calendar.ts'
import { statutoryDays } from '../../api/workflow/statutory-days.ts'

const NONE = new Map<string, boolean>()

/**
 * The General Office of the State Council on the holidays of 2025 and 2026:
 * https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm (国办发明电〔2024〕12号) and
 * https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm.
 */
describe('working days, as the State Council has arranged them', () => {
  test.each([
    { day: '2026-01-02', isWorking: false, why: 'Friday after New Year’s Day, off' },
    { day: '2026-01-04', isWorking: true, why: 'Sunday worked for it' },
    { day: '2026-02-14', isWorking: true, why: 'Saturday worked before Spring Festival' },
    { day: '2026-02-23', isWorking: false, why: 'last of nine days of Spring Festival, a Monday' },
    { day: '2026-02-24', isWorking: true, why: 'the Tuesday after' },
    { day: '2026-04-06', isWorking: false, why: 'Monday after Tomb-sweeping Day on a Sunday' },
    { day: '2026-05-09', isWorking: true, why: 'Saturday worked for Labour Day' },
    { day: '2026-06-19', isWorking: false, why: 'Dragon Boat Festival' },
    { day: '2026-09-20', isWorking: true, why: 'Sunday worked for National Day, before it' },
    { day: '2026-10-07', isWorking: false, why: 'last of seven days of National Day' },
    { day: '2026-10-08', isWorking: true, why: 'the Thursday after' },
    { day: '2026-10-10', isWorking: true, why: 'Saturday worked for National Day, after it' },
    { day: '2025-01-01', isWorking: false, why: 'a Wednesday off without any shift' },
    { day: '2025-01-26', isWorking: true, why: 'Sunday worked before Spring Festival' },
    { day: '2025-01-28', isWorking: false, why: 'New Year’s Eve, off by law since 2025' },
    {
      day: '2025-10-08',
      isWorking: false,
      why: 'National Day and Mid-autumn together, eight days',
    },
    { day: '2025-10-11', isWorking: true, why: 'Saturday worked for them' },
    { day: '2026-11-21', isWorking: false, why: 'a plain Saturday' },
    { day: '2026-11-23', isWorking: true, why: 'a plain Monday' },
  ])('$day: $why', ({ day, isWorking }) => {
    expect(isWorkday(day, NONE)).toBe(isWorking)
  })

  test('of every published year are those of the table that they come from', () => {
    for (const day of daysFrom(`${PUBLISHED.from}-01-01`, `${PUBLISHED.until}-12-31`))
      expect(isWorkday(day, NONE), day).toBe(chineseDays.isWorkday(day))
  })

  test('are named in both languages, also where a weekend is worked', () => {
    expect(specialOf('2026-10-10')).toEqual({
      ...{ isWorking: true, kind: 'make-up' },
      name: { zh: '国庆节调休上班', en: 'Worked instead, National Day' },
    })
    expect(specialOf('2026-09-25')?.name).toEqual({ zh: '中秋节', en: 'Mid-autumn Festival' })
    expect(specialOf('2026-11-23')).toBeUndefined()
  })
})

describe('a year whose arrangement is not known', () => {
  const unknown = PUBLISHED.until + 1

  test('is said to be so', () => {
    expect(isPublished(PUBLISHED.until)).toBe(true)
    expect(isPublished(unknown)).toBe(false)
    expect(isPublished(PUBLISHED.from - 1)).toBe(false)
  })

  /** 全国年节及纪念日放假办法 (2024 revision), article 2, with the moon's days of 2027. */
  test('has the thirteen days off that the law names, and no shifted weekend', () => {
    expect(statutoryDays(2027).map(({ day, name }) => `${day} ${name.zh}`)).toEqual([
      '2027-01-01 元旦',
      ...['2027-02-05 春节', '2027-02-06 春节', '2027-02-07 春节', '2027-02-08 春节'],
      '2027-04-05 清明节',
      ...['2027-05-01 劳动节', '2027-05-02 劳动节'],
      '2027-06-09 端午节',
      '2027-09-15 中秋节',
      ...['2027-10-01 国庆节', '2027-10-02 国庆节', '2027-10-03 国庆节'],
    ])
  })

  test.each([2025, 2026])(
    'of the days that the law names, all are off in %d, which is known',
    (year) => {
      for (const { day } of statutoryDays(year)) expect(isWorkday(day, NONE), day).toBe(false)
    },
  )
})

describe('a term of working days', () => {
  test.each([
    { from: '2026-11-23', days: 5, ends: '2026-11-30', own: {}, why: 'a weekend between' },
    { from: '2026-11-20', days: 1, ends: '2026-11-23', own: {}, why: 'from a Friday' },
    { from: '2026-09-28', days: 5, ends: '2026-10-10', own: {}, why: 'National Day between' },
    { from: '2026-09-17', days: 2, ends: '2026-09-20', own: {}, why: 'it ends on a worked Sunday' },
    {
      ...{ from: '2026-11-23', days: 5, ends: '2026-12-01', own: { '2026-11-26': false } },
      why: 'a day off of the county between',
    },
    {
      ...{ from: '2026-11-23', days: 5, ends: '2026-11-28', own: { '2026-11-28': true } },
      why: 'the county works on a Saturday',
    },
    {
      ...{ from: '2026-09-28', days: 3, ends: '2026-10-01', own: { '2026-10-01': true } },
      why: 'the word of the county goes before the State Council’s',
    },
    { from: '2026-12-28', days: 5, ends: '2027-01-05', own: {}, why: 'New Year’s Day by law' },
    { from: '2026-11-23', days: 0, ends: '2026-11-23', own: {}, why: 'no days at all' },
  ])('of $days from $from ends on $ends: $why', ({ from, days, ends, own }) => {
    expect(workdaysAfter(from, days, new Map(Object.entries(own)))).toBe(ends)
  })

  test('says what was on the way, and whether the years of it are known', () => {
    const own = [
      {
        ...{ countyCode: '370406', day: '2026-12-30', isWorking: 0 as const, name: '抗旱值守补休' },
        ...{ changedAt: '2026-11-01T00:00:00.000Z', changedBy: 'account' },
      },
    ]
    expect(deadlineOf({ from: '2026-12-28', days: 5 }, own)).toEqual({
      ...{ endsOn: '2027-01-06', isConfirmed: false },
      passed: [
        { day: '2026-12-30', isWorking: false, name: { zh: '抗旱值守补休', en: '抗旱值守补休' } },
        { day: '2027-01-01', isWorking: false, name: { zh: '元旦', en: "New Year's Day" } },
      ],
    })
    const [last] = daysOfYear(2026, own, () => '周敏').slice(-1)
    expect(last).toMatchObject({
      ...{ day: '2026-12-30', isWorking: false, kind: 'own', own: { changedBy: '周敏' } },
      otherwise: { isWorking: true, name: null },
    })
  })

  test('ends on a working day that has exactly so many from its beginning, whatever the county says', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((at) => shifted('2025-06-01', at))
    const own = fc.array(fc.tuple(day, fc.boolean()), { maxLength: 40 })
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), own, (from, count, said) => {
        const overrides = new Map(said)
        const end = workdaysAfter(from, count, overrides)
        const worked = [...daysFrom(from, end)].slice(1).filter((it) => isWorkday(it, overrides))
        expect(worked).toHaveLength(count)
        expect(worked.at(-1)).toBe(end)
      }),
    )
  })

  test('is never shorter when the county takes one more day off', () => {
    const day = fc.integer({ min: 0, max: 500 }).map((at) => shifted('2026-01-01', at))
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 30 }), (from, off, count) => {
        const later = workdaysAfter(from, count, new Map([[off, false]]))
        expect(later >= workdaysAfter(from, count, NONE)).toBe(true)
      }),
    )
  })
})

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
