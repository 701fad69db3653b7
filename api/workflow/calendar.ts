import chineseDays from 'chinese-days'
import type { Words } from '../../matching/types.ts'
import { daysAfter } from '../days.ts'
import { statutoryDays } from './statutory-days.ts'

/** Days on which a county differs from the State Council's calendar: true for a working day. */
export type Overrides = ReadonlyMap<string, boolean>

/** A day that is no plain weekday or weekend. */
export type Special = {
  isWorking: boolean
  /** `statutory`: off by law, in a year whose arrangement is not known yet. */
  kind: 'holiday' | 'make-up' | 'statutory'
  name: Words
}

/** The years whose arrangement by the General Office of the State Council the program knows. */
export const PUBLISHED = { from: 2004, until: lastPublished() } as const

export function isPublished(year: number): boolean {
  return year >= PUBLISHED.from && year <= PUBLISHED.until
}

/**
 * Whether people work on a day: the county's word first, then the State Council's holidays and make-up days, where
 * they are published, then the holidays that the law itself names; else Monday to Friday.
 */
export function isWorkday(day: string, overrides: Overrides): boolean {
  return overrides.get(day) ?? specialOf(day)?.isWorking ?? isWeekday(day)
}

/** The n-th working day after a day. */
export function workdaysAfter(day: string, count: number, overrides: Overrides): string {
  let at = day
  for (let left = count; left > 0; ) {
    at = daysAfter(at, 1)
    if (isWorkday(at, overrides)) left--
  }
  return at
}

export function specialOf(day: string): Special | undefined {
  return specialDays(yearOf(day)).get(day)
}

/** Of a year, in order. */
export function specialDays(year: number): ReadonlyMap<string, Special> {
  const found = years.get(year) ?? (isPublished(year) ? arranged(year) : byLaw(year))
  years.set(year, found)
  return found
}
const years = new Map<number, ReadonlyMap<string, Special>>()

export function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

/** Every day from one to another, both in it. */
export function* daysFrom(from: string, to: string): Generator<string> {
  for (let day = from; day <= to; day = daysAfter(day, 1)) yield day
}

function arranged(year: number): Map<string, Special> {
  const found = new Map<string, Special>()
  for (const day of daysFrom(`${year}-01-01`, `${year}-12-31`)) {
    const { name, work: isWorking } = chineseDays.getDayDetail(day)
    // Plain days have the English name of the weekday.
    const [en, zh] = name.split(',')
    if (zh === undefined || en === undefined) continue
    const holiday = { zh: FULL[zh] ?? zh, en }
    found.set(day, {
      ...{ isWorking, kind: isWorking ? 'make-up' : 'holiday' },
      name: isWorking
        ? { zh: `${holiday.zh}调休上班`, en: `Worked instead, ${holiday.en}` }
        : holiday,
    })
  }
  return found
}

const FULL: Record<string, string> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' }

function byLaw(year: number): Map<string, Special> {
  const days = statutoryDays(year).map(({ day, name }): [string, Special] => [
    day,
    { isWorking: false, kind: 'statutory', name },
  ])
  return new Map(days)
}

/** A year without an arrangement has no holidays but weekends in the library. */
function lastPublished(): number {
  let year = 2004
  while (chineseDays.getHolidaysInRange(`${year + 1}-01-01`, `${year + 1}-12-31`, false).length > 0)
    year++
  return year
}
