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

function villages(db: Db, scope: Scope) {
  return db.selectFrom('villages').selectAll().where(villagesIn(scope))
}

function parsed(row: VillageTable) {
  return { ...row, trades: JSON.parse(row.trades) as string[] }
}
