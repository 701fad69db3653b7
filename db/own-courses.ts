import type { Db } from './connect.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

/** Courses that one person takes or took part in, cancelled ones among them; the latest first. */
export function listCoursesTakenBy(db: Db, scope: Scope, talentId: string) {
  return db
    .selectFrom('courseParticipants')
    .innerJoin('courses', (join) =>
      join
        .onRef('courses.countyCode', '=', 'courseParticipants.countyCode')
        .onRef('courses.id', '=', 'courseParticipants.courseId'),
    )
    .select(['courses.id', 'courses.name', 'courses.level', 'courses.organiser', 'courses.place'])
    .select(['courses.startsOn', 'courses.endsOn', 'courses.state', 'courses.cancelledReason'])
    .select(['courseParticipants.result', 'courseParticipants.certificate'])
    .where(aboutTalentsIn(scope, 'courseParticipants'))
    .where('courseParticipants.talentId', '=', talentId)
    .orderBy('courses.startsOn', 'desc')
    .orderBy('courses.id')
    .execute()
}

/** The parts of those courses by day, with what was entered for the person; null: nothing yet. */
export function listPartsTakenBy(db: Db, scope: Scope, talentId: string) {
  return db
    .selectFrom('courseParticipants')
    .innerJoin('courseSessions', (join) =>
      join
        .onRef('courseSessions.countyCode', '=', 'courseParticipants.countyCode')
        .onRef('courseSessions.courseId', '=', 'courseParticipants.courseId'),
    )
    .leftJoin('courseAttendances', (join) =>
      join
        .onRef('courseAttendances.countyCode', '=', 'courseSessions.countyCode')
        .onRef('courseAttendances.courseSessionId', '=', 'courseSessions.id')
        .onRef('courseAttendances.talentId', '=', 'courseParticipants.talentId'),
    )
    .select(['courseSessions.courseId', 'courseSessions.heldOn', 'courseSessions.hours'])
    .select(['courseSessions.topic', 'courseAttendances.status'])
    .where(aboutTalentsIn(scope, 'courseParticipants'))
    .where('courseParticipants.talentId', '=', talentId)
    .orderBy('courseSessions.heldOn')
    .orderBy('courseSessions.id')
    .execute()
}
