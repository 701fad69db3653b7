import { Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import { record } from './auditing.ts'
import { answerCase } from './cases/answering.ts'
import { caseOf, casesOf } from './cases/listing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { revisionOf } from './if-match.ts'
import { outcomeOf } from './one-by-one.ts'
import { revealedOf } from './private-values.ts'
import { Reason, requireImpersonal } from './reasons.ts'
import {
  BulkAnswered,
  BulkCases,
  CaseAnswer,
  CaseList,
  CaseQuery,
  OneCase,
} from './shapes/review-cases.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

const Reveal = z.object({ reason: Reason })
const Revealed = z.object({ value: z.string().nullable() })
const Nominee = z.object({ nominee: z.string().max(64) })

/** What a department of the joint review sees of the people put before it, and what it answers. */
export const reviewCases = new Hono<Env>()
  .get(
    '/',
    describe(
      'People put before the own department: who waits, the first due first, or its answers',
      { schema: CaseList },
      422,
    ),
    may('cases.read'),
    valid('query', CaseQuery),
    async (c) => {
      const list = await casesOf(c, c.req.valid('query'))
      await record(c, { action: 'cases.read', subjects: subjectsOf(list.cases) })
      return c.json(list)
    },
  )
  .post(
    '/answers',
    describe(
      'Passes several people; each answer stands or fails by itself',
      { schema: BulkAnswered },
      422,
    ),
    may('case.answer'),
    valid('json', BulkCases),
    async (c) => {
      const { cases, answer } = c.req.valid('json')
      const results: z.infer<typeof BulkAnswered>['results'] = []
      for (const { nominee, revision } of cases) {
        const work = answerCase(c, { nominee, revision, answer: { answer, code: null, note: '' } })
        results.push({ nominee, ...(await outcomeOf(work)) })
      }
      return c.json({ results })
    },
  )
  .get(
    '/:nominee',
    describe(
      'One person put before the own department; the revision as ETag',
      { schema: OneCase },
      404,
    ),
    may('cases.read'),
    valid('param', Nominee),
    async (c) => {
      const view = await caseOf(c, c.req.valid('param').nominee)
      await record(c, { action: 'cases.read', subjects: subjectsOf([view]) })
      c.header('etag', `"${view.revision}"`)
      return c.json({ case: view })
    },
  )
  .post(
    '/:nominee/answer',
    describe(
      'Answers for the own department; a later answer supersedes the earlier',
      { schema: OneCase },
      ...([404, 409, 412, 422, 428] as const),
    ),
    may('case.answer'),
    valid('param', Nominee),
    valid('json', CaseAnswer),
    async (c) => {
      const { nominee } = c.req.valid('param')
      const answer = c.req.valid('json')
      await answerCase(c, { nominee, revision: revisionOf(c), answer })
      const view = await caseOf(c, nominee)
      c.header('etag', `"${view.revision}"`)
      return c.json({ case: view })
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

function subjectsOf(cases: readonly { talent: string; nominee: string | null }[]): string[] {
  return cases.flatMap(({ talent, nominee }) => (nominee === null ? [talent] : [talent, nominee]))
}
