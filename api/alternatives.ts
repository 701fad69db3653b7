import { Hono } from 'hono'
import { z } from 'zod'
import type { PlanResult } from '../matching/types.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import { peopleOf } from './candidacies.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { fewAtOnce } from './few-at-once.ts'
import { idsIn } from './mentioned.ts'
import { AlternativesAnswer, CostsAnswer } from './shapes/alternatives.ts'
import { questionOf, SlateRequest, toldOf } from './slates.ts'
import { valid } from './validate.ts'

/** Side by side on a screen; more are no longer compared but leafed through. */
const MOST_TEAMS = 5
const MOST_SEATS = 50

const AlternativesRequest = SlateRequest.extend({
  count: z.int().min(2).max(MOST_TEAMS).default(3).meta({ description: 'teams in all' }),
  differ: z.int().min(1).max(MOST_SEATS).default(2).meta({
    description: 'of any two teams at least so many people of either do not sit in the other',
  }),
})

export const alternatives = new Hono<Env>()
  .post(
    '/alternatives',
    describe(
      'Teams for one village that differ in at least so many people, the best first',
      { schema: AlternativesAnswer },
      400,
      422,
      429,
      500,
      503,
    ),
    may('slate.solve'),
    fewAtOnce,
    valid('json', AlternativesRequest),
    async (c) => {
      const { count, differ, ...request } = c.req.valid('json')
      const { county, asked } = await questionOf(c.var.county, request)
      const startedAt = performance.now()
      const question = { kind: 'alternatives', ...asked, count, differ } as const
      const { result } = await c.var.solver.alternatives(question, { signal: c.req.raw.signal })
      const seconds = (performance.now() - startedAt) / 1000
      const people = peopleOf(county, idsOfResults(resultsIn(result)))
      await record(c, { action: 'slate.alternatives', ...toldOf(asked.village, people) })
      if (result.status === 'impossible') return c.json({ ...result, people })
      return c.json({ ...result, people, seconds })
    },
  )
  .post(
    '/costs',
    describe(
      'What each target takes from the total fit of one village’s team',
      { schema: CostsAnswer },
      400,
      422,
      429,
      500,
      503,
    ),
    may('slate.solve'),
    fewAtOnce,
    valid('json', SlateRequest),
    async (c) => {
      const { county, asked } = await questionOf(c.var.county, c.req.valid('json'))
      const question = { kind: 'costs', ...asked } as const
      const { result } = await c.var.solver.costs(question, { signal: c.req.raw.signal })
      if (result.status === 'impossible') {
        const people = peopleOf(county, idsIn(result, [], []))
        await record(c, { action: 'slate.costs', ...toldOf(asked.village, people) })
        return c.json({ ...result, people })
      }
      const { costs, plan } = result
      const moved = costs.flatMap(({ moves }) => moves.map(({ talent }) => talent))
      const people = peopleOf(county, moved)
      await record(c, { action: 'slate.costs', ...toldOf(asked.village, people) })
      return c.json({ status: 'solved' as const, objective: plan.objective, costs, people })
    },
  )

type Result = Awaited<ReturnType<Env['Variables']['solver']['alternatives']>>['result']

const resultsIn = (result: Result): PlanResult[] =>
  result.status === 'impossible'
    ? [result]
    : result.teams.map((plan) => ({ status: 'solved', plan }))

const idsOfResults = (results: PlanResult[]) => results.flatMap((result) => idsIn(result, [], []))
