import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import { attachment } from './attachment.ts'
import { entryFor, record, recordMiss } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { eventStream } from './event-stream.ts'
import { PaperAsked, requireFilters } from './papers/asked.ts'
import { askingAs } from './papers/asking.ts'
import { circumstancesOf } from './papers/circumstances.ts'
import { formsFor, requireForms } from './papers/forms.ts'
import { makerOf } from './papers/makers.ts'
import { cancelledPaper, noPaper, takenAlready } from './papers/refusals.ts'
import type { Run } from './papers/runs.ts'
import { TABLE_IDS, TABLES } from './papers/tables/index.ts'
import { type PaperTable, requiredOf } from './papers/tables/table.ts'
import { templateInForce } from './papers/template/in-force.ts'
import { Problem } from './problem.ts'
import { requireImpersonal } from './reasons.ts'
import { PaperBegun, PaperList, PaperShape, PaperTables } from './shapes/papers.ts'
import { valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const EVENTS = {
  schema: z.string().meta({ description: '`progress` with done and total, `end` with the state' }),
  media: 'text/event-stream',
}
const FILE = { schema: z.string(), media: 'application/octet-stream' }

/** Papers that are made on request: asked for with a purpose, followed while they are made, taken by their address. */
export const papers = new Hono<Env>()
  .post(
    '/',
    describe(
      'Has a paper made: a report, tables, or several of them as a zip with a manifest',
      { status: 202, schema: PaperBegun },
      403,
      404,
      422,
      429,
    ),
    may('papers.make'),
    valid('json', PaperAsked),
    async (c) => {
      const run = await begin(c, c.req.valid('json'))
      c.header('location', `/api/v1/papers/${run.id}`)
      return c.json({ id: run.id, total: run.total }, 202)
    },
  )
  .get(
    '/',
    describe('The own papers that are still kept, newest first', { schema: PaperList }),
    may('papers.make'),
    (c) => {
      const { paperRuns, session } = c.var
      const runs = paperRuns.list(session.account.id, scopeText(c))
      return c.json({ papers: runs.toReversed().map(shown) })
    },
  )
  .get(
    '/tables',
    describe('Tables that can be taken out, and what each can be narrowed by', {
      schema: PaperTables,
    }),
    may('papers.make'),
    (c) =>
      c.json({
        tables: TABLE_IDS.map((id) => {
          const table: PaperTable = TABLES[id]
          const filters = Object.keys(table.filters.shape)
          return { id, name: table.name, filters, required: requiredOf(table) }
        }),
      }),
  )
  .get(
    '/:id',
    describe('How far a paper is', { schema: PaperShape }, 404),
    may('papers.make'),
    valid('param', Id),
    async (c) => c.json(shown(await runOf(c))),
  )
  .get(
    '/:id/events',
    describe('Server-sent events: `progress` while it is made, `end` once', EVENTS, 404),
    may('papers.make'),
    valid('param', Id),
    async (c) => {
      const run = await runOf(c)
      return eventStream(c, (send) => c.var.paperRuns.watch(run, (event) => void send(event)))
    },
  )
  .get(
    '/:id/file',
    describe('The file, as it is made; a large one once', FILE, 404, 409),
    may('papers.make'),
    valid('param', Id),
    async (c) => {
      const run = await runOf(c)
      if (run.state === 'cancelled') throw cancelledPaper()
      if (!run.spool.isWhole()) throw takenAlready()
      if (run.state === 'failed') throw refusalOf(run)
      // A look at the head alone would begin to read and never end.
      if (c.req.method === 'HEAD') return attachment(c, new Uint8Array(), run.file)
      const left = new AbortController()
      const parts = run.spool.read(() => {
        left.abort()
        c.var.paperRuns.leaveTorn(run)
      })
      // Nothing is told to the browser before it is known that there is something.
      const first = await parts.next().catch(() => null)
      if (first === null) throw refusalOf(run)
      await record(c, { action: 'paper.taken', reason: run.purpose, detail: { kind: run.kind } })
      return attachment(c, webStream(c, run, { first, rest: parts, left: left.signal }), run.file)
    },
  )
  .delete(
    '/:id',
    describe('Cancels a paper, or forgets one that is made', { schema: Id }, 404),
    may('papers.make'),
    valid('param', Id),
    async (c) => {
      const run = await runOf(c)
      c.var.paperRuns.leave(run)
      return c.json({ id: run.id })
    },
  )

async function begin(c: Context<Env>, asked: PaperAsked): Promise<Run> {
  const { purpose } = asked
  requireImpersonal(purpose, '', '#/purpose')
  requireFilters(asked)
  if (asked.kind === 'lrmx') await requireForms(c, asked)
  const made = await circumstancesOf(c, purpose)
  const { account } = c.var.session
  const entry = await entryFor(c, { action: 'paper.made', reason: purpose })
  const { audit, clock, db, scope } = c.var
  const given = {
    ...{ forms: formsFor(c), ask: askingAs(c), made, template: () => templateInForce(db, scope) },
    tell: (subjects: readonly string[], detail: Record<string, unknown> = {}) =>
      audit.record({
        ...{ ...entry, at: clock().toISOString(), subjects },
        detail: { kind: asked.kind, ...detail },
      }),
  }
  const wanted = { ...makerOf(given, asked), purpose, account: account.id, scope: scopeText(c) }
  return c.var.paperRuns.take(wanted, clock().toISOString())
}

/** Of the own account, seeing what it saw then: whose reach changed does not take out what it no longer sees. */
async function runOf(c: Context<Env>): Promise<Run> {
  const id = c.req.param('id') ?? ''
  const run = c.var.paperRuns.find(id, c.var.session.account.id, scopeText(c))
  if (run) return run
  await recordMiss(c, 'paper.missed', id)
  throw noPaper()
}

const scopeText = (c: Context<Env>) => JSON.stringify(c.var.scope)

function shown(run: Run) {
  const { id, kind, file, state, done, total, askedAt, purpose, failure, spool } = run
  return {
    ...{ id, kind, name: file.name, state, done, total, askedAt, purpose },
    bytes: spool.bytes(),
    canTake: state !== 'failed' && state !== 'cancelled' && spool.isWhole(),
    problem: failure?.detail ?? null,
  }
}

function refusalOf({ failure }: Run): Problem {
  return failure ? new Problem(failure.type, failure.detail) : cancelledPaper()
}

type Parts = AsyncGenerator<Uint8Array>

function webStream(
  c: Context<Env>,
  run: Run,
  { first, rest, left }: { first: IteratorResult<Uint8Array>; rest: Parts; left: AbortSignal },
): ReadableStream {
  async function* all() {
    try {
      if (first.done) return
      yield first.value
      yield* rest
    } finally {
      await rest.return(undefined)
      c.var.paperRuns.leaveTorn(run)
    }
  }
  const parts = Readable.from(all(), { objectMode: false, signal: left })
  return Readable.toWeb(parts) as ReadableStream
}
