import { type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import type { EvaluationAnswerTable, EvaluationTable } from './schema.ts'
import { aboutTalentsIn, ofCounty, type Scope } from './scope.ts'

export type Evaluation = Omit<EvaluationTable, 'countyCode'>
export type Audience = EvaluationAnswerTable['audience']
/** By question: 1 to 5, or null where the person does not know. */
export type Marks = Record<string, number | null>
export type Answer = { audience: Audience; isOnPaper: boolean; marks: Marks }
export type Issued = Record<Audience, number>

export function findEvaluation(db: Db, scope: Scope, id: string): Promise<Evaluation | undefined> {
  return evaluations(db, scope).where('id', '=', id).executeTakeFirst()
}

/** Of these trial posts, the latest first. */
export async function listEvaluationsOf(
  db: Db,
  scope: Scope,
  trialPostIds: readonly string[],
): Promise<Evaluation[]> {
  if (trialPostIds.length === 0) return []
  return evaluations(db, scope)
    .where('trialPostId', 'in', trialPostIds)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertEvaluation(
  db: Db,
  { countyCode }: Scope,
  row: Evaluation,
): Promise<void> {
  await db
    .insertInto('evaluations')
    .values({ ...row, countyCode })
    .execute()
}

/**
 * Closes it, or leaves it as it is: as the first statement of whatever adds answers it makes those of the same moment wait
 * for one another. False when it is not open.
 */
export async function touchEvaluation(
  db: Db,
  scope: Scope,
  id: string,
  change: Partial<Pick<Evaluation, 'state' | 'closesOn'>> = { state: 'open' },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('evaluations')
    .set(change)
    .where(aboutTalentsIn(scope, 'evaluations'))
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** By keyed hashes of what was typed, one for each key: which evaluation it is of, and for whom. */
export function findEvaluationCode(db: Db, scope: Scope, digests: readonly string[]) {
  return db
    .selectFrom('evaluationCodes')
    .select(['evaluationId', 'digest', 'audience', 'isUsed'])
    .where(ofEvaluationsIn(scope, 'evaluationCodes'))
    .where('digest', 'in', digests)
    .executeTakeFirst()
}

export async function insertEvaluationCodes(
  db: Db,
  scope: Scope,
  evaluationId: string,
  codes: readonly { digest: string; audience: Audience }[],
): Promise<void> {
  const { countyCode } = scope
  const rows = codes.map((code) => ({ ...code, countyCode, evaluationId, isUsed: 0 as const }))
  await insertRows(db, scope, 'evaluationCodes', rows)
}

/** Takes codes away that nobody has answered with; answers how many there were of each audience. */
export async function removeUnusedCodes(
  db: Db,
  { countyCode }: Scope,
  evaluationId: string,
): Promise<Issued> {
  const rows = await db
    .deleteFrom('evaluationCodes')
    .where('countyCode', '=', countyCode)
    .where('evaluationId', '=', evaluationId)
    .where('isUsed', '=', 0)
    .returning('audience')
    .execute()
  return counted(rows)
}

/** False when somebody has answered with it, also at the same moment. */
export async function useCode(
  db: Db,
  { countyCode }: Scope,
  { evaluationId, digest }: { evaluationId: string; digest: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('evaluationCodes')
    .set({ isUsed: 1 })
    .where('countyCode', '=', countyCode)
    .where('evaluationId', '=', evaluationId)
    .where('digest', '=', digest)
    .where('isUsed', '=', 0)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** How many people of each audience were asked. */
export async function countIssuedCodes(
  db: Db,
  scope: Scope,
  evaluationId: string,
): Promise<Issued> {
  const rows = await db
    .selectFrom('evaluationCodes')
    .select('audience')
    .where(ofEvaluationsIn(scope, 'evaluationCodes'))
    .where('evaluationId', '=', evaluationId)
    .execute()
  return counted(rows)
}

/** In no order that means anything. */
export async function listEvaluationAnswers(
  db: Db,
  scope: Scope,
  evaluationId: string,
): Promise<Answer[]> {
  const rows = await db
    .selectFrom('evaluationAnswers')
    .select(['audience', 'isOnPaper', 'marks'])
    .where(ofEvaluationsIn(scope, 'evaluationAnswers'))
    .where('evaluationId', '=', evaluationId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    audience: row.audience,
    isOnPaper: row.isOnPaper === 1,
    marks: JSON.parse(row.marks) as Marks,
  }))
}

/**
 * All answers of an evaluation anew, in the order given and under the ids given. SQLite numbers the rows of a table as
 * they come and PostgreSQL keeps which transaction wrote each: one row after another would tell who answered when,
 * whatever their ids. Written together, every row is as old as the others.
 */
export async function rewriteAnswers(
  db: Db,
  scope: Scope,
  evaluationId: string,
  answers: readonly (Answer & { id: string })[],
): Promise<void> {
  const { countyCode } = scope
  await db
    .deleteFrom('evaluationAnswers')
    .where('countyCode', '=', countyCode)
    .where('evaluationId', '=', evaluationId)
    .execute()
  const rows = answers.map(({ id, audience, isOnPaper, marks }) => ({
    ...{ countyCode, id, evaluationId, audience, marks: JSON.stringify(marks) },
    isOnPaper: isOnPaper ? (1 as const) : (0 as const),
  }))
  await insertRows(db, scope, 'evaluationAnswers', rows)
}

function evaluations(db: Db, scope: Scope) {
  return db
    .selectFrom('evaluations')
    .select(['id', 'trialPostId', 'talentId', 'opensOn', 'closesOn'])
    .select(['answersMin', 'state', 'createdAt', 'createdBy'])
    .where(aboutTalentsIn(scope, 'evaluations'))
}

/** Rows that name no person, but the evaluation of one. */
function ofEvaluationsIn(scope: Scope, table: 'evaluationCodes' | 'evaluationAnswers') {
  return sql<SqlBool>`${ofCounty(scope, table)} and ${sql.ref(`${table}.evaluationId`)} in (
    select ${sql.ref('evaluations.id')} from ${sql.table('evaluations')}
    where ${aboutTalentsIn(scope, 'evaluations')})`
}

function counted(rows: readonly { audience: Audience }[]): Issued {
  const of = (audience: Audience) => rows.filter((row) => row.audience === audience).length
  return { colleague: of('colleague'), representative: of('representative') }
}
