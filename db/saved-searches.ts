import type { Db } from './connect.ts'
import type { SavedSearchTable } from './schema/pool.ts'
import { ofCounty, type Scope } from './scope.ts'

/** Whose searches: an account, and the office it belongs to (a township, the county, or none). */
export type Keeper = { accountId: string; office: { townshipCode: string | null } | null }
export type SavedSearch = Omit<SavedSearchTable, 'countyCode'> & { lookedAt: string | null }

/** The account's own searches and those that its office shares, by name; with its last look at each. */
export function listSavedSearches(db: Db, scope: Scope, keeper: Keeper): Promise<SavedSearch[]> {
  const { accountId } = keeper
  return searches(db, scope, keeper)
    .leftJoin('searchLooks', (join) =>
      join
        .onRef('searchLooks.countyCode', '=', 'savedSearches.countyCode')
        .onRef('searchLooks.searchId', '=', 'savedSearches.id')
        .on('searchLooks.accountId', '=', accountId),
    )
    .select(COLUMNS)
    .select('searchLooks.lookedAt')
    .orderBy('savedSearches.name')
    .orderBy('savedSearches.id')
    .execute()
}

export function findSavedSearch(db: Db, scope: Scope, keeper: Keeper, id: string) {
  return searches(db, scope, keeper)
    .select(COLUMNS)
    .where('savedSearches.id', '=', id)
    .executeTakeFirst()
}

export async function insertSavedSearch(
  db: Db,
  { countyCode }: Scope,
  search: Omit<SavedSearchTable, 'countyCode'>,
): Promise<void> {
  await db
    .insertInto('savedSearches')
    .values({ ...search, countyCode })
    .execute()
}

/** Its author alone changes a search; false when it is not the account's. */
export async function updateSavedSearch(
  db: Db,
  scope: Scope,
  { id, accountId }: { id: string; accountId: string },
  change: Pick<SavedSearchTable, 'name' | 'query' | 'isShared'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('savedSearches')
    .set(change)
    .where(ofCounty(scope, 'savedSearches'))
    .where('id', '=', id)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** With everybody's looks at it; false when it is not the account's. */
export async function removeSavedSearch(
  db: Db,
  scope: Scope,
  { id, accountId }: { id: string; accountId: string },
): Promise<boolean> {
  const own = await db
    .selectFrom('savedSearches')
    .select('id')
    .where(ofCounty(scope, 'savedSearches'))
    .where('id', '=', id)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  if (!own) return false
  await db
    .deleteFrom('searchLooks')
    .where(ofCounty(scope, 'searchLooks'))
    .where('searchId', '=', id)
    .execute()
  await db
    .deleteFrom('savedSearches')
    .where(ofCounty(scope, 'savedSearches'))
    .where('id', '=', id)
    .execute()
  return true
}

export async function putSearchLook(
  db: Db,
  { countyCode }: Scope,
  look: { searchId: string; accountId: string; lookedAt: string },
): Promise<void> {
  await db
    .insertInto('searchLooks')
    .values({ ...look, countyCode })
    .onConflict((conflict) =>
      conflict
        .columns(['countyCode', 'searchId', 'accountId'])
        .doUpdateSet({ lookedAt: look.lookedAt }),
    )
    .execute()
}

function searches(db: Db, scope: Scope, { accountId, office }: Keeper) {
  return db
    .selectFrom('savedSearches')
    .where(ofCounty(scope, 'savedSearches'))
    .where((eb) => {
      const isMine = eb('savedSearches.accountId', '=', accountId)
      if (office === null) return isMine
      const { townshipCode } = office
      const ofOffice =
        townshipCode === null
          ? eb('savedSearches.townshipCode', 'is', null)
          : eb('savedSearches.townshipCode', '=', townshipCode)
      return eb.or([isMine, eb.and([eb('savedSearches.isShared', '=', 1), ofOffice])])
    })
}

const COLUMNS = [
  'savedSearches.id',
  'savedSearches.name',
  'savedSearches.query',
  'savedSearches.isShared',
  'savedSearches.accountId',
  'savedSearches.townshipCode',
  'savedSearches.createdAt',
] as const
