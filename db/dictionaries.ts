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

/** Skills that were typed into a portrait, and that no administrator looked at yet. */
export async function listFreeSkills(db: Db, scope: Scope): Promise<Set<string>> {
  const rows = await db
    .selectFrom('skills')
    .select('id')
    .where(ofCounty(scope, 'skills'))
    .where('isFree', '=', 1)
    .execute()
  return new Set(rows.map(({ id }) => id))
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
  if (dictionary === 'skills') await keepSkill(db, scope, id)
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

/** A free skill that an administrator looked at is one of the dictionary. */
async function keepSkill(db: Db, scope: Scope, id: string): Promise<void> {
  await db
    .updateTable('skills')
    .set({ isFree: 0 })
    .where(ofCounty(scope, 'skills'))
    .where('id', '=', id)
    .execute()
}
