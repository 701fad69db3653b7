import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findAttachment, markAttachment, type StoredAttachment } from '../db/attachments.ts'
import { may } from './access.ts'
import { addAttachment, restoreAttachment } from './attachments/adding.ts'
import { mayRemove, readableOf } from './attachments/reach.ts'
import { sentFile } from './attachments/sent.ts'
import { attachmentShown } from './attachments/shown.ts'
import { changing, record, recordMiss } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { loadNominee } from './nominees/loading.ts'
import { Problem } from './problem.ts'
import { Done } from './shapes/account.ts'
import { AttachmentShape } from './shapes/attachments.ts'
import { valid } from './validate.ts'
import { REFUSALS } from './workflow/words.ts'

const Id = z.object({ id: z.string().max(64) })
const Named = z.object({ name: z.string().trim().min(1).max(300) })
const FILE = { schema: z.string(), media: 'application/octet-stream' }

/** Papers of a nominee come in here. */
export const nomineeAttachments = new Hono<Env>().post(
  '/:id/attachments',
  describe(
    'Takes the bytes of a picture or a PDF, up to 20 MB; the same once more is the same attachment',
    { status: 201, schema: AttachmentShape },
    404,
    409,
    413,
    422,
    429,
  ),
  may('attachments.write'),
  valid('param', Id),
  valid('query', Named),
  async (c) => {
    const { id: nominee } = c.req.valid('param')
    const { name } = c.req.valid('query')
    const { row, isNew } = await addAttachment(c, { nominee, name })
    c.header('location', `/api/v1/attachments/${row.id}`)
    return c.json(await attachmentShown(c.var, row), isNew ? 201 : 200)
  },
)

/** Papers as they were sent, once their bytes are proven. */
export const attachments = new Hono<Env>()
  .get(
    '/:id',
    describe('The file as it was sent', FILE, 404, 500),
    may('attachments.read'),
    valid('param', Id),
    async (c) => {
      const row = await attachmentOf(c, c.req.valid('param').id)
      await record(c, { action: 'attachment.read', subjects: [row.talentId, row.id] })
      return sentFile(c, row)
    },
  )
  .delete(
    '/:id',
    describe(
      'Removes it; for 30 days the removal can be taken back',
      { schema: Done },
      403,
      404,
      409,
    ),
    may('attachments.write'),
    valid('param', Id),
    async (c) => {
      const row = await attachmentOf(c, c.req.valid('param').id)
      await requireRemovable(c, row)
      const removal = {
        removedAt: c.var.clock().toISOString(),
        removedBy: c.var.session.account.id,
      }
      await changing(c, async (transaction, tell) => {
        await markAttachment(transaction, c.var.scope, row.id, removal)
        tell({ action: 'attachment.removed', subjects: [row.talentId, row.id] })
      })
      return c.json({ done: true as const })
    },
  )
  .post(
    '/:id/restoration',
    describe('Takes a removal back', { schema: AttachmentShape }, 403, 404, 409),
    may('attachments.write'),
    valid('param', Id),
    async (c) => {
      const { id } = c.req.valid('param')
      const row = await findAttachment(c.var.db, c.var.scope, id)
      if (!row) throw await missed(c, id)
      await requireRemovable(c, row)
      if (row.removedAt !== null) await restoreAttachment(c, row)
      return c.json(await attachmentShown(c.var, row))
    },
  )

/** One of the scope that is not removed. */
async function attachmentOf(c: Context<Env>, id: string) {
  const row = await findAttachment(c.var.db, c.var.scope, id)
  if (row && row.removedAt === null) {
    const [readable] = await readableOf(c.var, [row])
    if (readable) return readable
  }
  throw await missed(c, id)
}

/** Of the own office or one below, and of a round that is open. */
async function requireRemovable(c: Context<Env>, row: StoredAttachment): Promise<void> {
  if (!(await mayRemove(c.var, c.var.session.account.role, row)))
    throw new Problem('not-permitted', OF_ABOVE)
  const { round } = await loadNominee(c, row.nomineeId)
  if (round.state === 'closed') throw new Problem('conflict', REFUSALS.closed)
}

const OF_ABOVE = {
  zh: '这份材料由上级单位放入，由放入的单位移除。',
  en: 'An office above put this paper here, and takes it away.',
}

async function missed(c: Context<Env>, id: string): Promise<Problem> {
  await recordMiss(c, 'attachment.missed', id)
  return new Problem('not-found', {
    zh: '没有这个附件：已被移除，或不在您的范围。请返回人选页重新读取。',
    en: 'There is no such attachment: it was removed, or is outside your scope. Read the nominee again.',
  })
}
