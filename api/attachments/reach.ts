import { listAccounts } from '../../db/accounts.ts'
import type { StoredAttachment } from '../../db/attachments.ts'
import type { Db } from '../../db/connect.ts'
import type { Role } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'

type Around = { db: Db; scope: Scope }

/** Offices from below to above; whoever is none of them is above all. */
const ORDER: Role[] = ['village', 'township', 'county']

/** A village reads what villages put there: papers of the offices above it are theirs. */
export async function readableOf(
  { db, scope }: Around,
  rows: StoredAttachment[],
): Promise<StoredAttachment[]> {
  if (scope.villageCodes === undefined || rows.length === 0) return rows
  const levels = await levelsOf(db, scope)
  return rows.filter(({ addedBy }) => levels.get(addedBy) === 0)
}

/** A paper is taken away by the office that put it there, or by one above. */
export async function mayRemove(
  { db, scope }: Around,
  role: Role,
  { addedBy }: StoredAttachment,
): Promise<boolean> {
  const levels = await levelsOf(db, scope)
  return ORDER.indexOf(role) >= (levels.get(addedBy) ?? ORDER.length)
}

async function levelsOf(db: Db, { countyCode }: Scope): Promise<Map<string, number>> {
  const accounts = await listAccounts(db, { countyCode })
  return new Map(
    accounts.flatMap(({ id, role }) => (ORDER.includes(role) ? [[id, ORDER.indexOf(role)]] : [])),
  )
}
