import type { Db } from './connect.ts'
import type { PolicyTable } from './schema.ts'
import { ofCounty, type Scope } from './scope.ts'

/** The policy in force: the highest version. `body` is parsed, its shape is the caller's. */
export async function findPolicy(db: Db, scope: Scope) {
  const row = await policies(db, scope).orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row && parsed(row)
}

export async function findPolicyVersion(db: Db, scope: Scope, version: number) {
  const row = await policies(db, scope).where('version', '=', version).executeTakeFirst()
  return row && parsed(row)
}

/** Adds a version after the one that the author saw; fails when somebody else was first. */
export async function insertPolicy(
  db: Db,
  scope: Scope,
  policy: { version: number; body: unknown; createdAt: string; createdBy: string },
): Promise<void> {
  const { countyCode } = scope
  await db
    .insertInto('policies')
    .values({ ...policy, countyCode, body: JSON.stringify(policy.body) })
    .execute()
}

function policies(db: Db, scope: Scope) {
  return db.selectFrom('policies').selectAll().where(ofCounty(scope, 'policies'))
}

function parsed(row: PolicyTable) {
  return { ...row, body: JSON.parse(row.body) as unknown }
}
