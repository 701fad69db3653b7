import type { Context } from 'hono'
import { listWithVillages } from '../../db/mentees.ts'
import { listProposals } from '../../db/mentorship-proposals.ts'
import type { Env } from '../context.ts'

/**
 * Pairs that wait for this mentor's answer: name, village and the office's reason, and nothing else of the person, who is
 * no mentee yet.
 */
export async function proposalsTo(c: Context<Env>) {
  const { db, countyCode, session } = c.var
  const scope = { countyCode }
  const open = await listProposals(db, scope, { state: 'open', mentorId: session.account.id })
  const waiting = open.filter(({ mentorAnswer }) => mentorAnswer === null)
  if (waiting.length === 0) return []
  const ids = waiting.map(({ talentId }) => talentId)
  const people = new Map((await listWithVillages(db, scope, ids)).map((one) => [one.id, one]))
  return waiting.flatMap(({ id, talentId, reason, proposedAt }) => {
    const person = people.get(talentId)
    if (!person) return []
    const talent = { id: talentId, name: person.name }
    return [
      { id, talent, reason, proposedAt, village: { code: person.code, name: person.villageName } },
    ]
  })
}
