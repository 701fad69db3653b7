import type { Context } from 'hono'
import type { TalentTable } from '../../db/schema.ts'
import { listFieldBefore } from '../../db/term-people.ts'
import {
  findSettledTerm,
  listTermTeams,
  removeTerm,
  takeBackSettledTerm,
} from '../../db/term-teams.ts'
import { listTerms } from '../../db/terms.ts'
import { changing, recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'
import { requireImpersonal } from '../reasons.ts'
import { forgetCounty } from '../remembered.ts'
import { type Moved, moveStatuses } from './offices.ts'

/** A term that results became goes again, while nothing followed: the team before is in office as it was. */
export async function takeBackTerm(
  c: Context<Env>,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { db, scope, clock, session } = c.var
  requireImpersonal(reason, '')
  const settled = await findSettledTerm(db, scope, id)
  if (!settled) {
    await recordMiss(c, 'term.missed', id)
    throw new Problem('not-found', NO_TERM)
  }
  await changing(c, async (transaction, tell) => {
    const here = { ...scope, villageCodes: [settled.villageCode] }
    const [latest] = await listTerms(transaction, here)
    if (settled.takenBackAt !== null || latest?.id !== settled.termId)
      throw new Problem('conflict', FOLLOWED)
    const teams = await listTermTeams(transaction, here, [settled.villageCode])
    const people = [...new Set(teams.map(({ talentId }) => talentId))]
    const before = await listFieldBefore(
      transaction,
      { countyCode: c.var.countyCode },
      { field: 'status', at: settled.enteredAt },
    )
    await removeTerm(transaction, scope, settled.termId)
    const at = clock().toISOString()
    const taking = { takenBackAt: at, takenBackBy: session.account.id }
    if (
      !(await takeBackSettledTerm(transaction, scope, id, { ...taking, takenBackReason: reason }))
    )
      throw new Problem('conflict', FOLLOWED)
    const moved = before.flatMap((row): Moved[] => {
      // A status that changed since is somebody's later word.
      if (!people.includes(row.talentId) || row.status !== row.after) return []
      const to = row.before as TalentTable['status']
      return [{ talent: row.talentId, status: row.status, to, reason: TAKEN_BACK }]
    })
    await moveStatuses(c, transaction, moved, { others: people, at })
    const detail = { village: settled.villageCode, round: settled.roundId }
    tell({ action: 'term.taken-back', subjects: [settled.roundId, ...people], reason, detail })
  })
  forgetCounty(db)
}

const TAKEN_BACK = '撤回新一届登记'
const NO_TERM = {
  zh: '没有这次转入的记录，或不在本账号的范围内。',
  en: 'There is no such term in the reach of your account.',
}
const FOLLOWED = {
  zh: '这一届之后已有新的登记，或已经撤回过，不能再撤回。请在村班子中更正。',
  en: 'Something was recorded after this term, or it was taken back already: correct it at the village.',
}
