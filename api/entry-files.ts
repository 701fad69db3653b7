import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findEntryFile, markEntryFile, type StoredEntryFile } from '../db/entry-files.ts'
import { may } from './access.ts'
import { sentFile } from './attachments/sent.ts'
import { changing, record, recordMiss } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { addEntryFile, restoreEntryFile } from './entry-files/adding.ts'
import { entryOf, requireRemovable, requireWritable } from './entry-files/reach.ts'
import { entryFileShown, entryFilesShown } from './entry-files/shown.ts'
import { Problem } from './problem.ts'
import { Done } from './shapes/account.ts'
import { ENTRY_FILE_KINDS, EntryFileShape, EntryFilesShape } from './shapes/entry-files.ts'
import { valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const Entry = Id.extend({ kind: z.enum(ENTRY_FILE_KINDS) })
const Of = z.object({
  talent: z.string().max(64).optional().meta({ description: 'Of a training: whose part in it' }),
})
const Named = Of.extend({ name: z.string().trim().min(1).max(300) })
const FILE = { schema: z.string(), media: 'application/octet-stream' }

/** Photographs and papers of one entry of cultivation. */
export const filesOfEntries = new Hono<Env>()
  .get(
    '/:kind/:id/files',
    describe('What is kept of an entry of cultivation', { schema: EntryFilesShape }, 404),
    may('entry-files.read'),
    valid('param', Entry),
    valid('query', Of),
    async (c) => {
      const { talent = null } = c.req.valid('query')
      const entry = await entryOf(c, { ...c.req.valid('param'), talentId: talent })
      await record(c, { action: 'entry.files-listed', subjects: [entry.talentId] })
      const found = await entryFilesShown(c.var, { kind: entry.kind, ids: [entry.id] })
      return c.json({ files: found.filter((file) => file.talent === entry.talentId) })
    },
  )
  .post(
    '/:kind/:id/files',
    describe(
      'Takes the bytes of a picture or a PDF, up to 20 MB; the same once more is the same file',
      { status: 201, schema: EntryFileShape },
      ...([403, 404, 409, 413, 422, 429] as const),
    ),
    may('entry-files.write'),
    valid('param', Entry),
    valid('query', Named),
    async (c) => {
      const { name, talent = null } = c.req.valid('query')
      const entry = await entryOf(c, { ...c.req.valid('param'), talentId: talent })
      requireWritable(c, entry)
      const { row, isNew } = await addEntryFile(c, entry, name)
      c.header('location', `/api/v1/entry-files/${row.id}`)
      return c.json(await entryFileShown(c.var, row), isNew ? 201 : 200)
    },
  )

/** Files as they were sent, once their bytes are proven. */
export const entryFiles = new Hono<Env>()
  .get(
    '/:id',
    describe('The file as it was sent', FILE, 404, 500),
    may('entry-files.read'),
    valid('param', Id),
    async (c) => sent(c, await fileOf(c, c.req.valid('param').id)),
  )
  .delete(
    '/:id',
    describe('Removes it; for 30 days the removal can be taken back', { schema: Done }, 403, 404),
    may('entry-files.write'),
    valid('param', Id),
    async (c) => {
      const row = await fileOf(c, c.req.valid('param').id)
      await requireRemovable(c, row)
      const removedAt = c.var.clock().toISOString()
      await changing(c, async (transaction, tell) => {
        const removal = { removedAt, removedBy: c.var.session.account.id }
        await markEntryFile(transaction, c.var.scope, row.id, removal)
        tell({ action: 'entry.file-removed', subjects: [row.talentId, row.id] })
      })
      return c.json({ done: true as const })
    },
  )
  .post(
    '/:id/restoration',
    describe('Takes a removal back', { schema: EntryFileShape }, 403, 404, 409),
    may('entry-files.write'),
    valid('param', Id),
    async (c) => {
      const { id } = c.req.valid('param')
      const row = await findEntryFile(c.var.db, c.var.scope, id)
      if (!row) throw await missed(c, id)
      await requireRemovable(c, row)
      if (row.removedAt !== null) await restoreEntryFile(c, row)
      return c.json(await entryFileShown(c.var, row))
    },
  )

/** The person opens what is kept of their own cultivation. */
export const ownEntryFiles = new Hono<Env>().get(
  '/entry-files/:id',
  describe('A file of an entry about oneself, as it was sent', FILE, 404, 500),
  may('record.cultivation'),
  valid('param', Id),
  async (c) => sent(c, await fileOf(c, c.req.valid('param').id)),
)

async function sent(c: Context<Env>, row: StoredEntryFile) {
  await record(c, { action: 'entry.file-read', subjects: [row.talentId, row.id] })
  return sentFile(c, row)
}

/** One of the scope that is not removed. */
async function fileOf(c: Context<Env>, id: string): Promise<StoredEntryFile> {
  const row = await findEntryFile(c.var.db, c.var.scope, id)
  if (row?.removedAt !== null) throw await missed(c, id)
  return row
}

async function missed(c: Context<Env>, id: string): Promise<Problem> {
  await recordMiss(c, 'entry.file-missed', id)
  return new Problem('not-found', {
    zh: '没有这个文件：已被移除，或不在您的范围。请返回重新读取。',
    en: 'There is no such file: it was removed, or is outside your scope. Read the page again.',
  })
}
