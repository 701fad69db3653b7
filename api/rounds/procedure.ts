import type { Context } from 'hono'
import { listEntries } from '../../db/dictionaries.ts'
import type { Env } from '../context.ts'
import type { RoundProcedure } from '../nominees/loading.ts'
import { policyInForce } from '../people-by-id.ts'

/** What a round keeps of the policy in force: a later change of the policy leaves its way as it was. */
export async function procedureInForce(
  c: Context<Env>,
): Promise<{ procedure: RoundProcedure; policyVersion: number }> {
  const { version, review } = await policyInForce(c)
  const { stages, signers, validDays } = review
  const entries = await listEntries(c.var.db, { countyCode: c.var.countyCode }, 'departments')
  const inUse = entries.filter(({ isRetired }) => isRetired === 0).map(({ id }) => id)
  const departments =
    review.departments.length > 0 ? review.departments.filter((id) => inUse.includes(id)) : inUse
  return { procedure: { stages, signers, validDays, departments }, policyVersion: version }
}
