import type { Context } from 'hono'
import { listAccounts } from '../../db/accounts.ts'
import {
  countParticipants,
  countPresent,
  listCourseAttendances,
  listParticipants,
} from '../../db/course-participants.ts'
import { listCourseSessions } from '../../db/course-sessions.ts'
import { type Course, listCourses } from '../../db/courses.ts'
import type { CriterionId } from '../../matching/types.ts'
import type { Env } from '../context.ts'
import { placeNames } from '../people-by-id.ts'
import { mayChange, mayEnter } from './course-of.ts'

/** Courses of a year without people by name. */
export async function coursesOf(c: Context<Env>, year: string) {
  const { db, scope } = c.var
  const courses = await listCourses(db, scope, { from: `${year}-01-01`, to: `${year}-12-31` })
  const ids = courses.map(({ id }) => id)
  const parts = Map.groupBy(await listCourseSessions(db, scope, ids), (it) => it.courseId)
  const participants = await countParticipants(db, scope, ids)
  const present = await countPresent(db, scope, ids)
  const names = await placeNames(c)
  const trainers = await namesOfAccounts(c)
  return courses.map((course) => {
    const own = parts.get(course.id) ?? []
    return {
      ...factsOf(course, names),
      trainer: course.trainerId && (trainers.get(course.trainerId)?.name ?? null),
      parts: own.length,
      hours: sum(own.map(({ hours }) => hours)),
      participants: participants.get(course.id) ?? 0,
      entered: own.filter(({ id }) => (present.get(id) ?? 0) > 0).length,
    }
  })
}

/** A course with its parts and the participants whom the account sees. */
export async function courseShown(c: Context<Env>, course: Course) {
  const { db, scope, today, clock } = c.var
  const sessions = await listCourseSessions(db, scope, [course.id])
  const participants = await participantsOf(c, course.id, sessions)
  const all = (await countParticipants(db, scope, [course.id])).get(course.id) ?? 0
  const names = await placeNames(c)
  const trainer = course.trainerId && (await namesOfAccounts(c)).get(course.trainerId)
  const came = participants.filter(({ hours }) => hours > 0)
  return {
    ...factsOf(course, names),
    revision: course.revision,
    criteria: course.criteria as CriterionId[],
    trainer: trainer ? { id: trainer.id, name: trainer.name, position: trainer.position } : null,
    cancelledReason: course.cancelledReason,
    may: { change: mayChange(c, course), enter: mayEnter(c, course) },
    today: today(),
    sessions: sessions.map(({ id, heldOn, fromMinute, hours, topic, place, codeUntil }) => ({
      ...{ id, heldOn, fromMinute, hours, topic, place },
      isAhead: heldOn > today(),
      codeUntil: codeUntil !== null && codeUntil > clock().toISOString() ? codeUntil : null,
    })),
    participants,
    elsewhere: Math.max(0, all - participants.length),
    counted: { people: came.length, hours: sum(came.map(({ hours }) => hours)) },
  }
}

async function participantsOf(
  c: Context<Env>,
  courseId: string,
  sessions: readonly { id: string; hours: number }[],
) {
  const { db, scope } = c.var
  const rows = await listParticipants(db, scope, courseId)
  const entered = Map.groupBy(
    await listCourseAttendances(db, scope, courseId),
    ({ talentId }) => talentId,
  )
  const names = await placeNames(c)
  const hours = new Map(sessions.map((session) => [session.id, session.hours]))
  return rows.map(({ talentId, name, homeVillageCode, homeTownshipCode, ...row }) => {
    const own = entered.get(talentId) ?? []
    const there = own.filter(({ status }) => status === 'present')
    return {
      talent: { id: talentId, name },
      village: names.get(homeVillageCode) ?? homeVillageCode,
      township: names.get(homeTownshipCode) ?? homeTownshipCode,
      attendance: Object.fromEntries(own.map((it) => [it.courseSessionId, it.status])),
      result: row.result,
      certificate: row.certificate,
      hours: sum(there.map(({ courseSessionId }) => hours.get(courseSessionId) ?? 0)),
    }
  })
}

function factsOf(course: Course, names: ReadonlyMap<string, string>) {
  const { id, name, level, townshipCode: code, organiser, place, startsOn, endsOn, state } = course
  const township = code === null ? null : { code, name: names.get(code) ?? code }
  return { id, name, level, township, organiser, place, startsOn, endsOn, state }
}

async function namesOfAccounts({ var: { db, countyCode } }: Context<Env>) {
  const accounts = await listAccounts(db, { countyCode })
  return new Map(accounts.map((account) => [account.id, account]))
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
