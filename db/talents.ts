import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import { followTalents } from './pool.ts'
import type { Database, TalentTable } from './schema.ts'
import { type Scope, talentsIn } from './scope.ts'

export async function findTalent(db: Db, scope: Scope, id: string) {
  const row = await talents(db, scope).where('id', '=', id).executeTakeFirst()
  return row && parsedTalent(row)
}

/** Names by id, for lists that name people without showing them. */
export async function namesOfTalents(
  db: Db,
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('talents')
    .select(['id', 'name'])
    .where(talentsIn(scope))
    .where('erasedAt', 'is', null)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Where people of these ids are at home; nobody who was erased. */
export async function listHomes(db: Db, scope: Scope, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('talents')
    .select(['id', 'name', 'homeTownshipCode', 'homeVillageCode', 'revision'])
    .where(talentsIn(scope))
    .where('erasedAt', 'is', null)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
}

/** How many people have their home in each village; a village without any is not in it. */
export async function countTalents(db: Db, scope: Scope): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('talents')
    .select(({ fn }) => ['homeVillageCode', fn.countAll().as('count')])
    .where(talentsIn(scope))
    .where('erasedAt', 'is', null)
    .groupBy('homeVillageCode')
    .execute()
  return new Map(rows.map((row) => [row.homeVillageCode, Number(row.count)]))
}

export type TalentChange = Omit<
  Updateable<Database['talents']>,
  'countyCode' | 'id' | 'revision' | 'qualifications'
>

/**
 * Changes a person and counts the revision up, as the last step of whatever else changes of them, since search then reads
 * them anew; false when nobody of that id and revision is in the scope.
 */
export async function updateTalent(
  db: Db,
  scope: Scope,
  id: string,
  change: TalentChange,
  revision?: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('talents')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where(talentsIn(scope))
    .where('id', '=', id)
    .$if(revision !== undefined, (it) => it.where('revision', '=', revision!))
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await followTalents(db, scope, [id])
  return true
}

/** Enters people; what belongs to them in other tables comes after, then `updateTalent` or `followTalents`. */
export async function insertTalents(
  db: Db,
  scope: Scope,
  rows: readonly Insertable<TalentTable>[],
): Promise<void> {
  await insertRows(db, scope, 'talents', rows)
  await followTalents(
    db,
    scope,
    rows.map(({ id }) => id),
  )
}

/** People whose record is to be looked at by the day, the longest overdue first. */
export function listDueTalents(db: Db, scope: Scope, day: string) {
  return db
    .selectFrom('talents')
    .select(['id', 'name', 'status', 'keepUntil', 'basis', 'homeVillageCode'])
    .where(talentsIn(scope))
    .where('keepUntil', 'is not', null)
    .where('keepUntil', '<=', day)
    .orderBy('keepUntil')
    .orderBy('id')
    .execute()
}

export function parsedTalent(row: Selectable<TalentTable>) {
  return { ...row, qualifications: JSON.parse(row.qualifications) as string[] }
}

function talents(db: Db, scope: Scope) {
  return db.selectFrom('talents').selectAll().where(talentsIn(scope))
}
