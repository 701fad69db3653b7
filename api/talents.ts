import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { findTalent } from '../db/talents.ts'
import { may } from './access.ts'
import { record, recordMiss } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { portraitOf } from './portrait/shown.ts'
import { Problem } from './problem.ts'
import { Portrait } from './shapes/portrait.ts'
import { valid } from './validate.ts'

export const talents = new Hono<Env>().get(
  '/:id',
  describe('Everything that is recorded of a person', { schema: Portrait }, 404),
  may('portrait.read'),
  valid('param', z.object({ id: z.string().max(64) })),
  async (c) => {
    const { id } = c.req.valid('param')
    const { revision } = await talentOf(c, id)
    const portrait = await portraitOf(c, id)
    await record(c, { action: 'portrait.read', subjects: [id] })
    c.header('etag', `"${revision}"`)
    return c.json(portrait)
  },
)

/** The person's row, or a 404 that says no more than for an id that nobody has; the attempt is written down. */
export async function talentOf(c: Context<Env>, id: string) {
  const row = await findTalent(c.var.db, c.var.scope, id)
  if (row && row.erasedAt === null) return row
  await recordMiss(c, 'portrait.missed', id)
  throw noTalent(id)
}

function noTalent(id: string): Problem {
  return new Problem('not-found', {
    zh: `人才库中没有编号为 ${id} 的人，可能已移出。请返回名单重新选择。`,
    en: `Nobody in the pool has the id ${id}; the person may have left it. Choose from the list again.`,
  })
}
