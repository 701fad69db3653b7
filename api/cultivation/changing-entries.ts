import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import type { Database } from '../../db/schema.ts'
import { changing, type Told } from '../auditing.ts'
import type { Env } from '../context.ts'
import { policyInForce } from '../people-by-id.ts'
import { forgetCounty } from '../remembered.ts'
import { recount } from './counting.ts'

/**
 * The one door for whatever changes an entry of people's cultivation: the work, its audit entry and the evidence that
 * follows from all entries of those people stand or fall together.
 */
export async function changeEntries<T>(
  c: Context<Env>,
  ids: readonly string[],
  work: (transaction: Transaction<Database>, tell: (told: Told) => void) => Promise<T>,
): Promise<T> {
  const { cultivation: scheme } = await policyInForce(c)
  const { countyCode } = c.var
  let moved: string[] = []
  const result = await changing(c, async (transaction, tell) => {
    const done = await work(transaction, tell)
    moved = await recount(transaction, { countyCode, ids: [...new Set(ids)], scheme })
    return done
  })
  if (moved.length > 0) forgetCounty(c.var.db)
  return result
}
