import type { Insertable, Updateable } from 'kysely'
import type { Db } from './connect.ts'
import type { Database } from './schema.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

/** Who is put before which department and not closed yet, the oldest first. */
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

/** Of one person, closed ones too: an answer that still stands is asked for no second time. */
export function listReviewCasesOf(db: Db, scope: Scope, talentId: string) {
  return db
    .selectFrom('reviewCases')
    .selectAll()
    .where(aboutTalentsIn(scope, 'reviewCases'))
    .$if(scope.casesOf !== undefined, (it) => it.where('departmentId', '=', scope.casesOf!))
    .where('talentId', '=', talentId)
    .orderBy('departmentId')
    .execute()
}

type Case = Omit<Insertable<Database['reviewCases']>, 'countyCode'>

/** Puts somebody before a department, or once more; what was answered before stays in the acts. */
export async function putReviewCase(db: Db, { countyCode }: Scope, one: Case): Promise<void> {
  const { departmentId: _d, talentId: _t, ...change } = one
  await db
    .insertInto('reviewCases')
    .values({ ...one, countyCode })
    .onConflict((it) => it.columns(['countyCode', 'departmentId', 'talentId']).doUpdateSet(change))
    .execute()
}

export async function updateReviewCases(
  db: Db,
  scope: Scope,
  { nomineeId, departmentId }: { nomineeId: string; departmentId?: string },
  change: Omit<Updateable<Database['reviewCases']>, 'countyCode' | 'departmentId' | 'talentId'>,
): Promise<void> {
  await db
    .updateTable('reviewCases')
    .set(change)
    .where('countyCode', '=', scope.countyCode)
    .where('nomineeId', '=', nomineeId)
    .$if(departmentId !== undefined, (it) => it.where('departmentId', '=', departmentId!))
    .execute()
}
