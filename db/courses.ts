import type { Selectable, Updateable } from 'kysely'
import type { Db } from './connect.ts'
import type { CourseTable, Database } from './schema.ts'
import { coursesIn, type Scope } from './scope.ts'

export type Course = Omit<Selectable<CourseTable>, 'criteria'> & { criteria: string[] }
export type NewCourse = Omit<Course, 'countyCode' | 'revision' | 'finishedAt' | 'cancelledReason'>
type Change = Partial<
  Omit<Course, 'countyCode' | 'id' | 'revision' | 'createdAt' | 'createdBy' | 'townshipCode'>
>

/** Courses with a day among these, the latest first. */
export async function listCourses(
  db: Db,
  scope: Scope,
  { from, to }: { from: string; to: string },
): Promise<Course[]> {
  const rows = await courses(db, scope)
    .where('endsOn', '>=', from)
    .where('startsOn', '<=', to)
    .orderBy('startsOn', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(parsed)
}

export async function findCourse(db: Db, scope: Scope, id: string): Promise<Course | undefined> {
  const row = await courses(db, scope).where('id', '=', id).executeTakeFirst()
  return row && parsed(row)
}

export async function insertCourse(
  db: Db,
  { countyCode }: Scope,
  { criteria, ...course }: NewCourse,
): Promise<void> {
  const state = { finishedAt: null, cancelledReason: null, revision: 1 }
  await db
    .insertInto('courses')
    .values({ ...course, ...state, criteria: JSON.stringify(criteria), countyCode })
    .execute()
}

/** Counts the revision up; false when there is no such course of that revision in the scope. */
export async function updateCourse(
  db: Db,
  scope: Scope,
  id: string,
  { criteria, ...change }: Change,
  revision?: number,
): Promise<boolean> {
  const set: Updateable<Database['courses']> = {
    ...change,
    ...(criteria && { criteria: JSON.stringify(criteria) }),
  }
  const { numUpdatedRows } = await db
    .updateTable('courses')
    .set((eb) => ({ ...set, revision: eb('revision', '+', 1) }))
    .where(coursesIn(scope))
    .where('id', '=', id)
    .$if(revision !== undefined, (it) => it.where('revision', '=', revision!))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function courses(db: Db, scope: Scope) {
  return db.selectFrom('courses').selectAll().where(coursesIn(scope))
}

function parsed(row: Selectable<CourseTable>): Course {
  return { ...row, criteria: JSON.parse(row.criteria) as string[] }
}
