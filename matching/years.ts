import type { Day } from './types.ts'

/** Years from one day to a later one, to about a day; 0 when it is not later. Ageing needs no calendar. */
export function yearsBetween(from: Day, to: Day): number {
  return Math.max(0, yearOf(to) - yearOf(from))
}

function yearOf(day: Day): number {
  const days = day.length === 7 ? 0 : Number(day.slice(8, 10)) - 1
  return Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 12 + days / 365.25
}
