import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { importsIn } from './imports.ts'
import { insertMany } from './insert-many.ts'
import type { ImportRowState, ImportRowTable } from './schema/pool.ts'
import { isWholeCounty, ofCounty, type Scope } from './scope.ts'

/** Rows of a spreadsheet while it waits. `cells` and the words of `faults` are encrypted by the api. */
export type ImportRow = Omit<ImportRowTable, 'countyCode' | 'importId'>
export type RowFilter = {
  states?: readonly ImportRowState[] | undefined
  kind?: string | undefined
}

export async function insertImportRows(
  db: Db,
  scope: Scope,
  importId: string,
  rows: readonly ImportRow[],
): Promise<void> {
  const { countyCode } = scope
  await insertMany(
    db,
    'importRows',
    rows.map((row) => ({ countyCode, importId, ...row })),
  )
}

/** In the order of the file, after a line. */
export function pageOfImportRows(
  db: Db,
  scope: Scope,
  importId: string,
  { states, kind, after = -1, limit }: RowFilter & { after?: number | undefined; limit: number },
): Promise<ImportRow[]> {
  return filtered(db, scope, importId, { states, kind })
    .select(['line', 'state', 'talentId', 'cells', 'faults'])
    .where('line', '>', after)
    .orderBy('line')
    .limit(limit)
    .execute()
}

export function findImportRow(db: Db, scope: Scope, importId: string, line: number) {
  return filtered(db, scope, importId, {})
    .select(['line', 'state', 'talentId', 'cells', 'faults'])
    .where('line', '=', line)
    .executeTakeFirst()
}

/** What is wrong with rows that are not left out, without their cells. */
export function pageOfFaults(
  db: Db,
  scope: Scope,
  importId: string,
  after: number | undefined,
  limit: number,
) {
  return filtered(db, scope, importId, {})
    .select(['line', 'state', 'faults'])
    .where('state', '<>', 'left-out')
    .where('faults', '<>', '[]')
    .where('line', '>', after ?? -1)
    .orderBy('line')
    .limit(limit)
    .execute()
}

/** How many rows are in each state. */
export async function countImportRows(db: Db, scope: Scope, importId: string) {
  const rows = await filtered(db, scope, importId, {})
    .select(({ fn }) => ['state', fn.countAll().as('count')])
    .groupBy('state')
    .execute()
  return new Map(rows.map(({ state, count }) => [state, Number(count)]))
}

/** Writes rows anew that are there already, many in one statement. */
export async function putImportRows(
  db: Db,
  scope: Scope,
  importId: string,
  rows: readonly ImportRow[],
): Promise<void> {
  if (rows.length === 0) return
  const { countyCode } = scope
  await db
    .insertInto('importRows')
    .values(rows.map((row) => ({ countyCode, importId, ...row })))
    .onConflict((it) =>
      it.columns(['countyCode', 'importId', 'line']).doUpdateSet((eb) => ({
        state: eb.ref('excluded.state'),
        talentId: eb.ref('excluded.talentId'),
        cells: eb.ref('excluded.cells'),
        faults: eb.ref('excluded.faults'),
      })),
    )
    .execute()
}

/** Takes faulty rows out, those with a kind of fault when one is given; their lines. */
export async function leaveOutRows(
  db: Db,
  scope: Scope,
  importId: string,
  kind: string | undefined,
): Promise<number[]> {
  const rows = await filtered(db, scope, importId, { states: ['faulty'], kind })
    .select('line')
    .execute()
  const lines = rows.map(({ line }) => line)
  for (let start = 0; start < lines.length; start += 5_000)
    await db
      .updateTable('importRows')
      .set({ state: 'left-out' })
      .where('countyCode', '=', scope.countyCode)
      .where('importId', '=', importId)
      .where('line', 'in', lines.slice(start, start + 5_000))
      .execute()
  return lines
}

/** Removes some rows; how many of them there were. */
export async function removeImportRows(
  db: Db,
  { countyCode }: Scope,
  importId: string,
  limit: number,
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('importRows')
    .where('countyCode', '=', countyCode)
    .where('importId', '=', importId)
    .where('line', 'in', (eb) =>
      eb
        .selectFrom('importRows')
        .select('line')
        .where('countyCode', '=', countyCode)
        .where('importId', '=', importId)
        .limit(limit),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Rows of imports that came to their end and were cut short while they tidied up. */
export async function removeLeftRows(db: Db, { countyCode }: Scope): Promise<void> {
  await db
    .deleteFrom('importRows')
    .where('countyCode', '=', countyCode)
    .where('importId', 'in', (eb) =>
      eb
        .selectFrom('imports')
        .select('id')
        .where('countyCode', '=', countyCode)
        .where('state', 'in', ['done', 'undone', 'cancelled', 'failed']),
    )
    .execute()
}

function filtered(db: Db, scope: Scope, importId: string, { states, kind }: RowFilter) {
  return db
    .selectFrom('importRows')
    .where(ofCounty(scope, 'importRows'))
    .where('importId', '=', importId)
    .$if(!isWholeCounty(scope), (it) =>
      it.where('importId', 'in', (eb) =>
        eb.selectFrom('imports').select('imports.id').where(importsIn(scope)),
      ),
    )
    .$if(states !== undefined, (it) => it.where('state', 'in', states!))
    .$if(kind !== undefined, (it) =>
      it.where(sql<boolean>`${sql.ref('faults')} like ${`%"${kind!.replace(/[%_"\\]/g, '')}"%`}`),
    )
}
