import type { useRoles } from '../../session.ts'
import type { GroupKind, ToDoItem } from '../../to-do.ts'

type Has = ReturnType<typeof useRoles>

/** Where a nominee is worked on: the file for offices, the case for a department, the own record for a person. */
export function hrefOfNominee(
  has: Has,
  nominee: { id: string; round: string } | null,
): string | null {
  if (nominee === null) return null
  if (has('talent')) return '/record'
  if (has('reviewer')) return `/cases/${nominee.id}`
  return `/review?${new URLSearchParams({ round: nominee.round, nominee: nominee.id })}`
}

/** Where all of a group stand. */
export const HREF_OF_GROUP: Record<GroupKind, string> = {
  signatures: '/review?tab=mine',
  acts: '/review?tab=mine',
  paper: '/review',
  supplements: '/review?tab=mine',
  cases: '/cases',
  applications: '/applications',
  talks: '/review?tab=ended',
  expiring: '/review?tab=expiring',
  late: '/review?tab=late',
  drafts: '/nominations/new',
  meetings: '/mentoring',
  tasks: '/mentoring/tasks',
  opinions: '/mentoring/quarter',
  confirmations: '/cultivation-items?state=reported',
  checks: '/checks',
  conclusions: '/conclusions',
  trials: '/trial-posts',
  attendance: '/attendance',
  pairs: '/mentorships',
  readiness: '/actions?mine=1',
}

export function hrefOfItem(has: Has, kind: GroupKind, item: ToDoItem): string {
  const { nominee: id, round, talent } = item
  const nominee = id === null || round === null ? null : { id, round }
  if (kind === 'applications') return `/applications?${new URLSearchParams({ id: item.id ?? '' })}`
  if (kind === 'drafts') return `/nominations/new?${new URLSearchParams({ draft: item.id ?? '' })}`
  if (kind === 'meetings') return `/mentoring/log?${new URLSearchParams({ talent: talent ?? '' })}`
  if (kind === 'trials') return `/trial-posts/${item.id}`
  if (kind === 'pairs') return hrefOfPairs(has)
  if (kind === 'readiness') return `/villages/${item.place?.code}#readiness`
  return hrefOfNominee(has, nominee) ?? HREF_OF_GROUP[kind]
}

/** Where pairs are answered: a mentor's home, the person's own record, the office's list. */
export function hrefOfPairs(has: Has): string {
  if (has('mentor')) return '/mentoring'
  return has('talent') ? '/record' : HREF_OF_GROUP.pairs
}
