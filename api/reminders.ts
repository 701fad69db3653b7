import { Hono } from 'hono'
import { z } from 'zod'
import { listNomineesAmong } from '../db/to-do.ts'
import { may } from './access.ts'
import { recordMiss } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { noNominee } from './nominees/loading.ts'
import { remind } from './reminders/telling.ts'
import { RemindersAnswer } from './shapes/to-do.ts'
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
