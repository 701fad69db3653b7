import { Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { handOver } from './handovers/moving.ts'
import { previewOf } from './handovers/preview.ts'
import { HandoverAnswer } from './shapes/to-do.ts'
import { valid } from './validate.ts'

const Pair = z.object({ from: z.string().max(64), to: z.string().max(64) })

/** When staff change: what somebody has begun goes to whoever takes the work over. */
export const handovers = new Hono<Env>()
  .get(
    '/',
    describe('What would go from one account to another', { schema: HandoverAnswer }, 404, 409),
    may('handover.make'),
    valid('query', Pair),
    async (c) => {
      const { answer, subjects } = await previewOf(c, c.req.valid('query'))
      await record(c, { action: 'handover.previewed', subjects })
      return c.json(answer)
    },
  )
  .post(
    '/',
    describe(
      'Hands drafts, unread messages and open inspections over to another account',
      { schema: HandoverAnswer },
      404,
      409,
      422,
    ),
    may('handover.make'),
    valid('json', Pair),
    async (c) => c.json(await handOver(c, c.req.valid('json'))),
  )
