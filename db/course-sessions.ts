import type { Selectable } from 'kysely'
import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import type { CourseSessionTable } from './schema.ts'
import { aboutCoursesIn, type Scope } from './scope.ts'

export type CourseSession = Selectable<CourseSessionTable>
export type CoursePart = Pick<
  CourseSession,
  'id' | 'heldOn' | 'fromMinute' | 'hours' | 'topic' | 'place'
>

/** Parts of some courses in the order of their days. */
export async function listCourseSessions(
  db: Db,
  scope: Scope,
  courseIds: readonly string[],
): Promise<CourseSession[]> {
  if (courseIds.length === 0) return []
  return sessions(db, scope)
    .where('courseId', 'in', courseIds)
    .orderBy('heldOn')
    .orderBy('fromMinute')
    .orderBy('id')
    .execute()
}

/** The part whose code this is, whether it still works or not; the newest of several. */
export function findSessionByCode(db: Db, scope: Scope, digest: string) {
  return sessions(db, scope)
    .where('codeDigest', '=', digest)
    .orderBy('codeUntil', 'desc')
    .executeTakeFirst()
}

export async function insertCourseSessions(
  db: Db,
  scope: Scope,
  courseId: string,
  parts: readonly CoursePart[],
): Promise<void> {
  const { countyCode } = scope
  const none = { codeDigest: null, codeUntil: null }
  const rows = parts.map((part) => ({ ...part, ...none, countyCode, courseId }))
  await insertRows(db, scope, 'courseSessions', rows)
}

export async function updateCourseSession(
  db: Db,
  scope: Scope,
  { id, ...part }: CoursePart,
): Promise<void> {
  await db
    .updateTable('courseSessions')
    .set(part)
    .where(aboutCoursesIn(scope, 'courseSessions'))
    .where('id', '=', id)
    .execute()
}

export async function removeCourseSessions(
  db: Db,
  scope: Scope,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await db
    .deleteFrom('courseSessions')
    .where(aboutCoursesIn(scope, 'courseSessions'))
    .where('id', 'in', ids)
    .execute()
}

/** Shows a code until an instant, or (null) ends the one that is shown. */
export async function putSessionCode(
  db: Db,
  scope: Scope,
  id: string,
  code: { codeDigest: string | null; codeUntil: string | null },
): Promise<void> {
  await db
    .updateTable('courseSessions')
    .set(code)
    .where(aboutCoursesIn(scope, 'courseSessions'))
    .where('id', '=', id)
    .execute()
}

function sessions(db: Db, scope: Scope) {
  return db.selectFrom('courseSessions').selectAll().where(aboutCoursesIn(scope, 'courseSessions'))
}
