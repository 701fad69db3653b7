import { listAccounts } from '../../db/accounts.ts'
import { listAttachmentsOf, type StoredAttachment } from '../../db/attachments.ts'
import type { Db } from '../../db/connect.ts'
import type { Scope } from '../../db/scope.ts'
import type { AttachmentView } from '../shapes/attachments.ts'
import { readableOf } from './reach.ts'

type Around = { db: Db; scope: Scope }

/** What is attached to a nominee, with who added it. */
export async function attachmentsShown(
  { db, scope }: Around,
  nomineeId: string,
): Promise<AttachmentView[]> {
  const rows = await listAttachmentsOf(db, scope, nomineeId)
  const kept = rows.filter(({ removedAt }) => removedAt === null)
  return shown({ db, scope }, await readableOf({ db, scope }, kept))
}

export async function attachmentShown(around: Around, row: StoredAttachment) {
  const [one] = await shown(around, [row])
  return one!
}

async function shown(
  { db, scope: { countyCode } }: Around,
  rows: StoredAttachment[],
): Promise<AttachmentView[]> {
  if (rows.length === 0) return []
  const accounts = await listAccounts(db, { countyCode })
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  return rows.map(({ id, name, media, size, addedAt, addedBy }) => ({
    ...{ id, name, media, size, addedAt },
    addedBy: names.get(addedBy) ?? null,
  }))
}
