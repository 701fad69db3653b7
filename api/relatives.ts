import { Hono } from 'hono'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { removeFamilyLink } from '../db/family-links.ts'
import {
  insertRelative,
  removeRelative,
  type RelativeFacts as Stored,
  updateRelative,
} from '../db/relatives.ts'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { isDayOrMonth, isPast } from './days.ts'
import { describe } from './describe.ts'
import { changeTalent } from './portrait/changes.ts'
import { relativeOf, said, unlink } from './relative-links.ts'
import { Added, Changed } from './shapes/portrait.ts'
import { RelativeFacts } from './shapes/portrait-input.ts'
import { invalid, valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const One = Id.extend({ relative: z.string().max(64) })

/** Relatives as somebody named them. */
export const relatives = new Hono<Env>()
  .post(
    '/:id/relatives',
    describe('Adds a relative', { status: 201, schema: Added }, 403, 404, 412, 422, 428),
    may('talent.write'),
    valid('param', Id),
    valid('json', RelativeFacts),
    async (c) => {
      const talentId = c.req.valid('param').id
      const facts = readFacts(c.req.valid('json'), c.var.today())
      const id = newId()
      const act = { id: talentId, action: 'relative.added' }
      const done = await changeTalent(c, act, async (transaction) => {
        await insertRelative(transaction, c.var.scope, { id, talentId, ...facts })
        return { kept: [{ field: 'relatives', before: null, after: said(facts) }] }
      })
      return c.json({ id, ...done }, 201)
    },
  )
  .put(
    '/:id/relatives/:relative',
    describe(
      'Changes a relative; who is another by it is linked no more',
      { schema: Changed },
      403,
      404,
      412,
      422,
      428,
    ),
    may('talent.write'),
    valid('param', One),
    valid('json', RelativeFacts),
    async (c) => {
      const { id: talentId, relative: id } = c.req.valid('param')
      const facts = readFacts(c.req.valid('json'), c.var.today())
      const act = { id: talentId, action: 'relative.changed' }
      const done = await changeTalent(c, act, async (transaction) => {
        const before = await relativeOf(c, transaction, { talentId, id })
        await updateRelative(transaction, c.var.scope, { talentId, id }, facts)
        const kept = [{ field: 'relatives', before: said(before), after: said(facts) }]
        if (before.linkedId === null || isNamedAlike(before, facts)) return { kept }
        await unlink(c, transaction, { ...before, linkedId: before.linkedId })
        return { kept: [...kept, { field: 'family', before: said(before), after: null }] }
      })
      return c.json(done)
    },
  )
  .delete(
    '/:id/relatives/:relative',
    describe('Takes a relative away, with the link', { schema: Changed }, 403, 404, 412, 428),
    may('talent.write'),
    valid('param', One),
    async (c) => {
      const { id: talentId, relative: id } = c.req.valid('param')
      const { scope } = c.var
      const act = { id: talentId, action: 'relative.removed' }
      const done = await changeTalent(c, act, async (transaction) => {
        const before = await relativeOf(c, transaction, { talentId, id })
        await removeRelative(transaction, scope, { talentId, id })
        if (before.linkedId !== null)
          await removeFamilyLink(transaction, scope, [talentId, before.linkedId])
        return { kept: [{ field: 'relatives', before: said(before), after: null }] }
      })
      return c.json(done)
    },
  )

function readFacts(facts: z.infer<typeof RelativeFacts>, today: string) {
  const { bornOn } = facts
  if (bornOn === null || (isDayOrMonth(bornOn) && isPast(bornOn, today))) return facts
  throw invalid([{ pointer: '#/bornOn', detail: NO_BIRTH }])
}

/** Still the human being whom somebody confirmed. */
function isNamedAlike(before: Stored, after: Stored): boolean {
  const isSameMonth = before.bornOn?.slice(0, 7) === after.bornOn?.slice(0, 7)
  return before.name === after.name && isSameMonth
}

const NO_BIRTH = {
  zh: '出生日期应为真实日期，写作 1965-03-08，只知道月份时写作 1965-03，且不晚于今天。',
  en: 'A birth is a real day, written 1965-03-08, or 1965-03 where only the month is known, and not in the future.',
}
