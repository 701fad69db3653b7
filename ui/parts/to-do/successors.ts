import type { AccountOfList } from '../../types.ts'

/** Roles that nominate, review or answer. */
export const WORKING: readonly string[] = ['county', 'township', 'village', 'reviewer']

/** Accounts that could take the work of another over; the server has the last word. */
export function successorsOf(accounts: readonly AccountOfList[], from: string): AccountOfList[] {
  const giver = accounts.find(({ id }) => id === from)
  if (!giver) return []
  return accounts.filter(
    (one) =>
      one.id !== from && one.state === 'active' && one.role === giver.role && covers(giver, one),
  )
}

function covers(giver: AccountOfList, one: AccountOfList): boolean {
  const villages = new Set(one.villages.map(({ code }) => code))
  return (
    one.township?.code === giver.township?.code &&
    one.department === giver.department &&
    giver.villages.every(({ code }) => villages.has(code))
  )
}
