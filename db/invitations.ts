import type { Db } from './connect.ts'
import type { InvitationTable } from './schema.ts'
import { ofCounty, type Scope } from './scope.ts'

export async function insertInvitation(
  db: Db,
  scope: Scope,
  invitation: Omit<InvitationTable, 'countyCode' | 'usedAt'>,
): Promise<void> {
  const { countyCode } = scope
  await db
    .insertInto('invitations')
    .values({ ...invitation, countyCode, usedAt: null })
    .execute()
}

/** Takes the invitation once, while it is valid; undefined when it is unknown, used or too old. */
export function takeInvitation(db: Db, scope: Scope, id: string, at: string) {
  return db
    .updateTable('invitations')
    .set({ usedAt: at })
    .where(ofCounty(scope, 'invitations'))
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .returning(['talentId', 'createdBy'])
    .executeTakeFirst()
}

/** Whether the invitation could be taken now. */
export function findInvitation(db: Db, scope: Scope, id: string, at: string) {
  return db
    .selectFrom('invitations')
    .select(['talentId', 'expiresAt'])
    .where(ofCounty(scope, 'invitations'))
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .executeTakeFirst()
}

/** Earlier invitations of the person end when a new one is made. */
export async function removeInvitations(db: Db, scope: Scope, talentId: string) {
  await db
    .deleteFrom('invitations')
    .where(ofCounty(scope, 'invitations'))
    .where('talentId', '=', talentId)
    .where('usedAt', 'is', null)
    .execute()
}
