import { Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import { record } from './auditing.ts'
import { peopleOf } from './candidacies.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { studied, studiedPlan } from './plan-studies.ts'
import { PlanCostsAnswer } from './shapes/alternatives.ts'
import { valid } from './validate.ts'

/** For all targets together; a county's are rather bounded than proven. */
const LIMITS = {
  village: { timeLimitSeconds: 10, gap: 0 },
  township: { timeLimitSeconds: 30, gap: 0 },
  county: { timeLimitSeconds: 60, gap: 0.0005 },
} as const

export const planCosts = new Hono<Env>().get(
  '/:id/costs',
  describe(
    'What each target of the whole takes from a plan’s total fit, with bounds',
    { schema: PlanCostsAnswer },
    404,
    409,
    422,
    503,
  ),
  may('plan.read'),
  valid('param', z.object({ id: z.string().max(64) })),
  async (c) => {
    const { id } = c.req.valid('param')
    const { county, known, plan, question: problem } = await studiedPlan(c, id)
    const study = await studied(known, `costs ${id}`, (watch) =>
      c.var.solver.planCosts(
        { kind: 'plan-costs', problem, plan, ...LIMITS[problem.level] },
        watch,
      ),
    )
    if (study.status === 'working') return c.json(study)
    const { costs } = study.found
    const moves = costs.flatMap((cost) => cost.moves)
    const people = peopleOf(
      county,
      moves.map(({ talent }) => talent),
    )
    await record(c, { action: 'plan.costs', subjects: [id, ...people.map((one) => one.id)] })
    const places = new Set(moves.flatMap(({ from, to }) => [from?.village, to?.village]))
    const villages = problem.villages
      .filter(({ code }) => places.has(code))
      .map(({ code, name }) => ({ code, name }))
    return c.json({ status: 'done' as const, costs, villages, people })
  },
)
