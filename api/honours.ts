import { Hono } from 'hono'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { insertHonour, listHonoursOf, removeHonour, updateHonour } from '../db/honours.ts'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { isDay, isPast } from './days.ts'
import { describe } from './describe.ts'
import { changeTalent } from './portrait/changes.ts'
import { noSuchPart } from './portrait/parts.ts'
import { Added, Changed } from './shapes/portrait.ts'
import { HonourFacts } from './shapes/portrait-input.ts'
import { invalid, valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const One = Id.extend({ honour: z.string().max(64) })

/** Personal honours; those of a city and above relax limits. */
export const honours = new Hono<Env>()
  .post(
    '/:id/honours',
    describe('Adds an honour', { status: 201, schema: Added }, 403, 404, 412, 422, 428),
    may('talent.write'),
    valid('param', Id),
    valid('json', HonourFacts),
    async (c) => {
      const talentId = c.req.valid('param').id
      const facts = readFacts(c.req.valid('json'), c.var.today())
      const id = newId()
      const act = { id: talentId, action: 'honour.added' }
      const done = await changeTalent(c, act, async (transaction) => {
        await insertHonour(transaction, c.var.scope, { id, talentId, ...facts })
        return { kept: [{ field: 'honours', before: null, after: said(facts) }] }
      })
      return c.json({ id, ...done }, 201)
    },
  )
  .put(
    '/:id/honours/:honour',
    describe('Changes an honour', { schema: Changed }, 403, 404, 412, 422, 428),
    may('talent.write'),
    valid('param', One),
    valid('json', HonourFacts),
    async (c) => {
      const { id: talentId, honour: id } = c.req.valid('param')
      const facts = readFacts(c.req.valid('json'), c.var.today())
      const { scope } = c.var
      const act = { id: talentId, action: 'honour.changed' }
      const done = await changeTalent(c, act, async (transaction) => {
        const all = await listHonoursOf(transaction, scope, talentId)
        const before = all.find((one) => one.id === id)
        if (!before) throw noSuchPart()
        await updateHonour(transaction, scope, { talentId, id }, facts)
        return { kept: [{ field: 'honours', before: said(before), after: said(facts) }] }
      })
      return c.json(done)
    },
  )
  .delete(
    '/:id/honours/:honour',
    describe('Takes an honour away', { schema: Changed }, 403, 404, 412, 428),
    may('talent.write'),
    valid('param', One),
    async (c) => {
      const { id: talentId, honour: id } = c.req.valid('param')
      const { scope } = c.var
      const act = { id: talentId, action: 'honour.removed' }
      const done = await changeTalent(c, act, async (transaction) => {
        const all = await listHonoursOf(transaction, scope, talentId)
        const before = all.find((one) => one.id === id)
        if (!before) throw noSuchPart()
        await removeHonour(transaction, scope, { talentId, id })
        return { kept: [{ field: 'honours', before: said(before), after: null }] }
      })
      return c.json(done)
    },
  )

function readFacts({ on, ...facts }: z.infer<typeof HonourFacts>, today: string) {
  if (isDay(on) && isPast(on, today)) return { ...facts, awardedOn: on }
  throw invalid([{ pointer: '#/on', detail: NO_DAY }])
}

/** One line for the history. */
function said({ level, name, awardedOn }: { level: string; name: string; awardedOn: string }) {
  return `${awardedOn} ${LEVELS[level as keyof typeof LEVELS]} ${name}`
}

const LEVELS = {
  township: '乡镇级',
  county: '县级',
  city: '市级',
  province: '省级',
  nation: '国家级',
}

const NO_DAY = {
  zh: '表彰日期应为真实日期，写作 2024-05-01，且不晚于今天。',
  en: 'The day of an honour is real, written 2024-05-01, and not in the future.',
}
