import { type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import { type Scope, talentsIn } from './scope.ts'

export const REASONS = ['id-number', 'name-birth-village', 'name-birth'] as const
export type Because = (typeof REASONS)[number]

export type Alike = { name: string; bornOn: string | null; homeVillageCode: string }

/** People of the scope with the same name, birth month and home; nobody when the birth is not known. */
export async function listAlike(db: Db, scope: Scope, { name, bornOn, homeVillageCode }: Alike) {
  if (bornOn === null) return []
  const rows = await db
    .selectFrom('talents')
    .select('id')
    .where(talentsIn(scope))
    .where('erasedAt', 'is', null)
    .where('name', '=', name)
    .where('homeVillageCode', '=', homeVillageCode)
    .where(sql<SqlBool>`substr(${sql.ref('bornOn')}, 1, 7) = ${bornOn.slice(0, 7)}`)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Pairs of the scope that may be one human being, the surest reason first: the same identity number; the same name,
 * birth month and home; the same name and birth month. Not those of whom somebody said that they are two, nor those
 * whose numbers are both known and differ.
 */
export async function listDuplicates(
  db: Db,
  scope: Scope,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const { countyCode } = scope
  const [rank = '-1', a = '', b = ''] = after?.split('~') ?? []
  const { rows } = await sql<{ rank: number; a: string; b: string }>`
    with seen as materialized (
      select talents.id, talents.name, substr(talents.born_on, 1, 7) as month,
        talents.home_village_code as village, numbers.digest
      from talents left join private_fields numbers on numbers.county_code = talents.county_code
        and numbers.talent_id = talents.id and numbers.field = 'id-number'
      where ${talentsIn(scope)} and talents.erased_at is null),
    pairs as (
      select 0 as rank, one.id as a, other.id as b
      from seen one join seen other on one.digest = other.digest and one.id < other.id
      union all
      select case when one.village = other.village then 1 else 2 end, one.id, other.id
      from seen one join seen other on one.name = other.name and one.month = other.month and one.id < other.id
      where one.digest is null or other.digest is null)
    select rank, a, b from pairs
    where (rank, a, b) > (${Number(rank)}, ${a}, ${b}) and not exists (
      select 1 from duplicate_answers answers where answers.county_code = ${countyCode}
        and answers.talent_id = a and answers.other_id = b)
    order by rank, a, b limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    pairs: page.map(({ rank, a, b }) => ({ a, b, because: REASONS[Number(rank)]! })),
    next: rows.length > limit && last ? `${last.rank}~${last.a}~${last.b}` : null,
  }
}

/** Somebody said that these two are different people; saying it twice changes nothing. */
export async function insertAnswer(
  db: Db,
  { countyCode }: Scope,
  pair: readonly [string, string],
  by: { at: string; accountId: string },
): Promise<void> {
  const [talentId, otherId] = pair.toSorted() as [string, string]
  await db
    .insertInto('duplicateAnswers')
    .values({ countyCode, talentId, otherId, ...by })
    .onConflict((it) => it.columns(['countyCode', 'talentId', 'otherId']).doNothing())
    .execute()
}
