import type { Db } from './connect.ts'
import { atVillagesIn, type Scope } from './scope.ts'

/** Every term of every village, the latest first. */
export function listTerms(db: Db, scope: Scope) {
  return db
    .selectFrom('terms')
    .selectAll()
    .where(atVillagesIn(scope, 'terms'))
    .orderBy('villageCode')
    .orderBy('startedOn', 'desc')
    .execute()
}

/** Who holds which post in the latest term of each village; somebody with two posts has two rows. */
export function listIncumbents(db: Db, scope: Scope) {
  return db
    .selectFrom('incumbents')
    .selectAll('incumbents')
    .where(atVillagesIn(scope, 'incumbents'))
    .where('termId', 'in', (eb) =>
      eb
        .selectFrom('terms')
        .select('terms.id')
        .whereRef('terms.countyCode', '=', 'incumbents.countyCode')
        .whereRef('terms.villageCode', '=', 'incumbents.villageCode')
        .orderBy('terms.startedOn', 'desc')
        .limit(1),
    )
    .orderBy('villageCode')
    .orderBy('post')
    .orderBy('talentId')
    .execute()
}
