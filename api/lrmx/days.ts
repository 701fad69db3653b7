import { plain } from '../roster/text.ts'
import { readDay } from '../roster/values/dates.ts'

/** A day or month in any of the forms that files have, as the portrait keeps it; null when it is none. */
export function dayOf(text: string): string | null {
  const read = readDay(null, plain(text))
  return 'day' in read && read.isSerial === undefined ? read.day : null
}

/** `yyyyMM`, which the form has for every date but that of the ages. */
export const monthText = (day: string | null) =>
  day === null ? '' : day.slice(0, 7).replace('-', '')

/** `yyyyMMdd`. */
export const dayText = (day: string) => day.replaceAll('-', '')

/** The same day as far as both are known. */
export function isSameDay(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other
  return one.startsWith(other) || other.startsWith(one)
}
