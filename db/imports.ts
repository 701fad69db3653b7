import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from './connect.ts'
import type { ImportState, ImportTable } from './schema/pool.ts'
import { isWholeCounty, ofCounty, type Scope } from './scope.ts'

/** Spreadsheets that come in. A township's office sees its own, the county's all. */
export type Import = Omit<
  ImportTable,
  'countyCode' | 'reading' | 'choices' | 'counts' | 'problem'
> & {
  reading: unknown
  choices: unknown
  counts: unknown
  problem: unknown
}
export type ImportChange = Partial<
  Pick<Import, 'state' | 'reading' | 'choices' | 'counts' | 'problem' | 'finishedAt'>
>

export async function insertImport(
  db: Db,
  scope: Scope,
  row: Pick<Import, 'id' | 'kind' | 'fileName' | 'createdAt' | 'createdBy'>,
): Promise<void> {
  const { countyCode, townshipCode = null } = scope
  const empty = { reading: 'null', choices: 'null', counts: 'null', problem: null }
  const begun = { state: 'reading', revision: 1, finishedAt: null } as const
  await db
    .insertInto('imports')
    .values({ ...row, ...empty, ...begun, countyCode, townshipCode })
    .execute()
}

export async function findImport(db: Db, scope: Scope, id: string): Promise<Import | undefined> {
  const row = await imports(db, scope).where('id', '=', id).executeTakeFirst()
  return row && parsed(row)
}

/** The newest first, without what was read of them. */
export async function listImports(db: Db, scope: Scope, limit = 50) {
  const rows = await db
    .selectFrom('imports')
    .select(['id', 'kind', 'state', 'fileName', 'townshipCode', 'counts', 'revision'])
    .select(['createdAt', 'createdBy', 'finishedAt'])
    .where(importsIn(scope))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, counts: JSON.parse(row.counts) as unknown }))
}

/** What an earlier process left in the middle. */
export async function listUnfinishedImports(db: Db, scope: Scope): Promise<Import[]> {
  const rows = await imports(db, scope)
    .where('state', 'in', ['reading', 'checking', 'writing', 'undoing'])
    .orderBy('createdAt')
    .execute()
  return rows.map(parsed)
}

/**
 * Changes an import that is in one of these states (and of this revision, when one is given) and counts the revision up;
 * false when it is not.
 */
export async function updateImport(
  db: Db,
  scope: Scope,
  id: string,
  { from, revision }: { from: readonly ImportState[]; revision?: number | undefined },
  change: ImportChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('imports')
    .set((eb) => ({ ...stored(change), revision: eb('revision', '+', 1) }))
    .where(importsIn(scope))
    .where('id', '=', id)
    .where('state', 'in', from)
    .$if(revision !== undefined, (it) => it.where('revision', '=', revision!))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** How far it is; no change that anybody edits against. */
export async function putImportCounts(db: Db, scope: Scope, id: string, counts: unknown) {
  await db
    .updateTable('imports')
    .set({ counts: JSON.stringify(counts) })
    .where(importsIn(scope))
    .where('id', '=', id)
    .execute()
}

/** What was read of each file, as it is stored, for a change of keys. */
export async function listImportReadings(db: Db, scope: Scope) {
  const rows = await db
    .selectFrom('imports')
    .select(['id', 'reading'])
    .where(importsIn(scope))
    .orderBy('id')
    .execute()
  return rows.map(({ id, reading }) => ({ id, reading: JSON.parse(reading) as unknown }))
}

/** The same encrypted anew; no change that anybody edits against. */
export async function putImportReading(db: Db, scope: Scope, id: string, reading: unknown) {
  await db
    .updateTable('imports')
    .set({ reading: JSON.stringify(reading) })
    .where(importsIn(scope))
    .where('id', '=', id)
    .execute()
}

/** Imports that the scope sees: nobody narrower than a township has any. */
export function importsIn(scope: Scope): RawBuilder<SqlBool> {
  if (isWholeCounty(scope)) return ofCounty(scope, 'imports')
  const { townshipCode, ...narrower } = scope
  if (townshipCode === undefined || !isWholeCounty(narrower)) return sql`1 = 0`
  return sql`(${ofCounty(scope, 'imports')} and ${sql.ref('imports.townshipCode')} = ${townshipCode})`
}

function imports(db: Db, scope: Scope) {
  return db.selectFrom('imports').selectAll().where(importsIn(scope))
}

function stored({ reading, choices, counts, problem, ...change }: ImportChange) {
  return {
    ...change,
    ...(reading !== undefined && { reading: JSON.stringify(reading) }),
    ...(choices !== undefined && { choices: JSON.stringify(choices) }),
    ...(counts !== undefined && { counts: JSON.stringify(counts) }),
    ...(problem !== undefined && { problem: problem === null ? null : JSON.stringify(problem) }),
  }
}

function parsed({ countyCode: _, ...row }: ImportTable): Import {
  return {
    ...row,
    reading: JSON.parse(row.reading),
    choices: JSON.parse(row.choices),
    counts: JSON.parse(row.counts),
    problem: row.problem === null ? null : JSON.parse(row.problem),
  }
}
