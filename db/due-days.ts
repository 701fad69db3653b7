import type { Db } from './connect.ts'
import { ofCounty, type Scope } from './scope.ts'

/** Terms that began at the same instant: one stage of a round that was entered; or cases of a round that were opened. */
export type Term = { roundId: string; stage: string | null; since: string }

/** Terms of stages and of cases that began before `start`, the instant at which the day begins, and are over on it or later. */
export async function listTermsOver(
  db: Db,
  scope: Scope,
  { day, start }: { day: string; start: string },
): Promise<Term[]> {
  const stages = await db
    .selectFrom('nominees')
    .select(['roundId', 'stage', 'stageSince as since'])
    .where(ofCounty(scope, 'nominees'))
    .where('state', '=', 'open')
    .where('dueOn', '>=', day)
    .where('stageSince', '<', start)
    .distinct()
    .execute()
  const cases = await db
    .selectFrom('reviewCases')
    .innerJoin('nominees', (join) =>
      join
        .onRef('nominees.countyCode', '=', 'reviewCases.countyCode')
        .onRef('nominees.id', '=', 'reviewCases.nomineeId'),
    )
    .select(['nominees.roundId', 'reviewCases.openedAt as since'])
    .where(ofCounty(scope, 'reviewCases'))
    .where('reviewCases.closedAt', 'is', null)
    .where('reviewCases.answer', 'is', null)
    .where('reviewCases.dueOn', '>=', day)
    .where('reviewCases.openedAt', '<', start)
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
      .where('stageSince', '=', since)
      .execute()
    return
  }
  await db
    .updateTable('reviewCases')
    .set({ dueOn })
    .where(ofCounty(scope, 'reviewCases'))
    .where('closedAt', 'is', null)
    .where('answer', 'is', null)
    .where('openedAt', '=', since)
    .where('nomineeId', 'in', (eb) =>
      eb
        .selectFrom('nominees')
        .select('id')
        .where(ofCounty(scope, 'nominees'))
        .where('roundId', '=', roundId),
    )
    .execute()
}
