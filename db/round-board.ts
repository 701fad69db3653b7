import { type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import { caseCount, numbers } from './nominee-lists.ts'
import { nomineesIn, type Scope } from './scope.ts'

/** How many nominees of a round stand where: one grouped statement over its index. */
export async function listBoardCells(
  db: Db,
  scope: Scope,
  { roundId, today }: { roundId: string; today: string },
) {
  const isLate = sql<SqlBool>`${sql.ref('dueOn')} < ${today}`
  const rows = await db
    .selectFrom('nominees')
    .select(({ fn }) => [
      ...(['townshipCode', 'state', 'stage', 'outcome', 'waitsFor'] as const),
      fn.countAll().as('count'),
      caseCount(isLate).as('late'),
      fn.min('stageSince').as('oldestSince'),
    ])
    .where(nomineesIn(scope))
    .where('roundId', '=', roundId)
    .groupBy(['townshipCode', 'state', 'stage', 'outcome', 'waitsFor'])
    .execute()
  return rows.map(({ count, late, ...row }) => ({ ...row, ...numbers({ count, late }) }))
}

/** From which day to which those who are settled were on the way, and how many of each. */
export async function listDaysOnTheWay(db: Db, scope: Scope, roundId: string) {
  const dayOf = (column: string) => sql<string>`substr(${sql.ref(column)}, 1, 10)`
  const rows = await db
    .selectFrom('nominees')
    .select(({ fn }) => [
      dayOf('createdAt').as('from'),
      dayOf('stageSince').as('to'),
      fn.countAll().as('count'),
    ])
    .where(nomineesIn(scope))
    .where('roundId', '=', roundId)
    .where('state', '=', 'settled')
    .groupBy([dayOf('createdAt'), dayOf('stageSince')])
    .execute()
  return rows.map(({ from, to, count }) => ({ from, to, count: Number(count) }))
}

/** Open nominees of a round, a few at a time. */
export async function listOpenNominees(
  db: Db,
  scope: Scope,
  roundId: string,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('nominees')
    .select('id')
    .where(nomineesIn(scope))
    .where('roundId', '=', roundId)
    .where('state', '=', 'open')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** How many nominees of a round are open at which stage. */
export async function countOpenByStage(db: Db, scope: Scope, roundId: string) {
  const rows = await db
    .selectFrom('nominees')
    .select(({ fn }) => ['stage', fn.countAll().as('count')])
    .where(nomineesIn(scope))
    .where('roundId', '=', roundId)
    .where('state', '=', 'open')
    .groupBy('stage')
    .execute()
  return new Map(rows.map(({ stage, count }) => [stage, Number(count)]))
}
