import type { Insertable, Updateable } from 'kysely'
import type { Db } from './connect.ts'
import type { StoredAct } from './review-acts.ts'
import type { Database } from './schema.ts'
import { aboutNomineesIn, aboutTalentsIn, ofCounty, type Scope } from './scope.ts'

/** Who is put before which department and not closed yet, the oldest first; with the seat where it is of a round. */
export function listReviewCases(db: Db, scope: Scope) {
  return db
    .selectFrom('reviewCases')
    .leftJoin('nominees', (join) =>
      join
        .onRef('nominees.countyCode', '=', 'reviewCases.countyCode')
        .onRef('nominees.id', '=', 'reviewCases.nomineeId'),
    )
    .selectAll('reviewCases')
    .select(['nominees.roundId', 'nominees.villageCode', 'nominees.townshipCode', 'nominees.posts'])
    .where(aboutTalentsIn(scope, 'reviewCases'))
    .$if(scope.casesOf !== undefined, (it) => it.where('departmentId', '=', scope.casesOf!))
    .where('closedAt', 'is', null)
    .orderBy('reviewCases.openedAt')
    .orderBy('reviewCases.talentId')
    .execute()
}

/** The case of a nominee before the department of the scope, closed or not. */
export function findReviewCase(db: Db, scope: Scope, nomineeId: string) {
  return db
    .selectFrom('reviewCases')
    .selectAll()
    .where(ofCounty(scope, 'reviewCases'))
    .where('departmentId', '=', scope.casesOf ?? '')
    .where('nomineeId', '=', nomineeId)
    .executeTakeFirst()
}

/** What the department of the scope signed about some nominees and what it was told, in order; no other's answers. */
export async function listActsOfCases(
  db: Db,
  scope: Scope,
  nominees: readonly string[],
): Promise<StoredAct[]> {
  if (nominees.length === 0) return []
  const rows = await db
    .selectFrom('reviewActs')
    .selectAll()
    .where(aboutNomineesIn(scope, 'reviewActs'))
    .where('nomineeId', 'in', nominees)
    .where((eb) =>
      eb.or([
        eb('departmentId', '=', scope.casesOf ?? ''),
        eb('kind', 'in', ['supplement', 'ask-again']),
      ]),
    )
    .orderBy('nomineeId')
    .orderBy('sequence')
    .execute()
  return rows.map(({ countyCode: _, body, ...row }) => ({ ...row, body: JSON.parse(body) }))
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

type Case = Omit<Insertable<Database['reviewCases']>, 'countyCode' | 'id'> & { nomineeId: string }

/** Puts somebody before a department, or once more; what was answered before stays in the acts. */
export async function putReviewCase(db: Db, { countyCode }: Scope, one: Case): Promise<void> {
  const { departmentId, talentId: _, nomineeId, ...change } = one
  const id = `${nomineeId}/${departmentId}`
  await db
    .insertInto('reviewCases')
    .values({ ...one, id, countyCode })
    .onConflict((it) => it.columns(['countyCode', 'departmentId', 'nomineeId']).doUpdateSet(change))
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

/** Cases of before there were rounds. */
export async function removeCasesWithoutRound(db: Db, { countyCode }: Scope): Promise<void> {
  await db
    .deleteFrom('reviewCases')
    .where('countyCode', '=', countyCode)
    .where('nomineeId', 'is', null)
    .execute()
}
