import { PostgresAdapter } from 'kysely'
import type { Db } from './connect.ts'

/** Which engine answers; for the one thing that each does in its own way, full text. */
export function isPostgres(db: Db): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}
