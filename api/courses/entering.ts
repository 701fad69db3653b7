import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '../../db/connect.ts'
import {
  listParticipants,
  putAttendances,
  removeAttendances,
  updateParticipant,
} from '../../db/course-participants.ts'
import { may } from '../access.ts'
import type { Env } from '../context.ts'
import { changeEntries } from '../cultivation/changing-entries.ts'
import { describe } from '../describe.ts'
import type { ProblemError } from '../problem.ts'
import { Done } from '../shapes/account.ts'
import { AttendanceGiven, ResultsGiven } from '../shapes/courses.ts'
import { invalid, valid } from '../validate.ts'
import { courseToEnter, partsOf, stillOpen } from './course-of.ts'
import { isAhead, NO_SESSION, NOT_A_PARTICIPANT, TWICE } from './refusals.ts'

const Id = z.object({ id: z.string().max(64) })

/** What an office or a trainer enters of a course, by list. */
export const courseEntering = new Hono<Env>()
  .post(
    '/:id/attendance',
    describe('Enters who came to a part; null clears', { schema: Done }, 403, 404, 409, 422),
    may('courses.write'),
    valid('param', Id),
    valid('json', AttendanceGiven),
    async (c) => {
      const course = await courseToEnter(c, c.req.valid('param').id)
      const { session, marks } = c.req.valid('json')
      const ids = marks.map(({ talent }) => talent)
      await changeEntries(c, ids, async (transaction, tell) => {
        await stillOpen(transaction, c, course.id)
        await requireHeld(transaction, c, course.id, session)
        await requireParticipants(transaction, c, course.id, ids, '#/marks')
        await putMarks(transaction, c, session, marks)
        const detail = { course: course.id, part: session }
        tell({ action: 'course.attendance-entered', subjects: ids, detail })
      })
      return c.json({ done: true as const })
    },
  )
  .put(
    '/:id/results',
    describe('Enters results and certificates', { schema: Done }, 403, 404, 409, 422),
    may('courses.write'),
    valid('param', Id),
    valid('json', ResultsGiven),
    async (c) => {
      const course = await courseToEnter(c, c.req.valid('param').id)
      const results = c.req.valid('json').results.map((it) => ({
        ...it,
        certificate: it.certificate === '' ? null : it.certificate,
      }))
      const ids = results.map(({ talent }) => talent)
      await changeEntries(c, ids, async (transaction, tell) => {
        await stillOpen(transaction, c, course.id)
        await requireParticipants(transaction, c, course.id, ids, '#/results')
        for (const { talent: talentId, result, certificate } of results) {
          const change = { result, certificate }
          const who = { courseId: course.id, talentId }
          await updateParticipant(transaction, c.var.scope, who, change)
        }
        await requireSoundCertificates(transaction, c, course.id)
        tell({ action: 'course.results-entered', subjects: ids, detail: { course: course.id } })
      })
      return c.json({ done: true as const })
    },
  )

type Mark = z.infer<typeof AttendanceGiven>['marks'][number]

async function putMarks(db: Db, c: Context<Env>, session: string, marks: readonly Mark[]) {
  const { scope, clock, session: signedIn } = c.var
  const by = { via: 'list', at: clock().toISOString(), accountId: signedIn.account.id } as const
  const rows = marks.flatMap(({ talent: talentId, status }) =>
    status === null ? [] : [{ courseSessionId: session, talentId, status, ...by }],
  )
  const cleared = marks.filter(({ status }) => status === null).map(({ talent }) => talent)
  await removeAttendances(db, scope, session, cleared)
  await putAttendances(db, scope, rows)
}

async function requireHeld(db: Db, c: Context<Env>, courseId: string, session: string) {
  const part = (await partsOf(db, c, courseId)).find(({ id }) => id === session)
  if (!part) throw invalid([{ pointer: '#/session', detail: NO_SESSION }])
  if (part.heldOn > c.var.today())
    throw invalid([{ pointer: '#/session', detail: isAhead(part.heldOn) }])
}

async function requireParticipants(
  db: Db,
  c: Context<Env>,
  courseId: string,
  ids: readonly string[],
  pointer: string,
) {
  const rows = await listParticipants(db, c.var.scope, courseId)
  const known = new Set(rows.map(({ talentId }) => talentId))
  const errors = ids.flatMap((id, at): ProblemError[] => {
    const place = `${pointer}/${at}/talent`
    if (!known.has(id)) return [{ pointer: place, detail: NOT_A_PARTICIPANT }]
    return ids.indexOf(id) < at ? [{ pointer: place, detail: TWICE }] : []
  })
  if (errors.length > 0) throw invalid(errors)
}

/** A number belongs to one person, and to somebody who did not fail. Only whom the account sees is named. */
export async function requireSoundCertificates(db: Db, c: Context<Env>, courseId: string) {
  const { countyCode, scope } = c.var
  const rows = await listParticipants(db, { countyCode }, courseId)
  const seen = await listParticipants(db, scope, courseId)
  const names = new Map(seen.map(({ talentId, name }) => [talentId, name]))
  const given = rows.filter(({ certificate }) => certificate !== null)
  const failed = given.find(({ talentId, result }) => result === 'failed' && names.has(talentId))
  if (failed) throw invalid([{ pointer: '#', detail: failedWithCertificate(failed.name) }])
  const same = [...Map.groupBy(given, (it) => it.certificate).values()].find((it) => it.length > 1)
  if (!same) return
  const called = same.map(({ talentId }) => names.get(talentId) ?? null)
  throw invalid([{ pointer: '#', detail: sameCertificate(same[0]!.certificate!, called) }])
}

const failedWithCertificate = (name: string) => ({
  zh: `${name} 的结果是不合格，不应有证书编号。请核对结果或去掉编号。`,
  en: `${name} failed and cannot have a certificate: check the result or take the number out.`,
})

const sameCertificate = (certificate: string, names: readonly (string | null)[]) => ({
  zh: `证书编号 ${certificate} 登记给了 ${names.map((name) => name ?? '其他乡镇（街道）的学员').join('、')}。每人一个编号，请核对。`,
  en: `The certificate ${certificate} is given to ${names.map((name) => name ?? 'somebody of another township').join(', ')}: each person has a number of their own.`,
})
