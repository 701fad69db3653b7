import { closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { type Dialect, SqliteDialect } from 'kysely'
import { type DatabaseProblem, databaseProblem } from './problem.ts'

/** 'YNZH' in the header of the file (PRAGMA application_id): says that it is ours. */
export const APPLICATION_ID = 0x594e5a48

/** Checks the file before the first write; a `DatabaseProblem` leaves it as it was. */
export function sqliteDialect(file: string, key?: string): Dialect {
  const raw = file === ':memory:' ? new Sqlite(file) : openFile(resolve(file), key)
  raw.pragma('foreign_keys = on')
  return dialectOf(raw)
}

function openFile(file: string, key: string | undefined) {
  const isNew = makeFolder(file)
  let raw: Sqlite.Database | undefined
  try {
    raw = new Sqlite(file)
    if (key !== undefined) unlock(raw, key)
    prepare(raw, file, isNew)
    return raw
  } catch (cause) {
    raw?.close()
    throw problemOf(file, key, cause)
  }
}

/** true when there is no file yet, or an empty one. */
function makeFolder(file: string): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0
  } catch (cause) {
    throw noPermission(file, cause)
  }
}

function unlock(raw: Sqlite.Database, key: string) {
  raw.pragma(`cipher = 'chacha20'`)
  raw.pragma(`key = '${key.replaceAll(`'`, `''`)}'`)
}

function prepare(raw: Sqlite.Database, file: string, isNew: boolean) {
  raw.pragma('busy_timeout = 5000')
  const isEmpty = raw.prepare('select count(*) from sqlite_schema').pluck().get() === 0
  const mark = raw.pragma('application_id', { simple: true })
  if (mark !== APPLICATION_ID && !(isEmpty && mark === 0)) throw notOurs(file)
  // SQLite opens a file that it may not write for reading only and says nothing: ask for the lock.
  raw.exec('begin immediate; rollback')
  raw.pragma('journal_mode = wal')
  raw.pragma('synchronous = full')
  if (isNew || isEmpty) raw.pragma(`application_id = ${APPLICATION_ID}`)
}

function dialectOf(raw: Sqlite.Database): Dialect {
  const dialect = new SqliteDialect({
    database: {
      close: () => raw.close(),
      // A deferred transaction that reads first cannot become a writer after somebody else wrote.
      prepare: (sql) => raw.prepare(sql === 'begin' ? 'begin immediate' : sql),
    },
  })
  return {
    createDriver: () => dialect.createDriver(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    // SQLite rolls back tables too; Kysely leaves it off, and a migration could end half-written.
    createAdapter: () =>
      Object.defineProperty(dialect.createAdapter(), 'supportsTransactionalDdl', { value: true }),
  }
}

function problemOf(file: string, key: string | undefined, cause: unknown): unknown {
  if (!(cause instanceof Sqlite.SqliteError)) return cause
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|AUTH|IOERR_ACCESS)/.test(cause.code))
    return noPermission(file, cause)
  if (cause.code !== 'SQLITE_NOTADB') return cause
  if (key === undefined) return isPlainText(file) ? notOurs(file, cause) : keyMissing(file, cause)
  return isSqlite(file) ? keyNotNeeded(file, cause) : wrongKey(file, cause)
}

function isSqlite(file: string): boolean {
  return headOf(file).toString('latin1').startsWith('SQLite format 3')
}

/** An encrypted file is whole pages that begin with a random salt; anything else is no database. */
function isPlainText(file: string): boolean {
  return statSync(file).size % 4096 !== 0 || headOf(file).every((byte) => byte >= 9 && byte < 127)
}

function headOf(file: string): Buffer {
  const handle = openSync(file, 'r')
  const head = Buffer.alloc(16)
  readSync(handle, head)
  closeSync(handle)
  return head
}

function notOurs(file: string, cause?: unknown): DatabaseProblem {
  return databaseProblem(
    'not-ours',
    {
      zh: `${file} 不是雁阵的数据库,未作任何改动。请换一个路径,或把该文件移开后重新启动。`,
      en: `${file} is not a database of Yanzhen; it was left as it is. Name another path, or move the file away and start again.`,
    },
    cause,
  )
}

function keyMissing(file: string, cause: unknown): DatabaseProblem {
  return databaseProblem(
    'wrong-key',
    {
      zh: `${file} 无法读取:它可能已加密而没有给出密钥,也可能不是数据库。请设置数据库密钥,或换一个路径。`,
      en: `${file} cannot be read: it may be encrypted and no key was given, or be no database. Set the database key, or name another path.`,
    },
    cause,
  )
}

function keyNotNeeded(file: string, cause: unknown): DatabaseProblem {
  return databaseProblem(
    'wrong-key',
    {
      zh: `${file} 没有加密,却给出了密钥。请去掉数据库密钥,或换一个路径。`,
      en: `${file} is not encrypted, yet a key was given. Take the database key away, or name another path.`,
    },
    cause,
  )
}

function wrongKey(file: string, cause: unknown): DatabaseProblem {
  return databaseProblem(
    'wrong-key',
    {
      zh: `用给出的密钥打不开 ${file}:密钥不对,或文件不是雁阵的数据库。请核对数据库密钥和路径。`,
      en: `The given key does not open ${file}: the key is wrong, or the file is no database of Yanzhen. Check the database key and the path.`,
    },
    cause,
  )
}

function noPermission(file: string, cause: unknown): DatabaseProblem {
  const folder = dirname(file)
  return databaseProblem(
    'no-permission',
    {
      zh: `无法写入 ${file}。请让运行本程序的用户能读写文件夹 ${folder} 及其中的文件,或换一个路径。`,
      en: `Cannot write ${file}. Let the user who runs this program read and write the folder ${folder} and the files in it, or name another path.`,
    },
    cause,
  )
}
