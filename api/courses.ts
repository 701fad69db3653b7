import type { Context } from 'hono'
import { Hono } from 'hono'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import type { Db } from '../db/connect.ts'
import { listCourseAttendances } from '../db/course-participants.ts'
import {
  insertCourseSessions,
  listCourseSessions,
  removeCourseSessions,
  updateCourseSession,
} from '../db/course-sessions.ts'
import { type Course, insertCourse, updateCourse } from '../db/courses.ts'
import { may } from './access.ts'
import { changing, record } from './auditing.ts'
import type { Env } from './context.ts'
import {
  courseOf,
  courseToChange,
  idsOfParticipants,
  stillOpen,
  trainersOf,
} from './courses/course-of.ts'
import { ownerOf, requireSoundCourse, spanOf } from './courses/given.ts'
import { isAhead, NO_SESSION, notTrainer } from './courses/refusals.ts'
import { courseShown, coursesOf } from './courses/shown.ts'
import { changeEntries } from './cultivation/changing-entries.ts'
import { describe } from './describe.ts'
import { changedMeanwhile, revisionOf } from './if-match.ts'
import { Done } from './shapes/account.ts'
import * as shapes from './shapes/courses.ts'
import { invalid, valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const Year = z.object({
  year: z
    .string()
    .regex(/^20\d\d$/)
    .optional(),
})

/** Training: courses with their parts, people and what came of it. */
export const courses = new Hono<Env>()
  .get(
    '/',
    describe('Courses of a year, the latest first', { schema: shapes.Courses }, 422),
    may('courses.read'),
    valid('query', Year),
    async (c) => {
      const { year = c.var.today().slice(0, 4) } = c.req.valid('query')
      return c.json({ year, courses: await coursesOf(c, year) })
    },
  )
  .get(
    '/trainers',
    describe('Accounts that may keep a course', { schema: shapes.Trainers }),
    may('courses.read'),
    async (c) => {
      const accounts = await trainersOf(c)
      const own = c.var.session.account
      const shown = own.role === 'mentor' ? accounts.filter(({ id }) => id === own.id) : accounts
      return c.json({
        trainers: shown.map(({ id, name, position }) => ({ id, name, position })),
      })
    },
  )
  .post(
    '/',
    describe('Makes a course', { status: 201, schema: z.object({ id: z.string() }) }, 403, 422),
    may('courses.write'),
    valid('json', shapes.CourseGiven),
    async (c) => {
      const given = c.req.valid('json')
      const { clock, scope, session } = c.var
      if (session.account.role === 'mentor') throw notTrainer()
      await requireSoundCourse(c, given)
      const id = newId()
      await changing(c, async (transaction, tell) => {
        await insertCourse(transaction, scope, {
          ...{ id, ...factsOf(given), state: 'planned', townshipCode: ownerOf(c, given) },
          ...{ createdAt: clock().toISOString(), createdBy: session.account.id },
        })
        await insertCourseSessions(transaction, scope, id, given.sessions.map(withId))
        tell({ action: 'course.made', detail: { course: id, parts: given.sessions.length } })
      })
      c.header('location', `/api/v1/courses/${id}`)
      return c.json({ id }, 201)
    },
  )
  .get(
    '/:id',
    describe('A course with its parts and people', { schema: shapes.CourseAnswer }, 404),
    may('courses.read'),
    valid('param', Id),
    async (c) => {
      const course = await courseOf(c, c.req.valid('param').id)
      const shown = await courseShown(c, course)
      const subjects = shown.participants.map(({ talent }) => talent.id)
      await record(c, { action: 'course.read', subjects, detail: { course: course.id } })
      c.header('etag', `"${course.revision}"`)
      return c.json(shown)
    },
  )
  .put(
    '/:id',
    describe('Changes a course and its parts', { schema: Done }, 403, 404, 409, 412, 422, 428),
    may('courses.write'),
    valid('param', Id),
    valid('json', shapes.CourseGiven),
    async (c) => {
      const { id } = c.req.valid('param')
      const given = c.req.valid('json')
      const revision = revisionOf(c)
      const course = await courseToChange(c, id)
      await requireSoundCourse(c, given)
      // Hours and days of its parts are what people's evidence rests on.
      const people = (transaction: Db) => idsOfParticipants(transaction, c, id)
      await changeEntries(c, people, async (transaction, tell) => {
        await stillOpen(transaction, c, id)
        await changeParts(transaction, c, course, given.sessions)
        const facts = factsOf(given)
        if (!(await updateCourse(transaction, c.var.scope, id, facts, revision)))
          throw changedMeanwhile()
        tell({ action: 'course.changed', detail: { course: id, parts: given.sessions.length } })
      })
      return c.json({ done: true as const })
    },
  )

function factsOf(given: shapes.CourseGiven) {
  const { name, level, organiser, place, criteria, trainer: trainerId, sessions } = given
  return { name, level, organiser, place, criteria, trainerId, ...spanOf(sessions) }
}

const withId = ({ id, ...part }: shapes.PartGiven) => ({ ...part, id: id ?? newId() })

/** A part with attendance stays, and stays where it can have happened. */
async function changeParts(
  db: Db,
  c: Context<Env>,
  { id: courseId }: Course,
  parts: readonly shapes.PartGiven[],
): Promise<void> {
  const { scope, today } = c.var
  const before = await listCourseSessions(db, scope, [courseId])
  const attended = new Set(
    (await listCourseAttendances(db, scope, courseId)).map((it) => it.courseSessionId),
  )
  const known = new Set(before.map(({ id }) => id))
  const given = new Set(parts.map(({ id }) => id))
  for (const [at, { id, heldOn }] of parts.entries()) {
    if (id !== null && !known.has(id))
      throw invalid([{ pointer: `#/sessions/${at}/id`, detail: NO_SESSION }])
    if (id !== null && attended.has(id) && heldOn > today())
      throw invalid([{ pointer: `#/sessions/${at}/heldOn`, detail: isAhead(heldOn) }])
  }
  const gone = before.filter(({ id }) => !given.has(id))
  const held = gone.find(({ id }) => attended.has(id))
  if (held) throw invalid([{ pointer: '#/sessions', detail: attendedPart(held.heldOn) }])
  await removeCourseSessions(
    db,
    scope,
    gone.map(({ id }) => id),
  )
  for (const part of parts) if (part.id !== null) await updateCourseSession(db, scope, withId(part))
  const fresh = parts.filter(({ id }) => id === null)
  await insertCourseSessions(db, scope, courseId, fresh.map(withId))
}

const attendedPart = (day: string) => ({
  zh: `${day} 的一课已登记考勤，不能删除。如登记有误，请先清除这一课的考勤。`,
  en: `The part on ${day} has attendance: clear it first where it was entered by mistake.`,
})
