import { CamelCasePlugin, Kysely } from 'kysely'
import { postgresDialect } from './postgres.ts'
import type { Database } from './schema.ts'
import { sqliteDialect } from './sqlite.ts'

export type Db = Kysely<Database>

/**
 * Opens `postgres://…`, a file of SQLite (made with its folder when there is none), or `:memory:`.
 * With a key the file is encrypted as a whole by chacha20. Throws a `DatabaseProblem` when the
 * place is not ours or cannot be used, before anything is written to it; `migrate` comes next.
 */
export async function connect(address: string, key?: string): Promise<Db> {
  const isPostgres = /^postgres(ql)?:\/\//.test(address)
  const dialect = isPostgres ? await postgresDialect(address) : sqliteDialect(address, key)
  return new Kysely<Database>({ dialect, plugins: [new CamelCasePlugin()] })
}
