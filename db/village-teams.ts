import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import type { VillageTeamTable } from './schema.ts'
import { atVillagesIn, type Scope } from './scope.ts'

export type StoredTeam = Omit<VillageTeamTable, 'countyCode' | 'outlook'> & { outlook: unknown }

/** What the matcher found of villages by themselves, in order of code. */
export async function listVillageTeams(db: Db, scope: Scope): Promise<StoredTeam[]> {
  const rows = await db
    .selectFrom('villageTeams')
    .selectAll()
    .where(atVillagesIn(scope, 'villageTeams'))
    .orderBy('villageCode')
    .execute()
  return rows.map(({ countyCode: _, outlook, ...row }) => ({
    ...row,
    outlook: JSON.parse(outlook) as unknown,
  }))
}

/** Takes the place of what was found before. */
export async function putVillageTeams(
  db: Db,
  { countyCode }: Scope,
  teams: readonly StoredTeam[],
): Promise<void> {
  if (teams.length === 0) return
  const codes = teams.map(({ villageCode }) => villageCode)
  await removeVillageTeams(db, { countyCode }, codes)
  const rows = teams.map((row) => ({ ...row, outlook: JSON.stringify(row.outlook), countyCode }))
  await insertRows(db, { countyCode }, 'villageTeams', rows)
}

export async function removeVillageTeams(
  db: Db,
  { countyCode }: Scope,
  codes: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('villageTeams')
    .where('countyCode', '=', countyCode)
    .where('villageCode', 'in', [...codes, ''])
    .execute()
}
