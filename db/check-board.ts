import { type RawBuilder, sql } from 'kysely'
import { aboutSome, type Who } from './about-some.ts'
import type { Db } from './connect.ts'
import type { EntryRows } from './cultivation-entries.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

/** Whose quarter, with its days, both included; with ids, aims and names of courses only where it is said. */
export type Asked = { who: Who; quarter: string; from: string; to: string; isNamed?: true }

/**
 * What counts of people in one quarter, in the shape of all their entries but without what only evidence reads
 * (criteria seen, certificates, answers): a board of a thousand people would read years otherwise. Of each person the first
 * day first.
 */
export async function listQuarterEntries(db: Db, scope: Scope, asked: Asked): Promise<EntryRows> {
  const of = (table: string) => aboutSome(scope, table, asked.who)
  const [sessions, items, training, trials, appraisals, attendances] = await Promise.all([
    rows<Row<'sessions'>>(db, sessionsIn(of('mentoringSessions'), asked)),
    rows<Row<'items'>>(db, itemsIn(of('cultivationItems'), asked)),
    rows<Row<'training'>>(db, trainingIn(of('courseParticipants'), asked)),
    rows<Row<'trials'>>(db, trialsIn(of('trialPosts'), asked)),
    rows<Row<'appraisals'>>(db, checksIn(of('appraisals'), asked)),
    rows<Row<'attendances'>>(db, attendanceIn(of('attendances'), asked)),
  ])
  return {
    sessions: filled(sessions, { seen: [] }),
    items: filled(items, { criteria: [] }),
    training: filled(training, { criteria: [], certificate: null }).sort(byDay),
    trials: filled(trials, { evaluation: null }),
    appraisals: filled(appraisals, { grades: {} }),
    attendances,
  }
}

/** What people still have to do. */
export function listOpenItemsAmong(db: Db, scope: Scope, talentIds: readonly string[]) {
  return db
    .selectFrom('cultivationItems')
    .select(['talentId', 'id', 'aim', 'dueOn'])
    .where(aboutSome(scope, 'cultivationItems', { talentIds }))
    .where('state', '=', 'open')
    .execute()
}

/** Whether the person holds a post on trial now. */
export async function isOnTrial(db: Db, scope: Scope, talentId: string): Promise<boolean> {
  const row = await db
    .selectFrom('trialPosts')
    .select('id')
    .where(aboutTalentsIn(scope, 'trialPosts'))
    .where('talentId', '=', talentId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return row !== undefined
}

/** Who looks after these people now. */
export function listMentorsAmong(db: Db, scope: Scope, talentIds: readonly string[]) {
  return db
    .selectFrom('mentorships')
    .innerJoin('accounts', (join) =>
      join
        .onRef('accounts.countyCode', '=', 'mentorships.countyCode')
        .onRef('accounts.id', '=', 'mentorships.mentorId'),
    )
    .select(['mentorships.talentId', 'accounts.id', 'accounts.name', 'accounts.position'])
    .where(aboutSome(scope, 'mentorships', { talentIds }))
    .where('mentorships.endedOn', 'is', null)
    .orderBy('accounts.name')
    .execute()
}

type Standing = {
  kind: 'mentor' | 'quarter' | 'year'
  period: string
  accountId?: string | undefined
  townshipCode?: string | undefined
}

/** People of whom an opinion, a check or a conclusion of the period stands; of opinions, those of one account. */
export async function listAppraised(db: Db, scope: Scope, asked: Standing): Promise<Set<string>> {
  const { kind, period, accountId, townshipCode } = asked
  const of =
    townshipCode === undefined
      ? aboutTalentsIn(scope, 'appraisals')
      : aboutSome(scope, 'appraisals', { townshipCode })
  const found = await rows<{ talentId: string }>(
    db,
    sql`select ${columns(['talentId'])} from ${sql.table('appraisals')}
      where ${of} and ${sql.ref('period')} = ${period}
      and ${sql.ref('kind')} = ${kind} and ${sql.ref('supersededAt')} is null
      and ${accountId === undefined ? sql`1 = 1` : sql`${sql.ref('accountId')} = ${accountId}`}`,
  )
  return new Set(found.map(({ talentId }) => talentId))
}

/** Columns that only evidence reads. */
type Left = 'seen' | 'criteria' | 'certificate' | 'evaluation' | 'grades'
type Row<K extends keyof EntryRows> = Omit<EntryRows[K][number], Left>

const byDay = (a: { heldOn: string }, b: { heldOn: string }) => (a.heldOn < b.heldOn ? -1 : 1)

/** The rows themselves: a copy of each takes as long as to read it. */
function filled<R extends object, A extends object>(rows: R[], added: A): (R & A)[] {
  return rows.map((row) => Object.assign(row, added))
}

/**
 * Rows whose columns the statement names itself: the plugin would rename the keys of each anew, which doubles the time of
 * thousands.
 */
async function rows<R>(db: Db, statement: RawBuilder<unknown>): Promise<R[]> {
  const found = await db.withoutPlugins().executeQuery(statement.compile(db))
  return found.rows as R[]
}

const columns = (names: readonly string[]) =>
  sql.join(names.map((name) => sql`${sql.ref(name)} as ${sql.raw(`"${name.split('.').at(-1)}"`)}`))

/** What tells entries apart, which thousands of rows are read faster without. */
const names = ({ isNamed }: Asked, list: readonly string[]) =>
  isNamed ? columns(list) : sql.join(list.map((name) => sql`'' as ${sql.raw(`"${name}"`)}`))

type Of = RawBuilder<unknown>

const sessionsIn = (of: Of, asked: Asked) => sql`
  select ${names(asked, ['id'])}, ${columns(['talentId', 'mentorId', 'heldOn', 'minutes', 'progress'])}
  from ${sql.table('mentoringSessions')}
  where ${of} and ${sql.ref('heldOn')} between ${asked.from} and ${asked.to}
  and ${sql.ref('takenBackAt')} is null
  order by ${sql.ref('talentId')}, ${sql.ref('heldOn')}`

/** An item counts by the day it was done, which lies behind no day it was due where nobody says so. */
const itemsIn = (of: Of, asked: Asked) => sql`
  select ${names(asked, ['id', 'aim'])},
    ${columns(['talentId', 'kind', 'dueOn', 'doneOn', 'state', 'grade'])}
  from ${sql.table('cultivationItems')}
  where ${of} and ${sql.ref('state')} in ('reported', 'done')
  and coalesce(${sql.ref('doneOn')}, ${sql.ref('dueOn')}) between ${asked.from} and ${asked.to}`

/** People first: left to itself SQLite begins with the attendance of the whole county. */
const trainingIn = (of: Of, { from, to, isNamed }: Asked) => sql`
  select ${isNamed ? columns(['courses.name']) : sql`'' as "name"`}, ${columns(['courses.id'])},
    ${columns(['courseParticipants.talentId', 'courses.level', 'courses.state'])},
    ${columns(['courseParticipants.result', 'courseSessions.heldOn'])},
    ${columns(['courseSessions.hours', 'courseAttendances.status'])}
  from ${sql.table('courseParticipants')} cross join ${sql.table('courses')}
  cross join ${sql.table('courseSessions')} cross join ${sql.table('courseAttendances')}
  where ${same('courses', 'courseParticipants')} and ${same('courseSessions', 'courses')}
  and ${same('courseAttendances', 'courseSessions')}
  and ${sql.ref('courses.id')} = ${sql.ref('courseParticipants.courseId')}
  and ${sql.ref('courseSessions.courseId')} = ${sql.ref('courses.id')}
  and ${sql.ref('courseAttendances.courseSessionId')} = ${sql.ref('courseSessions.id')}
  and ${sql.ref('courseAttendances.talentId')} = ${sql.ref('courseParticipants.talentId')}
  and ${of} and ${sql.ref('courses.state')} <> 'cancelled'
  and ${sql.ref('courses.startsOn')} <= ${to} and ${sql.ref('courses.endsOn')} >= ${from}`

const same = (a: string, b: string) =>
  sql`${sql.ref(`${a}.countyCode`)} = ${sql.ref(`${b}.countyCode`)}`

const trialsIn = (of: Of, { from, to }: Asked) => sql`
  select ${columns(['id', 'talentId', 'startsOn', 'endedOn', 'state', 'grade'])}
  from ${sql.table('trialPosts')}
  where ${of} and ${sql.ref('state')} <> 'broken-off' and ${sql.ref('startsOn')} <= ${to}
  and (${sql.ref('endedOn')} is null or ${sql.ref('endedOn')} >= ${from})`

const checksIn = (of: Of, asked: Asked) => sql`
  select ${names(asked, ['id'])}, ${columns(['talentId', 'kind', 'period', 'grade', 'signedAt'])}
  from ${sql.table('appraisals')}
  where ${of} and ${sql.ref('kind')} = 'quarter' and ${sql.ref('period')} = ${asked.quarter}
  and ${sql.ref('supersededAt')} is null`

const attendanceIn = (of: Of, { from, to }: Asked) => sql`
  select ${columns(['talentId', 'month', 'daysDue', 'daysPresent', 'meetingsDue'])},
    ${columns(['meetingsPresent'])}
  from ${sql.table('attendances')}
  where ${of} and ${sql.ref('month')} between ${from.slice(0, 7)} and ${to.slice(0, 7)}`
