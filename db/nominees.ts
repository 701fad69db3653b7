import { sql, type Updateable } from 'kysely'
import type { Db } from './connect.ts'
import type { Database, NomineeTable } from './schema.ts'
import { nomineesIn, type Scope } from './scope.ts'

export type Nominee = Omit<NomineeTable, 'countyCode' | 'posts'> & { posts: string[] }
export type NomineeChange = Omit<
  Updateable<Database['nominees']>,
  'countyCode' | 'id' | 'roundId' | 'talentId' | 'createdAt' | 'revision' | 'posts'
> & { posts?: string[] }

export async function findNominee(db: Db, scope: Scope, id: string): Promise<Nominee | undefined> {
  const row = await nominees(db, scope).where('id', '=', id).executeTakeFirst()
  return row && parsed(row)
}

/** Of one person, in every round, the latest first. */
export async function listNomineesOf(db: Db, scope: Scope, talentId: string): Promise<Nominee[]> {
  const rows = await nominees(db, scope)
    .where('talentId', '=', talentId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(parsed)
}

/** Of a round, by township and village. */
export async function listNomineesOfRound(
  db: Db,
  scope: Scope,
  roundId: string,
): Promise<Nominee[]> {
  const rows = await nominees(db, scope)
    .where('roundId', '=', roundId)
    .orderBy('townshipCode')
    .orderBy('villageCode')
    .orderBy('id')
    .execute()
  return rows.map(parsed)
}

/** Those of these ids. */
export async function listNomineesById(
  db: Db,
  scope: Scope,
  ids: readonly string[],
): Promise<Nominee[]> {
  if (ids.length === 0) return []
  const rows = await nominees(db, scope).where('id', 'in', ids).orderBy('id').execute()
  return rows.map(parsed)
}

/** Merged records may have left several in a round: the one on its way, or else the one that came to an end. */
export async function findNomineeIn(
  db: Db,
  scope: Scope,
  { roundId, talentId }: { roundId: string; talentId: string },
): Promise<Nominee | undefined> {
  const row = await nominees(db, scope)
    .where('roundId', '=', roundId)
    .where('talentId', '=', talentId)
    .orderBy(sql`case state when 'open' then 0 when 'settled' then 1 else 2 end`)
    .orderBy('createdAt', 'desc')
    .executeTakeFirst()
  return row && parsed(row)
}

export async function insertNominee(
  db: Db,
  { countyCode }: Scope,
  nominee: Omit<Nominee, 'revision'>,
): Promise<void> {
  const posts = JSON.stringify(nominee.posts)
  await db
    .insertInto('nominees')
    .values({ ...nominee, posts, countyCode, revision: 1 })
    .execute()
}

/** False when something was signed about the person since that revision. */
export async function updateNominee(
  db: Db,
  scope: Scope,
  { id, revision }: { id: string; revision: number },
  { posts, ...change }: NomineeChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('nominees')
    .set((eb) => ({
      ...change,
      ...(posts && { posts: JSON.stringify(posts) }),
      revision: eb('revision', '+', 1),
    }))
    .where(nomineesIn(scope))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function nominees(db: Db, scope: Scope) {
  return db.selectFrom('nominees').selectAll().where(nomineesIn(scope))
}

function parsed({ countyCode: _, posts, ...row }: NomineeTable): Nominee {
  return { ...row, posts: JSON.parse(posts) as string[] }
}
