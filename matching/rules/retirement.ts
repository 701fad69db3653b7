import { dayOf, type Month, monthOf } from '../day.ts'
import type { Day } from '../types.ts'

const JANUARY_2025: Month = 2025 * 12

/**
 * By the age before the delay: one month later for every `step` months after December 2024, at most `cap`.
 * Decision of the NPC Standing Committee of 13 September 2024 on gradually delaying statutory retirement.
 */
const DELAYS: Record<number, { step: number; cap: number }> = {
  50: { step: 2, cap: 60 },
  55: { step: 4, cap: 36 },
  60: { step: 4, cap: 36 },
}

/** Month of statutory retirement of somebody whose retirement age was `base` years before the delay. */
export function retirementMonth(bornOn: Day, base: number): Month {
  const original = monthOf(bornOn) + base * 12
  const delay = DELAYS[base]
  if (delay === undefined || original < JANUARY_2025) return original
  return original + Math.min(delay.cap, Math.floor((original - JANUARY_2025) / delay.step) + 1)
}

/** Whether the day of birth in that month has come; a birth known only by month counts as its first day. */
export function isReached(month: Month, bornOn: Day, on: Day, yearsLater = 0): boolean {
  const now = monthOf(on) + yearsLater * 12
  return month < now || (month === now && dayOf(bornOn) <= dayOf(on))
}

/** `YYYY-MM`. */
export function monthText(month: Month): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}
