import type { Context } from 'hono'
import {
  countIssuedCodes,
  type Evaluation,
  listEvaluationAnswers,
  listEvaluationsOf,
} from '../../db/evaluations.ts'
import type { Env } from '../context.ts'
import { type Summary, summaryOf } from './summary.ts'

export type ShownEvaluation = Pick<
  Evaluation,
  'id' | 'opensOn' | 'closesOn' | 'state' | 'answersMin'
> & {
  issued: { colleague: number; representative: number }
  answers: number
  onPaper: number
  results: Summary | null
}

/** Evaluations of these trial posts, the latest first: how many answered, and once it is closed what they said. */
export async function shownEvaluationsOf(
  c: Context<Env>,
  trialPosts: readonly string[],
): Promise<Map<string, ShownEvaluation[]>> {
  const all = await listEvaluationsOf(c.var.db, c.var.scope, trialPosts)
  const shown: [string, ShownEvaluation][] = []
  for (const one of all) shown.push([one.trialPostId, await shownOf(c, one)])
  const grouped = Map.groupBy(shown, ([id]) => id)
  return new Map([...grouped].map(([id, found]) => [id, found.map(([, one]) => one)]))
}

async function shownOf(c: Context<Env>, evaluation: Evaluation): Promise<ShownEvaluation> {
  const { db, scope } = c.var
  const { id, opensOn, closesOn, state, answersMin } = evaluation
  const answers = await listEvaluationAnswers(db, scope, id)
  return {
    ...{ id, opensOn, closesOn, state, answersMin },
    issued: await countIssuedCodes(db, scope, id),
    answers: answers.length,
    onPaper: answers.filter(({ isOnPaper }) => isOnPaper).length,
    results: state === 'closed' ? summaryOf(answers, answersMin) : null,
  }
}
