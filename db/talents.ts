import { type Insertable, type Selectable, type SqlBool, sql, type Updateable } from 'kysely'
import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import { followTalents } from './pool.ts'
import type { Database, TalentTable } from './schema.ts'
import { type Scope, talentsIn } from './scope.ts'

export type TalentQuery = {
  villageCode?: string
  townshipCode?: string
  /** Part of a name, or the beginning of its pinyin or initials. */
  q?: string
  /** `next` of the page before. */
  after?: string
  /** 50 when not given. */
  limit?: number
}

export async function findTalent(db: Db, scope: Scope, id: string) {
  const row = await talents(db, scope).where('id', '=', id).executeTakeFirst()
  return row && parsedTalent(row)
}

/** A page in the order of pinyin; `next` asks for the page after it, null after the last. Nobody who was erased. */
export async function listTalents(db: Db, scope: Scope, query: TalentQuery = {}) {
  const { villageCode, townshipCode, q, after, limit = 50 } = query
  const rows = await talents(db, scope)
    .where('erasedAt', 'is', null)
    .$if(villageCode !== undefined, (it) => it.where('homeVillageCode', '=', villageCode!))
    .$if(townshipCode !== undefined, (it) => it.where('homeTownshipCode', '=', townshipCode!))
    .$if(q !== undefined && q.trim() !== '', (it) => it.where(named(q!)))
    .$if(after !== undefined, (it) => it.where(following(after!)))
    .orderBy('pinyin')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit).map(parsedTalent)
  const last = page.at(-1)
  return { talents: page, next: rows.length > limit && last ? `${last.pinyin}~${last.id}` : null }
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

function named(q: string) {
  const text = q.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)
  const latin = text
    .toLowerCase()
    .replace(/[\s'’]/g, '')
    .replaceAll('ü', 'v')
  return sql<SqlBool>`(${sql.ref('name')} like ${`%${text}%`} escape '\\'
    or ${sql.ref('pinyin')} like ${`${latin}%`} escape '\\'
    or ${sql.ref('initials')} like ${`${latin}%`} escape '\\')`
}

/** Row values, so that the index gives the page; the two comparisons with `or` would scan. */
function following(after: string) {
  const at = after.indexOf('~')
  const pinyin = after.slice(0, Math.max(at, 0))
  return sql<SqlBool>`(${sql.ref('pinyin')}, ${sql.ref('id')}) > (${pinyin}, ${after.slice(at + 1)})`
}
