import { aboutSome } from './about-some.ts'
import type { Db } from './connect.ts'
import type { AttendanceTable } from './schema/cultivation.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

export type Attendance = Omit<AttendanceTable, 'countyCode'>
export type Months = { talentIds: readonly string[]; from: string; to: string }

/** What was kept of people from a month to another, both included. */
export async function listAttendances(
  db: Db,
  scope: Scope,
  { talentIds, from, to }: Months,
): Promise<Attendance[]> {
  if (talentIds.length === 0) return []
  const rows = await db
    .selectFrom('attendances')
    .selectAll()
    .where(aboutSome(scope, 'attendances', { talentIds }))
    .where('month', '>=', from)
    .where('month', '<=', to)
    .orderBy('talentId')
    .orderBy('month')
    .execute()
  return rows.map(({ countyCode: _, ...row }) => row)
}

/** Keeps one month of one person by the revision that its author saw, 0 where there was none; false when it changed. */
export async function putAttendance(
  db: Db,
  scope: Scope,
  row: Omit<Attendance, 'revision'>,
  revision: number,
): Promise<boolean> {
  if (revision === 0) return insertAttendance(db, scope, row)
  const { talentId, month, ...change } = row
  const { numUpdatedRows } = await db
    .updateTable('attendances')
    .set({ ...change, revision: revision + 1 })
    .where(aboutTalentsIn(scope, 'attendances'))
    .where('talentId', '=', talentId)
    .where('month', '=', month)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes an entry out; false when there is none of that revision. */
export async function removeAttendance(
  db: Db,
  scope: Scope,
  { talentId, month, revision }: { talentId: string; month: string; revision: number },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('attendances')
    .where(aboutTalentsIn(scope, 'attendances'))
    .where('talentId', '=', talentId)
    .where('month', '=', month)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

async function insertAttendance(
  db: Db,
  { countyCode }: Scope,
  row: Omit<Attendance, 'revision'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('attendances')
    .values({ ...row, countyCode, revision: 1 })
    .onConflict((it) => it.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
