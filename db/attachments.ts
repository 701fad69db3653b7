import type { Db } from './connect.ts'
import { aboutNomineesIn, type Scope } from './scope.ts'

/** Papers about a nominee, removed ones too, in order. */
export function listAttachmentsOf(db: Db, scope: Scope, nomineeId: string) {
  return db
    .selectFrom('attachments')
    .selectAll()
    .where(aboutNomineesIn(scope, 'attachments'))
    .where('nomineeId', '=', nomineeId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}
