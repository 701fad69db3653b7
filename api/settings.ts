import { Hono } from 'hono'
import { z } from 'zod'
import { findSettings, insertSettings } from '../db/settings.ts'
import { may } from './access.ts'
import { changing } from './auditing.ts'
import type { Env } from './context.ts'
import { forgetSettings, Settings, settingsOf } from './county-settings.ts'
import { describe } from './describe.ts'
import { changedMeanwhile } from './if-match.ts'
import { valid } from './validate.ts'

const Answer = z.object({ version: z.int(), settings: Settings })
const Change = z.object({
  version: z.int().meta({ description: 'The version that the author saw' }),
  settings: Settings,
})

export const settings = new Hono<Env>()
  .get(
    '/',
    describe('How the county guards its pool', { schema: Answer }),
    may('settings.read'),
    async (c) => c.json(await settingsOf(c.var.db, c.var.countyCode)),
  )
  .put(
    '/',
    describe('Changes it for everybody, from the next request on', { schema: Answer }, 412, 422),
    may('settings.write'),
    valid('json', Change),
    async (c) => {
      const { db, countyCode, clock } = c.var
      const asked = c.req.valid('json')
      const before = await settingsOf(db, countyCode)
      if (asked.version !== before.version) throw changedMeanwhile()
      const version = before.version + 1
      const createdBy = c.var.session.account.id
      const row = { version, body: asked.settings, createdAt: clock().toISOString(), createdBy }
      await changing(c, async (transaction, tell) => {
        const last = await findSettings(transaction, { countyCode })
        if (last && last.version !== before.version) throw changedMeanwhile()
        await insertSettings(transaction, { countyCode }, row)
        const detail = { version, before: before.settings, after: asked.settings }
        tell({ action: 'settings.changed', detail })
      })
      forgetSettings(db)
      return c.json({ version, settings: asked.settings })
    },
  )
