import type { Db } from './connect.ts'
import type { DictionaryTable } from './schema.ts'
import { ofCounty, type Scope } from './scope.ts'

/** Lists of words that a county keeps itself, each a table of the same form. */
export const DICTIONARIES = ['skills', 'sources', 'reasons', 'departments'] as const
export type Dictionary = (typeof DICTIONARIES)[number]
export type Entry = Omit<DictionaryTable, 'countyCode'>

export function listEntries(db: Db, scope: Scope, dictionary: Dictionary) {
  return db
    .selectFrom(dictionary)
    .select(['id', 'zh', 'en', 'isRetired'])
    .where(ofCounty(scope, dictionary))
    .orderBy('id')
    .execute()
}

/** Adds an entry, or changes its words; the id stays for ever, since records refer to it. */
export async function putEntry(
  db: Db,
  scope: Scope,
  dictionary: Dictionary,
  entry: Entry,
): Promise<void> {
  const { id, ...words } = entry
  const { countyCode } = scope
  const { numUpdatedRows } = await db
    .updateTable(dictionary)
    .set(words)
    .where(ofCounty(scope, dictionary))
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await db
    .insertInto(dictionary)
    .values({ ...entry, countyCode })
    .execute()
}
