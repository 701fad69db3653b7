import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { insertMany } from './insert-many.ts'
import type { ImportChangeTable } from './schema/pool.ts'
import { ofCounty, type Scope } from './scope.ts'

/** What an import did, one by one, so that it can be taken back. `before` is encrypted by the api. */
export type ImportAct = Omit<ImportChangeTable, 'countyCode' | 'importId'>

export async function insertImportChanges(
  db: Db,
  scope: Scope,
  importId: string,
  acts: readonly ImportAct[],
): Promise<void> {
  const { countyCode } = scope
  await insertMany(
    db,
    'importChanges',
    acts.map((act) => ({ countyCode, importId, ...act })),
  )
}

/** Acts in the order of their subjects. */
export function pageOfImportChanges(
  db: Db,
  scope: Scope,
  importId: string,
  { act, after = '', limit }: { act: ImportAct['act']; after?: string; limit: number },
): Promise<ImportAct[]> {
  return changes(db, scope, importId)
    .select(['subject', 'act', 'before', 'revision'])
    .where('act', '=', act)
    .where('subject', '>', after)
    .orderBy('subject')
    .limit(limit)
    .execute()
}

/** Everybody and everything that an import touched. */
export async function listImportSubjects(db: Db, scope: Scope, importId: string) {
  return changes(db, scope, importId).select(['subject', 'act']).orderBy('subject').execute()
}

/** People whom an import brought or changed and whom somebody has changed since, or who are gone. */
export async function listChangedSince(db: Db, scope: Scope, importId: string) {
  const { rows } = await sql<{ id: string; act: ImportAct['act'] }>`
    select c.subject as "id", c.act as "act" from import_changes c
    join talents t on t.county_code = c.county_code and t.id = c.subject
    where c.county_code = ${scope.countyCode} and c.import_id = ${importId}
      and (t.revision <> c.revision or t.merged_into is not null or t.erased_at is not null)
    order by c.subject`.execute(db)
  return rows
}

export async function removeImportChanges(
  db: Db,
  scope: Scope,
  importId: string,
  subjects: readonly string[],
): Promise<void> {
  if (subjects.length === 0) return
  await db
    .deleteFrom('importChanges')
    .where(ofCounty(scope, 'importChanges'))
    .where('importId', '=', importId)
    .where('subject', 'in', subjects)
    .execute()
}

/** The same encrypted anew. */
export async function putImportBefore(
  db: Db,
  scope: Scope,
  importId: string,
  { subject, before }: { subject: string; before: string },
): Promise<void> {
  await db
    .updateTable('importChanges')
    .set({ before })
    .where(ofCounty(scope, 'importChanges'))
    .where('importId', '=', importId)
    .where('subject', '=', subject)
    .execute()
}

function changes(db: Db, scope: Scope, importId: string) {
  return db
    .selectFrom('importChanges')
    .where(ofCounty(scope, 'importChanges'))
    .where('importId', '=', importId)
}
