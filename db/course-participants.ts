import type { Insertable } from 'kysely'
import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import type { CourseParticipantTable, Database } from './schema.ts'
import { aboutCoursesIn, aboutTalentsIn, type Scope, talentsIn } from './scope.ts'

type Result = CourseParticipantTable['result']

/**
 * Who takes part in a course, by name and home alone: a trainer sees everybody of the courses that they keep, an
 * office those of its own people.
 */
export function listParticipants(db: Db, scope: Scope, courseId: string) {
  return db
    .selectFrom('courseParticipants')
    .innerJoin('talents', (join) =>
      join
        .onRef('talents.countyCode', '=', 'courseParticipants.countyCode')
        .onRef('talents.id', '=', 'courseParticipants.talentId'),
    )
    .select(['talentId', 'name', 'homeVillageCode', 'homeTownshipCode', 'result', 'certificate'])
    .where(aboutCoursesIn(scope, 'courseParticipants'))
    .$if(!isTrainer(scope), (it) => it.where(aboutTalentsIn(scope, 'courseParticipants')))
    .where('courseId', '=', courseId)
    .where('talents.mergedInto', 'is', null)
    .where('talents.erasedAt', 'is', null)
    .orderBy('pinyin')
    .orderBy('talentId')
    .execute()
}

/** What was entered of who came to the parts of a course. */
export function listCourseAttendances(db: Db, scope: Scope, courseId: string) {
  return db
    .selectFrom('courseAttendances')
    .innerJoin('courseSessions', (join) =>
      join
        .onRef('courseSessions.countyCode', '=', 'courseAttendances.countyCode')
        .onRef('courseSessions.id', '=', 'courseAttendances.courseSessionId'),
    )
    .select(['courseSessionId', 'talentId', 'status', 'via'])
    .where(aboutCoursesIn(scope, 'courseSessions'))
    .$if(!isTrainer(scope), (it) => it.where(aboutTalentsIn(scope, 'courseAttendances')))
    .where('courseId', '=', courseId)
    .orderBy('talentId')
    .orderBy('courseSessionId')
    .execute()
}

/** How many people each course has: a number, nobody by name. */
export async function countParticipants(
  db: Db,
  scope: Scope,
  courseIds: readonly string[],
): Promise<Map<string, number>> {
  if (courseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('courseParticipants')
    .select(({ fn }) => ['courseId', fn.countAll().as('count')])
    .where(aboutCoursesIn(scope, 'courseParticipants'))
    .where('courseId', 'in', courseIds)
    .groupBy('courseId')
    .execute()
  return new Map(rows.map(({ courseId, count }) => [courseId, Number(count)]))
}

/** How many were entered as there, by part. */
export async function countPresent(
  db: Db,
  scope: Scope,
  courseIds: readonly string[],
): Promise<Map<string, number>> {
  if (courseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('courseAttendances')
    .innerJoin('courseSessions', (join) =>
      join
        .onRef('courseSessions.countyCode', '=', 'courseAttendances.countyCode')
        .onRef('courseSessions.id', '=', 'courseAttendances.courseSessionId'),
    )
    .select(({ fn }) => ['courseSessionId', fn.countAll().as('count')])
    .where(aboutCoursesIn(scope, 'courseSessions'))
    .where('courseId', 'in', courseIds)
    .where('status', '=', 'present')
    .groupBy('courseSessionId')
    .execute()
  return new Map(rows.map(({ courseSessionId, count }) => [courseSessionId, Number(count)]))
}

/** People of the scope who bear one of these names, for a list that gives names alone. */
export async function listPeopleCalled(db: Db, scope: Scope, names: readonly string[]) {
  if (names.length === 0) return []
  return db
    .selectFrom('talents')
    .select(['id as talentId', 'name', 'homeVillageCode', 'homeTownshipCode'])
    .where(talentsIn(scope))
    .where('erasedAt', 'is', null)
    .where('name', 'in', names)
    .orderBy('pinyin')
    .orderBy('id')
    .execute()
}

export async function insertParticipants(
  db: Db,
  scope: Scope,
  courseId: string,
  talentIds: readonly string[],
  added: { addedAt: string; addedBy: string },
): Promise<void> {
  const { countyCode } = scope
  const fresh = { ...added, result: null, certificate: null }
  const rows = talentIds.map((talentId) => ({ ...fresh, countyCode, courseId, talentId }))
  await insertRows(db, scope, 'courseParticipants', rows)
}

export async function removeParticipant(
  db: Db,
  { countyCode }: Scope,
  { courseId, talentId }: { courseId: string; talentId: string },
): Promise<void> {
  await db
    .deleteFrom('courseParticipants')
    .where('countyCode', '=', countyCode)
    .where('courseId', '=', courseId)
    .where('talentId', '=', talentId)
    .execute()
}

export async function updateParticipant(
  db: Db,
  scope: Scope,
  { courseId, talentId }: { courseId: string; talentId: string },
  change: { result?: Result; certificate?: string | null },
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await db
    .updateTable('courseParticipants')
    .set(change)
    .where(aboutCoursesIn(scope, 'courseParticipants'))
    .where('courseId', '=', courseId)
    .where('talentId', '=', talentId)
    .execute()
}

type Attendance = Omit<Insertable<Database['courseAttendances']>, 'countyCode'>

/** What is entered replaces what was. */
export async function putAttendances(
  db: Db,
  scope: Scope,
  rows: readonly Attendance[],
): Promise<void> {
  for (const session of Map.groupBy(rows, (it) => it.courseSessionId).values()) {
    const [{ courseSessionId }] = session as [Attendance]
    await removeAttendances(
      db,
      scope,
      courseSessionId,
      session.map(({ talentId }) => talentId),
    )
  }
  const { countyCode } = scope
  await insertRows(
    db,
    scope,
    'courseAttendances',
    rows.map((row) => ({ ...row, countyCode })),
  )
}

export async function removeAttendances(
  db: Db,
  { countyCode }: Scope,
  courseSessionId: string,
  talentIds: readonly string[],
): Promise<void> {
  if (talentIds.length === 0) return
  await db
    .deleteFrom('courseAttendances')
    .where('countyCode', '=', countyCode)
    .where('courseSessionId', '=', courseSessionId)
    .where('talentId', 'in', talentIds)
    .execute()
}

/** A trainer reads people of their courses whether they look after them or not. */
const isTrainer = ({ menteesOf }: Scope) => menteesOf !== undefined
