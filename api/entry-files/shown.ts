import { listAccounts } from '../../db/accounts.ts'
import type { Db } from '../../db/connect.ts'
import { listFilesOfEntries, type StoredEntryFile } from '../../db/entry-files.ts'
import type { EntryKind } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { EntryFileView } from '../shapes/entry-files.ts'

type Around = { db: Db; scope: Scope }

/** What is kept of entries of one kind, in the order in which it came, with who added it. */
export async function entryFilesShown(
  around: Around,
  { kind, ids }: { kind: EntryKind; ids: readonly string[] },
): Promise<EntryFileView[]> {
  if (ids.length === 0) return []
  const rows = await listFilesOfEntries(around.db, around.scope, { kind, ids })
  return shown(
    around,
    rows.filter(({ removedAt }) => removedAt === null),
  )
}

export async function entryFileShown(around: Around, row: StoredEntryFile) {
  const [one] = await shown(around, [row])
  return one!
}

async function shown(
  { db, scope: { countyCode } }: Around,
  rows: StoredEntryFile[],
): Promise<EntryFileView[]> {
  if (rows.length === 0) return []
  const accounts = await listAccounts(db, { countyCode })
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  return rows.map(({ id, entryKind, entryId, talentId, name, media, size, addedAt, addedBy }) => ({
    ...{ id, kind: entryKind, entry: entryId, talent: talentId, name, media, size, addedAt },
    addedBy: names.get(addedBy) ?? null,
  }))
}
