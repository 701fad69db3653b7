import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { insertAnswer, listDuplicates } from '../db/duplicates.ts'
import { may } from './access.ts'
import { changing, record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { peopleById, type ShownPerson } from './people-by-id.ts'
import { Done } from './shapes/account.ts'
import { Duplicates } from './shapes/portrait.ts'
import { talentOf } from './talents.ts'
import { invalid, valid } from './validate.ts'

const Page = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
const Answer = z.object({ talent: z.string().max(64), other: z.string().max(64) })

/** People who may be in the pool twice: found by the program, decided by somebody. */
export const duplicates = new Hono<Env>()
  .get(
    '/',
    describe('Pairs that may be one person, the surest reason first', { schema: Duplicates }, 422),
    may('talent.merge'),
    valid('query', Page),
    async (c) => {
      const { pairs, next } = await listDuplicates(c.var.db, c.var.scope, c.req.valid('query'))
      const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
      const shown = await peopleById(c, ids)
      await record(c, { action: 'duplicates.read', subjects: ids })
      return c.json({
        pairs: pairs.map(({ a, b, because }) => ({
          ...{ a: briefOf(shown.get(a)!), b: briefOf(shown.get(b)!), because },
        })),
        next,
      })
    },
  )
  .post(
    '/answers',
    describe('Says that two are different people', { schema: Done }, 404, 422),
    may('talent.merge'),
    valid('json', Answer),
    async (c) => {
      const { talent, other } = c.req.valid('json')
      await requireTwo(c, talent, other)
      await changing(c, async (transaction, tell) => {
        const by = { at: c.var.clock().toISOString(), accountId: c.var.session.account.id }
        await insertAnswer(transaction, c.var.scope, [talent, other], by)
        tell({ action: 'duplicate.answered', subjects: [talent, other] })
      })
      return c.json({ done: true as const })
    },
  )

/** Both in the scope, and not the same record. */
export async function requireTwo(c: Context<Env>, talent: string, other: string) {
  if (talent === other) throw invalid([{ pointer: '#/other', detail: SAME }])
  return [await talentOf(c, talent), await talentOf(c, other)] as const
}

function briefOf({ row, person }: ShownPerson) {
  const { id, name, sex, bornOn, homeVillage, status, occupation } = person
  const { updatedAt, revision } = row
  return { id, name, sex, bornOn, homeVillage, status, occupation, updatedAt, revision }
}

const SAME = {
  zh: '请选择两份不同的档案。',
  en: 'Choose two different records.',
}
