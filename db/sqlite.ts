import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { type Dialect, SqliteDialect } from 'kysely'
import { noPermission, notOurs, problemOf, requireWritable } from './sqlite-problems.ts'

/** 'YNZH' in the header of the file (PRAGMA application_id): says that it is ours. */
export const APPLICATION_ID = 0x594e5a48

/** Checks the file before the first write; a `DatabaseProblem` leaves it as it was. */
export function sqliteDialect(file: string | Buffer, key?: string): Dialect {
  const isInMemory = typeof file !== 'string' || file === ':memory:'
  const raw = isInMemory ? new Sqlite(file) : openFile(resolve(file), key)
  raw.pragma('foreign_keys = on')
  // What is erased is overwritten: it would stay readable in free pages of the file.
  raw.pragma('secure_delete = on')
  return dialectOf(raw)
}

function openFile(file: string, key: string | undefined) {
  makeFolder(file)
  refuseReadOnly(file)
  let raw: Sqlite.Database | undefined
  try {
    raw = new Sqlite(file)
    if (key !== undefined) unlock(raw, key)
    prepare(raw, file)
    return raw
  } catch (cause) {
    raw?.close()
    throw problemOf(file, key, cause)
  }
}

/** A folder that we make holds personal data: its owner alone may enter. */
function makeFolder(file: string) {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw noPermission(file, cause)
  }
}

/**
 * SQLite opens a file that it may not write for reading only, says nothing and leaves a -wal beside it, so that it
 * is tried before. Closing drops this process's own locks on the file: it must not be open here yet.
 */
function refuseReadOnly(file: string) {
  if (!existsSync(file)) return
  try {
    closeSync(openSync(file, 'r+'))
  } catch (cause) {
    throw noPermission(file, cause)
  }
}

export function unlock(raw: Sqlite.Database, key: string) {
  raw.pragma(`cipher = 'chacha20'`)
  raw.pragma(`key = '${key.replaceAll(`'`, `''`)}'`)
}

function prepare(raw: Sqlite.Database, file: string) {
  raw.pragma('busy_timeout = 5000')
  const isEmpty = raw.prepare('select count(*) from sqlite_schema').pluck().get() === 0
  const mark = raw.pragma('application_id', { simple: true })
  if (mark !== APPLICATION_ID && !(isEmpty && mark === 0)) throw notOurs(file)
  requireWritable(raw)
  raw.pragma('journal_mode = wal')
  raw.pragma('synchronous = full')
  // 8 MB instead of 4: half as many times what was written is put into its place in the file.
  raw.pragma('wal_autocheckpoint = 2000')
  if (isEmpty) raw.pragma(`application_id = ${APPLICATION_ID}`)
}

/**
 * Statements kept prepared. Those of lists of values differ by their length and must not fill the memory: the long ones, which
 * take most of it, are not kept.
 */
const MOST_STATEMENTS = 200
const LONGEST_KEPT = 6_000

function dialectOf(raw: Sqlite.Database): Dialect {
  const prepared = new Map<string, Sqlite.Statement>()
  const prepare = (sql: string) => {
    // A deferred transaction that reads first cannot become a writer after somebody else wrote.
    const statement = prepared.get(sql) ?? raw.prepare(sql === 'begin' ? 'begin immediate' : sql)
    if (sql.length > LONGEST_KEPT) return statement
    if (prepared.size >= MOST_STATEMENTS) prepared.clear()
    prepared.set(sql, statement)
    return statement
  }
  const dialect = new SqliteDialect({ database: { close: () => raw.close(), prepare } })
  return {
    createDriver: () => dialect.createDriver(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    // SQLite rolls back tables too; Kysely leaves it off, and a migration could end half-written.
    createAdapter: () =>
      Object.defineProperty(dialect.createAdapter(), 'supportsTransactionalDdl', { value: true }),
  }
}
