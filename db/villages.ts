import type { Db } from './connect.ts'
import type { VillageTable } from './schema.ts'
import { formerVillagesIn, type Scope, villagesIn } from './scope.ts'

export async function findVillage(db: Db, scope: Scope, code: string) {
  const row = await villages(db, scope).where('code', '=', code).executeTakeFirst()
  return row && parsed(row)
}

export async function listVillages(db: Db, scope: Scope) {
  return (await villages(db, scope).orderBy('code').execute()).map(parsed)
}

/** A village that became part of one in the scope, by its old code. */
export async function findFormerVillage(db: Db, scope: Scope, code: string) {
  const row = await formerVillages(db, scope).where('code', '=', code).executeTakeFirst()
  return row && former(row)
}

/** Villages that became part of one in the scope; with `into`, of this one. */
export async function listFormerVillages(db: Db, scope: Scope, into?: string) {
  const rows = await formerVillages(db, scope)
    .$if(into !== undefined, (it) => it.where('mergedInto', '=', into!))
    .orderBy('code')
    .execute()
  return rows.map(former)
}
export type FormerVillage = Awaited<ReturnType<typeof listFormerVillages>>[number]

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

function formerVillages(db: Db, scope: Scope) {
  return db.selectFrom('villages').selectAll().where(formerVillagesIn(scope))
}

function former(row: VillageTable) {
  return { ...parsed(row), mergedInto: row.mergedInto!, mergedOn: row.mergedOn! }
}

function parsed(row: VillageTable) {
  return { ...row, trades: JSON.parse(row.trades) as string[] }
}
