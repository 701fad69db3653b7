import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '../../db/connect.ts'
import { listParticipants } from '../../db/course-participants.ts'
import { type Course, updateCourse } from '../../db/courses.ts'
import { may } from '../access.ts'
import type { Env } from '../context.ts'
import { changeEntries } from '../cultivation/changing-entries.ts'
import { describe } from '../describe.ts'
import { requireImpersonal } from '../reasons.ts'
import { Done } from '../shapes/account.ts'
import { CancellationGiven, Cancelled } from '../shapes/courses.ts'
import { valid } from '../validate.ts'
import { courseToChange, idsOfParticipants, partsOf } from './course-of.ts'
import { isCancelled, notNow } from './refusals.ts'
import { courseShown } from './shown.ts'

const Id = z.object({ id: z.string().max(64) })
const DONE = { done: true as const }

/** Finishing a course makes it count; cancelling takes all of it out, and taking that back restores it. */
export const courseStates = new Hono<Env>()
  .post(
    '/:id/finishing',
    describe('Finishes a course: results count as evidence', { schema: Done }, 403, 404, 409),
    may('courses.write'),
    valid('param', Id),
    async (c) => {
      const course = await courseToChange(c, c.req.valid('param').id)
      await requireFinishable(c, course)
      const change = { state: 'finished', finishedAt: c.var.clock().toISOString() } as const
      await become(c, course, change, 'course.finished')
      return c.json(DONE)
    },
  )
  .post(
    '/:id/reopening',
    describe('Takes the finishing of a course back', { schema: Done }, 403, 404, 409),
    may('courses.write'),
    valid('param', Id),
    async (c) => {
      const course = await courseToChange(c, c.req.valid('param').id)
      if (course.state !== 'finished') throw notNow(...NOT_FINISHED)
      await become(c, course, { state: 'planned', finishedAt: null }, 'course.reopened')
      return c.json(DONE)
    },
  )
  .post(
    '/:id/cancellation',
    describe(
      'Cancels a course: hours, points and evidence of its people go',
      { schema: Cancelled },
      403,
      404,
      409,
      422,
    ),
    may('courses.write'),
    valid('param', Id),
    valid('json', CancellationGiven),
    async (c) => {
      const course = await courseToChange(c, c.req.valid('param').id)
      const { reason } = c.req.valid('json')
      requireImpersonal(reason, '')
      if (course.state === 'cancelled') throw isCancelled()
      const { counted } = await courseShown(c, course)
      const change = { state: 'cancelled', cancelledReason: reason } as const
      await become(c, course, change, 'course.cancelled', reason)
      return c.json(counted)
    },
  )
  .post(
    '/:id/restoration',
    describe('Takes the cancelling of a course back, as it was', { schema: Done }, 403, 404, 409),
    may('courses.write'),
    valid('param', Id),
    async (c) => {
      const course = await courseToChange(c, c.req.valid('param').id)
      if (course.state !== 'cancelled') throw notNow(...NOT_CANCELLED)
      const state = course.finishedAt === null ? 'planned' : 'finished'
      await become(c, course, { state, cancelledReason: null }, 'course.restored')
      return c.json(DONE)
    },
  )

type Change = Pick<Course, 'state'> & Partial<Pick<Course, 'finishedAt' | 'cancelledReason'>>
type Act = 'course.finished' | 'course.reopened' | 'course.cancelled' | 'course.restored'

/** The revision that was read, so that two clicks at once do not do it twice. */
async function become(
  c: Context<Env>,
  { id, revision }: Course,
  change: Change,
  action: Act,
  reason: string | null = null,
): Promise<void> {
  const people = (transaction: Db) => idsOfParticipants(transaction, c, id)
  await changeEntries(c, people, async (transaction, tell) => {
    if (!(await updateCourse(transaction, c.var.scope, id, change, revision)))
      throw notNow(...MEANWHILE)
    const subjects = await people(transaction)
    tell({ action, subjects, reason, detail: { course: id } })
  })
}

async function requireFinishable(c: Context<Env>, { id, state }: Course): Promise<void> {
  if (state === 'cancelled') throw isCancelled()
  if (state === 'finished') throw notNow(...FINISHED)
  const ahead = (await partsOf(c.var.db, c, id)).find(({ heldOn }) => heldOn > c.var.today())
  if (ahead)
    throw notNow(
      `${ahead.heldOn} 还有课，不能结业。请在全部上完后办理，或先调整课程安排。`,
      `There is a part ahead, on ${ahead.heldOn}: finish the course after the last, or change its parts.`,
    )
  const people = await listParticipants(c.var.db, { countyCode: c.var.countyCode }, id)
  if (people.length === 0) throw notNow(...EMPTY)
}

const FINISHED = ['培训班已经结业。', 'The course is finished already.'] as const
const NOT_FINISHED = ['培训班没有结业，无须重新打开。', 'The course is not finished.'] as const
const NOT_CANCELLED = ['培训班没有取消，无须恢复。', 'The course is not cancelled.'] as const
const EMPTY = [
  '还没有学员，不能结业。请先加入学员，或取消培训班。',
  'There are no participants yet. Add them first, or cancel the course.',
] as const
const MEANWHILE = [
  '培训班刚被他人修改。页面将显示最新情况，请核对后再操作。',
  'Somebody changed the course just now. Read it again before you go on.',
] as const
