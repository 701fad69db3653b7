import type { Db } from './connect.ts'
import { ofCounty, type Scope } from './scope.ts'

export function findCounty(db: Db, scope: Scope) {
  return db.selectFrom('counties').selectAll().where(ofCounty(scope, 'counties')).executeTakeFirst()
}

/** The counties that this database keeps; the one query without a scope, asked once at start. */
export function listCounties(db: Db) {
  return db.selectFrom('counties').selectAll().orderBy('countyCode').execute()
}

export async function insertCounty(
  db: Db,
  scope: Scope,
  county: { name: string; province: string; isDemonstration?: 0 | 1 },
): Promise<void> {
  const { countyCode } = scope
  await db
    .insertInto('counties')
    .values({ isDemonstration: 0, poolRevision: 0, poolRebuiltAt: 0, ...county, countyCode })
    .execute()
}

/** All evidence of cultivation follows the figures of this version of the policy. */
export async function markCounted(db: Db, scope: Scope, countedByPolicy: number): Promise<void> {
  await db
    .updateTable('counties')
    .set({ countedByPolicy })
    .where(ofCounty(scope, 'counties'))
    .execute()
}
