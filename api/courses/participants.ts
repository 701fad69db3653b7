import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '../../db/connect.ts'
import {
  insertParticipants,
  listCourseAttendances,
  listParticipants,
  removeParticipant,
} from '../../db/course-participants.ts'
import { listMembersOf } from '../../db/lists.ts'
import { listHomes } from '../../db/talents.ts'
import { may } from '../access.ts'
import type { Env } from '../context.ts'
import { changeEntries } from '../cultivation/changing-entries.ts'
import { describe } from '../describe.ts'
import { listOf } from '../lists.ts'
import { Done } from '../shapes/account.ts'
import { Added, PeopleGiven } from '../shapes/courses.ts'
import { invalid, valid } from '../validate.ts'
import { courseToChange, stillOpen } from './course-of.ts'
import { isCancelled, NOT_A_PARTICIPANT, notNow } from './refusals.ts'

const Id = z.object({ id: z.string().max(64) })
const Person = Id.extend({ talent: z.string().max(64) })
/** A hall's worth; more is a mistake. */
const MOST = 1_000

/** Who takes part: chosen from the pool one by one, together, or as a list of the pool. */
export const courseParticipants = new Hono<Env>()
  .post(
    '/:id/participants',
    describe('Adds people to a course', { schema: Added }, 403, 404, 409, 422),
    may('courses.write'),
    valid('param', Id),
    valid('json', PeopleGiven),
    async (c) => {
      const course = await courseToChange(c, c.req.valid('param').id)
      if (course.state === 'cancelled') throw isCancelled()
      const ids = await chosen(c, c.req.valid('json'))
      const added = await changeEntries(c, ids, async (transaction, tell) => {
        await stillOpen(transaction, c, course.id)
        const fresh = await addPeople(transaction, c, course.id, ids)
        tell({ action: 'course.people-added', subjects: fresh, detail: { course: course.id } })
        return fresh.length
      })
      return c.json({ added, already: ids.length - added })
    },
  )
  .delete(
    '/:id/participants/:talent',
    describe('Takes somebody off a course of whom nothing was entered', { schema: Done }, 404, 409),
    may('courses.write'),
    valid('param', Person),
    async (c) => {
      const { id, talent: talentId } = c.req.valid('param')
      const course = await courseToChange(c, id)
      await changeEntries(c, [talentId], async (transaction, tell) => {
        await requireBlank(transaction, c, course.id, talentId)
        await removeParticipant(transaction, c.var.scope, { courseId: course.id, talentId })
        tell({
          action: 'course.people-removed',
          subjects: [talentId],
          detail: { course: course.id },
        })
      })
      return c.json({ done: true as const })
    },
  )

/** Puts people of the scope on a course; those who are on it already stay as they are. Answers who is new. */
export async function addPeople(
  db: Db,
  c: Context<Env>,
  courseId: string,
  ids: readonly string[],
): Promise<string[]> {
  const { scope, clock, session, countyCode } = c.var
  const homes = await listHomes(db, scope, ids)
  if (homes.length < ids.length) throw invalid([{ pointer: '#/talents', detail: NOBODY }])
  const there = await listParticipants(db, { countyCode }, courseId)
  const known = new Set(there.map(({ talentId }) => talentId))
  const fresh = ids.filter((id) => !known.has(id))
  if (known.size + fresh.length > MOST) throw invalid([{ pointer: '#/talents', detail: TOO_MANY }])
  await insertParticipants(db, scope, courseId, fresh, {
    addedAt: clock().toISOString(),
    addedBy: session.account.id,
  })
  return fresh
}

async function chosen(c: Context<Env>, { talents, list }: z.infer<typeof PeopleGiven>) {
  const ids = new Set(talents)
  if (list !== null) {
    await listOf(c, list)
    const { members } = await listMembersOf(c.var.db, c.var.scope, list, { limit: MOST + 1 })
    for (const { talentId } of members) ids.add(talentId)
  }
  if (ids.size === 0) throw invalid([{ pointer: '#/talents', detail: NOBODY_CHOSEN }])
  if (ids.size > MOST) throw invalid([{ pointer: '#/talents', detail: TOO_MANY }])
  return [...ids]
}

async function requireBlank(db: Db, c: Context<Env>, courseId: string, talentId: string) {
  const people = await listParticipants(db, c.var.scope, courseId)
  const person = people.find((it) => it.talentId === talentId)
  if (!person) throw invalid([{ pointer: '#/talent', detail: NOT_A_PARTICIPANT }])
  const entered = await listCourseAttendances(db, c.var.scope, courseId)
  const isEntered = entered.some((it) => it.talentId === talentId)
  if (isEntered || person.result !== null || person.certificate !== null)
    throw notNow(
      `${person.name} 已有考勤或结果，不能移出，否则学时会无声消失。如登记有误，请先清除其考勤和结果。`,
      `${person.name} has attendance or a result and cannot be taken off: hours would vanish unseen. Clear them first where they were entered by mistake.`,
    )
}

const NOBODY = {
  zh: '其中有人不在库中或不在本账号的范围。请刷新名单后重新选择。',
  en: 'Some of them are not in the pool, or out of your reach: choose again.',
}
const NOBODY_CHOSEN = {
  zh: '没有选择任何人，或名单是空的。请选择学员。',
  en: 'Nobody was chosen, or the list is empty. Choose participants.',
}
const TOO_MANY = {
  zh: `一个培训班不超过 ${MOST} 人。请分班举办。`,
  en: `A course has ${MOST} people at most. Part it into several.`,
}
