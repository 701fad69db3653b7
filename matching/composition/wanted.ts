import { targets } from '../targets/index.ts'
import type { Policy, Problem } from '../types.ts'
import type { Ratio } from './composition.ts'
import type { LineKind } from './lines.ts'
import { tenthsOf } from './rounding.ts'

export type Direction = 'up' | 'down'

/** Where the policy wants a figure to go; null where it says nothing, or has the target switched off. */
export function wantedBy({ targets: wanted }: Policy, { target }: LineKind): Direction | null {
  if (target === null || !wanted[target].isOn) return null
  return target === 'age.mean' ? 'down' : 'up'
}

/**
 * What the policy asks of a figure at a level, in tenths of its unit; null where it asks nothing of it there. Of the mean
 * age and of college shares it asks against last term, as the target itself does.
 */
export function boundOf(
  { targets: wanted }: Policy,
  { target, unit }: LineKind,
  { level, before }: { level: Problem['level']; before: Ratio },
): number | null {
  if (target === null || unit === 'count' || !wanted[target].isOn) return null
  if (!targets.find(({ id }) => id === target)?.levels.includes(level)) return null
  const { bound, countyBound } = wanted[target]
  const asked = level === 'county' ? (countyBound ?? bound) : bound
  if (target === 'young.min') return null
  const last = tenthsOf(before, unit)
  if (target === 'college.share') return last === null ? null : last + asked * 1000
  if (target === 'age.mean' && level === 'county') return last === null ? null : last + asked * 10
  return target === 'age.mean' ? asked * 10 : asked * 1000
}
