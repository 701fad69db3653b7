import type { Aspect } from './aspects.ts'

/** Where an arrow leads: another person, or another aspect of the same. */
export function arrowsFor(key: string): { person?: 1 | -1; aspect?: 1 | -1 } | undefined {
  if (key === 'ArrowDown') return { person: 1 }
  if (key === 'ArrowUp') return { person: -1 }
  if (key === 'ArrowRight') return { aspect: 1 }
  if (key === 'ArrowLeft') return { aspect: -1 }
  return undefined
}

/** What a digit answers: 1 is the best, 0 'not known', which the grade over all does not have. */
export function digitOf(key: string, { values, isOverall }: Aspect): string | null | undefined {
  if (!/^\d$/.test(key)) return undefined
  if (key === '0') return isOverall ? undefined : null
  return values[Number(key) - 1]
}
