import type { Db } from './connect.ts'
import type { NominationDraftTable } from './schema/nominations.ts'
import { ofCounty, type Scope } from './scope.ts'

export type NominationDraft = Omit<NominationDraftTable, 'countyCode' | 'accountId'>
type Own = { accountId: string; id: string }

/** What an account has typed and not handed in, the latest first; nobody else's. */
export async function listNominationDrafts(
  db: Db,
  scope: Scope,
  accountId: string,
): Promise<NominationDraft[]> {
  const rows = await drafts(db, scope, accountId)
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(own)
}

export async function findNominationDraft(
  db: Db,
  scope: Scope,
  { accountId, id }: Own,
): Promise<NominationDraft | undefined> {
  const row = await drafts(db, scope, accountId).where('id', '=', id).executeTakeFirst()
  return row && own(row)
}

/** False when there is one of that id. */
export async function insertNominationDraft(
  db: Db,
  { countyCode }: Scope,
  accountId: string,
  draft: Omit<NominationDraft, 'revision'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('nominationDrafts')
    .values({ ...draft, accountId, countyCode, revision: 1 })
    .onConflict((conflict) => conflict.columns(['countyCode', 'id']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** False when it is not the account's, or was kept in another window since that revision. */
export async function updateNominationDraft(
  db: Db,
  scope: Scope,
  { accountId, id, revision }: Own & { revision: number },
  change: Omit<NominationDraft, 'id' | 'revision'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('nominationDrafts')
    .set({ ...change, revision: revision + 1 })
    .where(ofCounty(scope, 'nominationDrafts'))
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function removeNominationDraft(
  db: Db,
  scope: Scope,
  { accountId, id }: Own,
): Promise<void> {
  await db
    .deleteFrom('nominationDrafts')
    .where(ofCounty(scope, 'nominationDrafts'))
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .execute()
}

function drafts(db: Db, scope: Scope, accountId: string) {
  return db
    .selectFrom('nominationDrafts')
    .selectAll()
    .where(ofCounty(scope, 'nominationDrafts'))
    .where('accountId', '=', accountId)
}

function own({ countyCode: _, accountId: __, ...row }: NominationDraftTable): NominationDraft {
  return row
}
