import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import type { Database } from '../../db/schema.ts'
import { listTrialPostsOf } from '../../db/trial-posts.ts'
import type { Words } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'

/** Refuses what cannot be while a trial post of the person goes on. */
export async function requireNoneRunning(
  c: Context<Env>,
  transaction: Transaction<Database>,
  talentId: string,
  words: Words = ANOTHER,
): Promise<void> {
  const all = await listTrialPostsOf(transaction, c.var.scope, talentId)
  if (all.some(({ state }) => state === 'running')) throw new Problem('conflict', words)
}

/** Of somebody who leaves: the status of before would be lost, and the post would run on without anybody. */
export const BEFORE_LEAVING: Words = {
  zh: '此人还有一段准岗没有结束。请先在“准岗”中作出结论或登记提前结束，再办理出库。',
  en: 'The person is on a trial post that goes on: conclude it or break it off before they leave.',
}
const ANOTHER: Words = {
  zh: '此人还有一段准岗没有结束。请先作出结论或登记提前结束，再开始新的准岗。',
  en: 'The person is on a trial post that goes on: conclude it or break it off before another begins.',
}
