import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { type DatabaseProblem, databaseProblem } from './problem.ts'

/** What the engine's own error means for whoever starts the program; others pass as they are. */
export function problemOf(file: string, key: string | undefined, cause: unknown): unknown {
  if (!(cause instanceof Sqlite.SqliteError)) return cause
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|AUTH|IOERR_ACCESS)/.test(cause.code))
    return noPermission(file, cause)
  if (cause.code.startsWith('SQLITE_CORRUPT')) return damaged(file, cause)
  if (isBusy(cause)) return inUse(file, cause)
  if (cause.code !== 'SQLITE_NOTADB') return cause
  if (key === undefined) return isPlainText(file) ? notOurs(file, cause) : keyMissing(file, cause)
  return isSqlite(file) ? keyNotNeeded(file, cause) : wrongKey(file, cause)
}

export function isBusy(cause: unknown): boolean {
  return cause instanceof Sqlite.SqliteError && cause.code.startsWith('SQLITE_BUSY')
}

/**
 * SQLite opens a file that it may not write for reading only, says nothing and even begins an
 * immediate transaction on it: only a write shows it. This one is taken back.
 */
export function requireWritable(raw: Sqlite.Database): void {
  const version = raw.pragma('user_version', { simple: true })
  try {
    raw.exec(`begin immediate; pragma user_version = ${version}`)
  } finally {
    if (raw.inTransaction) raw.exec('rollback')
  }
}

export function notOurs(file: string, cause?: unknown): DatabaseProblem {
  return databaseProblem(
    'not-ours',
    {
      zh: `${file} 不是雁阵的数据库，未作任何改动。请换一个路径，或把该文件移开后重新启动。`,
      en: `${file} is not a database of Yanzhen; it was left as it is. Name another path, or move the file away and start again.`,
    },
    cause,
  )
}

export function noPermission(file: string, cause: unknown): DatabaseProblem {
  const folder = dirname(file)
  return databaseProblem(
    'no-permission',
    {
      zh: `无法写入 ${file}。请让运行本程序的用户能读写文件夹 ${folder} 及其中的文件，或换一个路径。`,
      en: `Cannot write ${file}. Let the user who runs this program read and write the folder ${folder} and the files in it, or name another path.`,
    },
    cause,
  )
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

function keyMissing(file: string, cause: unknown): DatabaseProblem {
  return databaseProblem(
    'wrong-key',
    {
      zh: `${file} 无法读取：它可能已加密而没有给出密钥，也可能不是数据库。请设置数据库密钥，或换一个路径。`,
      en: `${file} cannot be read: it may be encrypted and no key was given, or be no database. Set the database key, or name another path.`,
    },
    cause,
  )
}

function keyNotNeeded(file: string, cause: unknown): DatabaseProblem {
  return databaseProblem(
    'wrong-key',
    {
      zh: `${file} 没有加密，却给出了密钥。请去掉数据库密钥，或换一个路径。`,
      en: `${file} is not encrypted, yet a key was given. Take the database key away, or name another path.`,
    },
    cause,
  )
}

function wrongKey(file: string, cause: unknown): DatabaseProblem {
  return databaseProblem(
    'wrong-key',
    {
      zh: `用给出的密钥打不开 ${file}：密钥不对，或文件不是雁阵的数据库。请核对数据库密钥和路径。`,
      en: `The given key does not open ${file}: the key is wrong, or the file is no database of Yanzhen. Check the database key and the path.`,
    },
    cause,
  )
}

function damaged(file: string, cause: unknown): DatabaseProblem {
  return databaseProblem(
    'damaged',
    {
      zh: `${file} 已损坏，无法读取。请把它移开保存，并从备份恢复。`,
      en: `${file} is damaged and cannot be read. Move it away, keep it, and restore a backup.`,
    },
    cause,
  )
}

function inUse(file: string, cause: unknown): DatabaseProblem {
  return databaseProblem(
    'in-use',
    {
      zh: `另一个程序正在写入 ${file}。请等它完成或将其关闭，再重新启动。`,
      en: `Another program is writing ${file}. Wait for it or close it, then start again.`,
    },
    cause,
  )
}
