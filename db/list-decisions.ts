import { type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import type { ListDecisionTable } from './schema.ts'
import { atVillagesIn, nomineesIn, type Scope } from './scope.ts'

export type ListDecision = Omit<ListDecisionTable, 'countyCode'>

/** What was signed of a village, the latest first, what was taken back as well. */
export async function listDecisionsOf(
  db: Db,
  scope: Scope,
  villageCode: string,
): Promise<ListDecision[]> {
  const rows = await decisions(db, scope)
    .selectAll()
    .where('villageCode', '=', villageCode)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(parsed)
}

/** The latest that was not taken back, of some villages or of all of the scope. */
export async function listDecisionsInForce(
  db: Db,
  scope: Scope,
  codes: readonly string[] | null,
): Promise<ListDecision[]> {
  const rows = await decisions(db, scope)
    .selectAll()
    .where('takenBackAt', 'is', null)
    .$if(codes !== null, (it) => it.where('villageCode', 'in', [...codes!, '']))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const latest = Map.groupBy(rows.map(parsed), ({ villageCode }) => villageCode)
  return [...latest.values()].map(([first]) => first!)
}

export async function findListDecision(
  db: Db,
  scope: Scope,
  id: string,
): Promise<ListDecision | undefined> {
  const row = await decisions(db, scope).selectAll().where('id', '=', id).executeTakeFirst()
  return row && parsed(row)
}

export async function insertListDecision(
  db: Db,
  { countyCode }: Scope,
  row: Omit<ListDecision, 'takenBackAt' | 'takenBackBy' | 'takenBackReason'>,
): Promise<void> {
  const open = { takenBackAt: null, takenBackBy: null, takenBackReason: null }
  await db
    .insertInto('listDecisions')
    .values({ ...row, ...open, countyCode })
    .execute()
}

/** A new decision takes the place of those before it, for good: taking the new one back leaves none. */
export async function supersedeListDecisions(
  db: Db,
  scope: Scope,
  villageCode: string,
  takingBack: Pick<ListDecisionTable, 'takenBackAt' | 'takenBackBy' | 'takenBackReason'>,
): Promise<void> {
  await db
    .updateTable('listDecisions')
    .set(takingBack)
    .where(atVillagesIn(scope, 'listDecisions'))
    .where('villageCode', '=', villageCode)
    .where('takenBackAt', 'is', null)
    .execute()
}

/** False when there is none in the scope, or it was taken back before. */
export async function takeBackListDecision(
  db: Db,
  scope: Scope,
  id: string,
  takingBack: Pick<ListDecisionTable, 'takenBackAt' | 'takenBackBy' | 'takenBackReason'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('listDecisions')
    .set(takingBack)
    .where(atVillagesIn(scope, 'listDecisions'))
    .where('id', '=', id)
    .where('takenBackAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Everybody in rounds of a term change that are open; of the latest, when it is closed, whom it chose: what a round
 * settled stays so until the next begins.
 */
export async function listTermChangeNominees(db: Db, scope: Scope) {
  const rows = await db
    .selectFrom('nominees')
    .innerJoin('rounds', (join) =>
      join
        .onRef('rounds.countyCode', '=', 'nominees.countyCode')
        .onRef('rounds.id', '=', 'nominees.roundId'),
    )
    .select(['nominees.id', 'talentId', 'villageCode', 'posts', 'nominees.state', 'outcome'])
    .select(['asked', 'passed', 'objections', 'validUntil'])
    .where(nomineesIn(scope))
    .where('rounds.kind', '=', 'term-change')
    .where((eb) => eb.or([eb('rounds.state', '=', 'open'), isChosenByTheLatest(scope)]))
    .execute()
  return rows
    .map((row) => ({ ...row, posts: JSON.parse(row.posts) as string[] }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What was signed about nominees of those rounds that approves something, or moves them to another seat, in order. */
export async function listTermChangeApprovals(db: Db, scope: Scope) {
  const rows = await db
    .selectFrom('reviewActs')
    .innerJoin('nominees', (join) =>
      join
        .onRef('nominees.countyCode', '=', 'reviewActs.countyCode')
        .onRef('nominees.id', '=', 'reviewActs.nomineeId'),
    )
    .innerJoin('rounds', (join) =>
      join
        .onRef('rounds.countyCode', '=', 'nominees.countyCode')
        .onRef('rounds.id', '=', 'nominees.roundId'),
    )
    .select(['reviewActs.id', 'nomineeId', 'sequence', 'supersedes', 'reviewActs.body'])
    .where(nomineesIn(scope))
    .where('rounds.kind', '=', 'term-change')
    .where('rounds.state', '=', 'open')
    .where('reviewActs.kind', 'in', ['relaxation', 'sanction', 'target'])
    .execute()
  return rows
    .map(({ body, ...row }) => ({ ...row, body: JSON.parse(body) as unknown }))
    .sort((a, b) => a.sequence - b.sequence)
}

function isChosenByTheLatest({ countyCode }: Scope) {
  return sql<SqlBool>`${sql.ref('nominees.outcome')} in ('elected', 'appointed')
    and ${sql.ref('rounds.createdAt')} = (
      select max(${sql.ref('latest.createdAt')}) from ${sql.table('rounds')} as latest
      where ${sql.ref('latest.countyCode')} = ${countyCode} and latest.kind = 'term-change')`
}

function decisions(db: Db, scope: Scope) {
  return db.selectFrom('listDecisions').where(atVillagesIn(scope, 'listDecisions'))
}

function parsed({ countyCode: _, ...row }: ListDecisionTable): ListDecision {
  return row
}
