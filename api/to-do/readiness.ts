import type { Context } from 'hono'
import { countReadinessActions, pageOfReadinessActions } from '../../db/readiness-actions.ts'
import { mayRole } from '../access.ts'
import type { Env } from '../context.ts'
import { lateDays } from '../nominees/shown.ts'
import type { WaitingGroup } from './cultivation.ts'

/** What is assigned to the account about villages, what is due first on top. */
export async function readinessOf(c: Context<Env>, first: number): Promise<WaitingGroup[]> {
  const { db, scope, session } = c.var
  const { id: assigneeId, role } = session.account
  if (!mayRole(role, 'readiness-actions.log')) return []
  const asked = { today: c.var.today(), assigneeId }
  const { open, late } = await countReadinessActions(db, scope, asked)
  const slice = { state: 'open' as const, limit: first, offset: 0 }
  const rows = open === 0 ? [] : await pageOfReadinessActions(db, scope, { ...asked, ...slice })
  const items = rows.map(({ id, villageCode, what, dueOn, assignedAt }) => ({
    ...{ id, talent: null, placeCode: villageCode, about: { zh: what, en: what }, dueOn },
    ...{ lateDays: lateDays(dueOn, asked.today), since: assignedAt },
  }))
  return [{ kind: 'readiness', count: open, late, items }]
}
