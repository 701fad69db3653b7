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

/** Every version, the newest first. */
export async function listPolicies(db: Db, scope: Scope) {
  const rows = await policies(db, scope).orderBy('version', 'desc').execute()
  return rows.map(parsed)
}

type NewPolicy = {
  version: number
  body: unknown
  createdAt: string
  createdBy: string
  note?: string
  contentHash?: string
}

/** Adds a version after the one that the author saw; fails when somebody else was first. */
export async function insertPolicy(db: Db, scope: Scope, policy: NewPolicy): Promise<void> {
  const { countyCode } = scope
  await db
    .insertInto('policies')
    .values({ note: null, contentHash: null, ...policy, countyCode, body: json(policy.body) })
    .execute()
}

/** What an account writes on the next version; `body` is parsed and may be anything. */
export async function findPolicyDraft(db: Db, scope: Scope, accountId: string) {
  const row = await db
    .selectFrom('policyDrafts')
    .select(['basedOn', 'body', 'revision', 'updatedAt'])
    .where(ofCounty(scope, 'policyDrafts'))
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row && { ...row, body: JSON.parse(row.body) as unknown }
}

type Draft = { accountId: string; basedOn: number; body: unknown; updatedAt: string }

/**
 * Keeps what an account writes, and answers its new revision; null when it is not of the revision that the author
 * saw (0: there was none).
 */
export async function putPolicyDraft(
  db: Db,
  scope: Scope,
  { accountId, ...draft }: Draft,
  seen: number,
): Promise<number | null> {
  const row = { ...draft, body: json(draft.body), revision: seen + 1 }
  const isThere = seen === 0 ? insertDraft : changeDraft
  return (await isThere(db, scope, { ...row, accountId })) ? row.revision : null
}

export async function removePolicyDraft(db: Db, scope: Scope, accountId: string): Promise<void> {
  await db
    .deleteFrom('policyDrafts')
    .where(ofCounty(scope, 'policyDrafts'))
    .where('accountId', '=', accountId)
    .execute()
}

type DraftRow = Draft & { body: string; revision: number }

async function insertDraft(db: Db, { countyCode }: Scope, row: DraftRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('policyDrafts')
    .values({ ...row, countyCode })
    .onConflict((conflict) => conflict.columns(['countyCode', 'accountId']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

async function changeDraft(db: Db, scope: Scope, { accountId, ...change }: DraftRow) {
  const { numUpdatedRows } = await db
    .updateTable('policyDrafts')
    .set(change)
    .where(ofCounty(scope, 'policyDrafts'))
    .where('accountId', '=', accountId)
    .where('revision', '=', change.revision - 1)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function policies(db: Db, scope: Scope) {
  return db.selectFrom('policies').selectAll().where(ofCounty(scope, 'policies'))
}

function json(value: unknown): string {
  return JSON.stringify(value)
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
