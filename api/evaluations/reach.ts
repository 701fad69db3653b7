import type { Context } from 'hono'
import { type Evaluation, findEvaluation } from '../../db/evaluations.ts'
import { recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'

/** An evaluation of somebody of the scope, or a 404; the attempt is written down. */
export async function evaluationOf(c: Context<Env>, id: string): Promise<Evaluation> {
  const found = await findEvaluation(c.var.db, c.var.scope, id)
  if (found) return found
  await recordMiss(c, 'trial-post.missed', id)
  throw new Problem('not-found', {
    zh: '没有这次测评，可能已随人员移出。请回到准岗名单重新选择。',
    en: 'There is no such evaluation. Choose from the list of trial posts again.',
  })
}
