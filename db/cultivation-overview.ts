import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { isPostgres } from './engine.ts'
import { inCultivation } from './in-cultivation.ts'
import { aboutTalentsIn, isWholeCounty, ofCounty, type Scope, talentsIn } from './scope.ts'

/**
 * What is counted of people under cultivation, each table read once by an index that holds all of it. Who is told of
 * twenty thousand people joins nothing and sorts nothing by person: people come as lists of ids under what they have in
 * common, a day or a home, and meet in memory, which takes a third of the time.
 */

/** Days are both included. */
export type Span = { from: string; to: string }

/** Everybody under cultivation, by home and status. */
export async function listHomesInCultivation(db: Db, scope: Scope) {
  const query = db
    .selectFrom('talents')
    .select(['homeTownshipCode as township', 'homeVillageCode as village', 'status'])
    .select(idsOf(db, 'talents.id'))
    .where(talentsIn(scope))
    .where(inCultivation(scope))
    .groupBy(['homeTownshipCode', 'homeVillageCode', 'status'])
  return listed(await query.execute())
}

/** Who is looked after, by the day since; whoever has several mentors is there as often. */
export async function listMentored(db: Db, scope: Scope) {
  const query = db
    .selectFrom('mentorships')
    .select(['startedOn as since', idsOf(db, 'talentId')])
    .where(aboutTalentsIn(scope, 'mentorships'))
    .where('endedOn', 'is', null)
    .groupBy('startedOn')
  return listed(await query.execute())
}

/** Who has a plan that goes on. */
export async function listPlanned(db: Db, scope: Scope) {
  const query = db
    .selectFrom('cultivationPlans')
    .select(['state', idsOf(db, 'talentId')])
    .where(aboutTalentsIn(scope, 'cultivationPlans'))
    .where('state', '=', 'active')
    .groupBy('state')
  return listed(await query.execute())
}

/** Who was met on each day since one, the last day last. */
export async function listMeetings(db: Db, scope: Scope, since: string) {
  const heldOn = apart(scope, 'heldOn')
  const query = db
    .selectFrom('mentoringSessions')
    .select([heldOn.as('heldOn'), idsOf(db, 'talentId')])
    .where(aboutTalentsIn(scope, 'mentoringSessions'))
    .where('takenBackAt', 'is', null)
    .where('heldOn', '>=', since)
    .groupBy(heldOn)
    .orderBy(heldOn)
  return listed(await query.execute())
}

/** Whose items are open or reported, by the day when they are due. */
export async function listItemsUnderWay(db: Db, scope: Scope) {
  const dueOn = apart(scope, 'dueOn')
  const query = db
    .selectFrom('cultivationItems')
    .select(['state', dueOn.as('dueOn'), idsOf(db, 'talentId')])
    .where(aboutTalentsIn(scope, 'cultivationItems'))
    .where('state', 'in', ['open', 'reported'])
    .groupBy(['state', dueOn])
  return listed(await query.execute())
}

/** Who attended parts of courses, by the hours of all; what was cancelled counts for nothing. */
export async function listAttended(db: Db, scope: Scope, year: Span) {
  const each = attended(db, scope, year)
    .select(['there.talentId', sql<number>`sum(parts.hours)`.as('hours')])
    .groupBy('there.talentId')
    .as('each')
  const query = db
    .selectFrom(each)
    .select(['hours', idsOf(db, 'talentId')])
    .groupBy('hours')
  return listed(await query.execute())
}

/** Whose trial post goes on, by the day when it ends. */
export async function listTrialEnds(db: Db, scope: Scope) {
  const query = db
    .selectFrom('trialPosts')
    .select(['endsOn', idsOf(db, 'talentId')])
    .where(aboutTalentsIn(scope, 'trialPosts'))
    .where('state', '=', 'running')
    .groupBy('endsOn')
  return listed(await query.execute())
}

/** Of whom something is signed for a period. */
export async function listAppraisedIn(
  db: Db,
  scope: Scope,
  { kind, period }: { kind: 'mentor' | 'quarter' | 'year'; period: string },
) {
  const query = db
    .selectFrom('appraisals')
    .select(['kind', idsOf(db, 'talentId')])
    .where(aboutTalentsIn(scope, 'appraisals'))
    .where('kind', '=', kind)
    .where('period', '=', period)
    .where('supersededAt', 'is', null)
    .groupBy('kind')
  return listed(await query.execute())
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

/** The people of a group as one text; an id has no space. */
function idsOf(db: Db, column: string) {
  const id = sql.ref(column)
  const ids = isPostgres(db)
    ? sql<string>`string_agg(${id}, ' ')`
    : sql<string>`group_concat(${id}, ' ')`
  return ids.as('ids')
}

function listed<Row extends { ids: string }>(rows: readonly Row[]) {
  return rows.map(({ ids, ...row }) => ({ ...row, ids: ids.split(' ') }))
}

function byDay(rows: readonly { day: string; count: number }[]): Map<string, number> {
  return new Map(rows.map(({ day, count }) => [day, Number(count)]))
}
