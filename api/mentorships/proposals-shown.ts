import type { Context } from 'hono'
import type { z } from 'zod'
import { listAccountsAmong } from '../../db/accounts.ts'
import { listWithVillages } from '../../db/mentees.ts'
import { listMentorProfiles } from '../../db/mentor-profiles.ts'
import type { Proposal as Row } from '../../db/mentorship-proposals.ts'
import type { Env } from '../context.ts'
import { kinAmong } from '../mentoring/cautions.ts'
import type { Proposal } from '../shapes/mentoring.ts'

export type ShownProposal = z.infer<typeof Proposal>

/** Proposed pairs with both names; the rows are those that the account may read. */
export async function proposalsShown(
  c: Context<Env>,
  rows: readonly Row[],
): Promise<ShownProposal[]> {
  const { db, countyCode } = c.var
  const scope = { countyCode }
  const people = new Map(
    (
      await listWithVillages(
        db,
        scope,
        rows.map(({ talentId }) => talentId),
      )
    ).map((one) => [one.id, one]),
  )
  const accounts = await listAccountsAmong(
    db,
    scope,
    rows.flatMap(({ mentorId, talentAnsweredBy }) => [mentorId, talentAnsweredBy ?? '']),
  )
  const kin = await kinAmong(c, await mentorsAsPeople(c, rows, accounts), [...people.values()])
  return rows.flatMap((row) => {
    const [person, mentor] = [people.get(row.talentId), accounts.get(row.mentorId)]
    if (!person || !mentor) return []
    const { id, reason, state, mentorAnswer, mentorAnsweredAt } = row
    const { talentAnswer, talentAnsweredAt, proposedAt, endedAt } = row
    return [
      {
        ...{ id, reason, state, mentorAnswer, mentorAnsweredAt },
        ...{ talentAnswer, talentAnsweredAt, proposedAt, endedAt },
        mentor: { id: mentor.id, name: mentor.name, position: mentor.position },
        talent: { id: person.id, name: person.name },
        village: { code: person.code, name: person.villageName },
        isOnPaper: !['talent', undefined].includes(accounts.get(row.talentAnsweredBy ?? '')?.role),
        cautions: kin(mentor.id, person.id),
      },
    ]
  })
}

async function mentorsAsPeople(
  c: Context<Env>,
  rows: readonly Row[],
  accounts: Awaited<ReturnType<typeof listAccountsAmong>>,
) {
  const ids = [...new Set(rows.map(({ mentorId }) => mentorId))]
  const profiles = await listMentorProfiles(c.var.db, { countyCode: c.var.countyCode }, ids)
  return ids.map((id) => ({
    ...{ id, name: accounts.get(id)?.name ?? '' },
    talentId: profiles.find(({ mentorId }) => mentorId === id)?.talentId ?? null,
  }))
}
