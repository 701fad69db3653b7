import { Hono } from 'hono'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { insertHistory } from '../db/talent-history.ts'
import { listDueTalents, updateTalent } from '../db/talents.ts'
import { namesOfPlaces } from '../db/villages.ts'
import { may } from './access.ts'
import { changing, record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { changedMeanwhile } from './if-match.ts'
import { Reason, requireImpersonal } from './reasons.ts'
import { Done } from './shapes/account.ts'
import { Due } from './shapes/record.ts'
import { talentOf } from './talents.ts'
import { invalid, valid } from './validate.ts'

const Extension = z.object({
  keepUntil: z.iso.date().meta({ description: 'Later than today and than the day it had' }),
  reason: Reason,
})

/** Records whose day has come: kept longer with a reason, or erased (`POST /talents/:id/erasure`). */
export const retention = new Hono<Env>()
  .get(
    '/',
    describe('People whose record is to be looked at by today, the longest overdue first', {
      schema: Due,
    }),
    may('retention.decide'),
    async (c) => {
      const { db, scope, today } = c.var
      const rows = await listDueTalents(db, scope, today())
      const names = await namesOfPlaces(db, scope)
      await record(c, { action: 'retention.read', subjects: rows.map(({ id }) => id) })
      return c.json({
        people: rows.map(({ id, name, status, basis, keepUntil, homeVillageCode: code }) => ({
          ...{ id, name, status, basis, keepUntil: keepUntil! },
          homeVillage: { code, name: names.get(code) ?? code },
        })),
      })
    },
  )
  .post(
    '/:id',
    describe('Keeps a record longer', { schema: Done }, 404, 412, 422),
    may('retention.decide'),
    valid('param', z.object({ id: z.string().max(64) })),
    valid('json', Extension),
    async (c) => {
      const { scope, clock, today, session } = c.var
      const { keepUntil, reason } = c.req.valid('json')
      const {
        id: talentId,
        name,
        keepUntil: before,
        revision,
      } = await talentOf(c, c.req.valid('param').id)
      requireImpersonal(reason, name)
      if (keepUntil <= today() || keepUntil <= (before ?? '')) throw notLater(before)
      await changing(c, async (transaction, tell) => {
        if (!(await updateTalent(transaction, scope, talentId, { keepUntil }, revision)))
          throw changedMeanwhile()
        const change = { field: 'keepUntil', before, after: keepUntil }
        const by = { at: clock().toISOString(), accountId: session.account.id }
        await insertHistory(transaction, scope, { id: newId(), talentId, ...change, ...by })
        const detail = { before, after: keepUntil }
        tell({ action: 'retention.extended', subjects: [talentId], reason, detail })
      })
      return c.json({ done: true as const })
    },
  )

function notLater(before: string | null) {
  const detail = {
    zh: `保存期限应晚于今天${before ? `，也应晚于原期限 ${before}` : ''}。`,
    en: `The day must be later than today${before ? ` and than ${before}` : ''}.`,
  }
  return invalid([{ pointer: '#/keepUntil', detail }])
}
