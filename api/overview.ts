import { Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { boardOf } from './overview/board.ts'
import { overviewOf } from './overview/county.ts'
import { Overview, TownshipBoard } from './shapes/overview.ts'
import { Code, valid } from './validate.ts'

/** The first screen: how ready the villages are for the term change. It names places, never people. */
export const overview = new Hono<Env>()
  .get(
    '/',
    describe(
      'How ready every village is, what lacks and where, structure, schedule: a township reads its own',
      { schema: Overview },
    ),
    may('overview.read'),
    async (c) => c.json(await overviewOf(c)),
  )
  .get(
    '/townships/:code',
    describe(
      'Each village of a township with its seven indicators',
      { schema: TownshipBoard },
      404,
    ),
    may('overview.read'),
    valid('param', z.object({ code: Code })),
    async (c) => c.json(await boardOf(c, c.req.valid('param').code)),
  )
