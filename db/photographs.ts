import type { Db } from './connect.ts'
import type { PhotographTable } from './schema.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

export type StoredPhotograph = Omit<PhotographTable, 'countyCode'>
type Removal = Pick<PhotographTable, 'removedAt' | 'removedBy'>

/** The photographs of these people that are not removed; one each. */
export function listPhotographs(
  db: Db,
  scope: Scope,
  talentIds: readonly string[],
): Promise<StoredPhotograph[]> {
  return photographs(db, scope)
    .where('talentId', 'in', [...talentIds, ''])
    .where('removedAt', 'is', null)
    .execute()
}

export async function findPhotograph(
  db: Db,
  scope: Scope,
  talentId: string,
): Promise<StoredPhotograph | undefined> {
  const [latest] = await listPhotographs(db, scope, [talentId])
  return latest
}

/** The one that was removed last, whose bytes may still be kept. */
export function findRemovedPhotograph(
  db: Db,
  scope: Scope,
  talentId: string,
): Promise<StoredPhotograph | undefined> {
  return photographs(db, scope)
    .where('talentId', '=', talentId)
    .where('removedAt', 'is not', null)
    .orderBy('removedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

export async function insertPhotograph(
  db: Db,
  { countyCode }: Scope,
  photograph: StoredPhotograph,
): Promise<void> {
  await db
    .insertInto('photographs')
    .values({ ...photograph, countyCode })
    .execute()
}

/** Marks it as removed, or takes the mark back; false when it stood so before. */
export async function markPhotograph(
  db: Db,
  scope: Scope,
  id: string,
  removal: Removal,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('photographs')
    .set(removal)
    .where(aboutTalentsIn(scope, 'photographs'))
    .where('id', '=', id)
    .where('removedAt', removal.removedAt === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function photographs(db: Db, scope: Scope) {
  return db
    .selectFrom('photographs')
    .select([
      ...(['id', 'talentId', 'name', 'media', 'size', 'contentHash'] as const),
      ...(['addedAt', 'addedBy', 'removedAt', 'removedBy'] as const),
    ])
    .where(aboutTalentsIn(scope, 'photographs'))
}
