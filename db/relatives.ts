import type { Selectable } from 'kysely'
import type { Db } from './connect.ts'
import type { RelativeTable } from './schema/pool.ts'
import { aboutTalentsIn, type Scope, talentsIn } from './scope.ts'

export type Relative = ReturnType<typeof parsed>
export type RelativeFacts = Pick<
  RelativeTable,
  'relation' | 'name' | 'bornOn' | 'politicalStatus' | 'work'
>
type Key = { talentId: string; id: string }

/** Relatives as one person named them, in the order in which they were entered. */
export async function listRelativesOf(db: Db, scope: Scope, talentId: string) {
  const rows = await relatives(db, scope).where('talentId', '=', talentId).orderBy('id').execute()
  return rows.map(parsed)
}

/** Relatives as several people named them. */
export async function listRelativesAmong(db: Db, scope: Scope, talentIds: readonly string[]) {
  const rows = await relatives(db, scope)
    .where('talentId', 'in', [...talentIds, ''])
    .orderBy('id')
    .execute()
  return rows.map(parsed)
}

export async function findRelative(db: Db, scope: Scope, { talentId, id }: Key) {
  const row = await relatives(db, scope)
    .where('talentId', '=', talentId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && parsed(row)
}

/** People of the scope who have one of the names and a known birth; nobody who was erased. */
export function listNamesakes(db: Db, scope: Scope, names: readonly string[]) {
  return db
    .selectFrom('talents')
    .select(['id', 'name', 'bornOn', 'homeVillageCode'])
    .where(talentsIn(scope))
    .where('erasedAt', 'is', null)
    .where('bornOn', 'is not', null)
    .where('name', 'in', [...names, ''])
    .orderBy('id')
    .$narrowType<{ bornOn: string }>()
    .execute()
}

export async function insertRelative(
  db: Db,
  { countyCode }: Scope,
  row: RelativeFacts & Key,
): Promise<void> {
  await db
    .insertInto('relatives')
    .values({ ...row, countyCode, linkedId: null, refusedIds: '[]' })
    .execute()
}

/** False when the person has no such relative, or is not in the scope. */
export async function updateRelative(
  db: Db,
  scope: Scope,
  { talentId, id }: Key,
  {
    refusedIds,
    ...change
  }: Partial<RelativeFacts> & {
    linkedId?: string | null
    refusedIds?: string[]
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('relatives')
    .set({ ...change, ...(refusedIds && { refusedIds: JSON.stringify(refusedIds) }) })
    .where(aboutTalentsIn(scope, 'relatives'))
    .where('talentId', '=', talentId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function removeRelative(db: Db, scope: Scope, { talentId, id }: Key) {
  const { numDeletedRows } = await db
    .deleteFrom('relatives')
    .where(aboutTalentsIn(scope, 'relatives'))
    .where('talentId', '=', talentId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

function relatives(db: Db, scope: Scope) {
  return db.selectFrom('relatives').selectAll().where(aboutTalentsIn(scope, 'relatives'))
}

function parsed(row: Selectable<RelativeTable>) {
  return { ...row, refusedIds: JSON.parse(row.refusedIds) as string[] }
}
