import type { Context } from 'hono'
import { Hono } from 'hono'
import {
  findPolicy,
  findPolicyDraft,
  putPolicyDraft,
  removePolicyDraft,
} from '../../db/policies.ts'
import { may } from '../access.ts'
import type { Env } from '../context.ts'
import { describe } from '../describe.ts'
import { Problem } from '../problem.ts'
import { Done } from '../shapes/account.ts'
import { DraftAnswer, DraftKept, DraftRequest } from '../shapes/policy-work.ts'
import { valid } from '../validate.ts'
import { changesOf } from './changes.ts'
import { departmentsOf, judgePolicy } from './sound-policy.ts'
import { objectOf } from './version-shown.ts'

/**
 * The next version as an account writes it: its own paper, read by nobody else and in force for nobody, so that no
 * entry of the audit tells of each word.
 */
export const drafts = new Hono<Env>()
  .get('/', describe('The own draft', { schema: DraftAnswer }), may('policy.write'), async (c) => {
    const { db, scope, session } = c.var
    const row = await findPolicyDraft(db, scope, session.account.id)
    if (!row) return c.json({ draft: null })
    const { body, ...kept } = row
    const policy = objectOf(body)
    return c.json({ draft: { ...kept, policy, ...(await readOf(c, policy)) } })
  })
  .put(
    '/',
    describe('Keeps the own draft, whole or not', { schema: DraftKept }, 412, 422),
    may('policy.write'),
    valid('json', DraftRequest),
    async (c) => {
      const { policy: body, basedOn, revision } = c.req.valid('json')
      const { db, scope, session, clock } = c.var
      const accountId = session.account.id
      const seen = revision ?? (await findPolicyDraft(db, scope, accountId))?.revision ?? 0
      const updatedAt = clock().toISOString()
      const draft = { accountId, basedOn, body, updatedAt }
      const kept = await putPolicyDraft(db, scope, draft, seen)
      if (kept === null) throw await moved(c)
      return c.json({ basedOn, revision: kept, updatedAt, ...(await readOf(c, body)) })
    },
  )
  .delete(
    '/',
    describe('Throws the own draft away', { schema: Done }),
    may('policy.write'),
    async (c) => {
      await removePolicyDraft(c.var.db, c.var.scope, c.var.session.account.id)
      return c.json({ done: true as const })
    },
  )

/** What is wrong with it, and what it changes of the policy in force. */
async function readOf(c: Context<Env>, body: Record<string, unknown>) {
  const { db, scope } = c.var
  const departments = await departmentsOf(db, scope)
  const inForce = await findPolicy(db, scope)
  const { errors } = judgePolicy(body, 1, departments)
  return { errors, changes: changesOf(objectOf(inForce?.body), body, departments) }
}

/** Another tab kept it meanwhile, signed it or threw it away. */
async function moved(c: Context<Env>): Promise<Problem> {
  const { db, scope, session } = c.var
  const now = await findPolicyDraft(db, scope, session.account.id)
  return new Problem(
    'changed',
    {
      zh: '这份草稿已在另一个窗口中改动，这里的改动没有保存。请读取最新草稿后再改。',
      en: 'This draft was changed in another window; what you changed here was not kept. Read the latest draft and go on.',
    },
    [],
    {},
    { revision: now?.revision ?? 0, updatedAt: now?.updatedAt ?? null },
  )
}
