import type { Db } from '../../db/connect.ts'
import type { Scope } from '../../db/scope.ts'
import { listEntriesOfVillages } from '../../db/village-entries.ts'
import type { VillageEntry } from '../../matching/readiness/entries.ts'

export type EntryOfVillage = VillageEntry & { villageCode: string }

/** What counts of some villages, or of all of the scope, as matching reads it. */
export async function entriesOfVillages(
  db: Db,
  scope: Scope,
  codes: readonly string[] | null,
): Promise<EntryOfVillage[]> {
  // Bodies are checked against their kind's shape before they are written.
  return (await listEntriesOfVillages(db, scope, codes)) as EntryOfVillage[]
}
