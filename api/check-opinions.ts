import { Hono } from 'hono'
import { may } from './access.ts'
import { requireQuarter } from './checks/period.ts'
import { signPeriod } from './checks/signing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { OpinionBody } from './shapes/checks.ts'
import { Added } from './shapes/portrait.ts'
import { valid } from './validate.ts'

/** What a mentor thinks of a quarter of one of their people; it goes to the township and decides nothing. */
export const checkOpinions = new Hono<Env>().post(
  '/',
  describe(
    'Gives the township the mentor’s opinion of a quarter',
    { status: 201, schema: Added.pick({ id: true }) },
    ...([404, 409, 412, 422] as const),
  ),
  may('checks.opinion'),
  valid('json', OpinionBody),
  async (c) => {
    const { quarter, ...opinion } = c.req.valid('json')
    requireQuarter(c, quarter)
    const given = { ...opinion, kind: 'mentor', period: quarter, grade: null } as const
    return c.json(await signPeriod(c, given), 201)
  },
)
