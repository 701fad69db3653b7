import { Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import { record } from './auditing.ts'
import { requireQuarter } from './checks/period.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { pointsBoardOf } from './points/board.ts'
import { cardOf } from './points/card.ts'
import { PointsBoard, PointsCard, Quarter } from './shapes/checks.ts'
import { Code, valid } from './validate.ts'

/** Growth points, for the county and the townships alone: never for mentors, villages or other people. */
export const points = new Hono<Env>()
  .get(
    '/',
    describe(
      'Points of a quarter in a township; below ten people nobody is ranked',
      { schema: PointsBoard },
      404,
      422,
    ),
    may('points.read'),
    valid('query', z.object({ quarter: Quarter.optional(), township: Code.optional() })),
    async (c) => {
      const board = await pointsBoardOf(c, c.req.valid('query'))
      const subjects = board.people.map(({ talent }) => talent.id)
      await record(c, { action: 'points.read', subjects, detail: { quarter: board.quarter } })
      return c.json(board)
    },
  )
  .get(
    '/:talent',
    describe(
      'Every point of one person with the entry behind it',
      { schema: PointsCard },
      404,
      422,
    ),
    may('points.read'),
    valid('param', z.object({ talent: z.string().max(64) })),
    valid('query', z.object({ quarter: Quarter })),
    async (c) => {
      const { quarter } = c.req.valid('query')
      requireQuarter(c, quarter, '?quarter')
      const card = await cardOf(c, c.req.valid('param').talent, quarter)
      await record(c, { action: 'points.read', subjects: [card.talent.id], detail: { quarter } })
      return c.json(card)
    },
  )
