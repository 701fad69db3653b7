import { join } from 'node:path'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { databaseProblem } from './problem.ts'
import { isBusy, problemOf, requireWritable } from './sqlite-problems.ts'

/**
 * Holds a folder for one server until it is released. The lock is the operating system's, taken
 * by SQLite in all the ways of each system, so that it is gone with a process however that ends. `otherwise` says
 * what is so when somebody holds it already.
 */
export function holdFolder(folder: string, otherwise = servedAlready(folder)): () => void {
  const file = join(folder, 'yanzhen.lock')
  let raw: Sqlite.Database | undefined
  try {
    raw = new Sqlite(file, { timeout: 0 })
    raw.pragma('journal_mode = memory')
    requireWritable(raw)
    raw.exec('begin exclusive')
  } catch (cause) {
    raw?.close()
    throw isBusy(cause)
      ? databaseProblem('in-use', otherwise, cause)
      : problemOf(file, undefined, cause)
  }
  return () => raw.close()
}

function servedAlready(folder: string) {
  return {
    zh: `数据目录 ${folder} 正由另一个雁阵服务使用，一个数据目录只供一个服务使用。请打开它的页面，或先停止它；确需另开一个时，请用 YANZHEN_DATA 指定另一个目录。`,
    en: `The data folder ${folder} is served by another Yanzhen; one data folder serves one server. Open its page, or stop it first; for a second one name another folder with YANZHEN_DATA.`,
  }
}
