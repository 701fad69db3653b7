import type { Db } from './connect.ts'
import type { AttachmentTable } from './schema.ts'
import { aboutNomineesIn, type Scope } from './scope.ts'

export type StoredAttachment = Omit<AttachmentTable, 'countyCode'>
export type Removal = Pick<AttachmentTable, 'removedAt' | 'removedBy'>

/** Of a nominee in the order in which they came, removed ones too. */
export async function listAttachmentsOf(
  db: Db,
  scope: Scope,
  nomineeId: string,
): Promise<StoredAttachment[]> {
  return attachments(db, scope)
    .where('nomineeId', '=', nomineeId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

export async function findAttachment(
  db: Db,
  scope: Scope,
  id: string,
): Promise<StoredAttachment | undefined> {
  return attachments(db, scope).where('id', '=', id).executeTakeFirst()
}

export async function insertAttachment(
  db: Db,
  { countyCode }: Scope,
  attachment: StoredAttachment,
): Promise<void> {
  await db
    .insertInto('attachments')
    .values({ ...attachment, countyCode })
    .execute()
}

/** Marks it as removed, or takes the mark back; false when it stood so before. */
export async function markAttachment(
  db: Db,
  scope: Scope,
  id: string,
  removal: Removal,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('attachments')
    .set(removal)
    .where(aboutNomineesIn(scope, 'attachments'))
    .where('id', '=', id)
    .where('removedAt', removal.removedAt === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function attachments(db: Db, scope: Scope) {
  return db
    .selectFrom('attachments')
    .select([
      ...(['id', 'nomineeId', 'talentId', 'name', 'media', 'size', 'contentHash'] as const),
      ...(['addedAt', 'addedBy', 'removedAt', 'removedBy'] as const),
    ])
    .where(aboutNomineesIn(scope, 'attachments'))
}
