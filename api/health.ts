import { Hono } from 'hono'
import { sql } from 'kysely'
import { z } from 'zod'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { Day } from './shapes/words.ts'

const Health = z.object({ status: z.literal('ok'), today: Day })

export const health = new Hono<Env>().get(
  '/',
  describe('Whether the program and its database are well', { schema: Health }, 500),
  may('public'),
  async (c) => {
    await sql`select 1`.execute(c.var.db)
    return c.json({ status: 'ok' as const, today: c.var.today() })
  },
)
