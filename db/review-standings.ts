import type { Db } from './connect.ts'
import { nomineesIn, type Scope } from './scope.ts'

/** What departments were asked about people put forward for villages in open rounds of the term change; one row a case. */
export async function listReviewStandings(
  db: Db,
  scope: Scope,
  codes: readonly string[] | null = null,
) {
  return db
    .selectFrom('nominees')
    .innerJoin('rounds', (join) =>
      join
        .onRef('rounds.countyCode', '=', 'nominees.countyCode')
        .onRef('rounds.id', '=', 'nominees.roundId'),
    )
    .leftJoin('reviewCases', (join) =>
      join
        .onRef('reviewCases.countyCode', '=', 'nominees.countyCode')
        .onRef('reviewCases.nomineeId', '=', 'nominees.id'),
    )
    .select(['nominees.id as nomineeId', 'nominees.villageCode'])
    .select(['reviewCases.id as caseId', 'reviewCases.dueOn', 'answer', 'answeredAt'])
    .select(['reviewCases.validUntil', 'reviewCases.closedAt'])
    .where(nomineesIn(scope))
    .where('rounds.kind', '=', 'term-change')
    .where('rounds.state', '=', 'open')
    .where('nominees.state', 'in', ['open', 'settled'])
    .where('nominees.villageCode', 'is not', null)
    .$if(codes !== null, (it) => it.where('nominees.villageCode', 'in', [...codes!, '']))
    .orderBy('nominees.id')
    .orderBy('reviewCases.id')
    .execute()
}
