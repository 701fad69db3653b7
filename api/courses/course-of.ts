import type { Context } from 'hono'
import { listAccounts } from '../../db/accounts.ts'
import type { Db } from '../../db/connect.ts'
import { listParticipants } from '../../db/course-participants.ts'
import { listCourseSessions } from '../../db/course-sessions.ts'
import { type Course, findCourse } from '../../db/courses.ts'
import { recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { isCancelled, noCourse, notTrainer, notYours } from './refusals.ts'

/** A course of the scope, or a 404; the attempt is written down. */
export async function courseOf(c: Context<Env>, id: string): Promise<Course> {
  const row = await findCourse(c.var.db, c.var.scope, id)
  if (row) return row
  await recordMiss(c, 'course.missed', id)
  throw noCourse()
}

/** The office whose course it is: a township its own, the county all. */
export function mayChange({ var: { session, scope } }: Context<Env>, course: Course): boolean {
  const { role } = session.account
  if (role === 'township') return course.townshipCode === scope.townshipCode
  return role === 'county'
}

/** A trainer enters what happened as well; the scope shows them their own courses alone. */
export function mayEnter(c: Context<Env>, course: Course): boolean {
  return c.var.session.account.role === 'mentor' || mayChange(c, course)
}

export async function courseToChange(c: Context<Env>, id: string): Promise<Course> {
  const course = await courseOf(c, id)
  if (c.var.session.account.role === 'mentor') throw notTrainer()
  if (!mayChange(c, course)) throw notYours()
  return course
}

export async function courseToEnter(c: Context<Env>, id: string): Promise<Course> {
  const course = await courseOf(c, id)
  if (!mayEnter(c, course)) throw notYours()
  if (course.state === 'cancelled') throw isCancelled()
  return course
}

/** As the transaction has it: somebody may have cancelled it meanwhile. */
export async function stillOpen(db: Db, c: Context<Env>, id: string): Promise<Course> {
  const course = await findCourse(db, c.var.scope, id)
  if (!course) throw noCourse()
  if (course.state === 'cancelled') throw isCancelled()
  return course
}

export function partsOf(db: Db, c: Context<Env>, courseId: string) {
  return listCourseSessions(db, c.var.scope, [courseId])
}

/** Everybody whose evidence rests on a course, whether the account sees them or not. */
export async function idsOfParticipants(db: Db, { var: { countyCode } }: Context<Env>, id: string) {
  const rows = await listParticipants(db, { countyCode }, id)
  return rows.map(({ talentId }) => talentId)
}

/** Accounts of mentors that can sign in, or will once confirmed. */
export async function trainersOf({ var: { db, countyCode } }: Context<Env>) {
  const accounts = await listAccounts(db, { countyCode })
  return accounts.filter(({ role, state }) => role === 'mentor' && state !== 'closed')
}
