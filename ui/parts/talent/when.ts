import { dayAndTime } from '../../format.ts'

/** The reader's own day and time of day. */
export const dayOf = (iso: string) => dayAndTime(iso).slice(0, 10)
export const timeOf = (iso: string) => dayAndTime(iso).slice(11)

export const today = () => dayOf(new Date().toISOString())

/** Whole days between two days written as 2026-11-25. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

export function yearsLater(day: string, years: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCFullYear(at.getUTCFullYear() + years)
  return at.toISOString().slice(0, 10)
}
