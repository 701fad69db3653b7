import type { Context } from 'hono'
import { findTrialPost, type TrialPost } from '../../db/trial-posts.ts'
import { recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'

/** A trial post of somebody of the scope, or a 404; the attempt is written down. */
export async function trialPostOf(c: Context<Env>, id: string): Promise<TrialPost> {
  const found = await findTrialPost(c.var.db, c.var.scope, id)
  if (found) return found
  await recordMiss(c, 'trial-post.missed', id)
  throw new Problem('not-found', {
    zh: '没有这段准岗，可能已随人员移出。请回到准岗名单重新选择。',
    en: 'There is no such trial post. Choose from the list again.',
  })
}
