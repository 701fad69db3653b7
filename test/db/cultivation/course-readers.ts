import * as taking from '../../../db/course-participants.ts'
import { listCourseSessions } from '../../../db/course-sessions.ts'
import { findCourse, listCourses } from '../../../db/courses.ts'
import type { Scope } from '../../../db/scope.ts'
import {
  countTrainingHours,
  type HoursAsked,
  listTrainingHours,
} from '../../../db/training-hours.ts'
import { countyCourseId, courseId } from '../county-cultivation.ts'
import type { Seen } from '../oracle.ts'
import type { Probes, Reader } from '../readers.ts'

/** All that people of `county.ts` are called. */
const NAMES = ['吕青', '宋雅楠']
const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const HOURS: HoursAsked = { ...YEAR, owing: ['reserve', 'trial-post'], duty: 24 }

/** Courses themselves with figures of theirs, which name nobody: a township reads those of the county. */
export const COURSE_FACTS: Reader[] = [
  {
    name: 'listCourses',
    read: async (db, scope) => (await listCourses(db, scope, YEAR)).map(({ id }) => id),
    expected: courses,
  },
  {
    name: 'findCourse',
    read: async (db, scope, probes) => {
      const found: string[] = []
      for (const id of idsIn(scope, probes)) if (await findCourse(db, scope, id)) found.push(id)
      return found
    },
    expected: courses,
  },
  {
    name: 'listCourseSessions',
    read: async (db, scope, probes) =>
      (await listCourseSessions(db, scope, idsIn(scope, probes))).map((it) => it.courseId),
    expected: courses,
  },
  {
    name: 'countParticipants',
    read: async (db, scope, probes) =>
      [...(await taking.countParticipants(db, scope, idsIn(scope, probes)))].map(
        ([id, count]) => `${id}: ${count}`,
      ),
    expected: (seen) =>
      counted(taken(seen).map((it) => it.courseId)).map(([id, count]) => `${id}: ${count}`),
  },
  {
    name: 'countPresent',
    read: async (db, scope, probes) =>
      [...(await taking.countPresent(db, scope, idsIn(scope, probes)))].map(
        ([id, count]) => `${id}: ${count}`,
      ),
    expected: (seen) =>
      counted(taken(seen).map((it) => it.courseId)).map(([id, count]) => `${id}-part: ${count}`),
  },
]

/** Who takes part in courses, and hours of the year. */
export const COURSES: Reader[] = [
  {
    name: 'listParticipants',
    read: async (db, scope, probes) => {
      const found: string[] = []
      for (const id of idsIn(scope, probes))
        for (const { talentId } of await taking.listParticipants(db, scope, id))
          found.push(`${id} ${talentId}`)
      return found
    },
    expected: (seen) =>
      named(seen)
        .filter(({ talentId }) => isLiving(seen, talentId))
        .map((it) => `${it.courseId} ${it.talentId}`),
  },
  {
    name: 'listCourseAttendances',
    read: async (db, scope, probes) => {
      const found: string[] = []
      for (const id of idsIn(scope, probes))
        for (const { talentId } of await taking.listCourseAttendances(db, scope, id))
          found.push(`${id} ${talentId}`)
      return found
    },
    expected: (seen) => named(seen).map((it) => `${it.courseId} ${it.talentId}`),
  },
  {
    name: 'listPeopleCalled',
    read: async (db, scope) =>
      (await taking.listPeopleCalled(db, scope, NAMES)).map(({ talentId }) => talentId),
    expected: living,
  },
  {
    name: 'listTrainingHours',
    read: async (db, scope) =>
      (await listTrainingHours(db, scope, HOURS)).people.map(({ id }) => id),
    expected: living,
  },
  {
    name: 'countTrainingHours',
    read: async (db, scope) => {
      const { people } = await countTrainingHours(db, scope, HOURS)
      return people === 0 ? [] : [String(people)]
    },
    expected: (seen) => (living(seen).length === 0 ? [] : [String(living(seen).length)]),
  },
]

const idsIn = ({ countyCode }: Scope, { places }: Probes) => [
  countyCourseId(countyCode),
  ...places.map(courseId),
]

/** The rule of `coursesIn` once more: a trainer those that they keep, a township those that are not of another. */
function courses({ rows, scope }: Seen): string[] {
  const { townshipCode, villageCodes, menteesOf, casesOf, talentId, isWithoutPeople } = scope
  const isOfPlaces = villageCodes === undefined && townshipCode !== ''
  const isOffice = isOfPlaces && casesOf === undefined && talentId === undefined && !isWithoutPeople
  return rows.courses
    .filter((it) => {
      if (menteesOf !== undefined) return it.trainerId === menteesOf
      if (!isOffice) return false
      return townshipCode === undefined || [null, townshipCode].includes(it.townshipCode)
    })
    .map(({ id }) => id)
}

function taken(seen: Seen) {
  const known = new Set(courses(seen))
  return seen.rows.courseParticipants.filter((it) => known.has(it.courseId))
}

/** A trainer reads everybody of their courses, an office its own people, the county all. */
function named(seen: Seen) {
  const { menteesOf, townshipCode } = seen.scope
  const isAll = menteesOf !== undefined || townshipCode === undefined
  return taken(seen).filter(({ talentId }) => isAll || seen.people.has(talentId))
}

function living(seen: Seen): string[] {
  return [...seen.people].filter((id) => isLiving(seen, id))
}

function isLiving({ rows }: Seen, talentId: string): boolean {
  const row = rows.talents.find(({ id }) => id === talentId)
  return row?.erasedAt === null && row.mergedInto === null
}

function counted(ids: readonly string[]): [string, number][] {
  return [...Map.groupBy(ids, (id) => id)].map(([id, all]) => [id, all.length])
}
