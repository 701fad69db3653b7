import { Hono } from 'hono'
import { z } from 'zod'
import { leaveOutRows } from '../db/import-rows.ts'
import { may } from './access.ts'
import { attachment } from './attachment.ts'
import { changing, record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { faultyLines } from './imports/faulty.ts'
import { importOf } from './imports/found.ts'
import { countsNow, mend, recheckDoubles } from './imports/mending.ts'
import { notNow } from './imports/refusals.ts'
import { rowsShown } from './imports/rows-shown.ts'
import { openReading } from './imports/sealed.ts'
import { faultsFile } from './roster/faults-file.ts'
import * as shapes from './shapes/import.ts'
import { valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const Line = Id.extend({ line: z.coerce.number().int().min(0) })
const FILE = { schema: z.string(), media: 'application/octet-stream' }
const RowsQuery = z.object({
  /** Several with commas between. */
  state: z.string().max(100).optional(),
  kind: z.string().max(60).optional(),
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** Rows of a spreadsheet while it waits: looked at, mended, left out, sent back. */
export const importRows = new Hono<Env>()
  .get(
    '/:id/rows',
    describe('Rows with what is wrong about them', { schema: shapes.ImportRows }, 404, 422),
    may('import.use'),
    valid('param', Id),
    valid('query', RowsQuery),
    async (c) => {
      const row = await importOf(c, c.req.valid('param').id)
      const page = await rowsShown(c.var, row, c.req.valid('query'))
      const known = page.rows.flatMap(({ talent }) => talent?.id ?? [])
      const detail = { rows: page.rows.length }
      await record(c, { action: 'import.rows-read', subjects: [row.id, ...known], detail })
      return c.json(page)
    },
  )
  .put(
    '/:id/rows/:line',
    describe('Mends cells of a row, or leaves it out', { schema: shapes.RowAnswer }, 404, 409, 422),
    may('import.use'),
    valid('param', Line),
    valid('json', shapes.RowChange),
    async (c) => {
      const { id, line } = c.req.valid('param')
      return c.json(await mend(c, await importOf(c, id), line, c.req.valid('json')))
    },
  )
  .post(
    '/:id/leaving-out',
    describe(
      'Leaves out every faulty row, or those of one kind',
      { schema: shapes.LeftOutAnswer },
      404,
      409,
      422,
    ),
    may('import.use'),
    valid('param', Id),
    valid('json', z.object({ kind: z.string().max(60).optional() })),
    async (c) => {
      const row = await importOf(c, c.req.valid('param').id)
      if (row.state !== 'checked') throw notNow(row.state)
      const { kind } = c.req.valid('json')
      const lines = await changing(c, async (transaction, tell) => {
        const lines = await leaveOutRows(transaction, c.var.scope, row.id, kind)
        tell({ action: 'import.left-out', subjects: [row.id], detail: { rows: lines.length } })
        return lines
      })
      await recheckDoubles(c.var, row, lines)
      return c.json({ rows: lines.length, ...(await countsNow(c.var, row.id)) })
    },
  )
  .get(
    '/:id/faults',
    describe(
      'The faulty rows as the same file, with what is wrong in a last column',
      FILE,
      404,
      409,
    ),
    may('import.use'),
    valid('param', Id),
    valid('query', z.object({ format: shapes.FileFormat.default('xlsx') })),
    async (c) => {
      const { format } = c.req.valid('query')
      const row = await importOf(c, c.req.valid('param').id)
      const { keyring, countyCode } = c.var
      const reading = openReading({ keyring, countyCode, importId: row.id }, row.reading)
      if (row.state !== 'checked' || !reading) throw notNow(row.state)
      await record(c, { action: 'import.faults-exported', subjects: [row.id] })
      const file = await faultsFile(reading, faultyLines(c.var, row.id), format)
      const name = `${row.fileName.replace(/\.\w+$/, '')}-待改正.${format}`
      return attachment(c, file, { name, format })
    },
  )
