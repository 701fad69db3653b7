import { Hono } from 'hono'
import { z } from 'zod'
import { listHomes } from '../db/talents.ts'
import { listNomineesAmong } from '../db/to-do.ts'
import { may } from './access.ts'
import { recordMiss } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { noNominee } from './nominees/loading.ts'
import { remindMentors } from './reminders/mentors.ts'
import { remind } from './reminders/telling.ts'
import { MentorsReminded, RemindersAnswer } from './shapes/to-do.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

const Request = z.object({ nominees: z.array(z.string().max(64)).min(1).max(200) })

/** Tells the accounts of the level below that a nominee waits for them. */
export const reminders = new Hono<Env>().post(
  '/reminders',
  describe(
    'Reminds whoever has to act, once a day for each nominee and account',
    { schema: RemindersAnswer },
    404,
    422,
  ),
  may('reminder.send'),
  valid('json', Request),
  async (c) => {
    const ids = [...new Set(c.req.valid('json').nominees)]
    const rows = await listNomineesAmong(c.var.db, c.var.scope, ids)
    const found = new Set(rows.map(({ id }) => id))
    const missed = ids.find((id) => !found.has(id))
    if (missed !== undefined) {
      await recordMiss(c, 'nominee.missed', missed)
      throw noNominee(missed)
    }
    return c.json(await remind(c, rows))
  },
)

const People = z.object({ talents: z.array(z.string().max(64)).min(1).max(200) })

/** Tells mentors that somebody waits for a meeting. */
export const mentorReminders = new Hono<Env>().post(
  '/reminders',
  describe(
    'Reminds mentors of people whom nobody met within the days of the policy, once a day for each',
    { schema: MentorsReminded },
    404,
    422,
  ),
  may('reminder.send'),
  valid('json', People),
  async (c) => {
    const ids = [...new Set(c.req.valid('json').talents)]
    const known = new Set((await listHomes(c.var.db, c.var.scope, ids)).map(({ id }) => id))
    const missed = ids.find((id) => !known.has(id))
    if (missed !== undefined) await talentOf(c, missed)
    return c.json(await remindMentors(c, ids))
  },
)
