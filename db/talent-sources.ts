import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

/** Groups that one person comes from. */
export async function listSourcesOf(db: Db, scope: Scope, talentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('talentSources')
    .select('source')
    .where(aboutTalentsIn(scope, 'talentSources'))
    .where('talentId', '=', talentId)
    .orderBy('source')
    .execute()
  return rows.map(({ source }) => source)
}

/** All groups of a person anew; `updateTalent` comes after. */
export async function putSources(
  db: Db,
  scope: Scope,
  talentId: string,
  sources: readonly string[],
): Promise<void> {
  const { countyCode } = scope
  await db
    .deleteFrom('talentSources')
    .where(aboutTalentsIn(scope, 'talentSources'))
    .where('talentId', '=', talentId)
    .execute()
  const rows = sources.map((source) => ({ countyCode, talentId, source }))
  await insertRows(db, scope, 'talentSources', rows)
}
