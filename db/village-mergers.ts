import type { Db } from './connect.ts'
import type { VillageMergerTable } from './schema.ts'
import { formerVillagesIn, ofCounty, ofWholeCounty, type Scope, villagesIn } from './scope.ts'

export type VillageMerger = Omit<VillageMergerTable, 'countyCode'>

/** Why villages became part of one of the scope, the latest first; nothing that was undone. */
export function listMergersInto(db: Db, scope: Scope, into: string) {
  return db
    .selectFrom('villageMergers')
    .innerJoin('villages', (join) =>
      join
        .onRef('villages.countyCode', '=', 'villageMergers.countyCode')
        .onRef('villages.code', '=', 'villageMergers.villageCode'),
    )
    .select(['villageMergers.villageCode', 'villageMergers.reason', 'villageMergers.onDay'])
    .where(formerVillagesIn(scope))
    .where('villages.mergedInto', '=', into)
    .where('villageMergers.undoneAt', 'is', null)
    .orderBy('villageMergers.mergedAt', 'desc')
    .execute()
}

/** The merger by which a village is part of another now; for whoever may undo it, the county. */
export function findMergerOf(db: Db, scope: Scope, villageCode: string) {
  return db
    .selectFrom('villageMergers')
    .selectAll()
    .where(ofWholeCounty(scope, 'villageMergers'))
    .where('villageCode', '=', villageCode)
    .where('undoneAt', 'is', null)
    .orderBy('mergedAt', 'desc')
    .executeTakeFirst()
}

export async function insertMerger(
  db: Db,
  { countyCode }: Scope,
  row: Omit<VillageMerger, 'undoneAt' | 'undoneBy' | 'undoneReason'>,
): Promise<void> {
  const open = { undoneAt: null, undoneBy: null, undoneReason: null }
  await db
    .insertInto('villageMergers')
    .values({ ...row, ...open, countyCode })
    .execute()
}

/** False when it was undone before. */
export async function undoMerger(
  db: Db,
  scope: Scope,
  id: string,
  undoing: Pick<VillageMerger, 'undoneAt' | 'undoneBy' | 'undoneReason'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('villageMergers')
    .set(undoing)
    .where(ofWholeCounty(scope, 'villageMergers'))
    .where('id', '=', id)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A village is part of another from a day on; villages that became part of it before go along. False: it is so already. */
export async function mergeVillage(
  db: Db,
  scope: Scope,
  { code, into, on }: { code: string; into: string; on: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('villages')
    .set({ mergedInto: into, mergedOn: on })
    .where(villagesIn(scope))
    .where('code', '=', code)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await repointVillages(db, scope, { from: code, to: into })
  return true
}

/** The other way round; `former` are the villages that had become part of it. */
export async function partVillage(
  db: Db,
  scope: Scope,
  { code, former }: { code: string; former: readonly string[] },
): Promise<void> {
  await db
    .updateTable('villages')
    .set({ mergedInto: null, mergedOn: null })
    .where(ofCounty(scope, 'villages'))
    .where('code', '=', code)
    .execute()
  await db
    .updateTable('villages')
    .set({ mergedInto: code })
    .where(ofCounty(scope, 'villages'))
    .where('code', 'in', [...former, ''])
    .execute()
}

async function repointVillages(db: Db, scope: Scope, { from, to }: { from: string; to: string }) {
  await db
    .updateTable('villages')
    .set({ mergedInto: to })
    .where(ofCounty(scope, 'villages'))
    .where('mergedInto', '=', from)
    .execute()
}
