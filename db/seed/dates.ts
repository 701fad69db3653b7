import type { Random } from './random.ts'

/** Ages of the demonstration are meant on this day; the policy in force names its own. */
export const REFERENCE_YEAR = 2026

/** A birth day that makes somebody `age` on the last day of the reference year; now and then only its month is known. */
export function bornAt(age: number, random: Random): string {
  const month = `${REFERENCE_YEAR - age}-${two(random.integer(1, 12))}`
  return random.chance(0.4) ? month : `${month}-${two(random.integer(1, 28))}`
}

/** A day between two years, both included, the later ones more often. */
export function recentDay(first: number, last: number, random: Random): string {
  const year = first + Math.floor(Math.sqrt(random.next()) * (last - first + 1))
  const lastMonth = year === REFERENCE_YEAR ? 10 : 12
  return `${year}-${two(random.integer(1, lastMonth))}-${two(random.integer(1, 28))}`
}

export const two = (value: number) => String(value).padStart(2, '0')
