import type { Db } from './connect.ts'
import { databaseProblem } from './problem.ts'
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
  try {
    return { ...row, body: JSON.parse(row.body) as unknown }
  } catch (cause) {
    throw torn(row.version, cause)
  }
}

function torn(version: number, cause: unknown) {
  return databaseProblem(
    'damaged',
    {
      zh: `第 ${version} 版政策已损坏，不是有效的 JSON。请从备份恢复数据库，再重新启动。`,
      en: `Version ${version} of the policy is damaged: it is no valid JSON. Restore the database from a backup and start again.`,
    },
    cause,
  )
}
