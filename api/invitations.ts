import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { listAccountsOfTalent } from '../db/accounts.ts'
import { insertInvitation, removeInvitations } from '../db/invitations.ts'
import { may } from './access.ts'
import { changing } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { newCode } from './passwords.ts'
import { Problem } from './problem.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

const Made = z.object({ code: z.string(), expiresAt: z.string() })
const VALID_DAYS = 30

/** The code that a person is handed to open the own account; it is answered this once and stored as a hash. */
export const invitations = new Hono<Env>().post(
  '/:id/invitations',
  describe(
    'Invites a person to open the own account; earlier codes end',
    { status: 201, schema: Made },
    404,
    409,
  ),
  may('invitation.make'),
  valid('param', z.object({ id: z.string().max(64) })),
  async (c) => {
    const { id: talentId } = await talentOf(c, c.req.valid('param').id)
    const scope = { countyCode: c.var.countyCode }
    const code = newCode()
    const now = c.var.clock().getTime()
    const expiresAt = new Date(now + VALID_DAYS * 86_400_000).toISOString()
    await changing(c, async (transaction, tell) => {
      const accounts = await listAccountsOfTalent(transaction, scope, talentId)
      if (accounts.some(({ state }) => state !== 'closed')) throw hasAccount()
      await removeInvitations(transaction, scope, talentId)
      const createdBy = c.var.session.account.id
      const made = { createdAt: new Date(now).toISOString(), createdBy, expiresAt }
      await insertInvitation(transaction, scope, { id: digestOfCode(code), talentId, ...made })
      tell({ action: 'invitation.made', subjects: [talentId], detail: { expiresAt } })
    })
    return c.json({ code, expiresAt }, 201)
  },
)

/** However it was typed: with capitals, spaces, or without the dashes. */
export function digestOfCode(code: string): string {
  const signs = code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  return createHash('sha256').update(signs).digest('hex')
}

function hasAccount(): Problem {
  return new Problem('conflict', {
    zh: '本人已开通账号，无须再发邀请码。如忘记口令，请系统管理员停用原账号，再重新发邀请码。',
    en: 'The person has an account already. When its password is lost, the administrator closes it; then invite again.',
  })
}
