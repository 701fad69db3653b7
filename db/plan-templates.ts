import type { Db } from './connect.ts'
import { PRESET_TEMPLATES } from './preset-templates.ts'
import type { PlanTemplateTable } from './schema/cultivation.ts'
import { ofCounty, type Scope } from './scope.ts'

type Lists = 'sources' | 'posts' | 'items'
export type TemplateItem = {
  kind: string
  aim: string
  /** Days after the plan begins. */
  dueInDays: number
  evidence: string
  criteria: string[]
  rules: string[]
}
export type PlanTemplate = Omit<PlanTemplateTable, 'countyCode' | Lists> & {
  sources: string[]
  posts: string[]
  items: TemplateItem[]
}

/** Templates of the county, those in use first, by name. */
export async function listPlanTemplates(db: Db, scope: Scope): Promise<PlanTemplate[]> {
  const rows = await templates(db, scope)
    .orderBy('isRetired')
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(parsed)
}

export async function findPlanTemplate(db: Db, scope: Scope, id: string) {
  const row = await templates(db, scope).where('id', '=', id).executeTakeFirst()
  return row && parsed(row)
}

export async function insertPlanTemplate(
  db: Db,
  { countyCode }: Scope,
  { id, name, isRetired, ...template }: Omit<PlanTemplate, 'revision'>,
): Promise<void> {
  await db
    .insertInto('planTemplates')
    .values({ ...lists(template), id, name, isRetired, countyCode, revision: 1 })
    .execute()
}

/** False when there is no such template of that revision. */
export async function updatePlanTemplate(
  db: Db,
  scope: Scope,
  template: PlanTemplate,
): Promise<boolean> {
  const { id, revision, name, isRetired } = template
  const { numUpdatedRows } = await db
    .updateTable('planTemplates')
    .set({ ...lists(template), name, isRetired, revision: revision + 1 })
    .where(ofCounty(scope, 'planTemplates'))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Adds the templates that a county begins with, but none that it has or had; how many came. */
export async function insertPresetTemplates(db: Db, { countyCode }: Scope): Promise<number> {
  const rows = PRESET_TEMPLATES.map(({ id, name, ...template }) => ({
    ...{ ...lists(template), id, name, countyCode },
    ...({ isRetired: 0, revision: 1 } as const),
  }))
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('planTemplates')
    .values(rows)
    .onConflict((it) => it.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

function templates(db: Db, scope: Scope) {
  return db.selectFrom('planTemplates').selectAll().where(ofCounty(scope, 'planTemplates'))
}

function lists({ sources, posts, items }: Pick<PlanTemplate, Lists>) {
  return {
    sources: JSON.stringify(sources),
    posts: JSON.stringify(posts),
    items: JSON.stringify(items),
  }
}

function parsed({ countyCode: _, sources, posts, items, ...row }: PlanTemplateTable): PlanTemplate {
  return {
    ...row,
    sources: JSON.parse(sources) as string[],
    posts: JSON.parse(posts) as string[],
    items: JSON.parse(items) as TemplateItem[],
  }
}
