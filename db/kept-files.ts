import { type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import { ofCounty, type Scope } from './scope.ts'

/** Tables that name files whose bytes lie outside the database, and the column that says whom or what they are about. */
const ABOUT = {
  attachments: 'talentId',
  entryFiles: 'talentId',
  villageFiles: 'entryId',
  photographs: 'talentId',
} as const
export type FileTable = keyof typeof ABOUT
export const FILE_TABLES = Object.keys(ABOUT) as FileTable[]

/** Ids of the whole county whose bytes are kept, after one of them. */
export async function pageOfFiles(
  db: Db,
  scope: Scope,
  table: FileTable,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ id: string; contentHash: string }[]> {
  return db
    .selectFrom(table)
    .select(['id', 'contentHash'])
    .where(ofCounty(scope, table))
    .$if(after !== null, (it) => it.where('id', '>', after!))
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Of a person, and of records that were merged into theirs. */
export async function listFilesAbout(
  db: Db,
  { countyCode }: Scope,
  talentId: string,
): Promise<string[]> {
  const own = sql<SqlBool>`${sql.ref('talentId')} in (
    select ${sql.ref('talents.id')} from ${sql.table('talents')}
    where ${sql.ref('talents.countyCode')} = ${countyCode}
      and (${sql.ref('talents.id')} = ${talentId} or ${sql.ref('talents.mergedInto')} = ${talentId}))`
  const ids: string[] = []
  for (const table of FILE_TABLES.filter((it) => ABOUT[it] === 'talentId')) {
    const rows = await db
      .selectFrom(table)
      .select('id')
      .where(ofCounty({ countyCode }, table))
      .where(own)
      .orderBy('id')
      .execute()
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}

/** Forgets those that were removed before an instant; answers whom or what they were about. */
export async function takeRemovedFiles(
  db: Db,
  scope: Scope,
  { table, before }: { table: FileTable; before: string },
): Promise<{ id: string; about: string }[]> {
  return db
    .deleteFrom(table)
    .where(ofCounty(scope, table))
    .where('removedAt', '<', before)
    .returning(['id', sql<string>`${sql.ref(ABOUT[table])}`.as('about')])
    .execute()
}
