import type { Day } from './types.ts'

/** Months since year 0, so that months of the calendar and of a life add up. */
export type Month = number

/**
 * The parts of a day are read digit by digit: a county reads them a million times, and cutting the
 * text costs ten times as much.
 */
export function monthOf(day: Day): Month {
  const year = digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3)
  return year * 12 + digit(day, 5) * 10 + digit(day, 6) - 1
}

/** Day of the month; a birth known only by month counts as its first day. */
export function dayOf(day: Day): number {
  return day.length === 7 ? 1 : digit(day, 8) * 10 + digit(day, 9)
}

/** Years from one day to a later one, to about a day; 0 when it is not later. Ageing needs no calendar. */
export function yearsBetween(from: Day, to: Day): number {
  const months = monthOf(to) - monthOf(from)
  return Math.max(0, months / 12 + (dayOf(to) - dayOf(from)) / 365.25)
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48
}

/** Days from one day to another, negative when it is not later: the number of the day in the civil calendar (Hinnant's `days_from_civil`). */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from)
}

function numberOf(day: Day): number {
  const months = monthOf(day)
  const month = (months % 12) + 1
  const year = Math.floor(months / 12) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(day) - 1
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear
  )
}
