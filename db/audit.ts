import type { Transaction } from 'kysely'
import type { Db } from './connect.ts'
import type { AuditEntryTable, Database } from './schema.ts'
import { ofWholeCounty, type Scope } from './scope.ts'

export type AuditEntry = Pick<AuditEntryTable, 'at' | 'actor' | 'action'> & {
  /** Ids, never a personal value. */
  subjects: string[]
  detail: Record<string, unknown>
}

/**
 * Adds the next entry of the county in the transaction of the change it tells of, so that both
 * stand or neither, and answers its sequence. There is no way to change or remove an entry.
 */
export async function appendAudit(
  transaction: Transaction<Database>,
  scope: Scope,
  entry: AuditEntry,
): Promise<number> {
  const { countyCode } = scope
  await lockCounty(transaction, countyCode)
  const { last } = await transaction
    .selectFrom('auditEntries')
    .select(({ fn }) => fn.max('sequence').as('last'))
    .where('countyCode', '=', countyCode)
    .executeTakeFirstOrThrow()
  const sequence = Number(last ?? 0) + 1
  const subjects = JSON.stringify(entry.subjects)
  const detail = JSON.stringify(entry.detail)
  await transaction
    .insertInto('auditEntries')
    .values({ ...entry, countyCode, sequence, subjects, detail })
    .execute()
  return sequence
}

/** Entries after a sequence (0 for all), the oldest first; only the county's own scope sees any. */
export async function listAudit(
  db: Db,
  scope: Scope,
  { after = 0, limit = 100 }: { after?: number; limit?: number } = {},
) {
  const rows = await db
    .selectFrom('auditEntries')
    .selectAll()
    .where(ofWholeCounty(scope, 'auditEntries'))
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...row,
    subjects: JSON.parse(row.subjects) as string[],
    detail: JSON.parse(row.detail) as Record<string, unknown>,
  }))
}

/** Writers of one county wait for each other here; `for update` would be PostgreSQL's alone. */
async function lockCounty(transaction: Transaction<Database>, countyCode: string) {
  await transaction
    .updateTable('counties')
    .set(({ ref }) => ({ name: ref('name') }))
    .where('countyCode', '=', countyCode)
    .execute()
}
