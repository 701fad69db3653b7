import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { insertItems, type NewItem } from '../../db/cultivation-items.ts'
import { insertCultivationPlan } from '../../db/cultivation-plans.ts'
import type { PlanTemplate } from '../../db/plan-templates.ts'
import type { Database } from '../../db/schema.ts'
import { findVillage } from '../../db/villages.ts'
import type { CriterionId, ItemKind, Post, RuleId } from '../../matching/index.ts'
import type { Told } from '../auditing.ts'
import type { Env } from '../context.ts'
import { daysAfter } from '../days.ts'
import { policyInForce } from '../people-by-id.ts'
import { Problem, type ProblemError } from '../problem.ts'
import type { GivenItem, GivenPlan } from '../shapes/cultivation-plans.ts'
import { invalid } from '../validate.ts'
import { dueFaults, movingFaults, spanFaults } from './checks.ts'

type Facts = Pick<GivenPlan, 'village' | 'posts' | 'startsOn' | 'endsOn'>
type Making = { id: string; talentId: string; given: GivenPlan }

/** Refuses a plan whose days, place or items are wrong, naming each. */
export async function requireSoundPlan(c: Context<Env>, given: GivenPlan): Promise<void> {
  const today = c.var.today()
  const own = await factsFaults(c, given)
  // Days of items are not measured by a span that is wrong itself.
  const span = own.some(({ pointer }) => pointer.endsWith('sOn')) ? null : given
  const faults = [
    ...own,
    ...given.items.flatMap((item, at) => [
      ...dueFaults(item.dueOn, `#/items/${at}`, { today, span }),
      ...movingFaults(item, `#/items/${at}`),
    ]),
  ]
  if (faults.length > 0) throw invalid(faults)
}

export async function factsFaults(c: Context<Env>, facts: Facts): Promise<ProblemError[]> {
  const { termYears } = await policyInForce(c)
  const faults = spanFaults(facts, { today: c.var.today(), termYears })
  const twice = facts.posts.findIndex((post, at) => facts.posts.indexOf(post) < at)
  if (twice >= 0) faults.push({ pointer: `#/posts/${twice}`, detail: POST_TWICE })
  if (facts.village !== null && !(await findVillage(c.var.db, c.var.scope, facts.village)))
    faults.push({ pointer: '#/village', detail: NO_VILLAGE })
  return faults
}

/** The plan with its items, in the caller's transaction. */
export async function storePlan(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { id, talentId, given }: Making,
  tell: (told: Told) => void,
): Promise<void> {
  const { scope, clock, session } = c.var
  const { template: templateId, village: villageCode, items, ...facts } = given
  const by = { createdAt: clock().toISOString(), createdBy: session.account.id }
  const plan = { id, talentId, templateId, villageCode, ...facts, ...by }
  if (!(await insertCultivationPlan(transaction, scope, plan)))
    throw new Problem('conflict', HAS_ONE)
  const rows = items.map(
    (item): NewItem => ({
      ...{ ...item, id: newId(), talentId, planId: id, sessionId: null },
      ...by,
    }),
  )
  await insertItems(transaction, scope, rows)
  const detail = { plan: id, items: rows.length }
  tell({ action: 'cultivation-plan.made', subjects: [talentId], detail })
}

/** What a template gives somebody from a day on; its plan ends when the last item is due, after half a year at least. */
export function planFrom(
  template: PlanTemplate,
  { startsOn, village }: { startsOn: string; village: string | null },
): GivenPlan {
  const last = Math.max(LEAST_DAYS, ...template.items.map(({ dueInDays }) => dueInDays))
  return {
    ...{ template: template.id, village, posts: template.posts as Post[] },
    ...{ startsOn, endsOn: daysAfter(startsOn, last) },
    items: template.items.map(
      ({ dueInDays, kind, aim, evidence, criteria, rules }): GivenItem => ({
        ...{ kind: kind as ItemKind, aim, evidence, dueOn: daysAfter(startsOn, dueInDays) },
        ...{ criteria: criteria as CriterionId[], rules: rules as RuleId[] },
      }),
    ),
  }
}

const LEAST_DAYS = 183

const POST_TWICE = {
  zh: '同一职务写了两次，请去掉一个。',
  en: 'The post is there twice: take one out.',
}
const NO_VILLAGE = {
  zh: '所选村（社区）不在本账号的范围内，请从列表中选择。',
  en: 'The village is out of the reach of your account: choose one of the list.',
}
const HAS_ONE = {
  zh: '此人已有进行中的培养计划。请在原计划中添加安排，或先结束原计划。',
  en: 'The person has a plan that is active: add to it, or close it first.',
}
