import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import type { StandingChangeTable } from './schema.ts'
import { atVillagesIn, type Scope } from './scope.ts'

export type StoredStandingChange = Omit<StandingChangeTable, 'countyCode' | 'words'> & {
  words: unknown
}

/** How the colour and the list of a village changed, the latest first. */
export async function listStandingChanges(
  db: Db,
  scope: Scope,
  villageCode: string,
): Promise<StoredStandingChange[]> {
  const rows = await db
    .selectFrom('standingChanges')
    .selectAll()
    .where(atVillagesIn(scope, 'standingChanges'))
    .where('villageCode', '=', villageCode)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ countyCode: _, words, ...row }) => ({ ...row, words: JSON.parse(words) }))
}

export async function insertStandingChanges(
  db: Db,
  { countyCode }: Scope,
  changes: readonly StoredStandingChange[],
): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map((row) => ({ ...row, words: JSON.stringify(row.words), countyCode }))
  await insertRows(db, { countyCode }, 'standingChanges', rows)
}
