import type { Db } from './connect.ts'
import { nomineesIn, ofCounty, type Scope } from './scope.ts'

/** Drafts of nominations of one account become another's; says how many. */
export async function moveDrafts(
  db: Db,
  scope: Scope,
  { from, to }: { from: string; to: string },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('nominationDrafts')
    .set((eb) => ({ accountId: to, revision: eb('revision', '+', 1) }))
    .where(ofCounty(scope, 'nominationDrafts'))
    .where('accountId', '=', from)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Open nominees whose inspection an account has entered and who are at that stage still. */
export function listOpenInspectionsBy(db: Db, scope: Scope, accountId: string) {
  return db
    .selectFrom('nominees')
    .select(['id', 'talentId', 'villageCode', 'townshipCode'])
    .where(nomineesIn(scope))
    .where('state', '=', 'open')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('reviewActs')
        .select('reviewActs.nomineeId')
        .where(ofCounty(scope, 'reviewActs'))
        .where('reviewActs.kind', '=', 'inspection')
        .where('reviewActs.accountId', '=', accountId)
        .whereRef('reviewActs.stage', '=', 'nominees.stage'),
    )
    .orderBy('id')
    .execute()
}
