import type { Db } from './connect.ts'
import type { SessionTable } from './schema.ts'
import { ofCounty, type Scope } from './scope.ts'

export type Session = Omit<SessionTable, 'countyCode'>

export async function insertSession(db: Db, scope: Scope, session: Session): Promise<void> {
  const { countyCode } = scope
  await db
    .insertInto('sessions')
    .values({ ...session, countyCode })
    .execute()
}

export function findSession(db: Db, scope: Scope, id: string) {
  return sessions(db, scope).where('id', '=', id).executeTakeFirst()
}

/** Of an account, the latest first. */
export function listSessions(db: Db, scope: Scope, accountId: string) {
  return sessions(db, scope)
    .where('accountId', '=', accountId)
    .orderBy('createdAt', 'desc')
    .execute()
}

export async function touchSession(db: Db, scope: Scope, id: string, seenAt: string) {
  await db
    .updateTable('sessions')
    .set({ seenAt })
    .where(ofCounty(scope, 'sessions'))
    .where('id', '=', id)
    .execute()
}

/** Ends a session of the account; false when it has none of that id. */
export async function removeSession(db: Db, scope: Scope, accountId: string, id: string) {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where(ofCounty(scope, 'sessions'))
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Ends a session whoever's it is: its browser begins another. */
export async function removeSessionOfToken(db: Db, scope: Scope, id: string): Promise<void> {
  await db.deleteFrom('sessions').where(ofCounty(scope, 'sessions')).where('id', '=', id).execute()
}

/** Ends every session of the account, but for the one that is to stay. */
export async function removeSessions(db: Db, scope: Scope, accountId: string, but = '') {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where(ofCounty(scope, 'sessions'))
    .where('accountId', '=', accountId)
    .where('id', '!=', but)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Ends every session of everybody. */
export async function removeAllSessions(db: Db, scope: Scope) {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where(ofCounty(scope, 'sessions'))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Clears what ended long ago: created before the first instant, or not seen since the second. */
export async function removeExpired(
  db: Db,
  scope: Scope,
  createdBefore: string,
  seenBefore: string,
) {
  await db
    .deleteFrom('sessions')
    .where(ofCounty(scope, 'sessions'))
    .where((eb) => eb.or([eb('createdAt', '<', createdBefore), eb('seenAt', '<', seenBefore)]))
    .execute()
}

function sessions(db: Db, scope: Scope) {
  return db.selectFrom('sessions').selectAll().where(ofCounty(scope, 'sessions'))
}
