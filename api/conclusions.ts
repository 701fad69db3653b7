import { Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import { record } from './auditing.ts'
import { requireYear } from './checks/period.ts'
import { resultOf, signPeriod } from './checks/signing.ts'
import { YEAR_STATES, yearOf } from './checks/year.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { ConclusionBoard, ConclusionBody, ConclusionsBody, Results, Year } from './shapes/checks.ts'
import { Added } from './shapes/portrait.ts'
import { Code, valid } from './validate.ts'

const Asked = z.object({
  year: Year.optional(),
  township: Code.optional(),
  q: z.string().trim().min(1).max(40).optional(),
  state: z.enum(YEAR_STATES).default('all'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

/** What the county concludes of a year: daily record, results, public reputation (S3.1). */
export const conclusions = new Hono<Env>()
  .get(
    '/',
    describe(
      'A year of everybody under cultivation in a township',
      { schema: ConclusionBoard },
      404,
      422,
    ),
    may('conclusions.sign'),
    valid('query', Asked),
    async (c) => {
      const board = await yearOf(c, c.req.valid('query'))
      const subjects = board.people.map(({ talent }) => talent.id)
      await record(c, { action: 'conclusions.read', subjects, detail: { year: board.year } })
      return c.json(board)
    },
  )
  .post(
    '/',
    describe(
      'Signs the conclusion about one person and year, in the place of the one that was seen',
      { status: 201, schema: Added.pick({ id: true }) },
      ...([404, 409, 412, 422] as const),
    ),
    may('conclusions.sign'),
    valid('json', ConclusionBody),
    async (c) => {
      const { year, ...conclusion } = c.req.valid('json')
      requireYear(c, year)
      return c.json(await signPeriod(c, { ...conclusion, kind: 'year', period: year }), 201)
    },
  )
  .post(
    '/bulk',
    describe('Signs many conclusions of one year, each by itself', { schema: Results }, 422),
    may('conclusions.sign'),
    valid('json', ConclusionsBody),
    async (c) => {
      const { year, conclusions } = c.req.valid('json')
      requireYear(c, year)
      const results = []
      for (const one of conclusions) {
        const work = signPeriod(c, { ...one, kind: 'year', period: year })
        results.push(await resultOf(one.talent, work))
      }
      return c.json({ results })
    },
  )
