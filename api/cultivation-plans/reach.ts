import type { Context } from 'hono'
import { findItem } from '../../db/cultivation-items.ts'
import { findCultivationPlan } from '../../db/cultivation-plans.ts'
import { mayRole } from '../access.ts'
import { recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { isHomeIn, requireHome } from '../portrait/changes.ts'
import { Problem } from '../problem.ts'
import { talentOf } from '../talents.ts'

type Talent = Awaited<ReturnType<typeof talentOf>>

/** Whose plans the account keeps: people at home in its place. */
export function mayKeep(c: Context<Env>, talent: Talent): boolean {
  return mayRole(c.var.session.account.role, 'cultivation.write') && isHomeIn(c.var.scope, talent)
}

/** A person whose plans the account keeps and who has not left. */
export async function talentToCultivate(c: Context<Env>, id: string): Promise<Talent> {
  const talent = await talentOf(c, id)
  requireHome(c, talent)
  if (talent.status === 'left') throw new Problem('conflict', HAS_LEFT)
  return talent
}

/** The item, or a 404 that says no more than for an id that nobody has; the attempt is written down. */
export async function itemOf(c: Context<Env>, id: string) {
  const item = await findItem(c.var.db, c.var.scope, id)
  if (item) return item
  await recordMiss(c, 'item.missed', id)
  throw new Problem('not-found', NO_ITEM)
}

export async function planOf(c: Context<Env>, id: string) {
  const plan = await findCultivationPlan(c.var.db, c.var.scope, id)
  if (plan) return plan
  await recordMiss(c, 'cultivation-plan.missed', id)
  throw new Problem('not-found', NO_PLAN)
}

const HAS_LEFT = {
  zh: '此人已经出库，不再安排培养。如已重新入库，请先登记“重新入库”。',
  en: 'The person has left the pool: nothing is planned for them. If they came back, record the return first.',
}
const NO_ITEM = {
  zh: '没有这项培养安排，可能已随人员移出。请返回列表重新选择。',
  en: 'There is no such item; the person may have left. Choose one of the list.',
}
const NO_PLAN = {
  zh: '没有这份培养计划，可能已随人员移出。请返回人员页面查看。',
  en: 'There is no such cultivation plan; the person may have left. Look at the person’s page.',
}
