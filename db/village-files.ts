import type { Db } from './connect.ts'
import type { VillageFileTable } from './schema.ts'
import { atVillagesIn, type Scope } from './scope.ts'

export type StoredVillageFile = Omit<VillageFileTable, 'countyCode'>
type Removal = Pick<VillageFileTable, 'removedAt' | 'removedBy'>

/** Of entries in the order in which they came, removed ones too. */
export async function listFilesOfVillageEntries(
  db: Db,
  scope: Scope,
  ids: readonly string[],
): Promise<StoredVillageFile[]> {
  return files(db, scope)
    .where('entryId', 'in', [...ids, ''])
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

export async function findVillageFile(
  db: Db,
  scope: Scope,
  id: string,
): Promise<StoredVillageFile | undefined> {
  return files(db, scope).where('id', '=', id).executeTakeFirst()
}

export async function insertVillageFile(
  db: Db,
  { countyCode }: Scope,
  file: StoredVillageFile,
): Promise<void> {
  await db
    .insertInto('villageFiles')
    .values({ ...file, countyCode })
    .execute()
}

/** Marks it as removed, or takes the mark back; false when it stood so before. */
export async function markVillageFile(
  db: Db,
  scope: Scope,
  id: string,
  removal: Removal,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('villageFiles')
    .set(removal)
    .where(atVillagesIn(scope, 'villageFiles'))
    .where('id', '=', id)
    .where('removedAt', removal.removedAt === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function files(db: Db, scope: Scope) {
  return db
    .selectFrom('villageFiles')
    .select([
      ...(['id', 'entryId', 'villageCode', 'name', 'media', 'size'] as const),
      ...(['contentHash', 'addedAt', 'addedBy', 'removedAt', 'removedBy'] as const),
    ])
    .where(atVillagesIn(scope, 'villageFiles'))
}
