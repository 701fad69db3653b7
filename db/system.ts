import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { isPostgres } from './engine.ts'
import { ofCounty, type Scope } from './scope.ts'

export type DatabaseFacts = {
  engine: 'sqlite' | 'postgresql'
  version: string
  /** Of all its tables and indexes; what SQLite keeps in the log beside the file is not in it. */
  bytes: number
}

/** Which engine answers, and how much it holds. */
export async function databaseFacts(db: Db): Promise<DatabaseFacts> {
  const isServer = isPostgres(db)
  const { rows } = await (isServer ? OF_POSTGRES : OF_SQLITE).execute(db)
  const { version, bytes } = rows[0]!
  return { engine: isServer ? 'postgresql' : 'sqlite', version, bytes: Number(bytes) }
}

type Found = { version: string; bytes: number | string }
const OF_SQLITE = sql<Found>`select sqlite_version() as version, page_count * page_size as bytes
  from pragma_page_count(), pragma_page_size()`
const OF_POSTGRES = sql<Found>`select current_setting('server_version') as version,
  pg_database_size(current_database()) as bytes`

/** Plans that wait or run in the whole county. */
export async function countPlansAtWork(db: Db, scope: Scope) {
  const rows = await db
    .selectFrom('plans')
    .select(({ fn }) => ['status', fn.countAll().as('count')])
    .where(ofCounty(scope, 'plans'))
    .where('status', 'in', ['queued', 'running'])
    .groupBy('status')
    .execute()
  const of = (status: string) => Number(rows.find((row) => row.status === status)?.count ?? 0)
  return { waiting: of('queued'), running: of('running') }
}

/** Imports of the whole county by kind and state, and when the last of each ended. */
export async function countImports(db: Db, scope: Scope) {
  const rows = await db
    .selectFrom('imports')
    .select(({ fn }) => ['kind', 'state', fn.countAll().as('count')])
    .select(({ fn }) => fn.max('finishedAt').as('finishedAt'))
    .where(ofCounty(scope, 'imports'))
    .groupBy(['kind', 'state'])
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}
