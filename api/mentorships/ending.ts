import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { removeNotes } from '../../db/mentor-notes.ts'
import { withdrawProposals } from '../../db/mentorship-proposals.ts'
import { endMentorshipsOf } from '../../db/mentorships.ts'
import type { Database } from '../../db/schema.ts'
import type { Told } from '../auditing.ts'
import type { Env } from '../context.ts'

type Ending = {
  transaction: Transaction<Database>
  tell: (told: Told) => void
  mentorId: string
}

/**
 * An account that is no mentor's any more looks after nobody; an office begins the next mentorships. Private notes, which
 * nobody can read from now on, go for good; sessions stay.
 */
export async function endMentoringOf(
  c: Context<Env>,
  { transaction, tell, mentorId }: Ending,
): Promise<void> {
  const scope = { countyCode: c.var.countyCode }
  const endedOn = c.var.today()
  const endedAt = c.var.clock().toISOString()
  const people = await endMentorshipsOf(transaction, scope, { mentorId, endedOn })
  await withdrawProposals(transaction, scope, { mentorId, endedAt })
  await removeNotes(transaction, scope, { mentorId })
  const detail = { isAccountEnded: true }
  if (people.length > 0)
    tell({ action: 'mentorship.ended', subjects: [mentorId, ...people], detail })
}
