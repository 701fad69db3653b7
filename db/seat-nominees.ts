import { sql } from 'kysely'
import type { Db } from './connect.ts'
import type { Nomination } from './nominations.ts'
import type { Nominee } from './nominees.ts'
import { aboutNomineesIn, nomineesIn, type Scope } from './scope.ts'

/** Whoever is proposed for a seat of the village in a round, in the order of coming in. */
export async function listNomineesAt(
  db: Db,
  scope: Scope,
  { roundId, villageCode }: { roundId: string; villageCode: string },
): Promise<Nominee[]> {
  const rows = await db
    .selectFrom('nominees')
    .selectAll()
    .where(nomineesIn(scope))
    .where('roundId', '=', roundId)
    .where('villageCode', '=', villageCode)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map(({ countyCode: _, posts, ...row }) => ({ ...row, posts: JSON.parse(posts) }))
}

/** The nominations of some nominees that stand, in order. */
export async function listStandingNominations(
  db: Db,
  scope: Scope,
  nominees: readonly string[],
): Promise<Nomination[]> {
  if (nominees.length === 0) return []
  const rows = await db
    .selectFrom('nominations')
    .selectAll()
    .where(aboutNomineesIn(scope, 'nominations'))
    .where('nomineeId', 'in', nominees)
    .where('withdrawnAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map(({ countyCode: _, posts, ...row }) => ({ ...row, posts: JSON.parse(posts) }))
}

export type NomineeInRound = Pick<Nominee, 'id' | 'talentId' | 'villageCode' | 'state' | 'posts'>

/** Everybody of a round by person, or these of them, without what stands about them. */
export async function listNomineesIn(
  db: Db,
  scope: Scope,
  roundId: string,
  talents?: readonly string[],
): Promise<Map<string, NomineeInRound>> {
  if (talents?.length === 0) return new Map()
  const rows = await db
    .selectFrom('nominees')
    .select(['id', 'talentId', 'villageCode', 'state', 'posts'])
    .where(nomineesIn(scope))
    .where('roundId', '=', roundId)
    .$if(talents !== undefined, (it) => it.where('talentId', 'in', talents!))
    // Of two that merged records left, the later of the list counts: the one on its way.
    .orderBy(sql`case state when 'open' then 2 when 'settled' then 1 else 0 end`)
    .execute()
  return new Map(rows.map((row) => [row.talentId, { ...row, posts: JSON.parse(row.posts) }]))
}

/** What an account handed in last, withdrawn ones too, the latest first. */
export async function listNominationsBy(
  db: Db,
  scope: Scope,
  { accountId, most }: { accountId: string; most: number },
): Promise<Nomination[]> {
  const rows = await db
    .selectFrom('nominations')
    .selectAll()
    .where(aboutNomineesIn(scope, 'nominations'))
    .where('createdBy', '=', accountId)
    .where('planId', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ countyCode: _, posts, ...row }) => ({ ...row, posts: JSON.parse(posts) }))
}
