import type { Context } from 'hono'
import { Hono } from 'hono'
import { encode } from 'uqr'
import { z } from 'zod'
import { updateAccount } from '../db/accounts.ts'
import { removeSessions } from '../db/sessions.ts'
import { may } from './access.ts'
import { changing } from './auditing.ts'
import type { Env } from './context.ts'
import { settingsOf } from './county-settings.ts'
import { describe } from './describe.ts'
import { requirePassword, stepMissing } from './password-again.ts'
import { Problem } from './problem.ts'
import { addressOf, newSecret, stepOf } from './second-factor.ts'
import { Done } from './shapes/account.ts'
import { beginSession } from './signed-in.ts'
import { invalid, valid } from './validate.ts'

const FactorChange = z.object({
  ticket: z.string().max(400),
  code: z.string().max(20),
  password: z.string().max(256).default('').meta({
    description: 'Asked for unless the second factor is a step of signing in',
  }),
})
const Confirmation = z.object({ password: z.string().min(1).max(256) })
const FactorState = z.object({ isOn: z.boolean(), isRequired: z.boolean() })
const FactorOffer = z.object({
  secret: z.string(),
  address: z.string(),
  picture: z.array(z.string()).meta({ description: 'Rows of the QR code, 1 is dark' }),
  ticket: z.string(),
})
const DONE = { done: true as const }

/** The second factor of the own account. */
export const ownFactor = new Hono<Env>()
  .get(
    '/second-factor',
    describe('Whether the own account has a second factor', { schema: FactorState }, 401),
    may('signing-in'),
    async (c) => {
      const { account } = c.var.session
      const { settings } = await settingsOf(c.var.db, c.var.countyCode)
      const isRequired = settings.secondFactorFor.includes(account.role)
      return c.json({ isOn: account.totpSecret !== null, isRequired })
    },
  )
  .post(
    '/second-factor',
    describe(
      'A new secret for an authenticator, not in use yet',
      { schema: FactorOffer },
      401,
      409,
    ),
    may('signing-in'),
    async (c) => {
      const { account, step } = c.var.session
      if (step === 'code' || step === 'password') throw stepMissing()
      if (account.totpSecret !== null) throw factorIsOn()
      const secret = newSecret()
      const address = addressOf(secret, account.username)
      const picture = encode(address).data.map((row) => row.map(Number).join(''))
      const ticket = c.var.keyring.encrypt(secret, `totp offered to ${account.id}`)
      return c.json({ secret, address, picture, ticket })
    },
  )
  .put(
    '/second-factor',
    describe(
      'Takes the offered secret into use with a first code; all other sessions end',
      { schema: Done },
      401,
      409,
      422,
    ),
    may('signing-in'),
    valid('json', FactorChange),
    async (c) => {
      await beginFactor(c, c.req.valid('json'))
      return c.json(DONE)
    },
  )
  .post(
    '/second-factor/removal',
    describe('Gives the second factor up', { schema: Done }, 401, 403, 409, 422, 429),
    may('self'),
    valid('json', Confirmation),
    async (c) => {
      const { account } = c.var.session
      const { settings } = await settingsOf(c.var.db, c.var.countyCode)
      if (settings.secondFactorFor.includes(account.role)) throw factorIsNeeded()
      await requirePassword(c, c.req.valid('json').password, '#/password')
      await changing(c, async (transaction, tell) => {
        const change = { totpSecret: null, totpStep: null }
        await updateAccount(transaction, { countyCode: c.var.countyCode }, account.id, change)
        tell({ action: 'account.second-factor-ended', subjects: [account.id] })
      })
      return c.json(DONE)
    },
  )

async function beginFactor(
  c: Context<Env>,
  { ticket, code, password }: z.infer<typeof FactorChange>,
): Promise<void> {
  const { keyring, clock, countyCode } = c.var
  const { account } = c.var.session
  if (account.totpSecret !== null) throw factorIsOn()
  // A passer-by at an open screen must not tie the account to a phone of their own.
  if (c.var.session.step === null) await requirePassword(c, password, '#/password')
  const secret = secretOf(c, ticket, account.id)
  const step = stepOf(secret, code, clock().getTime())
  if (step === null) throw invalid([{ pointer: '#/code', detail: WRONG_CODE }])
  const { settings } = await settingsOf(c.var.db, countyCode)
  await changing(c, async (transaction, tell) => {
    const totpSecret = keyring.encrypt(secret, `totp ${account.id}`)
    await updateAccount(transaction, { countyCode }, account.id, { totpSecret, totpStep: step })
    // Whoever signed in elsewhere by the password alone shows a code from now on.
    await removeSessions(transaction, { countyCode }, account.id)
    await beginSession(c, transaction, {
      accountId: account.id,
      hasCode: true,
      sessionHours: settings.sessionHours,
    })
    tell({ action: 'account.second-factor-begun', subjects: [account.id] })
  })
}

function secretOf(c: Context<Env>, ticket: string, accountId: string): string {
  try {
    return c.var.keyring.decrypt(ticket, `totp offered to ${accountId}`)
  } catch {
    throw invalid([{ pointer: '#/ticket', detail: WRONG_TICKET }])
  }
}

const WRONG_CODE = {
  zh: '验证码不对或已过期。请核对手机时间，等下一个验证码再输入。',
  en: 'The code is wrong or too old. Check the clock of the phone and wait for the next one.',
}
const WRONG_TICKET = {
  zh: '这次设置已失效，请重新开始。',
  en: 'This offer is no longer valid; begin again.',
}

function factorIsOn(): Problem {
  return new Problem('conflict', {
    zh: '账号已启用动态验证码。要换手机，请先停用再重新设置，或请管理员重置。',
    en: 'The account has a second factor. To move to another phone give it up first, or ask the administrator to reset it.',
  })
}

function factorIsNeeded(): Problem {
  return new Problem('not-permitted', {
    zh: '您的角色须使用动态验证码，不能停用。要换手机请联系系统管理员。',
    en: 'Your role must use a second factor. To move to another phone ask the administrator.',
  })
}
