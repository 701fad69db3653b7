import { Hono } from 'hono'
import { z } from 'zod'
import { besidesWords, type GapList } from '../matching/index.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import { peopleOf } from './candidacies.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { studied, studiedPlan } from './plan-studies.ts'
import { GapsAnswer } from './shapes/plan-studies.ts'
import { valid } from './validate.ts'

/** Some seconds for a county; the limit only ends what went wrong. */
const LIMITS = { timeLimitSeconds: 120, gap: 0 }

export const gaps = new Hono<Env>().get(
  '/:id/gaps',
  describe(
    'Who is missing where: profiles in the order of a greedy cover, with people who are nearly that',
    { schema: GapsAnswer },
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
    const study = await studied(known, `gaps ${id}`, (watch) =>
      c.var.solver.gaps({ kind: 'gaps', problem, plan, ...LIMITS }, watch),
    )
    if (study.status === 'working') return c.json(study)
    const { list } = study.found
    const people = peopleOf(county, idsIn(list))
    await record(c, { action: 'plan.gaps', subjects: [id, ...people.map((one) => one.id)] })
    const villages = problem.villages.map(({ code, name, township, townshipName }) => ({
      code,
      name,
      township,
      townshipName,
    }))
    const besides = besidesWords(problem.policy)
    return c.json({ status: 'done' as const, list, besides, villages, people })
  },
)

function idsIn({ gaps }: GapList): string[] {
  const openings = gaps.flatMap((gap) => gap.openings)
  return openings.flatMap(({ near, instead }) => [...near, ...instead].map(({ talent }) => talent))
}
