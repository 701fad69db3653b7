import type { Db } from './connect.ts'
import { type Scope, townshipsIn } from './scope.ts'

export function findTownship(db: Db, scope: Scope, code: string) {
  return townships(db, scope).where('code', '=', code).executeTakeFirst()
}

export function listTownships(db: Db, scope: Scope) {
  return townships(db, scope).orderBy('code').execute()
}

function townships(db: Db, scope: Scope) {
  return db.selectFrom('townships').selectAll().where(townshipsIn(scope))
}
