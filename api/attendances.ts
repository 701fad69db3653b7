import { Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import { gridOf } from './attendances/grid.ts'
import { forgetMonth, keepMonth, keptOne } from './attendances/keeping.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { revisionOf } from './if-match.ts'
import { Done } from './shapes/account.ts'
import {
  AttendanceBody,
  AttendanceGrid,
  AttendanceResults,
  AttendancesBody,
  Month,
  Revised,
} from './shapes/attendances.ts'
import { Year } from './shapes/checks.ts'
import { Code, valid } from './validate.ts'

const Cell = z.object({ talent: z.string().max(64), month: Month })

/** Attendance and organisation life by month: of people under cultivation, as their village keeps it. */
export const attendances = new Hono<Env>()
  .get(
    '/',
    describe('What a village kept of its people in a year', { schema: AttendanceGrid }, 404, 422),
    may('attendance.read'),
    valid('query', z.object({ village: Code.optional(), year: Year.optional() })),
    async (c) => {
      const grid = await gridOf(c, c.req.valid('query'))
      const subjects = grid.people.map(({ talent }) => talent.id)
      await record(c, { action: 'attendance.read', subjects, detail: { year: grid.year } })
      return c.json(grid)
    },
  )
  .put(
    '/:talent/:month',
    describe(
      'Keeps a month of one person; `If-Match: "0"` where nothing was kept',
      { schema: Revised },
      ...([403, 404, 409, 412, 422, 428] as const),
    ),
    may('attendance.write'),
    valid('param', Cell),
    valid('json', AttendanceBody),
    async (c) => {
      const cell = { ...c.req.valid('param'), revision: revisionOf(c) }
      return c.json(await keepMonth(c, cell, c.req.valid('json')))
    },
  )
  .delete(
    '/:talent/:month',
    describe(
      'Takes a month out that was kept by mistake',
      { schema: Done },
      ...([403, 404, 412, 428] as const),
    ),
    may('attendance.write'),
    valid('param', Cell),
    async (c) => {
      await forgetMonth(c, { ...c.req.valid('param'), revision: revisionOf(c) })
      return c.json({ done: true as const })
    },
  )
  .post(
    '/bulk',
    describe('Keeps a month of many people, each by itself', { schema: AttendanceResults }, 422),
    may('attendance.write'),
    valid('json', AttendancesBody),
    async (c) => {
      const { month, rows } = c.req.valid('json')
      const results = []
      for (const { talent, revision, ...given } of rows)
        results.push(await keptOne(talent, keepMonth(c, { talent, month, revision }, given)))
      return c.json({ results })
    },
  )
