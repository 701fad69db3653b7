import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import type { VillageStandingTable } from './schema.ts'
import { atVillagesIn, ofWholeCounty, type Scope } from './scope.ts'

export type StoredStanding = Omit<VillageStandingTable, 'countyCode'>

/** Where the villages of the scope stand, as it was counted last; in order of code. */
export async function listVillageStandings(
  db: Db,
  scope: Scope,
  codes: readonly string[] | null = null,
): Promise<StoredStanding[]> {
  const rows = await db
    .selectFrom('villageStandings')
    .selectAll()
    .where(atVillagesIn(scope, 'villageStandings'))
    .$if(codes !== null, (it) => it.where('villageCode', 'in', [...codes!, '']))
    .orderBy('villageCode')
    .execute()
  return rows.map(({ countyCode: _, ...row }) => row)
}

/** Villages that have a row, of merged ones too: those are no village any more. */
export async function listStandingCodes(db: Db, scope: Scope): Promise<string[]> {
  const rows = await db
    .selectFrom('villageStandings')
    .select('villageCode')
    .where(ofWholeCounty(scope, 'villageStandings'))
    .execute()
  return rows.map(({ villageCode }) => villageCode)
}

/** Takes the place of what stood there before. */
export async function putVillageStandings(
  db: Db,
  { countyCode }: Scope,
  rows: readonly StoredStanding[],
): Promise<void> {
  if (rows.length === 0) return
  const codes = rows.map(({ villageCode }) => villageCode)
  await removeVillageStandings(db, { countyCode }, codes)
  const values = rows.map((row) => ({ ...row, countyCode }))
  await insertRows(db, { countyCode }, 'villageStandings', values)
}

export async function removeVillageStandings(
  db: Db,
  { countyCode }: Scope,
  codes: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('villageStandings')
    .where('countyCode', '=', countyCode)
    .where('villageCode', 'in', [...codes, ''])
    .execute()
}
