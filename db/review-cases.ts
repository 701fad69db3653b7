import type { Db } from './connect.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

/** Who is put before which department and not answered yet, the oldest first. */
export function listReviewCases(db: Db, scope: Scope) {
  return db
    .selectFrom('reviewCases')
    .selectAll()
    .where(aboutTalentsIn(scope, 'reviewCases'))
    .$if(scope.casesOf !== undefined, (it) => it.where('departmentId', '=', scope.casesOf!))
    .where('closedAt', 'is', null)
    .orderBy('openedAt')
    .orderBy('talentId')
    .execute()
}
