import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Env } from './context.ts'
import { describe } from './describe.ts'

export const health = new Hono<Env>().get(
  '/',
  describe('Whether the program, its database and its county are well', {}, 500),
  async (c) => {
    await sql`select 1`.execute(c.var.db)
    const { code, name, villages, talents } = await c.var.county()
    const county = { code, name, villages: villages.size, talents: talents.size }
    return c.json({ status: 'ok' as const, today: c.var.today(), county })
  },
)
