import type { Db } from './connect.ts'
import type { EntryFileTable, EntryKind } from './schema.ts'
import { aboutCoursesIn, aboutTalentsIn, entryFilesIn, type Scope, sessionsIn } from './scope.ts'

export type StoredEntryFile = Omit<EntryFileTable, 'countyCode'>
type Removal = Pick<EntryFileTable, 'removedAt' | 'removedBy'>
/** What a file belongs to; `isEnded` when it was taken back or superseded, and nothing is added any more. */
export type EntryOfFile = {
  kind: EntryKind
  id: string
  talentId: string
  authorId: string | null
  isEnded: boolean
}

/** An entry of the scope; of a training, the person's part in the course of this id. */
export async function findEntry(
  db: Db,
  scope: Scope,
  { kind, id, talentId }: { kind: EntryKind; id: string; talentId: string | null },
): Promise<EntryOfFile | undefined> {
  const row = await FIND[kind](db, scope, { id, talentId, kind })
  return row && { kind, id, ...row }
}

/** Of entries of one kind in the order in which they came, removed ones too. */
export async function listFilesOfEntries(
  db: Db,
  scope: Scope,
  { kind, ids }: { kind: EntryKind; ids: readonly string[] },
): Promise<StoredEntryFile[]> {
  return files(db, scope)
    .where('entryKind', '=', kind)
    .where('entryId', 'in', [...ids, ''])
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

export async function findEntryFile(
  db: Db,
  scope: Scope,
  id: string,
): Promise<StoredEntryFile | undefined> {
  return files(db, scope).where('id', '=', id).executeTakeFirst()
}

export async function insertEntryFile(
  db: Db,
  { countyCode }: Scope,
  file: StoredEntryFile,
): Promise<void> {
  await db
    .insertInto('entryFiles')
    .values({ ...file, countyCode })
    .execute()
}

/** Marks it as removed, or takes the mark back; false when it stood so before. */
export async function markEntryFile(
  db: Db,
  scope: Scope,
  id: string,
  removal: Removal,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('entryFiles')
    .set(removal)
    .where(entryFilesIn(scope))
    .where('id', '=', id)
    .where('removedAt', removal.removedAt === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type Asked = { id: string; talentId: string | null; kind: EntryKind }
type Found = Promise<Pick<EntryOfFile, 'talentId' | 'authorId' | 'isEnded'> | undefined>

const FIND: Record<EntryKind, (db: Db, scope: Scope, asked: Asked) => Found> = {
  session: sessionOf,
  item: itemOf,
  training: participantOf,
  trial: trialOf,
  quarter: appraisalOf,
  year: appraisalOf,
}

async function sessionOf(db: Db, scope: Scope, { id }: Asked): Found {
  const row = await db
    .selectFrom('mentoringSessions')
    .select(['talentId', 'mentorId', 'takenBackAt'])
    .where(sessionsIn(scope))
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && { talentId: row.talentId, authorId: row.mentorId, isEnded: row.takenBackAt !== null }
  )
}

async function itemOf(db: Db, scope: Scope, { id }: Asked): Found {
  const row = await db
    .selectFrom('cultivationItems')
    .select(['talentId', 'state'])
    .where(aboutTalentsIn(scope, 'cultivationItems'))
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { talentId: row.talentId, authorId: null, isEnded: row.state === 'dropped' }
}

async function participantOf(db: Db, scope: Scope, { id, talentId }: Asked): Found {
  const row = await db
    .selectFrom('courseParticipants')
    .innerJoin('courses', (join) =>
      join
        .onRef('courses.countyCode', '=', 'courseParticipants.countyCode')
        .onRef('courses.id', '=', 'courseParticipants.courseId'),
    )
    .select(['courseParticipants.talentId', 'courses.state'])
    .where((eb) =>
      scope.menteesOf === undefined
        ? eb.and([aboutTalentsIn(scope, 'courseParticipants')])
        : eb.or([
            aboutTalentsIn(scope, 'courseParticipants'),
            aboutCoursesIn(scope, 'courseParticipants'),
          ]),
    )
    .where('courseParticipants.courseId', '=', id)
    .where('courseParticipants.talentId', '=', talentId ?? '')
    .executeTakeFirst()
  return row && { talentId: row.talentId, authorId: null, isEnded: row.state === 'cancelled' }
}

async function trialOf(db: Db, scope: Scope, { id }: Asked): Found {
  const row = await db
    .selectFrom('trialPosts')
    .select('talentId')
    .where(aboutTalentsIn(scope, 'trialPosts'))
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { talentId: row.talentId, authorId: null, isEnded: false }
}

async function appraisalOf(db: Db, scope: Scope, { id, kind }: Asked): Found {
  const row = await db
    .selectFrom('appraisals')
    .select(['talentId', 'accountId', 'supersededAt'])
    .where(aboutTalentsIn(scope, 'appraisals'))
    .where('kind', '=', kind === 'year' ? 'year' : 'quarter')
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && { talentId: row.talentId, authorId: row.accountId, isEnded: row.supersededAt !== null }
  )
}

function files(db: Db, scope: Scope) {
  return db
    .selectFrom('entryFiles')
    .select([
      ...(['id', 'entryKind', 'entryId', 'talentId', 'name', 'media', 'size'] as const),
      ...(['contentHash', 'addedAt', 'addedBy', 'removedAt', 'removedBy'] as const),
    ])
    .where(entryFilesIn(scope))
}
