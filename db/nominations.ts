import type { Db } from './connect.ts'
import type { NominationTable } from './schema.ts'
import { aboutNomineesIn, type Scope } from './scope.ts'

export type Nomination = Omit<NominationTable, 'countyCode' | 'posts'> & { posts: string[] }

/** Every nomination of a nominee, withdrawn ones too, in order. */
export async function listNominationsOf(
  db: Db,
  scope: Scope,
  nomineeId: string,
): Promise<Nomination[]> {
  const rows = await nominations(db, scope)
    .where('nomineeId', '=', nomineeId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map(parsed)
}

export async function findNomination(
  db: Db,
  scope: Scope,
  id: string,
): Promise<Nomination | undefined> {
  const row = await nominations(db, scope).where('id', '=', id).executeTakeFirst()
  return row && parsed(row)
}

export async function insertNomination(
  db: Db,
  { countyCode }: Scope,
  nomination: Nomination,
): Promise<void> {
  const posts = JSON.stringify(nomination.posts)
  await db
    .insertInto('nominations')
    .values({ ...nomination, posts, countyCode })
    .execute()
}

/** False when it was withdrawn before. */
export async function withdrawNomination(
  db: Db,
  scope: Scope,
  { id, ...told }: { id: string; withdrawnAt: string; withdrawnBy: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('nominations')
    .set(told)
    .where(aboutNomineesIn(scope, 'nominations'))
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function nominations(db: Db, scope: Scope) {
  return db.selectFrom('nominations').selectAll().where(aboutNomineesIn(scope, 'nominations'))
}

function parsed({ countyCode: _, posts, ...row }: NominationTable): Nomination {
  return { ...row, posts: JSON.parse(posts) as string[] }
}
