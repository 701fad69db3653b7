import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { listAccounts } from '../db/accounts.ts'
import {
  findNewestPaperTemplate,
  findPaperTemplate,
  insertPaperTemplate,
  listPaperTemplates,
} from '../db/paper-templates.ts'
import { may } from './access.ts'
import { attachment } from './attachment.ts'
import { changing } from './auditing.ts'
import { readTemplateBody } from './body-limits.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { changedMeanwhile, revisionOf } from './if-match.ts'
import { FIELDS, type Field } from './papers/report/fields.ts'
import { requireTemplate } from './papers/template/check.ts'
import { defaultTemplate } from './papers/template/default.ts'
import { Problem } from './problem.ts'
import { PaperFields, PaperTemplates } from './shapes/paper-templates.ts'
import { valid } from './validate.ts'

const FILE = { schema: z.string(), media: 'application/octet-stream' }
const Version = z.object({ version: z.coerce.number().int().min(1).max(100_000) })
const DEFAULT_NAME = '换届分析报告-默认模板'

/** The Word template of the report: the default, and the county's own with its earlier versions. */
export const paperTemplates = new Hono<Env>()
  .get(
    '/',
    describe('Which template is in force, and its versions', { schema: PaperTemplates }),
    may('paper-templates.read'),
    async (c) => c.json(await shown(c)),
  )
  .get(
    '/fields',
    describe('Every field that a template may ask for, with an example', { schema: PaperFields }),
    may('paper-templates.read'),
    (c) => c.json({ fields: Object.entries(FIELDS).map(fieldShown) }),
  )
  .get(
    '/default/file',
    describe('The default template as a Word file', FILE),
    may('paper-templates.read'),
    async (c) =>
      attachment(c, await defaultTemplate(), { name: `${DEFAULT_NAME}.docx`, format: 'docx' }),
  )
  .get(
    '/:version/file',
    describe('A version of the county’s own template as a Word file', FILE, 404),
    may('paper-templates.read'),
    valid('param', Version),
    async (c) => {
      const { name, body } = await templateOf(c, c.req.valid('param').version)
      const bytes = Buffer.from(body, 'base64')
      return attachment(c, bytes, { name: `${stemOf(name)}.docx`, format: 'docx' })
    },
  )
  .put(
    '/',
    describe(
      'Takes the bytes of a .docx, up to 5 MB, as the county’s template; one with a wrong field is refused',
      { schema: PaperTemplates },
      ...([403, 412, 413, 422, 428] as const),
    ),
    may('paper-templates.write'),
    valid('query', z.object({ name: z.string().trim().min(1).max(120) })),
    async (c) => {
      const seen = revisionOf(c)
      const bytes = await readTemplateBody(c)
      await requireTemplate(bytes)
      const { name } = c.req.valid('query')
      await store(c, { name, body: Buffer.from(bytes).toString('base64') }, seen)
      return c.json(await shown(c))
    },
  )
  .post(
    '/:version/restoration',
    describe(
      'Puts an earlier version in force again, as the newest',
      { schema: PaperTemplates },
      ...([404, 412, 428] as const),
    ),
    may('paper-templates.write'),
    valid('param', Version),
    async (c) => {
      const seen = revisionOf(c)
      const { name, body } = await templateOf(c, c.req.valid('param').version)
      await store(c, { name, body }, seen)
      return c.json(await shown(c))
    },
  )
  .delete(
    '/',
    describe(
      'Goes back to the default; earlier versions are kept',
      { schema: PaperTemplates },
      ...([412, 428] as const),
    ),
    may('paper-templates.write'),
    async (c) => {
      await store(c, { name: DEFAULT_NAME, body: '' }, revisionOf(c))
      return c.json(await shown(c))
    },
  )

/** The next version, unless somebody else stored one since the author looked. */
async function store(
  c: Context<Env>,
  template: { name: string; body: string },
  seen: number,
): Promise<void> {
  const { scope, clock, session } = c.var
  await changing(c, async (transaction, tell) => {
    const newest = (await findNewestPaperTemplate(transaction, scope))?.version ?? 0
    if (newest !== seen) throw changedMeanwhile()
    const version = newest + 1
    const by = { createdAt: clock().toISOString(), createdBy: session.account.id }
    await insertPaperTemplate(transaction, scope, { version, ...template, ...by })
    tell({ action: 'paper-template.stored', detail: { version, isDefault: template.body === '' } })
  })
}

async function shown(c: Context<Env>) {
  const { db, scope, countyCode } = c.var
  const versions = await listPaperTemplates(db, { countyCode: scope.countyCode })
  const accounts = await listAccounts(db, { countyCode })
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  const newest = versions[0]
  return {
    inForce: newest && !newest.isDefault ? newest.version : null,
    newest: newest?.version ?? 0,
    versions: versions.map(({ createdBy, ...it }) => ({
      ...it,
      createdBy: names.get(createdBy) ?? '',
    })),
  }
}

async function templateOf(c: Context<Env>, version: number) {
  const found = await findPaperTemplate(c.var.db, { countyCode: c.var.countyCode }, version)
  if (found && found.body !== '') return found
  throw new Problem('not-found', {
    zh: `没有第 ${version} 版自有模板。请刷新页面后再选。`,
    en: `There is no version ${version} of an own template. Reload the page and choose again.`,
  })
}

const stemOf = (name: string) => name.replace(/\.docx$/i, '')

function fieldShown([name, { fields = {}, ...field }]: [string, Field]) {
  const own = Object.entries(fields).map(([inner, { kind, says, example }]) => ({
    ...{ name: inner, kind, says, example },
  }))
  return { name, ...field, fields: own }
}
