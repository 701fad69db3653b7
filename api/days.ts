/** The day it is in China at an instant: UTC+8 all year, no summer time since 1991. */
export function dayInChina(instant: Date | string): string {
  return new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** So many calendar days after a day; before it where `days` is negative. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** A real day, `YYYY-MM-DD`, from 1900 on. */
export function isDay(text: string): boolean {
  return text.length === 10 && isDayOrMonth(text)
}

/** A real day, or a month where the day is not known. */
export function isDayOrMonth(text: string): boolean {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return false
  const day = text.length === 7 ? `${text}-01` : text
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && text > '1900'
}

/** Not after today; a month that has begun is none of the future. */
export function isPast(text: string, today: string): boolean {
  return text <= today.slice(0, text.length)
}
