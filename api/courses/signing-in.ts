import type { Context } from 'hono'
import { Hono } from 'hono'
import {
  listCourseAttendances,
  listParticipants,
  putAttendances,
} from '../../db/course-participants.ts'
import { type CourseSession, findSessionByCode } from '../../db/course-sessions.ts'
import { findCourse } from '../../db/courses.ts'
import { may } from '../access.ts'
import type { Env } from '../context.ts'
import { changeEntries } from '../cultivation/changing-entries.ts'
import { describe } from '../describe.ts'
import { SignedIn, SignInGiven } from '../shapes/courses.ts'
import { talentOf } from '../talents.ts'
import { invalid, valid } from '../validate.ts'
import { digestOfCode } from './codes.ts'
import { notNow } from './refusals.ts'

/** A person signs in to a part of a course by the code that is shown in the room. */
export const courseSignIn = new Hono<Env>().post(
  '/courses/sign-in',
  describe('Signs the person in to a part of a course', { schema: SignedIn }, 409, 422, 429),
  may('course.sign-in'),
  valid('json', SignInGiven),
  async (c) => {
    const { id: talentId, name } = await talentOf(c, c.var.scope.talentId ?? '')
    const { limits, session } = c.var
    await limits.countCode(session.account.id)
    const part = await partOf(c, c.req.valid('json').code)
    const { course, isAgain } = await requirePlace(c, part, talentId)
    await limits.forgetCode(session.account.id)
    const { topic, heldOn: on, hours } = part
    const answer = { name, course, topic, on, hours, isAgain }
    if (isAgain) return c.json(answer)
    await changeEntries(c, [talentId], async (transaction, tell) => {
      const by = { at: c.var.clock().toISOString(), accountId: session.account.id }
      const row = { courseSessionId: part.id, talentId, status: 'present', via: 'code' } as const
      await putAttendances(transaction, c.var.scope, [{ ...row, ...by }])
      const detail = { course: part.courseId, part: part.id }
      tell({ action: 'course.signed-in', subjects: [talentId], detail })
    })
    return c.json(answer)
  },
)

/** Full-width figures and spaces are what phones type. */
const figures = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

async function partOf(c: Context<Env>, typed: string): Promise<CourseSession> {
  const { db, countyCode, clock } = c.var
  const code = figures(typed)
  const part = /^\d{6}$/.test(code)
    ? await findSessionByCode(db, { countyCode }, digestOfCode(c, code))
    : undefined
  if (!part) throw invalid([{ pointer: '#/code', detail: WRONG }])
  if ((part.codeUntil ?? '') <= clock().toISOString())
    throw invalid([{ pointer: '#/code', detail: OVER }])
  return part
}

/** The person is on the list, the course goes on, and nobody entered that they were not there. */
async function requirePlace(c: Context<Env>, part: CourseSession, talentId: string) {
  const { db, countyCode } = c.var
  const scope = { countyCode }
  const course = await findCourse(db, scope, part.courseId)
  const people = await listParticipants(db, scope, part.courseId)
  if (!course || course.state === 'cancelled') throw invalid([{ pointer: '#/code', detail: OVER }])
  if (!people.some((it) => it.talentId === talentId)) throw notNow(...notListed(course.name))
  const entered = (await listCourseAttendances(db, scope, course.id)).find(
    (it) => it.talentId === talentId && it.courseSessionId === part.id,
  )
  if (entered && entered.status !== 'present') throw notNow(...ENTERED_OTHERWISE)
  return { course: course.name, isAgain: entered !== undefined }
}

const WRONG = {
  zh: '签到码不对。请看清授课现场显示的 6 位数字后重新输入。',
  en: 'The code is wrong: type the six figures that are shown in the room.',
}
const OVER = {
  zh: '签到码已失效。请向授课老师要新的签到码，或请老师按名单登记。',
  en: 'The code has ended. Ask the trainer for a new one, or to enter you by list.',
}
const notListed = (course: string) =>
  [
    `您不在“${course}”的学员名单上，没有签到。请告诉授课老师，由主办单位加入名单。`,
    `You are not on the list of “${course}” and were not signed in. Tell the trainer; its office adds you.`,
  ] as const
const ENTERED_OTHERWISE = [
  '老师已为您登记为缺勤或请假，没有签到。如有出入，请当场告诉老师更正。',
  'The trainer entered you as absent or excused, so you were not signed in. Tell them if that is wrong.',
] as const
