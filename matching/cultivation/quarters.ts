import { monthOf } from '../day.ts'
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

/** Whole months from a day to a later one; 0 when it is not later. The end day counts as served. */
export function monthsServed(from: Day, to: Day): number {
  const months = monthOf(to) - monthOf(from)
  const [begun, ended] = [Number(from.slice(8)), Number(to.slice(8)) + 1]
  return Math.max(0, ended >= begun ? months : months - 1)
}
