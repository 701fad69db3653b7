import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { ofCounty, type Scope } from './scope.ts'

/** Terms that began together: one stage of a round, entered on one day; or cases of a round, opened on one day. */
export type Term = { roundId: string; stage: string | null; since: string }

const dayOf = (column: string) => sql<string>`substr(${sql.ref(column)}, 1, 10)`

/** Terms of stages and of cases on the way of which a day lies. */
export async function listTermsOver(db: Db, scope: Scope, day: string): Promise<Term[]> {
  const stages = await db
    .selectFrom('nominees')
    .select(['roundId', 'stage', dayOf('stageSince').as('since')])
    .where(ofCounty(scope, 'nominees'))
    .where('state', '=', 'open')
    .where('dueOn', '>=', day)
    .where(dayOf('stageSince'), '<', day)
    .distinct()
    .execute()
  const cases = await db
    .selectFrom('reviewCases')
    .innerJoin('nominees', (join) =>
      join
        .onRef('nominees.countyCode', '=', 'reviewCases.countyCode')
        .onRef('nominees.id', '=', 'reviewCases.nomineeId'),
    )
    .select(['nominees.roundId', dayOf('reviewCases.openedAt').as('since')])
    .where(ofCounty(scope, 'reviewCases'))
    .where('reviewCases.closedAt', 'is', null)
    .where('reviewCases.answer', 'is', null)
    .where('reviewCases.dueOn', '>=', day)
    .where(dayOf('reviewCases.openedAt'), '<', day)
    .distinct()
    .execute()
  return [...stages, ...cases.map((one) => ({ ...one, stage: null }))]
}

/** Says when all of a term is due; what was signed, and its revision, are as they were. */
export async function moveTerm(
  db: Db,
  scope: Scope,
  { roundId, stage, since }: Term,
  dueOn: string,
): Promise<void> {
  if (stage !== null) {
    await db
      .updateTable('nominees')
      .set({ dueOn })
      .where(ofCounty(scope, 'nominees'))
      .where('roundId', '=', roundId)
      .where('stage', '=', stage)
      .where('state', '=', 'open')
      .where(dayOf('stageSince'), '=', since)
      .execute()
    return
  }
  await db
    .updateTable('reviewCases')
    .set({ dueOn })
    .where(ofCounty(scope, 'reviewCases'))
    .where('closedAt', 'is', null)
    .where('answer', 'is', null)
    .where(dayOf('openedAt'), '=', since)
    .where('nomineeId', 'in', (eb) =>
      eb
        .selectFrom('nominees')
        .select('id')
        .where(ofCounty(scope, 'nominees'))
        .where('roundId', '=', roundId),
    )
    .execute()
}
