import type { Context } from 'hono'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import type { PlanTemplate } from '../../db/plan-templates.ts'
import { namesOfTalents } from '../../db/talents.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { outcomeOf } from '../one-by-one.ts'
import { Problem } from '../problem.ts'
import type { BulkAnswer, BulkBody } from '../shapes/cultivation-plans.ts'
import { planFrom, requireSoundPlan, storePlan } from './making.ts'
import { talentToCultivate } from './reach.ts'

type Results = z.infer<typeof BulkAnswer>['results']

/** A plan for each of many from one template; each stands or falls by itself. */
export async function makeMany(
  c: Context<Env>,
  template: PlanTemplate,
  { talents, startsOn }: z.infer<typeof BulkBody>,
): Promise<Results> {
  if (template.isRetired === 1) throw new Problem('conflict', RETIRED)
  const ids = [...new Set(talents)]
  const names = await namesOfTalents(c.var.db, c.var.scope, ids)
  // Days are the same for all: what is wrong with them is no matter of a person.
  await requireSoundPlan(c, planFrom(template, { startsOn, village: null }))
  const results: Results = []
  for (const id of ids) {
    const plan = newId()
    const { done, problem } = await outcomeOf(makeOne(c, template, { id, plan, startsOn }))
    results.push({ talent: id, name: names.get(id) ?? null, plan: done ? plan : null, problem })
  }
  return results
}

type One = { id: string; plan: string; startsOn: string }

async function makeOne(c: Context<Env>, template: PlanTemplate, { id, plan, startsOn }: One) {
  const talent = await talentToCultivate(c, id)
  const given = planFrom(template, { startsOn, village: talent.homeVillageCode })
  await changing(c, (transaction, tell) =>
    storePlan(c, transaction, { id: plan, talentId: talent.id, given }, tell),
  )
}

const RETIRED = {
  zh: '这份模板已停用，请选择在用的模板。',
  en: 'The template is retired: choose one that is in use.',
}
