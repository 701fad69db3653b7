import { Hono } from 'hono'
import { z } from 'zod'
import type { Depth } from '../matching/index.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import { peopleOf } from './candidacies.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { studied, studiedPlan } from './plan-studies.ts'
import { DepthAnswer } from './shapes/plan-studies.ts'
import { valid } from './validate.ts'

/** Half a minute for a county; the limit only ends what went wrong. */
const LIMITS = { timeLimitSeconds: 300, gap: 0 }

export const depth = new Hono<Env>().get(
  '/:id/depth',
  describe(
    'How deep a plan is: single points of failure, who comes next for every seat, margins and reserves',
    { schema: DepthAnswer },
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
    const study = await studied(known, `depth ${id}`, (watch) =>
      c.var.solver.depth({ kind: 'depth', problem, plan, ...LIMITS }, watch),
    )
    if (study.status === 'working') return c.json(study)
    const { depth } = study.found
    const people = peopleOf(county, idsIn(depth))
    await record(c, { action: 'plan.depth', subjects: [id, ...people.map((one) => one.id)] })
    const villages = problem.villages.map(({ code, name, township, townshipName }) => ({
      code,
      name,
      township,
      townshipName,
    }))
    return c.json({ status: 'done' as const, depth, villages, people })
  },
)

function idsIn({ absences, seats }: Depth): string[] {
  return [
    ...absences.flatMap(({ talent, comes }) => [talent, ...comes.map((one) => one.talent)]),
    ...seats.flatMap(({ talent, next }) => (next === null ? [talent] : [talent, next.talent])),
  ]
}
