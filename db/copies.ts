import Sqlite from 'better-sqlite3-multiple-ciphers'
import { databaseProblem } from './problem.ts'
import { APPLICATION_ID, unlock } from './sqlite.ts'
import { notOurs, problemOf } from './sqlite-problems.ts'

/** Tables of papers whose bytes lie outside, as SQLite names them. */
const FILE_TABLES = ['attachments', 'entry_files', 'village_files', 'photographs']

/** What a file of the database holds, as the file itself says. */
export type Contents = {
  /** What is wrong with it; empty when it is whole. */
  faults: string[]
  migrations: string[]
  /** Rows by table. */
  counts: Record<string, number>
  counties: { code: string; name: string }[]
  /** Where the audit chain of each county ends; empty before there was one. */
  heads: { county: string; sequence: number; hash: string }[]
  /** Ids of papers that lie outside of it. */
  attachments: string[]
  /** Versions of the keys that it needs. */
  keyVersions: number[]
}

/**
 * Copies a database as it is at one moment into an empty file, while others go on writing. With a key the copy is
 * encrypted by the same.
 */
export function copyDatabase(file: string, key: string | undefined, to: string): void {
  reading(file, key, (raw) => {
    try {
      raw.prepare('vacuum into ?').run(to)
    } catch (cause) {
      throw isFull(cause) ? noSpace(to, cause) : problemOf(to, key, cause)
    }
  })
}

/** Reads a whole file through; grows with its size. */
export function contentsOf(file: string, key: string | undefined): Contents {
  return reading(file, key, (raw) => {
    const list = <Row>(sql: string) => raw.prepare(sql).all() as Row[]
    const tables = tablesOf(raw)
    const has = (table: string) => tables.includes(table)
    const rowsOf = <Row>(table: string, sql: string) => (has(table) ? list<Row>(sql) : [])
    return {
      faults: faultsOf(raw),
      migrations: rowsOf<{ name: string }>(
        'kysely_migration',
        'select name from kysely_migration order by 1',
      ).map(({ name }) => name),
      counts: Object.fromEntries(
        tables.map((table) => [table, Number(raw.prepare(countOf(table)).pluck().get())]),
      ),
      counties: rowsOf('counties', 'select county_code as code, name from counties order by 1'),
      heads: rowsOf(
        'audit_heads',
        'select county_code as county, sequence, hash from audit_heads order by 1',
      ),
      attachments: FILE_TABLES.flatMap((table) =>
        rowsOf<{ id: string }>(table, `select id from ${table} order by 1`).map(({ id }) => id),
      ),
      keyVersions: rowsOf<{ version: number }>(
        'key_checks',
        'select distinct version from key_checks order by 1',
      ).map(({ version }) => version),
    }
  })
}

/** Those of these papers that a database still names. */
export function attachmentsStillIn(
  file: string,
  key: string | undefined,
  ids: readonly string[],
): string[] {
  return reading(file, key, (raw) => {
    const found = tablesOf(raw)
      .filter((table) => FILE_TABLES.includes(table))
      .map((table) => raw.prepare(`select 1 from ${table} where id = ?`))
    return ids.filter((id) => found.some((find) => find.get(id) !== undefined))
  })
}

function reading<T>(file: string, key: string | undefined, work: (raw: Sqlite.Database) => T): T {
  let raw: Sqlite.Database | undefined
  try {
    raw = new Sqlite(file, { fileMustExist: true })
    if (key !== undefined) unlock(raw, key)
    if (raw.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw notOurs(file)
    return work(raw)
  } catch (cause) {
    throw problemOf(file, key, cause)
  } finally {
    raw?.close()
  }
}

const tablesOf = (raw: Sqlite.Database) =>
  raw
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by 1`,
    )
    .pluck()
    .all() as string[]

type Broken = { table: string; parent: string }

function faultsOf(raw: Sqlite.Database): string[] {
  const integrity = raw.pragma('integrity_check(5)') as { integrity_check: string }[]
  const broken = raw.pragma('foreign_key_check') as Broken[]
  return [
    ...integrity.map((it) => it.integrity_check).filter((it) => it !== 'ok'),
    ...broken.slice(0, 5).map(({ table, parent }) => `${table} → ${parent}`),
  ]
}

const countOf = (table: string) => `select count(*) from "${table}"`

function isFull(cause: unknown): boolean {
  return cause instanceof Sqlite.SqliteError && /^SQLITE_(FULL|IOERR)/.test(cause.code)
}

function noSpace(file: string, cause: unknown) {
  return databaseProblem(
    'no-space',
    {
      zh: `写入 ${file} 失败，磁盘空间可能已满。请腾出空间或换一个文件夹，再试一次。`,
      en: `Writing ${file} failed; the disk may be full. Make room or name another folder, then try again.`,
    },
    cause,
  )
}
