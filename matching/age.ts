import { dayOf, monthOf } from './day.ts'
import type { Day } from './types.ts'

/**
 * Completed years on a day. A birth known only by month counts as its first day (domain §4).
 */
export function ageOn(bornOn: Day, on: Day): number {
  const months = monthOf(on) - monthOf(bornOn) - (dayOf(on) < dayOf(bornOn) ? 1 : 0)
  return Math.floor(months / 12)
}
