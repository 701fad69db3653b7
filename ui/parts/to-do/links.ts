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
}

export function hrefOfItem(has: Has, kind: GroupKind, item: ToDoItem): string {
  const nominee = item.nominee === null ? null : { id: item.nominee, round: item.round }
  if (kind === 'applications') return `/applications?${new URLSearchParams({ id: item.id ?? '' })}`
  if (kind === 'drafts') return `/nominations/new?${new URLSearchParams({ draft: item.id ?? '' })}`
  return hrefOfNominee(has, nominee) ?? HREF_OF_GROUP[kind]
}
