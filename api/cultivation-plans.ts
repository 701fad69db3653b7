import { Hono } from 'hono'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { listItemsOf } from '../db/cultivation-items.ts'
import { closeCultivationPlan, updateCultivationPlan } from '../db/cultivation-plans.ts'
import { may } from './access.ts'
import { changing, record } from './auditing.ts'
import type { Env } from './context.ts'
import { makeMany } from './cultivation-plans/bulk.ts'
import { factsFaults, requireSoundPlan, storePlan } from './cultivation-plans/making.ts'
import { cultivationOf } from './cultivation-plans/person.ts'
import { planOf, talentToCultivate } from './cultivation-plans/reach.ts'
import { suggestionsOf } from './cultivation-plans/suggestions.ts'
import { describe } from './describe.ts'
import { changedMeanwhile, revisionOf } from './if-match.ts'
import { templateOf } from './plan-templates.ts'
import { requireHome } from './portrait/changes.ts'
import { Problem } from './problem.ts'
import { Done } from './shapes/account.ts'
import {
  BulkAnswer,
  BulkBody,
  Made,
  PersonCultivation,
  PlanBody,
  PlanChange,
  ReasonBody,
  Suggestions,
  SuggestionsAsked,
} from './shapes/cultivation-plans.ts'
import { talentOf } from './talents.ts'
import { invalid, valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })

/** Cultivation of one person. */
export const talentCultivation = new Hono<Env>()
  .get(
    '/:id/cultivation',
    describe('Plans of a person and what they have to do', { schema: PersonCultivation }, 404),
    may('cultivation.read'),
    valid('param', Id),
    async (c) => {
      const { id } = c.req.valid('param')
      const answer = await cultivationOf(c, id)
      await record(c, { action: 'cultivation.read', subjects: [id] })
      return c.json(answer)
    },
  )
  .get(
    '/:id/cultivation/suggestions',
    describe(
      'What would bring a person nearer to a post, and why',
      { schema: Suggestions },
      403,
      404,
      422,
    ),
    may('cultivation.write'),
    valid('param', Id),
    valid('query', SuggestionsAsked),
    async (c) => {
      const { id } = c.req.valid('param')
      const talent = await talentToCultivate(c, id)
      const answer = await suggestionsOf(c, talent, c.req.valid('query'))
      const detail = { village: answer.village.code, posts: answer.posts }
      await record(c, { action: 'cultivation.suggested', subjects: [id], detail })
      return c.json(answer)
    },
  )
  .post(
    '/:id/cultivation-plan',
    describe(
      'Makes a plan; one that is active at most',
      { status: 201, schema: Made },
      403,
      404,
      409,
      422,
    ),
    may('cultivation.write'),
    valid('param', Id),
    valid('json', PlanBody),
    async (c) => {
      const talentId = c.req.valid('param').id
      const given = c.req.valid('json')
      await talentToCultivate(c, talentId)
      if (given.template !== null) await templateOf(c, given.template)
      await requireSoundPlan(c, given)
      const id = newId()
      await changing(c, (transaction, tell) =>
        storePlan(c, transaction, { id, talentId, given }, tell),
      )
      return c.json({ id }, 201)
    },
  )

export const cultivationPlans = new Hono<Env>()
  .post(
    '/bulk',
    describe(
      'Makes plans for many people from one template',
      { schema: BulkAnswer },
      404,
      409,
      422,
    ),
    may('cultivation.write'),
    valid('json', BulkBody),
    async (c) => {
      const given = c.req.valid('json')
      const results = await makeMany(c, await templateOf(c, given.template), given)
      return c.json({ results })
    },
  )
  .put(
    '/:id',
    describe(
      'Changes for what and how long a plan is',
      { schema: Done },
      403,
      404,
      409,
      412,
      422,
      428,
    ),
    may('cultivation.write'),
    valid('param', Id),
    valid('json', PlanChange),
    async (c) => {
      const { village: villageCode, ...facts } = c.req.valid('json')
      const revision = revisionOf(c)
      const plan = await planOf(c, c.req.valid('param').id)
      await talentToCultivate(c, plan.talentId)
      if (plan.state === 'closed') throw new Problem('conflict', CLOSED)
      const faults = await factsFaults(c, { ...facts, village: villageCode })
      const items = await listItemsOf(c.var.db, c.var.scope, plan.talentId)
      const isBeyond = items.some(
        ({ planId, state, dueOn }) =>
          planId === plan.id && state === 'open' && dueOn > facts.endsOn,
      )
      if (isBeyond) faults.push({ pointer: '#/endsOn', detail: BEYOND })
      if (faults.length > 0) throw invalid(faults)
      await changing(c, async (transaction, tell) => {
        const change = { ...facts, villageCode }
        const at = { id: plan.id, revision }
        if (!(await updateCultivationPlan(transaction, c.var.scope, at, change)))
          throw changedMeanwhile()
        const detail = { plan: plan.id }
        tell({ action: 'cultivation-plan.changed', subjects: [plan.talentId], detail })
      })
      return c.json({ done: true as const })
    },
  )
  .post(
    '/:id/closing',
    describe(
      'Closes a plan; what is open of it is dropped',
      { schema: Done },
      403,
      404,
      409,
      412,
      422,
      428,
    ),
    may('cultivation.write'),
    valid('param', Id),
    valid('json', ReasonBody),
    async (c) => {
      const { reason } = c.req.valid('json')
      const revision = revisionOf(c)
      const plan = await planOf(c, c.req.valid('param').id)
      requireHome(c, await talentOf(c, plan.talentId))
      if (plan.state === 'closed') throw new Problem('conflict', CLOSED)
      await changing(c, async (transaction, tell) => {
        const closing = { reason, at: c.var.clock().toISOString() }
        const at = { id: plan.id, revision }
        if (!(await closeCultivationPlan(transaction, c.var.scope, at, closing)))
          throw changedMeanwhile()
        const detail = { plan: plan.id }
        tell({ action: 'cultivation-plan.closed', subjects: [plan.talentId], detail })
      })
      return c.json({ done: true as const })
    },
  )

const CLOSED = {
  zh: '这份培养计划已经结束，不能再改。需要时请制定新计划。',
  en: 'The plan is closed and stays as it is: make a new one where it is needed.',
}
const BEYOND = {
  zh: '有进行中的安排晚于这一天才到期。请先把它们提前或取消，再缩短计划。',
  en: 'Open items are due after that day: bring them forward or drop them first.',
}
