import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { holdEntries } from '../../db/cultivation-entries.ts'
import { findPolicy } from '../../db/policies.ts'
import type { Database } from '../../db/schema.ts'
import { changing, type Told } from '../auditing.ts'
import type { Env } from '../context.ts'
import { forgetCounty } from '../remembered.ts'
import { policyOf } from '../stored-policy.ts'
import { recount } from './counting.ts'

type People = (transaction: Transaction<Database>) => Promise<readonly string[]>

/**
 * The one door for whatever changes an entry of people's cultivation: the work, its audit entry and the evidence that
 * follows from all entries of those people stand or fall together. Whose they are is asked after the work where it
 * may have changed while others were waited for.
 */
export async function changeEntries<T>(
  c: Context<Env>,
  ids: readonly string[] | People,
  work: (transaction: Transaction<Database>, tell: (told: Told) => void) => Promise<T>,
): Promise<T> {
  const { countyCode } = c.var
  let moved: string[] = []
  const result = await changing(c, async (transaction, tell) => {
    await holdEntries(transaction, { countyCode })
    const done = await work(transaction, tell)
    // The figures of the moment: a policy may have been signed while this waited.
    const { cultivation: scheme } = policyOf((await findPolicy(transaction, { countyCode }))!)
    const people = typeof ids === 'function' ? await ids(transaction) : ids
    moved = await recount(transaction, { countyCode, ids: [...new Set(people)], scheme })
    return done
  })
  if (moved.length > 0) forgetCounty(c.var.db)
  return result
}
