import type { Db } from './connect.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

/** Evidence about one person, the latest first. */
export function listEvidenceOf(db: Db, scope: Scope, talentId: string) {
  return db
    .selectFrom('evidence')
    .selectAll()
    .where(aboutTalentsIn(scope, 'evidence'))
    .where('talentId', '=', talentId)
    .orderBy('datedOn', 'desc')
    .orderBy('id')
    .execute()
}
