import type { Db } from './connect.ts'
import { ofCounty, type Scope } from './scope.ts'

/** One a key version that this database was ever written with. */
export function listKeyChecks(db: Db, scope: Scope) {
  return db
    .selectFrom('keyChecks')
    .select(['version', 'digest'])
    .where(ofCounty(scope, 'keyChecks'))
    .orderBy('version')
    .execute()
}

export async function insertKeyCheck(
  db: Db,
  { countyCode }: Scope,
  check: { version: number; digest: string; createdAt: string },
): Promise<void> {
  await db
    .insertInto('keyChecks')
    .values({ ...check, countyCode })
    .execute()
}
