import { Hono } from 'hono'
import { z } from 'zod'
import { listAccounts } from '../db/accounts.ts'
import { listHistory } from '../db/talent-history.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { History } from './shapes/portrait.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

/** Who changed what of a person, with the old values; numbers that are private are kept masked. */
export const history = new Hono<Env>().get(
  '/:id/history',
  describe('Changes of a record, the latest first', { schema: History }, 404),
  may('portrait.read'),
  valid('param', z.object({ id: z.string().max(64) })),
  async (c) => {
    const { db, scope, countyCode } = c.var
    const { id } = await talentOf(c, c.req.valid('param').id)
    const rows = await listHistory(db, scope, id)
    const accounts = await listAccounts(db, { countyCode })
    const names = new Map(accounts.map((account) => [account.id, account.name]))
    await record(c, { action: 'history.read', subjects: [id] })
    return c.json({
      changes: rows.map(({ field, before, after, at, accountId }) => ({
        ...{ field, before, after, at, by: names.get(accountId) ?? null },
      })),
    })
  },
)
