import type { Grade } from '../../checks.ts'
import { t } from '../../words/index.ts'

/** One thing that is answered of a person: four grades, or for growth three marks; `null` is 'not known'. */
export type Aspect = { id: AspectId; isOverall?: true; values: readonly string[] }
export type AspectId = keyof ReturnType<typeof t>['checks']['aspect'] | 'overall'

export const GRADES = ['excellent', 'good', 'fair', 'poor'] as const satisfies readonly Grade[]
const MARKS = ['clear', 'some', 'none'] as const
const OVERALL: Aspect = { id: 'overall', isOverall: true, values: GRADES }

export const OF_QUARTER: readonly Aspect[] = [
  { id: 'attitude', values: GRADES },
  { id: 'tasks', values: GRADES },
  { id: 'public', values: GRADES },
  { id: 'growth', values: MARKS },
  OVERALL,
]
/** What a mentor says: no grade over all, which is the office's. */
export const OF_MENTOR: readonly Aspect[] = OF_QUARTER.filter(({ isOverall }) => !isOverall)
export const OF_YEAR: readonly Aspect[] = [
  { id: 'daily', values: GRADES },
  { id: 'results', values: GRADES },
  { id: 'reputation', values: GRADES },
  OVERALL,
]

export const aspectName = (id: AspectId) =>
  id === 'overall' ? t().checks.overall : t().checks.aspect[id]
export const aspectShort = (id: AspectId) =>
  id === 'overall' ? t().checks.overall : t().checks.aspectShort[id]

/** 优, 明显, 未了解; nothing while it is not answered. */
export function valueName(value: string | null | undefined): string {
  if (value === undefined) return ''
  if (value === null) return t().checks.notKnown
  return { ...t().checks.grade, ...t().checks.progressMark }[value as Grade] ?? value
}
