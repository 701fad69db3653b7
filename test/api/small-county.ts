import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../api/database.ts'
import { demonstrateCultivation } from '../../api/demonstration/cultivation.ts'
import { demonstrateReview } from '../../api/demonstration/review.ts'
import { demonstrateTermChange } from '../../api/demonstration/term-change.ts'
import { demonstrationPolicy } from '../../api/demonstration.ts'
import { connect } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { type DemonstrationRows, insertDemonstration } from '../../db/seed/index.ts'
import { fewRows } from './served.ts'

const sourceIn = (data: string) => ({
  database: join(data, 'yanzhen.sqlite'),
  keyFile: join(`${data}-keys`, 'keys.json'),
})

let bytes: { database: Buffer; keys: Buffer } | undefined

/**
 * Fills the data folder as the first start does, but for an administrator, with the demonstration's people of two
 * townships: a program over the whole county takes long to fill it, and longer to count its villages.
 */
export async function smallCounty(data: string): Promise<void> {
  bytes ??= await firstStart()
  const { database, keyFile } = sourceIn(data)
  mkdirSync(data, { recursive: true, mode: 0o700 })
  mkdirSync(`${data}-keys`, { recursive: true, mode: 0o700 })
  writeFileSync(database, bytes.database, { mode: 0o600 })
  writeFileSync(keyFile, bytes.keys, { mode: 0o600 })
}

async function firstStart() {
  const folder = mkdtempSync(join(tmpdir(), 'yanzhen-small-'))
  try {
    const source = sourceIn(join(folder, 'data'))
    await fillSmall(source, fewRows())
    return { database: readFileSync(source.database), keys: readFileSync(source.keyFile) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Source = ReturnType<typeof sourceIn>

async function fillSmall(source: Source, rows: DemonstrationRows): Promise<void> {
  const empty = await connect(source.database)
  const { version: _, ...policy } = demonstrationPolicy
  await migrate(empty)
  await insertDemonstration(empty, JSON.stringify(policy), rows)
  await empty.destroy()
  const { db, keyring, countyCode } = await openDatabase(source)
  const now = new Date()
  await demonstrateReview(db, keyring, countyCode, now)
  await demonstrateCultivation(db, keyring, countyCode, now)
  await demonstrateTermChange(db, keyring, countyCode, now)
  await db.destroy()
}
