import type { Db } from './connect.ts'
import { atVillagesIn, type Scope } from './scope.ts'

/** What the villages need, the heaviest first. */
export function listNeeds(db: Db, scope: Scope) {
  return db
    .selectFrom('needs')
    .selectAll()
    .where(atVillagesIn(scope, 'needs'))
    .orderBy('villageCode')
    .orderBy('weight', 'desc')
    .orderBy('skillId')
    .execute()
}
