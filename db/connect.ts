import { CamelCasePlugin, Kysely } from 'kysely'
import { postgresDialect } from './postgres.ts'
import type { Database } from './schema.ts'
import { sqliteDialect } from './sqlite.ts'

export type Db = Kysely<Database>

/**
 * Opens `postgres://…`, a file of SQLite (made with its folder when there is none), `:memory:`, or the bytes of a
 * whole file, which are copied into memory.
 * With a key the file is encrypted as a whole by chacha20. Throws a `DatabaseProblem` when the
 * place is not ours or cannot be used, before anything is written to it; `migrate` comes next.
 */
export async function connect(address: string | Buffer, key?: string): Promise<Db> {
  const isPostgres = typeof address === 'string' && /^postgres(ql)?:\/\//.test(address)
  const dialect = isPostgres ? await postgresDialect(address) : sqliteDialect(address, key)
  return new Kysely<Database>({ dialect, plugins: [new CamelCasePlugin()] })
}
