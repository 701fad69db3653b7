import type { Db } from './connect.ts'
import type { NomineeTable } from './schema.ts'
import { nomineesIn, type Scope } from './scope.ts'

export type RoundOutcome = Pick<
  NomineeTable,
  'talentId' | 'state' | 'outcome' | 'termStartsOn' | 'termEndsOn'
> & { villageCode: string; posts: string[] }

/** Whoever is on the way to a seat of a village in a round, or came to an outcome there. */
export async function listRoundOutcomes(
  db: Db,
  scope: Scope,
  roundId: string,
): Promise<RoundOutcome[]> {
  const rows = await db
    .selectFrom('nominees')
    .select(['talentId', 'villageCode', 'posts', 'state', 'outcome', 'termStartsOn', 'termEndsOn'])
    .where(nomineesIn(scope))
    .where('roundId', '=', roundId)
    .where('villageCode', 'is not', null)
    .where('state', 'in', ['open', 'settled'])
    .orderBy('villageCode')
    .orderBy('talentId')
    .execute()
  return rows.map(({ posts, villageCode, ...row }) => ({
    ...row,
    villageCode: villageCode!,
    posts: JSON.parse(posts) as string[],
  }))
}
