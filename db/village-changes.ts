import type { Transaction } from 'kysely'
import type { Database } from './schema.ts'
import { ofCounty, type Scope } from './scope.ts'
import type { Moved } from './village-moves.ts'

type Tx = Transaction<Database>

/** How much of a merger is not as it left it, and how much came after it at the village that took the other in. */
export async function countChangedSince(
  db: Tx,
  scope: Scope,
  { moved, into, since }: { moved: Moved; into: string; since: string },
) {
  const { countyCode } = scope
  const elsewhere = await db
    .selectFrom('talents')
    .select('id')
    .where('countyCode', '=', countyCode)
    .where('id', 'in', [...moved.people, ''])
    .where('homeVillageCode', '!=', into)
    .execute()
  const nominees = await db
    .selectFrom('nominees')
    .select(['id', 'revision'])
    .where(ofCounty(scope, 'nominees'))
    .where('id', 'in', [...moved.nominees.map(({ id }) => id), ''])
    .execute()
  const kept = new Set(nominees.map(({ id, revision }) => `${id} ${revision}`))
  const accounts = await db
    .selectFrom('accountVillages')
    .select('accountId')
    .where(ofCounty(scope, 'accountVillages'))
    .where('villageCode', '=', into)
    .where('accountId', 'in', [...moved.accounts, ''])
    .execute()
  return {
    people: elsewhere.length,
    nominees: moved.nominees.filter(({ id, revision }) => !kept.has(`${id} ${revision}`)).length,
    accounts: moved.accounts.length - accounts.length,
    entries: await laterAt(db, scope, 'villageEntries', 'createdAt', { into, since }),
    decisions: await laterAt(db, scope, 'listDecisions', 'at', { into, since }),
    actions: await laterAt(db, scope, 'readinessActions', 'assignedAt', { into, since }),
  }
}

async function laterAt(
  db: Tx,
  scope: Scope,
  table: 'villageEntries' | 'listDecisions' | 'readinessActions',
  column: 'createdAt' | 'at' | 'assignedAt',
  { into, since }: { into: string; since: string },
): Promise<number> {
  const { ref } = db.dynamic
  const row = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll().as('count'))
    .where(ofCounty(scope, table))
    .where('villageCode', '=', into)
    .where(ref(column), '>', since)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
