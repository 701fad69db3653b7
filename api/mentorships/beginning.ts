import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { withdrawProposals } from '../../db/mentorship-proposals.ts'
import { putMentorship } from '../../db/mentorships.ts'
import type { Database } from '../../db/schema.ts'
import type { Told } from '../auditing.ts'
import type { Env } from '../context.ts'
import { requireRoom } from './limits.ts'

type Beginning = {
  transaction: Transaction<Database>
  tell: (told: Told) => void
  mentor: { id: string; name: string }
  talentIds: readonly string[]
  policyMax: number
}

/** Begins mentorships of one mentor within the limit; what was proposed of the same pairs is settled by it. */
export async function beginMentorships(
  c: Context<Env>,
  { transaction, tell, mentor, talentIds, policyMax }: Beginning,
): Promise<void> {
  const scope = { countyCode: c.var.countyCode }
  await requireRoom(c, transaction, mentor, { policyMax, more: talentIds.length })
  const endedAt = c.var.clock().toISOString()
  for (const talentId of talentIds) {
    const pair = { mentorId: mentor.id, talentId }
    await putMentorship(transaction, scope, { ...pair, startedOn: c.var.today() })
    await withdrawProposals(transaction, scope, { ...pair, endedAt })
    tell({ action: 'mentorship.begun', subjects: [talentId, mentor.id] })
  }
}
