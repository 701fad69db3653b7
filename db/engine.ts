import { PostgresAdapter, sql, type Transaction } from 'kysely'
import type { Db } from './connect.ts'
import type { Database } from './schema.ts'

/** Which engine answers; for the one thing that each does in its own way, full text. */
export function isPostgres(db: Db): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}

/**
 * A transaction whose rows nobody is told of yet need not be on disk when it ends: the next one that is makes it so,
 * since a log is kept in order. For long work in many small steps.
 */
export async function hastily<T>(
  db: Db,
  work: (transaction: Transaction<Database>) => Promise<T>,
): Promise<T> {
  if (isPostgres(db))
    return db.transaction().execute(async (transaction) => {
      await sql`set local synchronous_commit = off`.execute(transaction)
      return work(transaction)
    })
  return db.connection().execute(async (one) => {
    await sql`pragma synchronous = normal`.execute(one)
    try {
      return await one.transaction().execute(work)
    } finally {
      await sql`pragma synchronous = full`.execute(one)
    }
  })
}
