import type { CultivationItem, ItemKind } from '../../cultivation-plan.ts'
import { t } from '../../words/index.ts'
import type { State } from '../mark.tsx'

export const KINDS = [
  'village-affairs',
  'shadowing',
  'urgent-task',
  'training',
  'degree',
  'posting',
  'trial-post',
  'task',
] as const satisfies readonly ItemKind[]

export const kindChoices = () =>
  KINDS.map((value) => ({ value, name: t().cultivationPlan.kind[value] }))

/** Days before an item is due in which it is marked. */
const SOON = 30
const DAY_MS = 86_400_000

/** Late, waiting or due soon; what is open and far off is only not done yet. */
export function markOf(
  { state, lateDays, dueOn }: Pick<CultivationItem, 'state' | 'lateDays' | 'dueOn'>,
  today: string,
): State {
  if (state === 'done') return 'met'
  if (state === 'dropped') return 'unknown'
  if (lateDays > 0) return 'missed'
  const left = (Date.parse(dueOn) - Date.parse(today)) / DAY_MS
  return state === 'reported' || left <= SOON ? 'weak' : 'unknown'
}

/** The state in words: how late, or which. */
export function stateText({ state, lateDays }: Pick<CultivationItem, 'state' | 'lateDays'>) {
  return lateDays > 0 ? t().cultivationPlan.lateDays(lateDays) : t().cultivationPlan.state[state]
}
