import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import type { MessageTable } from './schema.ts'
import { aboutNomineesIn, ofCounty, type Scope } from './scope.ts'

export type Message = Omit<MessageTable, 'countyCode' | 'detail'> & { detail: unknown }

/** What an account was told, the latest first. */
export async function listMessagesTo(
  db: Db,
  scope: Scope,
  accountId: string,
  most: number,
): Promise<Message[]> {
  const rows = await db
    .selectFrom('messages')
    .selectAll()
    .where(ofCounty(scope, 'messages'))
    .where('accountId', '=', accountId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ countyCode: _, detail, ...row }) => ({ ...row, detail: JSON.parse(detail) }))
}

export async function insertMessages(
  db: Db,
  scope: Scope,
  messages: readonly Message[],
): Promise<void> {
  const { countyCode } = scope
  const rows = messages.map((one) => ({ ...one, countyCode, detail: JSON.stringify(one.detail) }))
  await insertRows(db, scope, 'messages', rows)
}

/** What the account has not read. */
export async function countUnread(db: Db, scope: Scope, accountId: string): Promise<number> {
  const row = await unread(db, scope, accountId)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Marks messages of the account as read, all of them without `ids`; says how many were not. */
export async function readMessages(
  db: Db,
  scope: Scope,
  { accountId, ids, at }: { accountId: string; ids?: readonly string[]; at: string },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('messages')
    .set({ readAt: at })
    .where(ofCounty(scope, 'messages'))
    .where('accountId', '=', accountId)
    .where('readAt', 'is', null)
    .$if(ids !== undefined, (it) => it.where('id', 'in', ids!))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Who was told of which nominee in this way since an instant. */
export function listTold(
  db: Db,
  scope: Scope,
  { kind, nomineeIds, since }: { kind: string; nomineeIds: readonly string[]; since: string },
) {
  return db
    .selectFrom('messages')
    .select(['nomineeId', 'accountId'])
    .where(aboutNomineesIn(scope, 'messages'))
    .where('nomineeId', 'in', nomineeIds)
    .where('kind', '=', kind)
    .where('at', '>=', since)
    .execute()
}

/** Which mentors were told since an instant that somebody waits for a meeting: mentor and person. */
export async function listMentorsTold(db: Db, scope: Scope, since: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('messages')
    .select(['accountId', 'detail'])
    .where(ofCounty(scope, 'messages'))
    .where('kind', '=', MEETING_LATE)
    .where('at', '>=', since)
    .execute()
  const talentOf = (detail: string) => (JSON.parse(detail) as { talent: string }).talent
  return new Set(rows.map(({ accountId, detail }) => `${accountId} ${talentOf(detail)}`))
}
const MEETING_LATE = 'meeting-late'

/** What one account has not read becomes another's; says how many. */
export async function moveUnread(
  db: Db,
  scope: Scope,
  { from, to }: { from: string; to: string },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('messages')
    .set({ accountId: to })
    .where(ofCounty(scope, 'messages'))
    .where('accountId', '=', from)
    .where('readAt', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

function unread(db: Db, scope: Scope, accountId: string) {
  return db
    .selectFrom('messages')
    .where(ofCounty(scope, 'messages'))
    .where('accountId', '=', accountId)
    .where('readAt', 'is', null)
}
