import { useSearchParams } from '@solidjs/router'
import type { AuditFilter } from '../../administration.ts'
import { ACTION_GROUPS, type ActionGroup } from './audit-actions.ts'

/** What an auditor asked for, kept in the address so that reload and back keep it. */
export type AuditSearch = {
  from?: string
  until?: string
  /** An action, or a group of them as `group:signIn`. */
  action?: string
  actor?: string
  subject?: string
  outcome?: string
}
const GROUP = 'group:'
export const groupValue = (group: ActionGroup) => `${GROUP}${group}`

export const useAuditSearch = () => useSearchParams<AuditSearch>()

export function filterOf(search: AuditSearch): AuditFilter {
  const { from, until, actor, subject } = search
  const outcome = OUTCOMES.find((one) => one === search.outcome)
  const action = actionsOf(search.action)
  return {
    ...(from && { from: startOf(from, 0) }),
    ...(until && { until: startOf(until, 1) }),
    ...(action && { action }),
    ...(actor && { actor }),
    ...(subject && { subject: subject.trim() }),
    ...(outcome && { outcome }),
  }
}

export const OUTCOMES = ['done', 'denied', 'failed'] as const

function actionsOf(chosen: string | undefined): string | undefined {
  if (!chosen?.startsWith(GROUP)) return chosen
  const actions: Record<string, readonly string[]> = ACTION_GROUPS
  return actions[chosen.slice(GROUP.length)]?.join(',')
}

/** The instant at which a day begins where the reader is, or one of the days after it. */
function startOf(day: string, later: number): string {
  const at = new Date(`${day}T00:00:00`)
  at.setDate(at.getDate() + later)
  return at.toISOString()
}
