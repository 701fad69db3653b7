import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { isPostgres } from './engine.ts'
import { inCultivation } from './in-cultivation.ts'
import { aboutTalentsIn, isWholeCounty, ofCounty, type Scope, talentsIn } from './scope.ts'

/**
 * What is counted of people under cultivation, each table read once by an index that holds all of it. Who is told of
 * twenty thousand people joins nothing and sorts nothing by person: people come as letters of ids, with a space between them,
 * under what they have in common, a day or a home, and meet in memory, which takes a third of the time.
 */

/** Days are both included. */
export type Span = { from: string; to: string }

/** The people of a group, where few are read or each is needed by id. */
export function idsIn(letters: Uint8Array): string[] {
  return Buffer.from(letters).toString().split(' ')
}

/** Everybody under cultivation, by home and status. */
export function listHomesInCultivation(db: Db, scope: Scope) {
  return db
    .selectFrom('talents')
    .select(['homeTownshipCode as township', 'homeVillageCode as village', 'status'])
    .select(idsOf(db, 'talents.id'))
    .where(talentsIn(scope))
    .where(inCultivation(scope))
    .groupBy(['homeTownshipCode', 'homeVillageCode', 'status'])
    .execute()
}

/** Who is looked after, by the day since, the first day first; whoever has several mentors is there as often. */
export function listMentored(db: Db, scope: Scope) {
  return db
    .selectFrom('mentorships')
    .select(['startedOn as since', idsOf(db, 'talentId')])
    .where(aboutTalentsIn(scope, 'mentorships'))
    .where('endedOn', 'is', null)
    .groupBy('startedOn')
    .orderBy('startedOn')
    .execute()
}

/** Who has a plan that goes on. */
export function listPlanned(db: Db, scope: Scope) {
  return db
    .selectFrom('cultivationPlans')
    .select(['state', idsOf(db, 'talentId')])
    .where(aboutTalentsIn(scope, 'cultivationPlans'))
    .where('state', '=', 'active')
    .groupBy('state')
    .execute()
}

/** Who was met on each day since one, the last day last. */
export function listMeetings(db: Db, scope: Scope, since: string) {
  const heldOn = apart(scope, 'heldOn')
  return db
    .selectFrom('mentoringSessions')
    .select([heldOn.as('heldOn'), idsOf(db, 'talentId')])
    .where(aboutTalentsIn(scope, 'mentoringSessions'))
    .where('takenBackAt', 'is', null)
    .where('heldOn', '>=', since)
    .groupBy(heldOn)
    .orderBy(heldOn)
    .execute()
}

/** Whose items are open or reported, by the day when they are due. */
export function listItemsUnderWay(db: Db, scope: Scope) {
  const dueOn = apart(scope, 'dueOn')
  return db
    .selectFrom('cultivationItems')
    .select(['state', dueOn.as('dueOn'), idsOf(db, 'talentId')])
    .where(aboutTalentsIn(scope, 'cultivationItems'))
    .where('state', 'in', ['open', 'reported'])
    .groupBy(['state', dueOn])
    .execute()
}

/** Who was present at each part of a course, with its hours; what was cancelled counts for nothing. */
export function listAttended(db: Db, scope: Scope, year: Span) {
  return attended(db, scope, year)
    .select(['parts.hours', idsOf(db, 'there.talentId')])
    .groupBy(['parts.id', 'parts.hours'])
    .execute()
}

/** Whose trial post goes on, by the day when it ends, the first day first. */
export function listTrialEnds(db: Db, scope: Scope) {
  return db
    .selectFrom('trialPosts')
    .select(['endsOn', idsOf(db, 'talentId')])
    .where(aboutTalentsIn(scope, 'trialPosts'))
    .where('state', '=', 'running')
    .groupBy('endsOn')
    .orderBy('endsOn')
    .execute()
}

/** Of whom something is signed for a period. */
export function listAppraisedIn(
  db: Db,
  scope: Scope,
  { kind, period }: { kind: 'mentor' | 'quarter' | 'year'; period: string },
) {
  return db
    .selectFrom('appraisals')
    .select(['kind', idsOf(db, 'talentId')])
    .where(aboutTalentsIn(scope, 'appraisals'))
    .where('kind', '=', kind)
    .where('period', '=', period)
    .where('supersededAt', 'is', null)
    .groupBy('kind')
    .execute()
}

/** How much was done on each day. */
export async function listPulse(db: Db, scope: Scope, { from, to }: Span) {
  const [heldOn, doneOn] = [apart(scope, 'heldOn'), apart(scope, 'doneOn')]
  const meetings = db
    .selectFrom('mentoringSessions')
    .select([heldOn.as('day'), sql<number>`count(*)`.as('count')])
    .where(aboutTalentsIn(scope, 'mentoringSessions'))
    .where('takenBackAt', 'is', null)
    .where('heldOn', '>=', from)
    .where('heldOn', '<=', to)
    .groupBy(heldOn)
  const items = db
    .selectFrom('cultivationItems')
    .select([doneOn.as('day'), sql<number>`count(*)`.as('count')])
    .where(aboutTalentsIn(scope, 'cultivationItems'))
    .where('state', '=', 'done')
    .where('doneOn', '>=', from)
    .where('doneOn', '<=', to)
    .groupBy(doneOn)
  // Counted by part first, which one index tells; the parts are few.
  const there = db
    .selectFrom('courseAttendances')
    .select(({ fn }) => ['courseSessionId', fn.countAll().as('people')])
    .where(aboutTalentsIn(scope, 'courseAttendances'))
    .where('status', '=', 'present')
    .groupBy('courseSessionId')
    .as('there')
  const hours = db
    .selectFrom('courseSessions as parts')
    .innerJoin('courses', (join) =>
      join
        .onRef('courses.countyCode', '=', 'parts.countyCode')
        .onRef('courses.id', '=', 'parts.courseId'),
    )
    .innerJoin(there, (join) => join.onRef('there.courseSessionId', '=', 'parts.id'))
    .select(['parts.heldOn as day', sql<number>`sum(parts.hours * there.people)`.as('count')])
    .where(ofCounty(scope, 'parts'))
    .where('courses.state', '!=', 'cancelled')
    .where('parts.heldOn', '>=', from)
    .where('parts.heldOn', '<=', to)
    .groupBy('parts.heldOn')
  return {
    meetings: byDay(await meetings.execute()),
    items: byDay(await items.execute()),
    hours: byDay(await hours.execute()),
  }
}

/**
 * Who was present at parts of courses. Of the whole county the few parts come first, of fewer people those people: the
 * other way round either takes many times as long.
 */
function attended(db: Db, scope: Scope, { from, to }: Span) {
  const both = isWholeCounty(scope)
    ? db
        .selectFrom('courseSessions as parts')
        .crossJoin('courses')
        .crossJoin('courseAttendances as there')
    : db
        .selectFrom('courseAttendances as there')
        .crossJoin('courseSessions as parts')
        .crossJoin('courses')
  return both
    .where(aboutTalentsIn(scope, 'there'))
    .where(ofCounty(scope, 'parts'))
    .where(ofCounty(scope, 'courses'))
    .whereRef('there.courseSessionId', '=', 'parts.id')
    .whereRef('courses.id', '=', 'parts.courseId')
    .where('there.status', '=', 'present')
    .where('parts.heldOn', '>=', from)
    .where('parts.heldOn', '<=', to)
    .where('courses.state', '!=', 'cancelled')
}

/**
 * The column to group by. The index by it goes through the whole county; where few people are looked for, it is hidden
 * so that the index by person serves.
 */
function apart(scope: Scope, column: string) {
  return isWholeCounty(scope)
    ? sql<string>`${sql.ref(column)}`
    : sql<string>`${sql.ref(column)} || ''`
}

/** The people of a group as the letters of one text; an id has no space. */
function idsOf(db: Db, column: string) {
  const id = sql.ref(column)
  const ids = isPostgres(db)
    ? sql<Uint8Array>`convert_to(string_agg(${id}, ' '), 'UTF8')`
    : sql<Uint8Array>`cast(group_concat(${id}, ' ') as blob)`
  return ids.as('ids')
}

function byDay(rows: readonly { day: string; count: number }[]): Map<string, number> {
  return new Map(rows.map(({ day, count }) => [day, Number(count)]))
}
