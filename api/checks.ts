import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { listAppraisalsOf } from '../db/appraisals.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import { boardOf, STATES } from './checks/board.ts'
import { dueOfQuarter, dueOfYear, requireQuarter } from './checks/period.ts'
import { signedOf } from './checks/rows.ts'
import { resultOf, signPeriod } from './checks/signing.ts'
import { townshipsOf } from './checks/townships.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { policyInForce } from './people-by-id.ts'
import {
  Appraisals,
  Board,
  CheckBody,
  ChecksBody,
  ChecksByTownship,
  Quarter,
  Results,
} from './shapes/checks.ts'
import { Added } from './shapes/portrait.ts'
import { talentOf } from './talents.ts'
import { Code, valid } from './validate.ts'

const Asked = z.object({
  quarter: Quarter.optional(),
  township: Code.optional(),
  village: Code.optional(),
  q: z.string().trim().min(1).max(40).optional(),
  state: z.enum(STATES).default('all'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
const SignedId = Added.pick({ id: true })

/** The township's check of a quarter: who is under cultivation, what the quarter brought, and what is signed. */
export const checks = new Hono<Env>()
  .get(
    '/',
    describe(
      'Everybody under cultivation with what a quarter brought and what is signed of it',
      { schema: Board },
      404,
      422,
    ),
    may('checks.read'),
    valid('query', Asked),
    async (c) => {
      const board = await boardOf(c, c.req.valid('query'))
      const subjects = board.people.map(({ talent }) => talent.id)
      await record(c, { action: 'checks.read', subjects, detail: { quarter: board.quarter } })
      return c.json(board)
    },
  )
  .get(
    '/townships',
    describe('How far the townships are with a quarter', { schema: ChecksByTownship }, 422),
    may('conclusions.sign'),
    valid('query', Asked.pick({ quarter: true })),
    async (c) => c.json(await townshipsOf(c, c.req.valid('query').quarter)),
  )
  .post(
    '/',
    describe(
      'Signs the check of one person and quarter, in the place of the one that was seen',
      { status: 201, schema: SignedId },
      ...([403, 404, 409, 412, 422] as const),
    ),
    may('checks.sign'),
    valid('json', CheckBody),
    async (c) => {
      const { quarter, ...check } = c.req.valid('json')
      requireQuarter(c, quarter)
      return c.json(await signPeriod(c, { ...check, kind: 'quarter', period: quarter }), 201)
    },
  )
  .post(
    '/bulk',
    describe('Signs many checks of one quarter, each by itself', { schema: Results }, 422),
    may('checks.sign'),
    valid('json', ChecksBody),
    async (c) => {
      const { quarter, checks } = c.req.valid('json')
      requireQuarter(c, quarter)
      const results = []
      // One after the other: each has its own transaction.
      for (const check of checks) {
        const work = signPeriod(c, { ...check, kind: 'quarter', period: quarter })
        results.push(await resultOf(check.talent, work))
      }
      return c.json({ results })
    },
  )

/** All that was signed about one person; a mentor reads what offices signed and the own opinions. */
export const talentChecks = new Hono<Env>().get(
  '/:id/checks',
  describe('Opinions, checks and conclusions about a person', { schema: Appraisals }, 404),
  may('checks.read'),
  valid('param', z.object({ id: z.string().max(64) })),
  async (c) => {
    const { id } = await talentOf(c, c.req.valid('param').id)
    const rows = await listAppraisalsOf(c.var.db, c.var.scope, id)
    const dueOn = await dueDays(c)
    await record(c, { action: 'checks.read', subjects: [id] })
    return c.json({
      appraisals: rows
        .filter(({ kind, accountId }) => kind !== 'mentor' || isReadable(c, accountId))
        .map((row) => ({
          ...signedOf(row, dueOn(row.kind, row.period)),
          ...{ kind: row.kind, period: row.period, grades: row.grades, grade: row.grade },
          isSuperseded: row.supersededAt !== null,
        })),
    })
  },
)

const isReadable = (c: Context<Env>, accountId: string) =>
  c.var.scope.menteesOf === undefined || c.var.scope.menteesOf === accountId

async function dueDays(c: Context<Env>) {
  const { checkDays, yearDays } = (await policyInForce(c)).cultivation
  return (kind: string, period: string) =>
    kind === 'year' ? dueOfYear(period, yearDays) : dueOfQuarter(period, checkDays)
}
