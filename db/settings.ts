import type { Db } from './connect.ts'
import { ofCounty, type Scope } from './scope.ts'

/** The settings in force: the highest version. `body` is parsed, its shape is the caller's. */
export async function findSettings(db: Db, scope: Scope) {
  const row = await db
    .selectFrom('settings')
    .selectAll()
    .where(ofCounty(scope, 'settings'))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, body: JSON.parse(row.body) as unknown }
}

/** Adds a version after the one that the author saw; fails when somebody else was first. */
export async function insertSettings(
  db: Db,
  scope: Scope,
  settings: { version: number; body: unknown; createdAt: string; createdBy: string },
): Promise<void> {
  const { countyCode } = scope
  await db
    .insertInto('settings')
    .values({ ...settings, countyCode, body: JSON.stringify(settings.body) })
    .execute()
}
