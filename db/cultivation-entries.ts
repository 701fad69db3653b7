import { type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import { isPostgres } from './engine.ts'
import { type Answer, listEvaluationAnswers } from './evaluations.ts'
import type { EvidenceTable } from './schema.ts'
import { aboutTalentsIn, type Scope } from './scope.ts'

type Tables =
  | 'mentoringSessions'
  | 'cultivationItems'
  | 'courseParticipants'
  | 'trialPosts'
  | 'appraisals'
  | 'attendances'

/**
 * Whoever else works evidence of the county out waits until the transaction ends, and then reads what it wrote: two that
 * change entries of one person at the same moment would each count without the other. First of all in a transaction,
 * so that nobody waits in a ring. SQLite lets one write at a time anyway.
 */
export async function holdEntries(transaction: Db, { countyCode }: Scope): Promise<void> {
  if (!isPostgres(transaction)) return
  await sql`select pg_advisory_xact_lock(hashtext(${`${countyCode}/entries`}))`.execute(transaction)
}

/** Everything that counts of the cultivation of people, by kind: nothing taken back, dropped, cancelled or superseded. */
export async function listEntries(db: Db, scope: Scope, ids: readonly string[]) {
  return {
    sessions: await listCountedSessions(db, scope, ids),
    items: await listCountedItems(db, scope, ids),
    training: await listCountedTraining(db, scope, ids),
    trials: await listCountedTrials(db, scope, ids),
    appraisals: await listCountedAppraisals(db, scope, ids),
    attendances: await listCountedAttendances(db, scope, ids),
  }
}
export type EntryRows = Awaited<ReturnType<typeof listEntries>>

async function listCountedSessions(db: Db, scope: Scope, ids: readonly string[]) {
  const rows = await db
    .selectFrom('mentoringSessions')
    .select(['id', 'talentId', 'mentorId', 'heldOn', 'minutes', 'progress', 'seen'])
    .where(of(scope, 'mentoringSessions', ids))
    .where('takenBackAt', 'is', null)
    .execute()
  return sorted(rows, 'talentId', 'heldOn', 'id').map((row) => ({
    ...row,
    seen: JSON.parse(row.seen) as string[],
  }))
}

async function listCountedItems(db: Db, scope: Scope, ids: readonly string[]) {
  const rows = await db
    .selectFrom('cultivationItems')
    .select(['id', 'talentId', 'kind', 'aim', 'dueOn', 'doneOn', 'criteria', 'state', 'grade'])
    .where(of(scope, 'cultivationItems', ids))
    .where('state', 'in', ['reported', 'done'])
    .execute()
  return sorted(rows, 'talentId', 'id').map((row) => ({
    ...row,
    criteria: JSON.parse(row.criteria) as string[],
  }))
}

/** People first: left to itself SQLite begins with the attendance of the whole county. */
async function listCountedTraining(db: Db, scope: Scope, ids: readonly string[]) {
  const rows = await db
    .selectFrom('courseParticipants')
    .crossJoin('courses')
    .crossJoin('courseSessions')
    .crossJoin('courseAttendances')
    .whereRef('courses.countyCode', '=', 'courseParticipants.countyCode')
    .whereRef('courses.id', '=', 'courseParticipants.courseId')
    .whereRef('courseSessions.countyCode', '=', 'courses.countyCode')
    .whereRef('courseSessions.courseId', '=', 'courses.id')
    .whereRef('courseAttendances.countyCode', '=', 'courseSessions.countyCode')
    .whereRef('courseAttendances.courseSessionId', '=', 'courseSessions.id')
    .whereRef('courseAttendances.talentId', '=', 'courseParticipants.talentId')
    .select(['courses.id', 'courseParticipants.talentId', 'courses.name', 'courses.level'])
    .select(['courses.criteria', 'courses.state', 'courseParticipants.result'])
    .select(['courseParticipants.certificate', 'courseSessions.heldOn', 'courseSessions.hours'])
    .select(['courseAttendances.status', 'courseSessions.id as part'])
    .where(of(scope, 'courseParticipants', ids))
    .where('courses.state', '!=', 'cancelled')
    .execute()
  return sorted(rows, 'talentId', 'id', 'heldOn', 'part').map((row) => ({
    ...row,
    criteria: JSON.parse(row.criteria) as string[],
  }))
}

async function listCountedTrials(db: Db, scope: Scope, ids: readonly string[]) {
  const trials = await db
    .selectFrom('trialPosts')
    .select(['id', 'talentId', 'startsOn', 'endedOn', 'state', 'grade'])
    .where(of(scope, 'trialPosts', ids))
    .where('state', '!=', 'broken-off')
    .execute()
  const evaluations = await db
    .selectFrom('evaluations')
    .select(['id', 'trialPostId', 'closesOn', 'answersMin'])
    .where(of(scope, 'evaluations', ids))
    .where('state', '=', 'closed')
    .execute()
  const latest = new Map(sorted(evaluations, 'closesOn', 'id').map((one) => [one.trialPostId, one]))
  const answers = new Map<string, Answer[]>()
  for (const { id } of latest.values()) answers.set(id, await listEvaluationAnswers(db, scope, id))
  return sorted(trials, 'talentId', 'startsOn', 'id').map((trial) => {
    const evaluation = latest.get(trial.id)
    const given = evaluation && { ...evaluation, answers: answers.get(evaluation.id)! }
    return { ...trial, evaluation: given ?? null }
  })
}

async function listCountedAppraisals(db: Db, scope: Scope, ids: readonly string[]) {
  const rows = await db
    .selectFrom('appraisals')
    .select(['id', 'talentId', 'kind', 'period', 'grades', 'grade', 'signedAt'])
    .where(of(scope, 'appraisals', ids))
    .where('supersededAt', 'is', null)
    .where('kind', 'in', ['quarter', 'year'])
    .execute()
  return sorted(rows, 'talentId', 'period', 'id').map((row) => ({
    ...row,
    grades: JSON.parse(row.grades) as Record<string, string | null>,
  }))
}

function listCountedAttendances(db: Db, scope: Scope, ids: readonly string[]) {
  return db
    .selectFrom('attendances')
    .select(['talentId', 'month', 'daysDue', 'daysPresent', 'meetingsDue', 'meetingsPresent'])
    .where(of(scope, 'attendances', ids))
    .orderBy('talentId')
    .orderBy('month')
    .execute()
}

/** Evidence of people that follows from entries, as it is stored. */
export async function listDerivedEvidence(db: Db, scope: Scope, ids: readonly string[]) {
  const rows = await db
    .selectFrom('evidence')
    .selectAll()
    .where(of(scope, 'evidence', ids))
    .where('entryKind', 'is not', null)
    .execute()
  return sorted(rows, 'id')
}

export async function removeEvidenceOf(db: Db, scope: Scope, ids: readonly string[]) {
  if (ids.length === 0) return
  await db
    .deleteFrom('evidence')
    .where(aboutTalentsIn(scope, 'evidence'))
    .where('id', 'in', ids)
    .execute()
}

export type DerivedRow = Omit<EvidenceTable, 'countyCode'>

/** Ids of people with an entry, after one of them, for working all evidence out anew. */
export async function pageOfCultivated(
  db: Db,
  scope: Scope,
  after: string,
  limit: number,
): Promise<string[]> {
  const { countyCode } = scope
  const some = (table: Tables | 'evidence') =>
    db
      .selectFrom(table)
      .select('talentId')
      .distinct()
      .where('countyCode', '=', countyCode)
      .where('talentId', '>', after)
      .orderBy('talentId')
      .limit(limit)
  const pages = await Promise.all([
    some('mentoringSessions').execute(),
    some('cultivationItems').execute(),
    some('courseParticipants').execute(),
    some('trialPosts').execute(),
    some('appraisals').execute(),
    some('attendances').execute(),
    some('evidence').where('entryKind', 'is not', null).execute(),
  ])
  const ids = new Set(pages.flatMap((page) => page.map(({ talentId }) => talentId)))
  return [...ids].sort().slice(0, limit)
}

function of(scope: Scope, table: string, ids: readonly string[]) {
  const among =
    ids.length === 0
      ? sql<SqlBool>`1 = 0`
      : sql<SqlBool>`${sql.ref(`${table}.talentId`)} in (${sql.join(ids)})`
  return sql<SqlBool>`${aboutTalentsIn(scope, table)} and ${among}`
}

/** Put in order here: asked for an order by id, SQLite walks the key of the whole county instead of the people's index. */
function sorted<Row extends object>(rows: Row[], ...keys: (keyof Row & string)[]): Row[] {
  return rows.sort((a, b) => {
    const key = keys.find((one) => a[one] !== b[one])
    return key === undefined ? 0 : a[key] < b[key] ? -1 : 1
  })
}
