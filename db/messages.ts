import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import type { MessageTable } from './schema.ts'
import { ofCounty, type Scope } from './scope.ts'

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
