import type { Db } from './connect.ts'
import { ofCounty, type Scope } from './scope.ts'

/** Failures in a row of a name, whether there is such an account or not. */
export function findFailures(db: Db, scope: Scope, nameDigest: string) {
  return db
    .selectFrom('signInFailures')
    .selectAll()
    .where(ofCounty(scope, 'signInFailures'))
    .where('nameDigest', '=', nameDigest)
    .executeTakeFirst()
}

/** Keyed hashes of the names that are locked at an instant. */
export async function listLocked(db: Db, scope: Scope, at: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('signInFailures')
    .select('nameDigest')
    .where(ofCounty(scope, 'signInFailures'))
    .where('lockedUntil', '>', at)
    .execute()
  return new Set(rows.map(({ nameDigest }) => nameDigest))
}

/** Counts one more failure and answers how many there are now; older ones than `since` are forgotten. */
export async function countFailure(
  db: Db,
  scope: Scope,
  { nameDigest, at, since }: { nameDigest: string; at: string; since: string },
): Promise<number> {
  const { countyCode } = scope
  const { failures } = await db
    .insertInto('signInFailures')
    .values({ countyCode, nameDigest, failures: 1, failedAt: at, lockedUntil: null })
    .onConflict((it) =>
      it.columns(['countyCode', 'nameDigest']).doUpdateSet((eb) => ({
        failures: eb
          .case()
          .when('signInFailures.failedAt', '<', since)
          .then(1)
          .else(eb('signInFailures.failures', '+', 1))
          .end(),
        failedAt: at,
      })),
    )
    .returning('failures')
    .executeTakeFirstOrThrow()
  return Number(failures)
}

export async function lockName(db: Db, scope: Scope, nameDigest: string, lockedUntil: string) {
  await db
    .updateTable('signInFailures')
    .set({ lockedUntil })
    .where(ofCounty(scope, 'signInFailures'))
    .where('nameDigest', '=', nameDigest)
    .execute()
}

/** Forgets names that failed before `since` and are not locked any more: whoever tries many would fill the table. */
export async function removeOldFailures(
  db: Db,
  scope: Scope,
  { at, since }: { at: string; since: string },
) {
  await db
    .deleteFrom('signInFailures')
    .where(ofCounty(scope, 'signInFailures'))
    .where('failedAt', '<', since)
    .where((eb) => eb.or([eb('lockedUntil', 'is', null), eb('lockedUntil', '<', at)]))
    .execute()
}

/** Forgets the failures of a name: it signed in, or was unlocked. */
export async function clearFailures(db: Db, scope: Scope, nameDigest: string) {
  await db
    .deleteFrom('signInFailures')
    .where(ofCounty(scope, 'signInFailures'))
    .where('nameDigest', '=', nameDigest)
    .execute()
}

/** Forgets all of them: names are counted by a hash of the key, and the key changed. */
export async function clearAllFailures(db: Db, scope: Scope) {
  await db.deleteFrom('signInFailures').where(ofCounty(scope, 'signInFailures')).execute()
}
