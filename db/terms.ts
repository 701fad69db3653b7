import type { RawBuilder, SqlBool } from 'kysely'
import type { Db } from './connect.ts'
import { atFormerVillagesIn, atVillagesIn, isLatestTerm, type Scope } from './scope.ts'

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
  return incumbents(db, scope).execute()
}

/** Who held which post when a village became part of one in the scope. */
export function listFormerIncumbents(db: Db, scope: Scope) {
  return db
    .selectFrom('incumbents')
    .selectAll('incumbents')
    .where(atFormerVillagesIn(scope, 'incumbents'))
    .where(isLatestTerm())
    .orderBy('villageCode')
    .orderBy('post')
    .orderBy('talentId')
    .execute()
}

/** The same of the people that `who` chooses of `talents`, wherever in the scope they serve. */
export function listIncumbentsAmong(db: Db, scope: Scope, who: RawBuilder<SqlBool>) {
  return incumbents(db, scope)
    .where('talentId', 'in', (eb) => eb.selectFrom('talents').select('talents.id').where(who))
    .execute()
}

function incumbents(db: Db, scope: Scope) {
  return db
    .selectFrom('incumbents')
    .selectAll('incumbents')
    .where(atVillagesIn(scope, 'incumbents'))
    .where(isLatestTerm())
    .orderBy('villageCode')
    .orderBy('post')
    .orderBy('talentId')
}
