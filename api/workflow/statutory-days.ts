import chineseDays from 'chinese-days'
import type { Words } from '../../matching/types.ts'
import { daysAfter } from '../days.ts'

/**
 * The days off that the law itself names, before any arrangement moves weekends around them: 全国年节及纪念日放假办法,
 * article 2, as revised on 10 November 2024 (State Council order 795, in force since 2025-01-01).
 */
export function statutoryDays(year: number): { day: string; name: Words }[] {
  const spring = ofMoon(year, 1, 1)
  const days = [
    [`${year}-01-01`, NEW_YEAR],
    ...[-1, 0, 1, 2].map((offset) => [daysAfter(spring, offset), SPRING] as const),
    [chineseDays.getSolarTermDate(year, 4, 'pure_brightness'), TOMB_SWEEPING],
    ...['05-01', '05-02'].map((end) => [`${year}-${end}`, LABOUR] as const),
    [ofMoon(year, 5, 5), DRAGON_BOAT],
    [ofMoon(year, 8, 15), MID_AUTUMN],
    ...['10-01', '10-02', '10-03'].map((end) => [`${year}-${end}`, NATIONAL] as const),
  ] as const
  return days
    .map(([day, name]) => ({ day, name }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

const NEW_YEAR = { zh: '元旦', en: "New Year's Day" }
const SPRING = { zh: '春节', en: 'Spring Festival' }
const TOMB_SWEEPING = { zh: '清明节', en: 'Tomb-sweeping Day' }
const LABOUR = { zh: '劳动节', en: 'Labour Day' }
const DRAGON_BOAT = { zh: '端午节', en: 'Dragon Boat Festival' }
const MID_AUTUMN = { zh: '中秋节', en: 'Mid-autumn Festival' }
const NATIONAL = { zh: '国庆节', en: 'National Day' }

function ofMoon(year: number, month: number, day: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return chineseDays.getSolarDateFromLunar(`${year}-${two(month)}-${two(day)}`).date
}
