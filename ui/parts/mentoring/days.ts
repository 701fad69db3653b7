import { daysBetween } from '../talent/when.ts'

const HOURS_OF_CHINA = 8
const DAY_MS = 86_400_000

/** The day in China, wherever the phone thinks it is; China has had no summer time since 1991. */
export const dayInChina = (at = Date.now()) =>
  new Date(at + HOURS_OF_CHINA * 3_600_000).toISOString().slice(0, 10)

export const daysLater = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** Month and day inside of the year. */
export const shortDay = (day: string, today = dayInChina()) =>
  day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day

export const daysUntil = (day: string, today = dayInChina()) => daysBetween(today, day)

/** 2026-Q4 as its year and its place in it, 0 to 3. */
export const partsOfQuarter = (quarter: string) => ({
  year: quarter.slice(0, 4),
  at: Number(quarter.slice(6)) - 1,
})

export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}
