import { randomInt } from 'node:crypto'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { countParticipants, countPresent } from '../../db/course-participants.ts'
import { findSessionByCode, putSessionCode } from '../../db/course-sessions.ts'
import { may } from '../access.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { describe } from '../describe.ts'
import { Problem } from '../problem.ts'
import { Done } from '../shapes/account.ts'
import { CodeGiven, CodeShown, SignInsOf } from '../shapes/courses.ts'
import { valid } from '../validate.ts'
import { courseOf, courseToEnter, partsOf } from './course-of.ts'
import { NO_SESSION, notNow } from './refusals.ts'

const Part = z.object({ id: z.string().max(64), part: z.string().max(64) })

/** A code of six digits that whoever keeps the course shows in the room, for some minutes. */
export const courseCodes = new Hono<Env>()
  .post(
    '/:id/sessions/:part/code',
    describe('Makes a code for signing in to a part', { schema: CodeShown }, 403, 404, 409, 422),
    may('courses.write'),
    valid('param', Part),
    valid('json', CodeGiven),
    async (c) => {
      const { id, part } = c.req.valid('param')
      const { minutes } = c.req.valid('json')
      const course = await courseToEnter(c, id)
      const { heldOn } = await partOf(c, course.id, part)
      if (heldOn !== c.var.today()) throw notToday(heldOn)
      const code = await freeCode(c)
      const until = new Date(c.var.clock().getTime() + minutes * 60_000).toISOString()
      await changing(c, async (transaction, tell) => {
        const stored = { codeDigest: digestOfCode(c, code), codeUntil: until }
        await putSessionCode(transaction, c.var.scope, part, stored)
        tell({ action: 'course.code-shown', detail: { course: id, part, minutes } })
      })
      return c.json({ code, until, minutes })
    },
  )
  .delete(
    '/:id/sessions/:part/code',
    describe('Ends the code of a part', { schema: Done }, 403, 404, 409),
    may('courses.write'),
    valid('param', Part),
    async (c) => {
      const { id, part } = c.req.valid('param')
      const course = await courseToEnter(c, id)
      const { codeDigest } = await partOf(c, course.id, part)
      await changing(c, async (transaction, tell) => {
        // The digest stays, so that whoever types it now reads that it has ended.
        const codeUntil = codeDigest === null ? null : c.var.clock().toISOString()
        await putSessionCode(transaction, c.var.scope, part, { codeDigest, codeUntil })
        tell({ action: 'course.code-ended', detail: { course: id, part } })
      })
      return c.json({ done: true as const })
    },
  )
  .get(
    '/:id/sessions/:part/sign-ins',
    describe('How many have signed in so far: a number alone', { schema: SignInsOf }, 404),
    may('courses.read'),
    valid('param', Part),
    async (c) => {
      const { id, part } = c.req.valid('param')
      const { db, scope } = c.var
      const course = await courseOf(c, id)
      await partOf(c, course.id, part)
      const present = (await countPresent(db, scope, [id])).get(part) ?? 0
      return c.json({
        present,
        participants: (await countParticipants(db, scope, [id])).get(id) ?? 0,
      })
    },
  )

export const digestOfCode = (c: Context<Env>, code: string) =>
  c.var.keyring.digest('course-code', code)

/** None of another part, or whoever types it might sign in there. */
async function freeCode(c: Context<Env>): Promise<string> {
  const { db, countyCode } = c.var
  for (;;) {
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    if (!(await findSessionByCode(db, { countyCode }, digestOfCode(c, code)))) return code
  }
}

async function partOf(c: Context<Env>, courseId: string, part: string) {
  const found = (await partsOf(c.var.db, c, courseId)).find(({ id }) => id === part)
  if (!found) throw new Problem('not-found', NO_SESSION)
  return found
}

const notToday = (day: string) =>
  notNow(
    `签到码只在上课当天使用，这一课在 ${day}。其他日子请按名单登记考勤。`,
    `A code works on the day of the part, which is ${day}. On other days enter attendance by list.`,
  )
