import type { Day } from './types.ts'

/**
 * Completed years on a day. A birth known only by month counts as its first day (domain §4).
 * Both are ISO text, so the birthday is passed when the month and day compare lower or equal.
 */
export function ageOn(bornOn: Day, on: Day): number {
  const birthday = bornOn.length === 7 ? `${bornOn}-01` : bornOn
  const years = Number(on.slice(0, 4)) - Number(birthday.slice(0, 4))
  return on.slice(5) >= birthday.slice(5) ? years : years - 1
}
