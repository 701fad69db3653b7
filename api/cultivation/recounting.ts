import { setImmediate } from 'node:timers/promises'
import type { Db } from '../../db/connect.ts'
import { findCounty, markCounted } from '../../db/counties.ts'
import { holdEntries, pageOfCultivated } from '../../db/cultivation-entries.ts'
import { findPolicy, findPolicyVersion } from '../../db/policies.ts'
import type { Log } from '../log.ts'
import { forgetCounty } from '../remembered.ts'
import { policyOf } from '../stored-policy.ts'
import { recount } from './counting.ts'

type Given = { db: Db; countyCode: string; log: Log }

/** The same beside everything else: a county takes a while, and what a process did not come to the next start does. */
export function recountLater(given: Given): void {
  void recountAll(given).catch((error: unknown) => {
    given.log.error({ error }, 'evidence of cultivation waits for the next start')
  })
}

/** People whose evidence is worked out anew in one transaction, so that others write in between. */
const AT_ONCE = 50

/**
 * After a policy with other figures was signed, and at the start where a process ended meanwhile: all evidence of
 * cultivation by the figures in force. Page by page; what is done twice comes out the same.
 */
export async function recountAll({ db, countyCode, log }: Given): Promise<void> {
  const scope = { countyCode }
  const row = await findPolicy(db, scope)
  const county = await findCounty(db, scope)
  if (!row || !county || county.countedByPolicy === row.version) return
  const { cultivation: scheme } = policyOf(row)
  if (!(await isSameScheme(db, countyCode, county.countedByPolicy, scheme))) {
    const started = performance.now()
    const people = await recountPages(db, countyCode)
    const milliseconds = Math.round(performance.now() - started)
    log.info({ people, milliseconds, policy: row.version }, 'evidence of cultivation counted anew')
  }
  await markCounted(db, scope, row.version)
}

type Scheme = ReturnType<typeof policyOf>['cultivation']

async function isSameScheme(db: Db, countyCode: string, version: number | null, now: Scheme) {
  if (version === null) return false
  const before = await findPolicyVersion(db, { countyCode }, version)
  return (
    before !== undefined && JSON.stringify(policyOf(before).cultivation) === JSON.stringify(now)
  )
}

/** By the policy of the moment, which may move on meanwhile. */
async function recountPages(db: Db, countyCode: string): Promise<number> {
  let people = 0
  let after = ''
  for (;;) {
    const ids = await pageOfCultivated(db, { countyCode }, after, AT_ONCE)
    if (ids.length === 0) break
    await db.transaction().execute(async (transaction) => {
      await holdEntries(transaction, { countyCode })
      const { cultivation: scheme } = policyOf((await findPolicy(transaction, { countyCode }))!)
      await recount(transaction, { countyCode, ids, scheme })
    })
    people += ids.length
    after = ids.at(-1)!
    await setImmediate()
  }
  if (people > 0) forgetCounty(db)
  return people
}
