import { Hono } from 'hono'
import { z } from 'zod'
import { normalIdentity } from '../db/identity-number.ts'
import { findByDigest } from '../db/private-fields.ts'
import { updateTalent } from '../db/talents.ts'
import { may } from './access.ts'
import { changing, record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { changedMeanwhile, revisionOf } from './if-match.ts'
import { keepOld } from './portrait/changes.ts'
import {
  mask,
  maskedOf,
  readIdentity,
  readPhone,
  revealedOf,
  storePrivate,
} from './private-values.ts'
import { Reason, requireImpersonal } from './reasons.ts'
import { PersonShape } from './shapes/people.ts'
import { WordsShape } from './shapes/words.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const Field = z.enum(['id-number', 'phone'])
const Reveal = z.object({
  field: Field,
  reason: Reason.meta({ description: 'What the value is needed for' }),
})
const Revealed = z.object({ value: z.string().nullable() })
const Value = z.object({ value: z.string().trim().min(1).max(40).nullable() })
const Stored = z.object({ warnings: z.array(WordsShape) })
const LookUp = z.object({ idNumber: z.string().trim().min(15).max(40) })
const LookedUp = z.object({ people: z.array(PersonShape) })

/** Identity and telephone numbers: masked in portraits, here one at a time and written down with the reason. */
export const privateFields = new Hono<Env>()
  .post(
    '/:id/reveals',
    describe(
      'One private value in the clear; the reason is written down',
      { schema: Revealed },
      404,
      422,
      429,
    ),
    may('private.reveal'),
    valid('param', Id),
    valid('json', Reveal),
    async (c) => {
      const { id } = c.req.valid('param')
      const { field, reason } = c.req.valid('json')
      const { name } = await talentOf(c, id)
      requireImpersonal(reason, name)
      await c.var.limits.requireCalmReveal(c.var.session.account.id)
      const detail = { field }
      await record(c, { action: 'private.revealed', subjects: [id], reason, detail })
      return c.json({ value: await revealedOf(c, id, field) })
    },
  )
  .put(
    '/:id/private/:field',
    describe('Stores a private value, or takes it away', { schema: Stored }, 404, 412, 422, 428),
    may('private.write'),
    valid('param', Id.extend({ field: Field })),
    valid('json', Value),
    async (c) => {
      const { id, field } = c.req.valid('param')
      const { value: typed } = c.req.valid('json')
      const row = await talentOf(c, id)
      const revision = revisionOf(c)
      const read =
        typed === null
          ? { value: null, warnings: [] }
          : field === 'phone'
            ? { value: readPhone(typed), warnings: [] }
            : await readIdentity(c, typed, row)
      const { keyring, scope, clock } = c.var
      await changing(c, async (transaction, tell) => {
        const masked = await maskedOf(transaction, keyring, scope, id)
        const before = masked[field === 'phone' ? 'phone' : 'idNumber']
        await keepOld(c, transaction, id, [{ field, before, after: mask(read.value) }])
        await storePrivate(transaction, keyring, scope, { talentId: id, field, value: read.value })
        const updatedAt = clock().toISOString()
        if (!(await updateTalent(transaction, scope, id, { updatedAt }, revision)))
          throw changedMeanwhile()
        tell({ action: 'private.changed', subjects: [id], detail: { field } })
      })
      return c.json({ warnings: read.warnings })
    },
  )
  .post(
    '/look-ups',
    describe('Who has exactly this identity number', { schema: LookedUp }, 422, 429),
    may('talents.look-up'),
    valid('json', LookUp),
    async (c) => {
      const { db, keyring, scope, session, limits } = c.var
      await limits.requireCalmSearch(session.account.id)
      const value = normalIdentity(c.req.valid('json').idNumber)
      const ids = await findByDigest(db, scope, 'id-number', keyring.digest('id-number', value))
      const { people } = await c.var.county()
      await record(c, { action: 'talents.looked-up', subjects: ids })
      return c.json({ people: ids.flatMap((id) => people.get(id) ?? []) })
    },
  )
