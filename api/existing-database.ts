import { existsSync } from 'node:fs'
import { connect, type Db } from '../db/connect.ts'
import { listCounties } from '../db/counties.ts'
import type { Keyring } from '../db/keyring.ts'
import { isCurrent } from '../db/migrate.ts'
import type { Source } from './database.ts'
import { openKeyring } from './keys.ts'
import { StartFailure } from './start-failure.ts'

export type ExistingDatabase = { db: Db; countyCode: string; countyName: string; keyring: Keyring }

/** Opens what is there for a command beside a running server: fills nothing and upgrades nothing. */
export async function openExisting(source: Source): Promise<ExistingDatabase> {
  requireDatabase(source.database)
  const db = await connect(source.database, source.databaseKey)
  try {
    if (!(await isCurrent(db))) throw isOlder(source.database)
    const [county] = await listCounties(db)
    if (!county) throw isEmpty(source.database)
    const { countyCode, name } = county
    const keyring = await openKeyring(db, countyCode, source)
    return { db, countyCode, countyName: name, keyring }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

export function requireDatabase(file: string): void {
  if (existsSync(file)) return
  throw new StartFailure({
    zh: `没有数据库 ${file}。请用 YANZHEN_DATA 指定数据目录；还没有数据库时，先运行 npm start（演示县）或 npm run yanzhen -- set-up（真实县）。`,
    en: `There is no database ${file}. Name the data folder by YANZHEN_DATA; when there is none yet, run npm start (demonstration) or npm run yanzhen -- set-up (a real county) first.`,
  })
}

function isOlder(file: string): StartFailure {
  return new StartFailure({
    zh: `${file} 还是旧版的表结构，未作任何改动。请先停止服务，运行 npm run yanzhen -- backup 备份，再运行 npm run yanzhen -- migrate 升级。`,
    en: `${file} still has the tables of an older version; it was left as it is. Stop the server, make a copy by npm run yanzhen -- backup, then upgrade by npm run yanzhen -- migrate.`,
  })
}

function isEmpty(file: string): StartFailure {
  return new StartFailure({
    zh: `${file} 中还没有县的数据。请先运行 npm start（演示县）或 npm run yanzhen -- set-up（真实县）。`,
    en: `${file} holds no county yet. Run npm start (demonstration) or npm run yanzhen -- set-up (a real county) first.`,
  })
}
