import type { Db } from './connect.ts'
import type { VillageTable } from './schema.ts'
import { type Scope, villagesIn } from './scope.ts'

export async function findVillage(db: Db, scope: Scope, code: string) {
  const row = await villages(db, scope).where('code', '=', code).executeTakeFirst()
  return row && parsed(row)
}

export async function listVillages(db: Db, scope: Scope) {
  return (await villages(db, scope).orderBy('code').execute()).map(parsed)
}

/** Names of all townships and villages of the county by code: public facts, which every record needs to name a home. */
export async function namesOfPlaces(db: Db, { countyCode }: Scope): Promise<Map<string, string>> {
  const named = (table: 'townships' | 'villages') =>
    db.selectFrom(table).select(['code', 'name']).where('countyCode', '=', countyCode)
  const rows = await named('townships').unionAll(named('villages')).execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}

function villages(db: Db, scope: Scope) {
  return db.selectFrom('villages').selectAll().where(villagesIn(scope))
}

function parsed(row: VillageTable) {
  return { ...row, trades: JSON.parse(row.trades) as string[] }
}
