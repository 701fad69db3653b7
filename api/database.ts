import { connect, type Db } from '../db/connect.ts'
import { listCounties } from '../db/counties.ts'
import { migrate } from '../db/migrate.ts'
import { insertDemonstration } from '../db/seed/index.ts'
import { defaultPolicy } from '../matching/index.ts'

export type OpenedDatabase = { db: Db; countyCode: string; isSeeded: boolean }

/**
 * Opens the database, brings it up to this program, and fills an empty one with the demonstration county.
 * `beforeWriting` runs once the file is known to be ours.
 */
export async function openDatabase(
  address: string,
  beforeWriting?: () => void,
): Promise<OpenedDatabase> {
  const db = await openMigrated(address, beforeWriting)
  try {
    const isSeeded = await seedWhenEmpty(db)
    const [county] = await listCounties(db)
    return { db, countyCode: county!.countyCode, isSeeded }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** Opens the database and brings its tables up to this program, without any county. */
export async function openMigrated(address: string, beforeWriting?: () => void): Promise<Db> {
  const db = await connect(address)
  try {
    beforeWriting?.()
    await migrate(db)
    return db
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
