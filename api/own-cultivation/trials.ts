import type { Context } from 'hono'
import type { z } from 'zod'
import { listTrialPostsOf } from '../../db/trial-posts.ts'
import type { Env } from '../context.ts'
import { shownEvaluationsOf } from '../evaluations/shown.ts'
import type { OwnCultivation } from '../shapes/own-cultivation.ts'
import { rowsShown } from '../trial-posts/shown.ts'

type Trials = z.infer<typeof OwnCultivation>['trials']

/** Posts held on trial with what the evaluation came to, where enough answered. */
export async function ownTrials(c: Context<Env>, id: string): Promise<Trials> {
  const rows = await rowsShown(c, await listTrialPostsOf(c.var.db, c.var.scope, id))
  const evaluations = await shownEvaluationsOf(
    c,
    rows.map((row) => row.id),
  )
  return rows.map(({ talent: _, ...row }) => {
    const results = evaluations.get(row.id)?.find(({ state }) => state === 'closed')?.results
    const answers = results ? results.answers - results.leftOut : 0
    return { ...row, mean: results?.total ? { value: results.total.mean, answers } : null }
  })
}
