import type { Db } from './connect.ts'
import type { HonourTable } from './schema.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

export type HonourFacts = Omit<HonourTable, 'countyCode' | 'id' | 'talentId'>

/** Honours of one person, the latest first. */
export function listHonoursOf(db: Db, scope: Scope, talentId: string) {
  return db
    .selectFrom('honours')
    .selectAll()
    .where(aboutTalentsIn(scope, 'honours'))
    .where('talentId', '=', talentId)
    .orderBy('awardedOn', 'desc')
    .orderBy('id')
    .execute()
}

export async function insertHonour(
  db: Db,
  { countyCode }: Scope,
  row: Omit<HonourTable, 'countyCode'>,
): Promise<void> {
  await db
    .insertInto('honours')
    .values({ ...row, countyCode })
    .execute()
}

/** False when the person has no such honour, or is not in the scope. */
export async function updateHonour(
  db: Db,
  scope: Scope,
  { talentId, id }: { talentId: string; id: string },
  facts: HonourFacts,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('honours')
    .set(facts)
    .where(aboutTalentsIn(scope, 'honours'))
    .where('talentId', '=', talentId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function removeHonour(
  db: Db,
  scope: Scope,
  { talentId, id }: { talentId: string; id: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('honours')
    .where(aboutTalentsIn(scope, 'honours'))
    .where('talentId', '=', talentId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
