import type { Db } from './connect.ts'
import { atVillagesIn, type Scope } from './scope.ts'

/** Seats of every post of every village. */
export function listPosts(db: Db, scope: Scope) {
  return db
    .selectFrom('posts')
    .selectAll()
    .where(atVillagesIn(scope, 'posts'))
    .orderBy('villageCode')
    .orderBy('post')
    .execute()
}
