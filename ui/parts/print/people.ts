import { listOf, moreOfList } from '../../pool.ts'

/** Portraits that one page of the browser reads and prints at once. */
export const MOST_FORMS = 30

/** Everybody on a list whom the account sees, in its order. */
export async function idsOfList(list: string): Promise<string[]> {
  const first = await listOf(list)
  const ids = first.people.map(({ person }) => person.id)
  let next = first.next
  while (next !== null) {
    const page = await moreOfList(list, next)
    ids.push(...page.people.map(({ person }) => person.id))
    next = page.next
  }
  return ids
}

/** A part that there is: an address may name any. */
export function partOf(all: number, asked: number): number {
  const last = Math.max(1, Math.ceil(all / MOST_FORMS))
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, last) : 1
}
