import { type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import type { AttachmentTable } from './schema.ts'
import { aboutNomineesIn, ofCounty, type Scope } from './scope.ts'

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

/** Ids of the whole county whose bytes are kept, after one of them. */
export async function pageOfAttachments(
  db: Db,
  scope: Scope,
  after: string | null,
  limit: number,
): Promise<{ id: string; contentHash: string }[]> {
  return db
    .selectFrom('attachments')
    .select(['id', 'contentHash'])
    .where(ofCounty(scope, 'attachments'))
    .$if(after !== null, (it) => it.where('id', '>', after!))
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Of a person, and of records that were merged into theirs. */
export async function listAttachmentsAbout(
  db: Db,
  { countyCode }: Scope,
  talentId: string,
): Promise<string[]> {
  const own = sql<SqlBool>`${sql.ref('talentId')} in (
    select ${sql.ref('talents.id')} from ${sql.table('talents')}
    where ${sql.ref('talents.countyCode')} = ${countyCode}
      and (${sql.ref('talents.id')} = ${talentId} or ${sql.ref('talents.mergedInto')} = ${talentId}))`
  const rows = await db
    .selectFrom('attachments')
    .select('id')
    .where(ofCounty({ countyCode }, 'attachments'))
    .where(own)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Forgets those that were removed before an instant; answers who they were about. */
export async function takeRemovedAttachments(
  db: Db,
  scope: Scope,
  before: string,
): Promise<{ id: string; talentId: string }[]> {
  return db
    .deleteFrom('attachments')
    .where(ofCounty(scope, 'attachments'))
    .where('removedAt', '<', before)
    .returning(['id', 'talentId'])
    .execute()
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
