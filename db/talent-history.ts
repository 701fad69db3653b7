import type { Db } from './connect.ts'
import type { TalentHistoryTable } from './schema.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

/** Old values of a person's record, the latest first. */
export function listHistory(db: Db, scope: Scope, talentId: string) {
  return db
    .selectFrom('talentHistory')
    .selectAll()
    .where(aboutTalentsIn(scope, 'talentHistory'))
    .where('talentId', '=', talentId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertHistory(
  db: Db,
  { countyCode }: Scope,
  change: Omit<TalentHistoryTable, 'countyCode'>,
): Promise<void> {
  await db
    .insertInto('talentHistory')
    .values({ ...change, countyCode })
    .execute()
}
