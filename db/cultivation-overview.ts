import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import { isPostgres } from './engine.ts'
import { inCultivation } from './in-cultivation.ts'
import { aboutTalentsIn, isWholeCounty, ofCounty, type Scope, talentsIn } from './scope.ts'

/**
 * What is counted of people under cultivation, each table read once by an index that holds all of it. Who is told of
 * twenty thousand people joins nothing: rows come by person and meet in memory, which takes half the time of joins.
 */

/** Days are both included. */
export type Span = { from: string; to: string }

/** Everybody under cultivation. */
export async function listHomesInCultivation(db: Db, scope: Scope) {
  const query = db
    .selectFrom('talents')
    .select(['id', 'homeTownshipCode as township', 'homeVillageCode as village', 'status'])
    .where(talentsIn(scope))
    .where(inCultivation(scope))
  return rowsOf(db, query, ['id', 'township', 'village', 'status'])
}

/** How many mentors look after each, and since when the first of them. */
export async function countMentorsOf(db: Db, scope: Scope) {
  const query = db
    .selectFrom('mentorships')
    .select(({ fn }) => [
      'talentId as id',
      fn.min('startedOn').as('since'),
      sql<number>`count(*)`.as('count'),
    ])
    .where(aboutTalentsIn(scope, 'mentorships'))
    .where('endedOn', 'is', null)
    .groupBy('talentId')
  const rows = await rowsOf(db, query, ['id', 'since', 'count'])
  return new Map(rows.map(({ id, since, count }) => [id, { since, count: Number(count) }]))
}

/** Who has a plan that goes on. */
export async function listPlanned(db: Db, scope: Scope): Promise<Set<string>> {
  const query = db
    .selectFrom('cultivationPlans')
    .select('talentId as id')
    .where(aboutTalentsIn(scope, 'cultivationPlans'))
    .where('state', '=', 'active')
  return new Set((await rowsOf(db, query, ['id'])).map(({ id }) => id))
}

/** Meetings of each person in two spans that follow one another, and the last since a day. */
export async function listMeetings(
  db: Db,
  scope: Scope,
  { since, before, now }: { since: string; before: Span; now: Span },
) {
  const within = ({ from, to }: Span) =>
    sql<number>`sum(case when ${sql.ref('heldOn')} between ${from} and ${to} then 1 else 0 end)`
  const query = db
    .selectFrom('mentoringSessions')
    .select(({ fn }) => ['talentId as id', fn.max('heldOn').as('last')])
    .select([within(now).as('now'), within(before).as('before')])
    .where(aboutTalentsIn(scope, 'mentoringSessions'))
    .where('takenBackAt', 'is', null)
    .where('heldOn', '>=', since)
    .groupBy('talentId')
  const rows = await rowsOf(db, query, ['id', 'last', 'now', 'before'])
  return new Map(
    rows.map(({ id, last, now, before }) => [
      id,
      { last, now: Number(now), before: Number(before) },
    ]),
  )
}

/** Items of each person that are open, of them late, and reported. */
export async function listItemCounts(db: Db, scope: Scope, today: string) {
  const when = (condition: ReturnType<typeof sql<SqlBool>>) =>
    sql<number>`sum(case when ${condition} then 1 else 0 end)`
  const [state, dueOn] = [sql.ref('state'), sql.ref('dueOn')]
  const query = db
    .selectFrom('cultivationItems')
    .select([
      'talentId as id',
      when(sql`${state} = 'open'`).as('open'),
      when(sql`${state} = 'open' and ${dueOn} < ${today}`).as('late'),
      when(sql`${state} = 'reported'`).as('reported'),
    ])
    .where(aboutTalentsIn(scope, 'cultivationItems'))
    .where('state', 'in', ['open', 'reported'])
    .groupBy('talentId')
  const rows = await rowsOf(db, query, ['id', 'open', 'late', 'reported'])
  return new Map(
    rows.map(({ id, open, late, reported }) => [
      id,
      { open: Number(open), late: Number(late), reported: Number(reported) },
    ]),
  )
}

/** Hours that each person attended; what was cancelled counts for nothing. */
export async function listHoursOf(db: Db, scope: Scope, year: Span): Promise<Map<string, number>> {
  const query = attended(db, scope, year)
    .select(['there.talentId as id', sql<number>`sum(parts.hours)`.as('count')])
    .groupBy('there.talentId')
  return byPerson(await rowsOf(db, query, ['id', 'count']))
}

/** When the trial post of each person ends that goes on. */
export async function listTrialEnds(db: Db, scope: Scope): Promise<Map<string, string>> {
  const query = db
    .selectFrom('trialPosts')
    .select(({ fn }) => ['talentId as id', fn.min('endsOn').as('ends')])
    .where(aboutTalentsIn(scope, 'trialPosts'))
    .where('state', '=', 'running')
    .groupBy('talentId')
  const rows = await rowsOf(db, query, ['id', 'ends'])
  return new Map(rows.map(({ id, ends }) => [id, ends]))
}

/** Of whom something is signed for a period. */
export async function listAppraisedIn(
  db: Db,
  scope: Scope,
  { kind, period }: { kind: 'mentor' | 'quarter' | 'year'; period: string },
): Promise<Set<string>> {
  const query = db
    .selectFrom('appraisals')
    .select('talentId as id')
    .where(aboutTalentsIn(scope, 'appraisals'))
    .where('kind', '=', kind)
    .where('period', '=', period)
    .where('supersededAt', 'is', null)
  return new Set((await rowsOf(db, query, ['id'])).map(({ id }) => id))
}

/** How much was done on each day. */
export async function listPulse(db: Db, scope: Scope, { from, to }: Span) {
  const meetings = db
    .selectFrom('mentoringSessions')
    .select(['heldOn as id', sql<number>`count(*)`.as('count')])
    .where(aboutTalentsIn(scope, 'mentoringSessions'))
    .where('takenBackAt', 'is', null)
    .where('heldOn', '>=', from)
    .where('heldOn', '<=', to)
    .groupBy('heldOn')
  const items = db
    .selectFrom('cultivationItems')
    .select(['doneOn as id', sql<number>`count(*)`.as('count')])
    .where(aboutTalentsIn(scope, 'cultivationItems'))
    .where('state', '=', 'done')
    .where('doneOn', '>=', from)
    .where('doneOn', '<=', to)
    .groupBy('doneOn')
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
    .select(['parts.heldOn as id', sql<number>`sum(parts.hours * there.people)`.as('count')])
    .where(ofCounty(scope, 'parts'))
    .where('courses.state', '!=', 'cancelled')
    .where('parts.heldOn', '>=', from)
    .where('parts.heldOn', '<=', to)
    .groupBy('parts.heldOn')
  const read = async (query: Expression<unknown>) =>
    byPerson(await rowsOf(db, query, ['id', 'count']))
  return { meetings: await read(meetings), items: await read(items), hours: await read(hours) }
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
 * Rows as one text that is cut up here: twenty thousand rows of an engine cost three times as much. Columns are one word
 * each, and what stands in them has neither a space nor a semicolon: ids, codes, days and numbers.
 */
async function rowsOf<Column extends string>(
  db: Db,
  query: Expression<unknown>,
  columns: readonly Column[],
): Promise<Record<Column, string>[]> {
  const line = sql.join(
    columns.map((column) => sql`coalesce(cast(${sql.ref(`rows.${column}`)} as text), '')`),
    sql` || ' ' || `,
  )
  const joined = isPostgres(db) ? sql`string_agg(${line}, ';')` : sql`group_concat(${line}, ';')`
  const statement = sql<{ text: string | null }>`select ${joined} as text from (${query}) as rows`
  const { rows } = await db.withoutPlugins().executeQuery(statement.compile(db))
  const text = rows[0]?.text
  if (!text) return []
  return text.split(';').map((one) => {
    const values = one.split(' ')
    const row = {} as Record<Column, string>
    for (let at = 0; at < columns.length; at++) row[columns[at]!] = values[at]!
    return row
  })
}

function byPerson(rows: readonly { id: string; count: string }[]): Map<string, number> {
  return new Map(rows.map(({ id, count }) => [id, Number(count)]))
}
