import type { Db } from './connect.ts'
import { aboutNomineesIn, nomineesIn, type Scope } from './scope.ts'
import { standing } from './standing-acts.ts'

/** Positions that have signed at the stage at which a nominee is. */
export function listSignatures(db: Db, scope: Scope, nomineeIds: readonly string[]) {
  return db
    .selectFrom('reviewActs as signed')
    .innerJoin('nominees', (join) =>
      join
        .onRef('nominees.countyCode', '=', 'signed.countyCode')
        .onRef('nominees.id', '=', 'signed.nomineeId')
        .onRef('nominees.stage', '=', 'signed.stage'),
    )
    .select(['signed.nomineeId', 'signed.signer'])
    .where(nomineesIn(scope))
    .where('nominees.id', 'in', nomineeIds)
    .where('signed.kind', '=', 'pass')
    .where('signed.signer', 'is not', null)
    .where(standing('signed'))
    .execute()
}

/** Departments that have not answered about nominees. */
export function listUnanswered(db: Db, scope: Scope, nomineeIds: readonly string[]) {
  return db
    .selectFrom('reviewCases')
    .select(['nomineeId', 'departmentId'])
    .where(aboutNomineesIn(scope, 'reviewCases'))
    .where('nomineeId', 'in', nomineeIds)
    .where('closedAt', 'is', null)
    .where('answer', 'is', null)
    .$narrowType<{ nomineeId: string }>()
    .execute()
}
