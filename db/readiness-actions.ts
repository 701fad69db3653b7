import { sql } from 'kysely'
import type { Db } from './connect.ts'
import type { ReadinessActionTable } from './schema.ts'
import { atVillagesIn, type Scope } from './scope.ts'

export type ReadinessAction = Omit<ReadinessActionTable, 'countyCode'>

export async function findReadinessAction(
  db: Db,
  scope: Scope,
  id: string,
): Promise<ReadinessAction | undefined> {
  const row = await actions(db, scope).selectAll().where('id', '=', id).executeTakeFirst()
  return row && parsed(row)
}

/** Of a village, the latest first. */
export async function listReadinessActionsOf(
  db: Db,
  scope: Scope,
  villageCode: string,
): Promise<ReadinessAction[]> {
  const rows = await actions(db, scope)
    .selectAll()
    .where('villageCode', '=', villageCode)
    .orderBy('assignedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(parsed)
}

/** Open: nobody logged it or dropped it; late: open behind its day. */
export type ActionState = 'open' | 'late' | 'done' | 'dropped'
export type ActionsAsked = {
  today: string
  state?: ActionState | undefined
  /** Villages that are asked for; all of the scope when it is left out. */
  codes?: readonly string[] | undefined
  assigneeId?: string | undefined
}

/** What is open by the day on which it is due, what is closed by when it was. */
export async function pageOfReadinessActions(
  db: Db,
  scope: Scope,
  { limit, offset, ...asked }: ActionsAsked & { limit: number; offset: number },
): Promise<ReadinessAction[]> {
  const isOver = asked.state === 'done' || asked.state === 'dropped'
  const rows = await sought(db, scope, asked)
    .selectAll()
    .$if(isOver, (it) => it.orderBy('closedAt', 'desc'))
    .$if(!isOver, (it) => it.orderBy(sql`coalesce(${sql.ref('dueOn')}, '9999')`))
    .orderBy('assignedAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(parsed)
}

export async function countReadinessActions(
  db: Db,
  scope: Scope,
  asked: ActionsAsked,
): Promise<Record<ActionState, number>> {
  const counts = { open: 0, late: 0, done: 0, dropped: 0 }
  const of = (state: ActionState) =>
    sql<number>`sum(case when ${stateIs(state, asked.today)} then 1 else 0 end)`
  const row = await sought(db, scope, { ...asked, state: undefined })
    .select([of('open').as('open'), of('late').as('late')])
    .select([of('done').as('done'), of('dropped').as('dropped')])
    .executeTakeFirst()
  for (const state of ['open', 'late', 'done', 'dropped'] as const)
    counts[state] = Number(row?.[state] ?? 0)
  return counts
}

/** All that is open about one indicator of some villages. */
export async function listOpenActionsAbout(
  db: Db,
  scope: Scope,
  { codes, indicator }: Pick<ReadinessAction, 'indicator'> & { codes: readonly string[] },
): Promise<ReadinessAction[]> {
  const rows = await actions(db, scope)
    .selectAll()
    .where('villageCode', 'in', [...codes, ''])
    .where('indicator', '=', indicator)
    .where('closedAt', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(parsed)
}

/** When something was last logged about indicators of some villages, the latest last. */
export function listClosedActions(db: Db, scope: Scope, codes: readonly string[]) {
  return actions(db, scope)
    .select(['id', 'villageCode', 'indicator', 'closedAt'])
    .where('villageCode', 'in', [...codes, ''])
    .where('closedAt', 'is not', null)
    .where('isDropped', '=', 0)
    .orderBy('closedAt')
    .orderBy('id')
    .$narrowType<{ closedAt: string }>()
    .execute()
}

export async function insertReadinessActions(
  db: Db,
  { countyCode }: Scope,
  rows: readonly ReadinessAction[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await db
      .insertInto('readinessActions')
      .values(rows.slice(at, at + AT_ONCE).map((row) => ({ ...row, countyCode })))
      .execute()
}

/** Sixteen values each, of the 32,766 that SQLite takes. */
const AT_ONCE = 1_000

export type ActionChange = Partial<
  Omit<ReadinessAction, 'id' | 'villageCode' | 'indicator' | 'assignedAt' | 'assignedBy'>
>

/** False when it is not in the scope, changed since that revision, or is closed. */
export async function updateReadinessAction(
  db: Db,
  scope: Scope,
  { id, revision }: Pick<ReadinessAction, 'id' | 'revision'>,
  change: Omit<ActionChange, 'revision'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('readinessActions')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where(atVillagesIn(scope, 'readinessActions'))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function sought(db: Db, scope: Scope, { today, state, codes, assigneeId }: ActionsAsked) {
  return actions(db, scope)
    .$if(state !== undefined, (it) => it.where(stateIs(state!, today)))
    .$if(codes !== undefined, (it) => it.where('villageCode', 'in', [...codes!, '']))
    .$if(assigneeId !== undefined, (it) => it.where('assigneeId', '=', assigneeId!))
}

function stateIs(state: ActionState, today: string) {
  const [closed, dropped, due] = [sql.ref('closedAt'), sql.ref('isDropped'), sql.ref('dueOn')]
  if (state === 'done') return sql<boolean>`(${closed} is not null and ${dropped} = 0)`
  if (state === 'dropped') return sql<boolean>`(${closed} is not null and ${dropped} = 1)`
  if (state === 'late') return sql<boolean>`(${closed} is null and ${due} < ${today})`
  return sql<boolean>`(${closed} is null)`
}

function actions(db: Db, scope: Scope) {
  return db.selectFrom('readinessActions').where(atVillagesIn(scope, 'readinessActions'))
}

function parsed({ countyCode: _, ...row }: ReadinessActionTable): ReadinessAction {
  return row
}
