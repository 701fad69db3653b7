import { dayOf, monthOf } from '../day.ts'
import type { Day } from '../types.ts'

/** Quarters are text `2026-Q4`. */

export function quarterOf(day: Day): string {
  return `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`
}

export function firstDayOf(quarter: string): Day {
  const month = (Number(quarter.slice(6)) - 1) * 3 + 1
  return `${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

/** 31 March, 30 June, 30 September, 31 December. */
export function lastDayOf(quarter: string): Day {
  const ends = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' }
  return `${quarter.slice(0, 4)}-${ends[Number(quarter.slice(6)) as keyof typeof ends]}`
}

export function quarterBefore(quarter: string): string {
  const number = Number(quarter.slice(6))
  const year = Number(quarter.slice(0, 4))
  return number === 1 ? `${year - 1}-Q4` : `${year}-Q${number - 1}`
}

/** Whole months from a day to the end of a later one: 1 March to 30 April are two; 0 when it is not later. */
export function monthsServed(from: Day, to: Day): number {
  const isMonthsEnd = dayOf(to) === lengthOf(monthOf(to))
  const [month, day] = isMonthsEnd ? [monthOf(to) + 1, 1] : [monthOf(to), dayOf(to) + 1]
  const months = month - monthOf(from)
  return Math.max(0, day >= dayOf(from) ? months : months - 1)
}

function lengthOf(month: number): number {
  const [year, inYear] = [Math.floor(month / 12), month % 12]
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][inYear]!
}
