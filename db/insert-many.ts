import { CompiledQuery } from 'kysely'
import type { Db } from './connect.ts'
import { isPostgres } from './engine.ts'

type Row = Record<string, string | number | null>

/** Values that one statement may carry: 32,766 in SQLite, 65,535 in PostgreSQL. */
const PARAMETERS = 32_000
const statements = new Map<string, string>()
const MOST_STATEMENTS = 200

/**
 * Inserts many rows of the same columns in statements that are built once, which takes half the time of a query builder
 * that looks at each value.
 */
export async function insertMany(db: Db, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const size = Math.floor(PARAMETERS / columns.length)
  for (let start = 0; start < rows.length; start += size) {
    const part = rows.slice(start, start + size)
    const parameters = part.flatMap((row) => columns.map((column) => row[column] ?? null))
    const text = statementOf({ table, columns, rows: part.length, isNumbered: isPostgres(db) })
    await db.executeQuery(CompiledQuery.raw(text, parameters))
  }
}

type Shape = { table: string; columns: readonly string[]; rows: number; isNumbered: boolean }

function statementOf({ table, columns, rows, isNumbered }: Shape): string {
  const key = `${table} ${columns.join()} ${rows} ${isNumbered}`
  const known = statements.get(key)
  if (known !== undefined) return known
  const signs = Array.from({ length: rows }, (_, row) =>
    columns.map((_, at) => (isNumbered ? `$${row * columns.length + at + 1}` : '?')).join(', '),
  )
  const names = columns.map((column) => `"${snake(column)}"`).join(', ')
  const text = `insert into "${snake(table)}" (${names}) values (${signs.join('), (')})`
  if (statements.size >= MOST_STATEMENTS) statements.clear()
  statements.set(key, text)
  return text
}

/** As Kysely's plugin names columns. */
const snake = (name: string) => name.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)
