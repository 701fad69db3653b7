import type { Insertable } from 'kysely'
import type { Db } from './connect.ts'
import type { Database, VillageEntryTable } from './schema.ts'
import { atVillagesIn, type Scope } from './scope.ts'

/** As matching reads it; `body` is the kind's own. */
export type ReadVillageEntry = {
  id: string
  villageCode: string
  kind: VillageEntryTable['kind']
  on: string
  source: string
  body: unknown
}
export type KeptVillageEntry = ReadVillageEntry &
  Omit<VillageEntryTable, 'countyCode' | 'onDay' | 'body' | keyof ReadVillageEntry>

/** What counts of some villages, or of all of the scope: nothing that was taken back. */
export async function listEntriesOfVillages(
  db: Db,
  scope: Scope,
  codes: readonly string[] | null,
): Promise<ReadVillageEntry[]> {
  const rows = await entries(db, scope)
    .select(['id', 'villageCode', 'kind', 'onDay', 'source', 'body'])
    .where('takenBackAt', 'is', null)
    .$if(codes !== null, (it) => it.where('villageCode', 'in', [...codes!, '']))
    .execute()
  return rows
    .map(({ onDay, body, ...row }) => ({ ...row, on: onDay, body: JSON.parse(body) as unknown }))
    .sort(byVillage)
}

/** The record of villages, what was taken back as well, the latest day first. */
export async function listKeptEntries(
  db: Db,
  scope: Scope,
  codes: readonly string[],
): Promise<KeptVillageEntry[]> {
  const rows = await entries(db, scope)
    .selectAll()
    .where('villageCode', 'in', [...codes, ''])
    .orderBy('onDay', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(parsed)
}

export async function findVillageEntry(
  db: Db,
  scope: Scope,
  id: string,
): Promise<KeptVillageEntry | undefined> {
  const row = await entries(db, scope).selectAll().where('id', '=', id).executeTakeFirst()
  return row && parsed(row)
}

export type NewVillageEntry = Omit<
  Insertable<Database['villageEntries']>,
  'countyCode' | 'body' | 'takenBackAt' | 'takenBackBy' | 'takenBackReason'
> & { body: unknown }

export async function insertVillageEntry(
  db: Db,
  { countyCode }: Scope,
  { body, ...row }: NewVillageEntry,
): Promise<void> {
  const open = { takenBackAt: null, takenBackBy: null, takenBackReason: null }
  await db
    .insertInto('villageEntries')
    .values({ ...row, ...open, body: JSON.stringify(body), countyCode })
    .execute()
}

type TakingBack = Pick<VillageEntryTable, 'takenBackAt' | 'takenBackBy' | 'takenBackReason'>

/** False when there is none in the scope, or it was taken back before. */
export async function takeBackVillageEntry(
  db: Db,
  scope: Scope,
  id: string,
  takingBack: TakingBack,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('villageEntries')
    .set(takingBack)
    .where(atVillagesIn(scope, 'villageEntries'))
    .where('id', '=', id)
    .where('takenBackAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function entries(db: Db, scope: Scope) {
  return db.selectFrom('villageEntries').where(atVillagesIn(scope, 'villageEntries'))
}

function parsed({ countyCode: _, onDay, body, ...row }: VillageEntryTable): KeptVillageEntry {
  return { ...row, on: onDay, body: JSON.parse(body) as unknown }
}

/** Put in order here: asked for an order, SQLite walks the key of the whole county. */
function byVillage(a: ReadVillageEntry, b: ReadVillageEntry): number {
  return a.villageCode < b.villageCode
    ? -1
    : a.villageCode > b.villageCode
      ? 1
      : a.id < b.id
        ? -1
        : 1
}
