import type { Db } from './connect.ts'
import type { CorrectionTable } from './schema.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

export type CorrectionQuery = { talentId?: string; state?: CorrectionTable['state'] }

/** What people asked to be corrected, the oldest first. */
export function listCorrections(db: Db, scope: Scope, { talentId, state }: CorrectionQuery = {}) {
  return db
    .selectFrom('corrections')
    .selectAll()
    .where(aboutTalentsIn(scope, 'corrections'))
    .$if(talentId !== undefined, (it) => it.where('talentId', '=', talentId!))
    .$if(state !== undefined, (it) => it.where('state', '=', state!))
    .orderBy('askedAt')
    .orderBy('id')
    .execute()
}

export function findCorrection(db: Db, scope: Scope, id: string) {
  return db
    .selectFrom('corrections')
    .selectAll()
    .where(aboutTalentsIn(scope, 'corrections'))
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertCorrection(
  db: Db,
  { countyCode }: Scope,
  correction: Pick<CorrectionTable, 'id' | 'talentId' | 'field' | 'proposed' | 'note' | 'askedAt'>,
): Promise<void> {
  const unanswered = { state: 'open', answer: null, answeredAt: null, answeredBy: null } as const
  await db
    .insertInto('corrections')
    .values({ ...correction, ...unanswered, countyCode })
    .execute()
}

/** Writes what is stored encrypted anew, under another key. */
export async function updateProposed(
  db: Db,
  scope: Scope,
  id: string,
  proposed: string,
): Promise<void> {
  await db
    .updateTable('corrections')
    .set({ proposed })
    .where(aboutTalentsIn(scope, 'corrections'))
    .where('id', '=', id)
    .execute()
}

/** Answers what is open; false when it was answered already. */
export async function answerCorrection(
  db: Db,
  scope: Scope,
  id: string,
  answer: Pick<CorrectionTable, 'state' | 'answer' | 'answeredAt' | 'answeredBy'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('corrections')
    .set(answer)
    .where(aboutTalentsIn(scope, 'corrections'))
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
