import { Hono } from 'hono'
import { z } from 'zod'
import { listAccounts } from '../db/accounts.ts'
import { listCalendarDays, putCalendarDay, removeCalendarDay } from '../db/calendar-days.ts'
import { may } from './access.ts'
import { changing } from './auditing.ts'
import { daysOfYear, deadlineOf } from './calendar/days.ts'
import { followCalendar } from './calendar/following.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { Problem } from './problem.ts'
import { Done } from './shapes/account.ts'
import {
  CalendarChange,
  CalendarDay,
  CalendarShape,
  Deadline,
  DeadlineQuery,
  FIRST_YEAR,
  LAST_YEAR,
} from './shapes/calendar.ts'
import { valid } from './validate.ts'
import { isPublished, PUBLISHED } from './workflow/calendar.ts'

const Year = z.object({ year: z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR) })
const Day = z.object({ day: CalendarDay })

/** Working days of the county: the State Council's arrangement, and where the county differs from it. */
export const calendar = new Hono<Env>()
  .get(
    '/',
    describe('Holidays, make-up days and the county’s own', { schema: CalendarShape }, 422),
    may('calendar.read'),
    valid('query', Year),
    async (c) => {
      const { year } = c.req.valid('query')
      const scope = { countyCode: c.var.countyCode }
      const own = await listCalendarDays(c.var.db, scope)
      const names = new Map(
        (await listAccounts(c.var.db, scope)).map(({ id, name }) => [id, name] as const),
      )
      const days = daysOfYear(year, own, (account) => names.get(account) ?? null)
      const { until: publishedUntil } = PUBLISHED
      return c.json({ year, isPublished: isPublished(year), publishedUntil, days })
    },
  )
  .get(
    '/deadline',
    describe('The last of so many working days after a day', { schema: Deadline }, 422),
    may('calendar.read'),
    valid('query', DeadlineQuery),
    async (c) => {
      const { from, days } = c.req.valid('query')
      const own = await listCalendarDays(c.var.db, { countyCode: c.var.countyCode })
      return c.json({ from, days, ...deadlineOf({ from, days }, own) })
    },
  )
  .put(
    '/:day',
    describe('Says what a day is in this county', { schema: Done }, 422),
    may('calendar.write'),
    valid('param', Day),
    valid('json', CalendarChange),
    async (c) => {
      const { day } = c.req.valid('param')
      const { isWorking, name } = c.req.valid('json')
      const scope = { countyCode: c.var.countyCode }
      await changing(c, async (transaction, tell) => {
        await putCalendarDay(transaction, scope, {
          ...{ day, isWorking: isWorking ? 1 : 0, name },
          ...{ changedAt: c.var.clock().toISOString(), changedBy: c.var.session.account.id },
        })
        const moved = await followCalendar(transaction, scope.countyCode, day)
        tell({ action: 'calendar.changed', detail: { day, isWorking, moved } })
      })
      return c.json({ done: true as const })
    },
  )
  .delete(
    '/:day',
    describe('Follows the State Council on a day again', { schema: Done }, 404, 422),
    may('calendar.write'),
    valid('param', Day),
    async (c) => {
      const { day } = c.req.valid('param')
      await changing(c, async (transaction, tell) => {
        if (!(await removeCalendarDay(transaction, { countyCode: c.var.countyCode }, day)))
          throw notOwn(day)
        const moved = await followCalendar(transaction, c.var.countyCode, day)
        tell({ action: 'calendar.followed', detail: { day, moved } })
      })
      return c.json({ done: true as const })
    },
  )

function notOwn(day: string): Problem {
  return new Problem('not-found', {
    zh: `${day} 没有县里自己的规定，可能刚被他人撤销。请重新读取日历。`,
    en: `The county has no word of its own about ${day}; somebody may just have taken it back. Read the calendar again.`,
  })
}
