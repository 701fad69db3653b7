import { v7 as newId } from 'uuid'
import { insertAccount, listAccounts } from '../db/accounts.ts'
import { appendAudit } from '../db/audit.ts'
import { sealEarlier } from '../db/audit-chain.ts'
import { connect, type Db } from '../db/connect.ts'
import { listCounties } from '../db/counties.ts'
import { FIRST_NOTICE } from '../db/defaults.ts'
import { listEntries } from '../db/dictionaries.ts'
import type { Keyring } from '../db/keyring.ts'
import { migrate } from '../db/migrate.ts'
import { findNotice, insertNotice } from '../db/notices.ts'
import { followMissing } from '../db/pool.ts'
import { insertDemonstration } from '../db/seed/index.ts'
import { entryBy } from './auditing.ts'
import type { Configuration } from './configuration.ts'
import { demonstrateCultivation } from './demonstration/cultivation.ts'
import { demonstrateReview } from './demonstration/review.ts'
import { demonstrateTermChange } from './demonstration/term-change.ts'
import { completeDemonstration, demonstrationPolicy } from './demonstration.ts'
import { openKeys } from './keys.ts'
import { hashPassword, newCode } from './passwords.ts'

export type OpenedDatabase = { db: Db; countyCode: string; keyring: Keyring; isSeeded: boolean }
export type Source = Pick<Configuration, 'database' | 'databaseKey' | 'keyFile' | 'keys'>

/**
 * Opens the database, brings it up to this program, and fills an empty one with the demonstration county.
 * `beforeWriting` runs once the file is known to be ours.
 */
export async function openDatabase(
  source: Source,
  beforeWriting?: () => void,
): Promise<OpenedDatabase> {
  const db = await openMigrated(source, beforeWriting)
  try {
    const isSeeded = await seedWhenEmpty(db)
    const [county] = await listCounties(db)
    const { countyCode, isDemonstration } = county!
    const { keyring, isFirst } = await openKeys(db, countyCode, source)
    // Without accounts it was never opened to its end: a start that was cut short goes on here.
    const isNew = isFirst || (await listAccounts(db, { countyCode })).length === 0
    if (isNew) await sealEarlier(db, keyring, { countyCode })
    await giveNotice(db, countyCode)
    // A database of before there was search, or a terminal that was cut short.
    await followMissing(db, { countyCode })
    if (isDemonstration === 1) await completeWhenBare(db, keyring, countyCode)
    // Of an earlier release the people may be somebody's trial by now.
    if (isSeeded) {
      await demonstrateReview(db, keyring, countyCode, new Date())
      await demonstrateCultivation(db, keyring, countyCode, new Date())
      await demonstrateTermChange(db, keyring, countyCode, new Date())
    }
    return { db, countyCode, keyring, isSeeded }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** Opens the database and brings its tables up to this program, without any county. */
export async function openMigrated(
  { database, databaseKey }: Pick<Source, 'database' | 'databaseKey'>,
  beforeWriting?: () => void,
): Promise<Db> {
  const db = await connect(database, databaseKey)
  try {
    beforeWriting?.()
    await migrate(db)
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

export type FirstAdministrator = { username: string; oneTimePassword: string }

/** Makes the administrator of a county that has none of its own yet; the password is told this once. */
export async function firstAdministrator(
  db: Db,
  keyring: Keyring,
  countyCode: string,
): Promise<FirstAdministrator | null> {
  const scope = { countyCode }
  const accounts = await listAccounts(db, scope)
  if (accounts.some((it) => it.role === 'admin' && it.isDemonstration === 0)) return null
  const oneTimePassword = newCode()
  const passwordHash = await hashPassword(oneTimePassword)
  const id = newId()
  const username = 'admin'
  await db.transaction().execute(async (transaction) => {
    await insertAccount(transaction, scope, {
      ...{ id, username, name: '系统管理员', role: 'admin', position: null, state: 'active' },
      ...{ townshipCode: null, departmentId: null, talentId: null, villageCodes: [] },
      ...{ passwordHash, mustChangePassword: 1, totpSecret: null, totpStep: null },
      ...{ isDemonstration: 0, createdAt: new Date().toISOString(), createdBy: 'system' },
      ...{ confirmedAt: null, confirmedBy: null, signedInAt: null },
    })
    await appendAudit(transaction, keyring, scope, [
      entryBy('system', { action: 'account.made', subjects: [id], detail: { role: 'admin' } }),
    ])
  })
  return { username, oneTimePassword }
}

async function seedWhenEmpty(db: Db): Promise<boolean> {
  if ((await listCounties(db)).length > 0) return false
  const { version: _, ...body } = demonstrationPolicy
  await insertDemonstration(db, JSON.stringify(body))
  return true
}

/** A program that ended while it filled the county goes on here, and so does one of before there were accounts. */
async function completeWhenBare(db: Db, keyring: Keyring, countyCode: string): Promise<void> {
  const departments = await listEntries(db, { countyCode }, 'departments')
  if (departments.length === 0) await completeDemonstration(db, keyring, countyCode)
}

/** A county has a notice from its first start. */
export async function giveNotice(db: Db, countyCode: string): Promise<void> {
  const scope = { countyCode }
  if (await findNotice(db, scope)) return
  const createdAt = new Date().toISOString()
  await insertNotice(db, scope, { version: 1, ...FIRST_NOTICE, createdAt, createdBy: 'system' })
}
