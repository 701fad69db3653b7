import type { Person } from './person.ts'

/** What allows the record, which notice was read, and until when it is kept; without chance, so that the pool stays the same. */
export function setRights({ talent, posts }: Person, at: number): void {
  talent.basis = posts.length > 0 ? 'duty' : talent.consent === 'given' ? 'consent' : null
  talent.noticeVersion = talent.consent === 'given' ? 1 : null
  const isLongKept = at % 211 === 0 && talent.status === 'registered'
  if (posts.length === 0) talent.keepUntil = isLongKept ? '2026-09-30' : '2028-12-31'
}
