import { appendAudit } from '../db/audit.ts'
import { connect } from '../db/connect.ts'
import { FIRST_NOTICE, insertDefaults } from '../db/defaults.ts'
import { type Divisions, insertDivisions, isWithoutCounty } from '../db/divisions.ts'
import type { Keyring } from '../db/keyring.ts'
import { holdFolder } from '../db/lock.ts'
import { migrate } from '../db/migrate.ts'
import { insertNotice } from '../db/notices.ts'
import { insertPolicy } from '../db/policies.ts'
import { insertSettings } from '../db/settings.ts'
import { defaultPolicy } from '../matching/index.ts'
import { keepHead } from './audit-heads.ts'
import { entryBy } from './auditing.ts'
import type { Configuration } from './configuration.ts'
import { FIRST_SETTINGS } from './county-settings.ts'
import { type FirstAdministrator, firstAdministrator } from './database.ts'
import { openKeyring } from './keys.ts'
import { StartFailure } from './start-failure.ts'
import { makeFolder } from './whole-files.ts'

/** Fills an empty database with a real county and makes its first administrator; any other is left as it is. */
export async function setUp(
  configuration: Configuration,
  divisions: Divisions,
): Promise<FirstAdministrator> {
  const { data, database, databaseKey, auditHeads } = configuration
  const { code: countyCode } = divisions.county
  makeFolder(data)
  const release = holdFolder(data)
  try {
    const db = await connect(database, databaseKey)
    try {
      if (!(await isWithoutCounty(db))) throw isUsed(database)
      await migrate(db)
      const keyring = await fill(db, divisions, configuration)
      const administrator = await firstAdministrator(db, keyring, countyCode)
      await keepHead(db, countyCode, auditHeads)
      return administrator!
    } finally {
      await db.destroy()
    }
  } finally {
    release()
  }
}

function fill(
  db: Awaited<ReturnType<typeof connect>>,
  divisions: Divisions,
  configuration: Configuration,
): Promise<Keyring> {
  const countyCode = divisions.county.code
  const scope = { countyCode }
  const at = { createdAt: new Date().toISOString(), createdBy: 'terminal' }
  const { version, ...policy } = defaultPolicy
  return db.transaction().execute(async (transaction) => {
    await insertDivisions(transaction, divisions)
    await insertDefaults(transaction, scope)
    await insertPolicy(transaction, scope, { version, body: policy, ...at })
    await insertSettings(transaction, scope, { version: 1, body: FIRST_SETTINGS, ...at })
    await insertNotice(transaction, scope, { version: 1, ...FIRST_NOTICE, ...at })
    const keyring = await openKeyring(transaction, countyCode, configuration)
    const { townships, villages } = divisions
    const detail = { townships: townships.length, villages: villages.length }
    const entry = entryBy('terminal', { action: 'county.set-up', detail })
    await appendAudit(transaction, keyring, scope, [entry])
    return keyring
  })
}

function isUsed(database: string) {
  return new StartFailure({
    zh: `${database} 中已有一个县的数据，未作任何改动。set-up 只用于空数据库：请用 YANZHEN_DATA 指定一个新的数据目录；只是演示数据时，也可先停止服务，再移走原目录。`,
    en: `${database} holds a county already, and nothing was changed. set-up is for an empty database only: name a new data folder with YANZHEN_DATA, or, when it is only the demonstration, stop the server and move the old folder away.`,
  })
}
