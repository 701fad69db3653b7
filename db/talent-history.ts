import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
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

/** The same of many people, in a few statements. */
export async function insertHistories(
  db: Db,
  scope: Scope,
  changes: readonly Omit<TalentHistoryTable, 'countyCode'>[],
): Promise<void> {
  const { countyCode } = scope
  const rows = changes.map((change) => ({ ...change, countyCode }))
  await insertRows(db, scope, 'talentHistory', rows)
}
