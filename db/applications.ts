import type { Insertable, Updateable } from 'kysely'
import type { Db } from './connect.ts'
import type { ApplicationTable, Database } from './schema.ts'
import { applicationsIn, type Scope } from './scope.ts'

export type Application = Omit<ApplicationTable, 'countyCode'>
export type ApplicationState = Application['state']

export async function insertApplication(
  db: Db,
  { countyCode }: Scope,
  application: Omit<Insertable<Database['applications']>, 'countyCode'>,
): Promise<void> {
  await db
    .insertInto('applications')
    .values({ ...application, countyCode })
    .execute()
}

export function findApplication(db: Db, scope: Scope, id: string) {
  return applications(db, scope).where('id', '=', id).executeTakeFirst()
}

/** By the SHA-256 of what the person was given. */
export function findApplicationOf(db: Db, scope: Scope, receipt: string) {
  return applications(db, scope).where('receipt', '=', receipt).executeTakeFirst()
}

type Chosen = { state: ApplicationState; round?: string | undefined }

/** What waits the oldest first; what is decided the latest first. */
export function pageOfApplications(
  db: Db,
  scope: Scope,
  { state, round, limit, offset }: Chosen & { limit: number; offset: number },
) {
  return applications(db, scope)
    .where('state', '=', state)
    .$if(round !== undefined, (it) => it.where('roundId', '=', round!))
    .orderBy('createdAt', state === 'waiting' ? 'asc' : 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function countApplications(db: Db, scope: Scope, chosen: Chosen): Promise<number> {
  const { count } = await db
    .selectFrom('applications')
    .select(({ fn }) => fn.countAll().as('count'))
    .where(applicationsIn(scope))
    .where('state', '=', chosen.state)
    .$if(chosen.round !== undefined, (it) => it.where('roundId', '=', chosen.round!))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What waits in a round under these keyed hashes of identity numbers, in order. */
export async function listWaitingOf(
  db: Db,
  scope: Scope,
  { roundId, digests }: { roundId: string; digests: readonly string[] },
): Promise<Pick<Application, 'id' | 'digest' | 'cipher'>[]> {
  if (digests.length === 0) return []
  return db
    .selectFrom('applications')
    .select(['id', 'digest', 'cipher'])
    .where(applicationsIn(scope))
    .where('roundId', '=', roundId)
    .where('digest', 'in', digests)
    .where('state', '=', 'waiting')
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

type Decision = Required<Pick<Application, 'state' | 'decidedAt' | 'decidedBy'>> &
  Partial<Pick<Application, 'answer' | 'talentId' | 'nomineeId'>>

/** What was typed goes with the decision; false when it was decided before. */
export async function decideApplication(
  db: Db,
  scope: Scope,
  id: string,
  decision: Decision,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('applications')
    .set({ ...decision, cipher: null })
    .where(applicationsIn(scope))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What nobody has decided by the end of a round is answered alike; says how many. */
export async function refuseWaiting(
  db: Db,
  scope: Scope,
  roundId: string,
  told: { answer: string; decidedAt: string; decidedBy: string },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('applications')
    .set({ ...told, state: 'refused', cipher: null })
    .where(applicationsIn(scope))
    .where('roundId', '=', roundId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Everything that still holds what was typed, for a change of keys. */
export function listSealedApplications(db: Db, scope: Scope) {
  return db
    .selectFrom('applications')
    .select(['id', 'digest', 'cipher'])
    .where(applicationsIn(scope))
    .where('cipher', 'is not', null)
    .orderBy('id')
    .execute()
}

export async function putSealedApplication(
  db: Db,
  scope: Scope,
  id: string,
  change: Pick<Updateable<Database['applications']>, 'cipher'>,
): Promise<void> {
  await db
    .updateTable('applications')
    .set(change)
    .where(applicationsIn(scope))
    .where('id', '=', id)
    .execute()
}

/** All of one number get the hash by another key, those without content too. */
export async function renewApplicationDigest(
  db: Db,
  scope: Scope,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await db
    .updateTable('applications')
    .set({ digest: to })
    .where(applicationsIn(scope))
    .where('digest', '=', from)
    .execute()
}

function applications(db: Db, scope: Scope) {
  return db.selectFrom('applications').selectAll().where(applicationsIn(scope))
}
