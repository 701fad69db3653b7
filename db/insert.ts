import type { Insertable } from 'kysely'
import type { Db } from './connect.ts'
import type { Database } from './schema.ts'
import type { Scope } from './scope.ts'

/** Values that one statement may carry: 32,766 in SQLite, 65,535 in PostgreSQL. */
const PARAMETERS = 32_766

/**
 * Inserts rows as the tables hold them, many in one statement; refuses a row of another county.
 * All of it or nothing only when `db` is a transaction.
 */
export async function insertRows<Table extends keyof Database>(
  db: Db,
  scope: Scope,
  table: Table,
  rows: readonly (Insertable<Database[Table]> & { countyCode: string })[],
): Promise<void> {
  const stray = rows.find((row) => row.countyCode !== scope.countyCode)
  if (stray) throw new RangeError(`${table}: a row of county ${stray.countyCode}`)
  const columns = Object.keys(rows[0] ?? {}).length
  const size = Math.max(1, Math.floor(PARAMETERS / Math.max(1, columns)))
  for (let start = 0; start < rows.length; start += size) {
    const chunk = rows.slice(start, start + size) as readonly Insertable<Database[Table]>[]
    await db.insertInto(table).values(chunk).execute()
  }
}
