import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findVillageFile, markVillageFile, type StoredVillageFile } from '../db/village-files.ts'
import { may } from './access.ts'
import { sentFile } from './attachments/sent.ts'
import { changing, record, recordMiss } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { Problem } from './problem.ts'
import { Done } from './shapes/account.ts'
import { VillageFileShape } from './shapes/village-entries.ts'
import { valid } from './validate.ts'
import { addVillageFile, restoreVillageFile } from './village-entries/adding-file.ts'
import { entryToChange } from './village-entries/reach.ts'
import { fileView } from './village-entries/record.ts'

const Id = z.object({ id: z.string().max(64) })
const Named = z.object({ name: z.string().trim().min(1).max(300) })
const FILE = { schema: z.string(), media: 'application/octet-stream' }

/** Pictures and PDF of one entry about a village. */
export const filesOfVillageEntries = new Hono<Env>().post(
  '/:id/files',
  describe(
    'Takes the bytes of a picture or a PDF, up to 20 MB; the same once more is the same file',
    { status: 201, schema: VillageFileShape },
    ...([403, 404, 409, 413, 422, 429] as const),
  ),
  may('village-record.write'),
  valid('param', Id),
  valid('query', Named),
  async (c) => {
    const entry = await entryToChange(c, c.req.valid('param').id)
    const { row, isNew } = await addVillageFile(c, entry, c.req.valid('query').name)
    c.header('location', `/api/v1/village-files/${row.id}`)
    return c.json(await fileView(c, row), isNew ? 201 : 200)
  },
)

/** Files as they were sent, once their bytes are proven. */
export const villageFiles = new Hono<Env>()
  .get(
    '/:id',
    describe('The file as it was sent', FILE, 404, 500),
    may('village-record.read'),
    valid('param', Id),
    async (c) => {
      const row = await fileOf(c, c.req.valid('param').id)
      await record(c, { action: 'village-file.read', subjects: [row.entryId, row.id] })
      return sentFile(c, row)
    },
  )
  .delete(
    '/:id',
    describe(
      'Removes it; for 30 days the removal can be taken back',
      { schema: Done },
      ...([403, 404, 409] as const),
    ),
    may('village-record.write'),
    valid('param', Id),
    async (c) => {
      const row = await fileOf(c, c.req.valid('param').id)
      await entryToChange(c, row.entryId)
      const removedAt = c.var.clock().toISOString()
      await changing(c, async (transaction, tell) => {
        const removal = { removedAt, removedBy: c.var.session.account.id }
        await markVillageFile(transaction, c.var.scope, row.id, removal)
        tell({ action: 'village-file.removed', subjects: [row.entryId, row.id] })
      })
      return c.json({ done: true as const })
    },
  )
  .post(
    '/:id/restoration',
    describe('Takes a removal back', { schema: VillageFileShape }, 403, 404, 409),
    may('village-record.write'),
    valid('param', Id),
    async (c) => {
      const { id } = c.req.valid('param')
      const row = await findVillageFile(c.var.db, c.var.scope, id)
      if (!row) throw await missed(c, id)
      await entryToChange(c, row.entryId)
      if (row.removedAt !== null) await restoreVillageFile(c, row)
      return c.json(await fileView(c, row))
    },
  )

/** One of the scope that is not removed. */
async function fileOf(c: Context<Env>, id: string): Promise<StoredVillageFile> {
  const row = await findVillageFile(c.var.db, c.var.scope, id)
  if (row?.removedAt !== null) throw await missed(c, id)
  return row
}

async function missed(c: Context<Env>, id: string): Promise<Problem> {
  await recordMiss(c, 'village-file.missed', id)
  return new Problem('not-found', {
    zh: '没有这个文件：已被移除，或不在您的范围。请返回重新读取。',
    en: 'There is no such file: it was removed, or is outside your scope. Read the page again.',
  })
}
