import { Hono } from 'hono'
import { z } from 'zod'
import { countUnread } from '../db/messages.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { settingsOf } from './county-settings.ts'
import { describe } from './describe.ts'
import { Problem } from './problem.ts'
import { ToDoAnswer, ToDoCounts } from './shapes/to-do.ts'
import { calendarOf } from './to-do/calendar-file.ts'
import { toDoCounts, toDoOf } from './to-do/shown.ts'
import { valid } from './validate.ts'

const Language = z.object({ language: z.enum(['zh', 'en']).default('zh') })

/** What waits for whoever asks. */
export const toDo = new Hono<Env>()
  .get(
    '/',
    describe('What waits for the account, the first of each kind', { schema: ToDoAnswer }),
    may('to-do.read'),
    async (c) => {
      const answer = await toDoOf(c)
      const items = answer.groups.flatMap((group) => group.items)
      const subjects = [...new Set(items.flatMap(({ talent }) => talent ?? []))]
      if (subjects.length > 0) await record(c, { action: 'to-do.read', subjects })
      return c.json(answer)
    },
  )
  .get(
    '/counts',
    describe('How much waits, and how many messages are not read', { schema: ToDoCounts }),
    may('to-do.read'),
    async (c) => {
      const { db, scope, session } = c.var
      const unread = await countUnread(db, scope, session.account.id)
      return c.json({ ...(await toDoCounts(c)), unread })
    },
  )
  .get(
    '/calendar.ics',
    describe(
      'Days on which something is due as iCalendar, without names of people; where the county allows it',
      { schema: z.string(), media: 'text/calendar' },
      404,
    ),
    may('to-do.read'),
    valid('query', Language),
    async (c) => {
      const { settings } = await settingsOf(c.var.db, c.var.countyCode)
      if (!settings.hasCalendarFile) throw new Problem('not-found', NO_CALENDAR)
      const text = await calendarOf(c, c.req.valid('query').language)
      return c.body(text, 200, {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="yanzhen.ics"',
      })
    },
  )

const NO_CALENDAR = {
  zh: '本县未启用日历文件。确有需要的，请系统管理员在“安全设置”中启用。',
  en: 'The county has no calendar file. The administrator can switch it on in the settings.',
}
