import { type Context, Hono } from 'hono'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { findImport, insertImport, listImports, updateImport } from '../db/imports.ts'
import { isWholeCounty } from '../db/scope.ts'
import { may } from './access.ts'
import { attachment } from './attachment.ts'
import { changing, entryFor, record } from './auditing.ts'
import { readFileBody } from './body-limits.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { eventStream } from './event-stream.ts'
import { changedMeanwhile, revisionOf } from './if-match.ts'
import { choose } from './imports/choosing.ts'
import { templateContext } from './imports/context.ts'
import { importOf } from './imports/found.ts'
import { countsNow } from './imports/mending.ts'
import { countyOnly, emptyFile, notNow, stillFaulty } from './imports/refusals.ts'
import { listedOf, recordOf } from './imports/shown.ts'
import { beginUndo } from './imports/undoing.ts'
import { templateOf } from './roster/template.ts'
import * as shapes from './shapes/import.ts'
import { valid } from './validate.ts'

const EVENTS = { schema: shapes.ImportEvents, media: 'text/event-stream' }
const Id = z.object({ id: z.string().max(64) })
const Kind = shapes.ImportKind
const FILE = { schema: z.string(), media: 'application/octet-stream' }

/** Spreadsheets that come in: read, checked and mended before anything is written, and taken back as a whole. */
export const imports = new Hono<Env>()
  .post(
    '/',
    describe(
      'Takes the bytes of a spreadsheet, up to 60 MB, and reads it',
      { status: 202, schema: shapes.Begun },
      403,
      413,
      422,
      429,
    ),
    may('import.use'),
    valid('query', z.object({ kind: Kind, name: z.string().trim().min(1).max(200) })),
    async (c) => {
      const { kind, name: fileName } = c.req.valid('query')
      const { scope, clock, session, importRuns } = c.var
      if (kind !== 'people' && !isWholeCounty(scope)) throw countyOnly()
      const createdBy = session.account.id
      const id = newId()
      await importRuns.inRoom(createdBy, async () => {
        const bytes = await readFileBody(c)
        if (bytes.length === 0) throw emptyFile()
        const createdAt = clock().toISOString()
        await changing(c, async (transaction, tell) => {
          await insertImport(transaction, scope, { id, kind, fileName, createdAt, createdBy })
          tell({ action: 'import.begun', subjects: [id], detail: { kind, bytes: bytes.length } })
        })
        importRuns.read(id, bytes)
      })
      c.header('location', `/api/v1/imports/${id}`)
      return c.json({ id, revision: 1 }, 202)
    },
  )
  .get(
    '/',
    describe('Imports of the own office, the newest first', { schema: shapes.ImportList }),
    may('import.use'),
    async (c) =>
      c.json({ imports: await listedOf(c.var, await listImports(c.var.db, c.var.scope)) }),
  )
  .get(
    '/template',
    describe('An empty list with drop-downs and an example', FILE, 403, 422),
    may('import.use'),
    valid(
      'query',
      z.object({ kind: Kind.default('people'), format: shapes.FileFormat.default('xlsx') }),
    ),
    async (c) => {
      const { kind, format } = c.req.valid('query')
      if (kind !== 'people' && !isWholeCounty(c.var.scope)) throw countyOnly()
      const file = await templateOf(kind, await templateContext(c.var, c.var.scope), format)
      return attachment(c, file, { name: `${TEMPLATES[kind]}.${format}`, format })
    },
  )
  .get(
    '/:id',
    describe('How an import stands', { schema: shapes.ImportRecord }, 404),
    may('import.use'),
    valid('param', Id),
    async (c) => {
      const row = await importOf(c, c.req.valid('param').id)
      const shown = await recordOf(c.var, row)
      // Columns come with values that stand under them.
      const detail = { elsewhere: elsewhereOf(shown.counts) }
      if (shown.reading) await record(c, { action: 'import.read', subjects: [row.id], detail })
      c.header('etag', `"${row.revision}"`)
      return c.json(shown)
    },
  )
  .put(
    '/:id/choices',
    describe(
      'Says what columns and places mean and what happens to known people; checks again',
      { status: 202, schema: shapes.Begun },
      404,
      409,
      412,
      422,
      428,
    ),
    may('import.use'),
    valid('param', Id),
    valid('json', shapes.ChoicesRequest),
    async (c) => {
      const row = await importOf(c, c.req.valid('param').id)
      const revision = revisionOf(c)
      if (revision !== row.revision) throw changedMeanwhile()
      return c.json(await choose(c, row, c.req.valid('json')), 202)
    },
  )
  .post(
    '/:id/writing',
    describe('Writes every row, all or none', { status: 202, schema: shapes.Begun }, 404, 409, 412),
    may('import.use'),
    valid('param', Id),
    async (c) => {
      const row = await importOf(c, c.req.valid('param').id)
      if (row.state !== 'checked') throw notNow(row.state)
      if (c.req.header('if-match') !== undefined && revisionOf(c) !== row.revision)
        throw changedMeanwhile()
      const { counts } = await countsNow(c.var, row.id)
      if (counts.faulty > 0) throw stillFaulty(counts.faulty)
      await advance(c, row, 'writing', 'import.written')
      c.var.importRuns.write(row.id, await entryFor(c, { action: 'import.done' }))
      return c.json(await begun(c, row.id), 202)
    },
  )
  .post(
    '/:id/cancellation',
    describe(
      'Gives an import up; one that is being written is taken back and is checked again',
      { status: 202, schema: shapes.Begun },
      404,
      409,
    ),
    may('import.use'),
    valid('param', Id),
    async (c) => {
      const row = await importOf(c, c.req.valid('param').id)
      if (row.state === 'writing') {
        await changing(c, async (_, tell) => tell({ action: 'import.stopped', subjects: [row.id] }))
        c.var.importRuns.stopWriting(row.id)
        return c.json(await begun(c, row.id), 202)
      }
      await advance(c, row, 'cancelled', 'import.cancelled')
      c.var.importRuns.discard(row.id)
      return c.json(await begun(c, row.id), 202)
    },
  )
  .post(
    '/:id/undoing',
    describe(
      'Takes a whole import back; people changed or used since are left and named',
      { status: 202, schema: shapes.Begun },
      404,
      409,
    ),
    may('import.use'),
    valid('param', Id),
    async (c) => {
      const row = await importOf(c, c.req.valid('param').id)
      if (row.state !== 'done') throw notNow(row.state)
      await beginUndo(c, row)
      return c.json(await begun(c, row.id), 202)
    },
  )
  .get(
    '/:id/events',
    describe('Server-sent events: `progress` while it works, `end` once', EVENTS, 404),
    may('import.use'),
    valid('param', Id),
    async (c) => {
      const { id } = await importOf(c, c.req.valid('param').id)
      return eventStream(c, async (send) => {
        const unwatch = c.var.importRuns.watch(id, (event) => void send(event))
        if (unwatch) return unwatch
        await send({ event: 'end', data: { state: (await importOf(c, id)).state } })
        return () => {}
      })
    },
  )

const TEMPLATES = {
  people: '人才名单模板',
  villages: '村（社区）情况模板',
  incumbents: '现任班子模板',
}

/** Rows whose number the county knows beyond the reach of the account: who tries numbers shows in the audit. */
function elsewhereOf(counts: { kinds: { kind: string; rows: number }[] } | null): number {
  return counts?.kinds.find(({ kind }) => kind === 'person.elsewhere')?.rows ?? 0
}

type Row = Awaited<ReturnType<typeof importOf>>
const FROM = {
  writing: ['checked'],
  cancelled: ['reading', 'asking', 'checking', 'checked'],
} as const

/** From one state to the next, once: the second of two clicks finds it gone on. */
async function advance(
  c: Context<Env>,
  row: Row,
  state: keyof typeof FROM,
  action: 'import.written' | 'import.cancelled',
): Promise<void> {
  await changing(c, async (transaction, tell) => {
    // Of a file that is given up nothing is kept.
    const end = { finishedAt: c.var.clock().toISOString(), reading: null }
    const change = { state, problem: null, ...(state === 'cancelled' ? end : { finishedAt: null }) }
    if (!(await updateImport(transaction, c.var.scope, row.id, { from: FROM[state] }, change)))
      throw notNow((await findImport(transaction, c.var.scope, row.id))?.state ?? row.state)
    tell({ action, subjects: [row.id] })
  })
}

async function begun(c: Context<Env>, id: string) {
  return { id, revision: (await importOf(c, id)).revision }
}
