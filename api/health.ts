import { Hono } from 'hono'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { Count, Day, Place } from './shapes/words.ts'

const Health = z.object({
  status: z.literal('ok'),
  today: Day,
  county: Place.extend({ villages: Count, talents: Count }),
})

export const health = new Hono<Env>().get(
  '/',
  describe('Whether the program, its database and its county are well', { schema: Health }, 500),
  async (c) => {
    await sql`select 1`.execute(c.var.db)
    const { code, name, villages, talents } = await c.var.county()
    const county = { code, name, villages: villages.size, talents: talents.size }
    return c.json({ status: 'ok' as const, today: c.var.today(), county })
  },
)
