import type { Context } from 'hono'
import type { z } from 'zod'
import { listEntries } from '../../db/cultivation-entries.ts'
import { listItemsOf } from '../../db/cultivation-items.ts'
import { listCultivationPlansOf } from '../../db/cultivation-plans.ts'
import { listPlanTemplates } from '../../db/plan-templates.ts'
import { listSourcesOf } from '../../db/talent-sources.ts'
import { mayRole } from '../access.ts'
import type { Env } from '../context.ts'
import { entriesByTalent } from '../cultivation/entries.ts'
import { placeNames } from '../people-by-id.ts'
import type { PersonCultivation } from '../shapes/cultivation-plans.ts'
import { talentOf } from '../talents.ts'
import { mayKeep } from './reach.ts'
import { holders, itemShown, placeOf, planShown } from './shown.ts'

type Answer = z.infer<typeof PersonCultivation>

/** Plans and items of one person. */
export async function cultivationOf(c: Context<Env>, id: string): Promise<Answer> {
  const { db, scope, countyCode } = c.var
  const talent = await talentOf(c, id)
  const places = await placeNames(c)
  const names = await holders(c)
  const templates = await listPlanTemplates(db, { countyCode })
  const shown = { names, places, templates: new Map(templates.map((it) => [it.id, it.name])) }
  const plans = (await listCultivationPlansOf(db, scope, id)).map((it) => planShown(it, shown))
  const items = await listItemsOf(db, scope, id)
  const sources = (await listSourcesOf(db, scope, id)) as Answer['talent']['sources']
  return {
    talent: {
      ...{ id, name: talent.name, status: talent.status, sources },
      village: placeOf(places, talent.homeVillageCode),
      township: placeOf(places, talent.homeTownshipCode),
    },
    plan: plans.find(({ state }) => state === 'active') ?? null,
    earlier: plans.filter(({ state }) => state === 'closed'),
    items: items.map((item) => itemShown(item, names, c.var.today())),
    training: await trainingOf(c, id),
    mayWrite: mayKeep(c, talent) && talent.status !== 'left',
    mayReport: mayRole(c.var.session.account.role, 'items.report') && talent.status !== 'left',
  }
}

/** Courses that the person was at, each with the hours of its parts. */
async function trainingOf(c: Context<Env>, id: string): Promise<Answer['training']> {
  const entries = entriesByTalent(await listEntries(c.var.db, c.var.scope, [id])).get(id) ?? []
  return entries.flatMap((entry) => {
    if (entry.kind !== 'training') return []
    const { id: course, name, level, on, result, parts } = entry
    const present = parts.filter(({ status }) => status === 'present')
    const hours = present.reduce((sum, part) => sum + part.hours, 0)
    return [{ course, name, level, on, result, hours }]
  })
}
