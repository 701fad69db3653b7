import { type Context, Hono } from 'hono'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import {
  findPlanTemplate,
  insertPlanTemplate,
  insertPresetTemplates,
  listPlanTemplates,
  type PlanTemplate,
  updatePlanTemplate,
} from '../db/plan-templates.ts'
import { PRESET_TEMPLATES } from '../db/preset-templates.ts'
import { ITEM_CRITERIA, ruleBook } from '../matching/index.ts'
import { may } from './access.ts'
import { changing, recordMiss } from './auditing.ts'
import type { Env } from './context.ts'
import { movingFaults } from './cultivation-plans/checks.ts'
import { MOVABLE_CRITERIA, MOVED_BY } from './cultivation-plans/moves.ts'
import { describe } from './describe.ts'
import { changedMeanwhile, revisionOf } from './if-match.ts'
import { Problem } from './problem.ts'
import { Done } from './shapes/account.ts'
import { Made, TemplateBody, Templates } from './shapes/cultivation-plans.ts'
import { Count } from './shapes/words.ts'
import { invalid, valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
type Given = z.infer<typeof TemplateBody>

/** What a county plans for people of a group; offices make plans from it. */
export const planTemplates = new Hono<Env>()
  .get(
    '/',
    describe('Templates of cultivation plans, and what their items may move', {
      schema: Templates,
    }),
    may('cultivation.write'),
    async (c) => {
      const rows = await listPlanTemplates(c.var.db, c.var.scope)
      const known = new Set(rows.map(({ id }) => id))
      const missing = PRESET_TEMPLATES.filter(({ id }) => !known.has(id)).length
      return c.json({
        templates: rows.map(shown),
        presetsMissing: missing,
        moves: { criteria: [...MOVABLE_CRITERIA], rules: MOVED_RULES, kinds: ITEM_CRITERIA },
      } satisfies z.infer<typeof Templates>)
    },
  )
  .post(
    '/',
    describe('Adds a template', { status: 201, schema: Made }, 409, 422),
    may('templates.write'),
    valid('json', TemplateBody),
    async (c) => {
      const given = c.req.valid('json')
      await requireSound(c, given, null)
      const id = newId()
      await changing(c, async (transaction, tell) => {
        await insertPlanTemplate(transaction, c.var.scope, { ...stored(given), id })
        tell({ action: 'template.added', detail: { template: id } })
      })
      return c.json({ id }, 201)
    },
  )
  .post(
    '/presets',
    describe('Adds the presets that the county does not have', {
      schema: z.object({ added: Count }),
    }),
    may('templates.write'),
    async (c) => {
      const added = await changing(c, async (transaction, tell) => {
        const count = await insertPresetTemplates(transaction, c.var.scope)
        tell({ action: 'template.presets-added', detail: { templates: count } })
        return count
      })
      return c.json({ added })
    },
  )
  .put(
    '/:id',
    describe(
      'Changes a template; plans made from it stay as they are',
      { schema: Done },
      404,
      409,
      412,
      422,
      428,
    ),
    may('templates.write'),
    valid('param', Id),
    valid('json', TemplateBody),
    async (c) => {
      const { id } = c.req.valid('param')
      const given = c.req.valid('json')
      const revision = revisionOf(c)
      await templateOf(c, id)
      await requireSound(c, given, id)
      await changing(c, async (transaction, tell) => {
        const template = { ...stored(given), id, revision }
        if (!(await updatePlanTemplate(transaction, c.var.scope, template)))
          throw changedMeanwhile()
        tell({ action: 'template.changed', detail: { template: id } })
      })
      return c.json({ done: true as const })
    },
  )

/** A template of the county, or a 404. */
export async function templateOf(c: Context<Env>, id: string): Promise<PlanTemplate> {
  const row = await findPlanTemplate(c.var.db, c.var.scope, id)
  if (row) return row
  await recordMiss(c, 'template.missed', id)
  throw new Problem('not-found', {
    zh: '没有这份培养模板，请从模板列表中选择。',
    en: 'There is no such template: choose one of the list.',
  })
}

/** Items that move what items can move, and a name that no other template has. */
async function requireSound(c: Context<Env>, { name, items }: Given, own: string | null) {
  const faults = items.flatMap((item, at) => movingFaults(item, `#/items/${at}`))
  if (faults.length > 0) throw invalid(faults)
  const all = await listPlanTemplates(c.var.db, c.var.scope)
  if (!all.some((it) => it.name === name && it.id !== own)) return
  throw new Problem('conflict', {
    zh: `已有名为“${name}”的模板，请换一个名称。`,
    en: `There is a template called “${name}” already: choose another name.`,
  })
}

const MOVED_RULES = ruleBook.flatMap(({ id, title }) => {
  const kinds = MOVED_BY[id]
  return kinds ? [{ rule: id, title, kinds: [...kinds] }] : []
})

const stored = ({ isRetired, ...template }: Given) => ({
  ...template,
  isRetired: isRetired ? (1 as const) : (0 as const),
})

type Template = z.infer<typeof Templates>['templates'][number]

/** As it was read when it was stored. */
const shown = ({ isRetired, ...template }: PlanTemplate) =>
  ({ ...template, isRetired: isRetired === 1 }) as Template
