import type { Db } from './connect.ts'
import { ofCounty, type Scope } from './scope.ts'

export function listSkills(db: Db, scope: Scope) {
  return db
    .selectFrom('skills')
    .selectAll()
    .where(ofCounty(scope, 'skills'))
    .orderBy('id')
    .execute()
}
