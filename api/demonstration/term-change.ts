import type { Transaction } from 'kysely'
import { listAccounts } from '../../db/accounts.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Db } from '../../db/connect.ts'
import { insertRows } from '../../db/insert.ts'
import type { Keyring } from '../../db/keyring.ts'
import type { Database } from '../../db/schema.ts'
import { entryBy } from '../auditing.ts'
import { dayInChina } from '../days.ts'
import { countyOf } from '../remembered.ts'
import { actionsOf } from './readying/actions.ts'
import { decisionsOf } from './readying/decisions.ts'
import { entriesOf } from './readying/entries.ts'
import { readiedVillages } from './readying/village.ts'

/**
 * What the demonstration has on record about its villages: statistics, elections, audits, overhauls, surveys, who is
 * responsible, decisions about the combined role, and what was given out to do; all of it in one transaction. Where
 * each village stands is worked out from it by the program itself.
 */
export async function demonstrateTermChange(
  db: Db,
  keyring: Keyring,
  countyCode: string,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await insertRecord(transaction, countyCode, dayInChina(now))
    const told = { action: 'demonstration.readied', subjects: [] }
    await appendAudit(transaction, keyring, { countyCode }, [entryBy('system', told)])
  })
}

async function insertRecord(transaction: Transaction<Database>, countyCode: string, today: string) {
  const scope = { countyCode }
  const accounts = await listAccounts(transaction, scope)
  const signer = accounts.find(({ username }) => username === 'demo-county')!
  const county = await countyOf(transaction, scope)
  const homes = Map.groupBy(county.talents.values(), ({ homeVillage }) => homeVillage)
  const villages = await readiedVillages(transaction, countyCode)
  const around = { countyCode, today, accountId: signer.id }
  const entries = villages.flatMap((village) => entriesOf(village, around))
  const actions = villages.flatMap((village) => actionsOf(village, around))
  const decisions = villages.flatMap((village) =>
    decisionsOf(village, { county, homes, today, signer }),
  )
  await insertRows(transaction, scope, 'villageEntries', entries)
  await insertRows(transaction, scope, 'readinessActions', actions)
  await insertRows(transaction, scope, 'listDecisions', decisions)
}
