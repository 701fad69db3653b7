import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { updateAccount } from '../db/accounts.ts'
import { listSessions, removeSession, removeSessions } from '../db/sessions.ts'
import { may } from './access.ts'
import { changing } from './auditing.ts'
import type { Env } from './context.ts'
import { settingsOf } from './county-settings.ts'
import { describe } from './describe.ts'
import { requirePassword, stepMissing } from './password-again.ts'
import { hashPassword, isPassword, weaknessOf } from './passwords.ts'
import { Problem } from './problem.ts'
import { Done, SessionList } from './shapes/account.ts'
import { beginSession } from './signed-in.ts'
import { invalid, valid } from './validate.ts'

const PasswordChange = z.object({
  current: z.string().min(1).max(256),
  next: z.string().min(1).max(256),
})
const DONE = { done: true as const }

/** The own account. Password and second factor can be set before the sign-in is finished; that is how it is finished. */
export const self = new Hono<Env>()
  .put(
    '/password',
    describe(
      'Changes the own password and ends all other sessions',
      { schema: Done },
      401,
      422,
      429,
    ),
    may('signing-in'),
    valid('json', PasswordChange),
    async (c) => {
      const found = c.var.session
      if (found.step === 'code') throw stepMissing()
      const { current, next } = c.req.valid('json')
      await changePassword(c, current, next)
      return c.json(DONE)
    },
  )
  .get(
    '/sessions',
    describe('Where one is signed in', { schema: SessionList }),
    may('self'),
    async (c) => {
      const { db, countyCode, session } = c.var
      const rows = await listSessions(db, { countyCode }, session.account.id)
      return c.json({
        sessions: rows.map(({ id, createdAt, seenAt, address, agent }) => ({
          ...{ id, createdAt, seenAt, address, agent },
          isThis: id === session.session.id,
        })),
      })
    },
  )
  .delete(
    '/sessions/:id',
    describe('Ends an own session', { schema: Done }, 404),
    may('self'),
    valid('param', z.object({ id: z.string().max(64) })),
    async (c) => {
      const { countyCode, session } = c.var
      const { id } = c.req.valid('param')
      await changing(c, async (transaction, tell) => {
        const isGone = await removeSession(transaction, { countyCode }, session.account.id, id)
        if (!isGone) throw noSession()
        tell({ action: 'session.revoked', subjects: [session.account.id] })
      })
      return c.json(DONE)
    },
  )

async function changePassword(c: Context<Env>, current: string, next: string): Promise<void> {
  const { countyCode } = c.var
  const { account, session } = c.var.session
  await requirePassword(c, current, '#/current')
  const weakness = weaknessOf(next, [account.username, account.name])
  const isSame = await isPassword(account.passwordHash, next)
  const detail = weakness ?? (isSame ? SAME : null)
  if (detail) throw invalid([{ pointer: '#/next', detail }])
  const passwordHash = await hashPassword(next)
  const { settings } = await settingsOf(c.var.db, countyCode)
  const { id: accountId } = account
  await changing(c, async (transaction, tell) => {
    const change = { passwordHash, mustChangePassword: 0 as const }
    await updateAccount(transaction, { countyCode }, accountId, change)
    const ended = await removeSessions(transaction, { countyCode }, accountId)
    const hasCode = session.hasCode === 1
    await beginSession(c, transaction, { accountId, hasCode, sessionHours: settings.sessionHours })
    tell({ action: 'account.password-changed', subjects: [accountId], detail: { ended } })
  })
}

const SAME = {
  zh: '新口令不能与原口令相同。',
  en: 'The new password must differ from the old one.',
}

function noSession(): Problem {
  return new Problem('not-found', {
    zh: '没有这个登录，可能已退出。',
    en: 'There is no such session; it may have ended.',
  })
}
