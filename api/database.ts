import { connect, type Db } from '../db/connect.ts'
import { listCounties } from '../db/counties.ts'
import { migrate } from '../db/migrate.ts'
import { insertDemonstration } from '../db/seed/index.ts'
import { defaultPolicy } from '../matching/index.ts'
import { StartFailure } from './start-failure.ts'

export type OpenedDatabase = { db: Db; countyCode: string; isSeeded: boolean }

/** Opens the database, brings it up to this program, and fills an empty one with the demonstration county. */
export async function openDatabase(address: string): Promise<OpenedDatabase> {
  const db = await connect(address)
  try {
    await migrate(db)
    const isSeeded = await seedWhenEmpty(db)
    return { db, countyCode: await countyCodeOf(db), isSeeded }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

async function seedWhenEmpty(db: Db): Promise<boolean> {
  if ((await listCounties(db)).length > 0) return false
  const { version: _, ...body } = defaultPolicy
  await insertDemonstration(db, JSON.stringify(body))
  return true
}

/** One county a program until accounts exist. */
async function countyCodeOf(db: Db): Promise<string> {
  const [county] = await listCounties(db)
  if (county) return county.countyCode
  throw new StartFailure({
    zh: '数据库中没有任何县。请运行 npm run yanzhen -- seed 装入演示县。',
    en: 'The database holds no county. Run npm run yanzhen -- seed to add the demonstration.',
  })
}
