import { Hono } from 'hono'
import { z } from 'zod'
import { listReviewCases } from '../db/review-cases.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { maskedIn, revealedOf } from './private-values.ts'
import { Reason, requireImpersonal } from './reasons.ts'
import { Day, Place } from './shapes/words.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

const Cases = z.object({
  cases: z.array(
    z.object({
      talent: z.string(),
      name: z.string(),
      sex: z.enum(['female', 'male']).nullable(),
      bornOn: Day.nullable(),
      idNumber: z.string().nullable().meta({ description: 'Masked' }),
      home: Place,
      openedAt: z.string(),
    }),
  ),
})
const Reveal = z.object({ reason: Reason })
const Revealed = z.object({ value: z.string().nullable() })

/** What a department of the joint review sees of the people put before it: only what identifies them. */
export const reviewCases = new Hono<Env>()
  .get(
    '/',
    describe('People put before the own department, the oldest first', { schema: Cases }),
    may('cases.read'),
    async (c) => {
      const { db, keyring, scope } = c.var
      const open = await listReviewCases(db, scope)
      const { people } = await c.var.county()
      const numbers = await maskedIn(db, keyring, scope, 'id-number')
      const cases = open.flatMap(({ talentId, openedAt }) => {
        const person = people.get(talentId)
        if (!person) return []
        const { name, sex, bornOn, homeVillage: home } = person
        const idNumber = numbers.get(talentId) ?? null
        return [{ talent: talentId, name, sex, bornOn, idNumber, home, openedAt }]
      })
      const subjects = cases.map(({ talent }) => talent)
      await record(c, { action: 'cases.read', subjects })
      return c.json({ cases })
    },
  )
  .post(
    '/:id/reveals',
    describe(
      'The identity number of somebody put before the department',
      { schema: Revealed },
      404,
      422,
      429,
    ),
    may('case.reveal'),
    valid('param', z.object({ id: z.string().max(64) })),
    valid('json', Reveal),
    async (c) => {
      const { id } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      const { name } = await talentOf(c, id)
      requireImpersonal(reason, name)
      await c.var.limits.requireCalmReveal(c.var.session.account.id)
      const detail = { field: 'id-number' }
      await record(c, { action: 'private.revealed', subjects: [id], reason, detail })
      return c.json({ value: await revealedOf(c, id, 'id-number') })
    },
  )
