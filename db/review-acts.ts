import type { Db } from './connect.ts'
import type { ReviewActTable } from './schema.ts'
import { aboutNomineesIn, type Scope } from './scope.ts'

export type StoredAct = Omit<ReviewActTable, 'countyCode' | 'body'> & { body: unknown }

/** All that was signed about a nominee, in order. */
export async function listReviewActs(
  db: Db,
  scope: Scope,
  nomineeId: string,
): Promise<StoredAct[]> {
  const rows = await db
    .selectFrom('reviewActs')
    .selectAll()
    .where(aboutNomineesIn(scope, 'reviewActs'))
    .where('nomineeId', '=', nomineeId)
    .orderBy('sequence')
    .execute()
  return rows.map(({ countyCode: _, body, ...row }) => ({ ...row, body: JSON.parse(body) }))
}

/** All that was signed about some nominees, of each in order. */
export async function listReviewActsOf(
  db: Db,
  scope: Scope,
  nomineeIds: readonly string[],
): Promise<StoredAct[]> {
  if (nomineeIds.length === 0) return []
  const rows = await db
    .selectFrom('reviewActs')
    .selectAll()
    .where(aboutNomineesIn(scope, 'reviewActs'))
    .where('nomineeId', 'in', nomineeIds)
    .orderBy('nomineeId')
    .orderBy('sequence')
    .execute()
  return rows.map(({ countyCode: _, body, ...row }) => ({ ...row, body: JSON.parse(body) }))
}

/** Acts are only appended. */
export async function insertReviewAct(
  db: Db,
  { countyCode }: Scope,
  act: StoredAct,
): Promise<void> {
  const body = JSON.stringify(act.body)
  await db
    .insertInto('reviewActs')
    .values({ ...act, body, countyCode })
    .execute()
}
