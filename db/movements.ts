import type { Db } from './connect.ts'
import type { MovementTable } from './schema/cultivation.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

export type Movement = Omit<MovementTable, 'countyCode'>

/** Who came in and who went out among reserves, the latest first; what was taken back stays in it. */
export async function listMovementsOf(db: Db, scope: Scope, talentId: string): Promise<Movement[]> {
  const rows = await db
    .selectFrom('movements')
    .selectAll()
    .where(aboutTalentsIn(scope, 'movements'))
    .where('talentId', '=', talentId)
    .orderBy('signedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ countyCode: _, ...row }) => row)
}

export async function insertMovement(
  db: Db,
  { countyCode }: Scope,
  row: Omit<Movement, 'takenBackAt' | 'takenBackBy'>,
): Promise<void> {
  await db
    .insertInto('movements')
    .values({ ...row, countyCode, takenBackAt: null, takenBackBy: null })
    .execute()
}

/** False when it was taken back already. */
export async function takeMovementBack(
  db: Db,
  scope: Scope,
  { id, at, by }: { id: string; at: string; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('movements')
    .set({ takenBackAt: at, takenBackBy: by })
    .where(aboutTalentsIn(scope, 'movements'))
    .where('id', '=', id)
    .where('takenBackAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
