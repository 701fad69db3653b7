import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { type Account, listAccounts } from '../db/accounts.ts'
import { removeSessions } from '../db/sessions.ts'
import { clearFailures } from '../db/sign-in-failures.ts'
import { may } from './access.ts'
import {
  confirmAccount,
  editableOf,
  makeAccount,
  PENDING,
  resetPassword,
  sentBack,
  storeChange,
} from './account-changes.ts'
import { AccountBody, columnsOf, isSameReach, requireFitting } from './account-reach.ts'
import { accountOf, allShown, shownOf } from './account-shown.ts'
import { changing } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { Problem } from './problem.ts'
import { seesPeople } from './roles.ts'
import { AccountList, AccountMade, AccountShape, Done } from './shapes/account.ts'
import { digestOf, normalName } from './sign-in.ts'
import { signersOf } from './signers.ts'
import { valid } from './validate.ts'

const NewBody = AccountBody.extend({ username: z.string().trim().min(2).max(50) })
const Id = z.object({ id: z.string().max(64) })

/**
 * The administrator makes accounts, a county officer confirms those that see people: neither can open the pool alone.
 * Whoever changes what an account may see, or who can sign in to it, sends it back to be confirmed.
 */
export const accounts = new Hono<Env>()
  .get(
    '/',
    describe('Accounts of the county by user name', { schema: AccountList }),
    may('accounts.read'),
    async (c) => {
      const { db, countyCode } = c.var
      const rows = await listAccounts(db, { countyCode })
      const signers = await signersOf(db, { countyCode })
      return c.json({ accounts: await allShown(c, rows), signers })
    },
  )
  .post(
    '/',
    describe(
      'Makes an account; its one-time password is answered this once, or to the officer who confirms it',
      { status: 201, schema: AccountMade },
      409,
      422,
    ),
    may('accounts.write'),
    valid('json', NewBody),
    async (c) => {
      const { username, ...given } = c.req.valid('json')
      await requireFitting(c, given)
      const { id, oneTimePassword } = await makeAccount(c, normalName(username), given)
      c.header('location', `/api/v1/accounts/${id}`)
      return c.json({ account: await shownOf(c, await accountOf(c, id)), oneTimePassword }, 201)
    },
  )
  .get(
    '/:id',
    describe('An account, with its revision as ETag', { schema: AccountShape }, 404),
    may('accounts.read'),
    valid('param', Id),
    async (c) => {
      const account = await accountOf(c, c.req.valid('param').id)
      c.header('etag', `"${account.revision}"`)
      return c.json(await shownOf(c, account))
    },
  )
  .put(
    '/:id',
    describe('Changes an account', { schema: AccountShape }, 404, 412, 422, 428),
    may('accounts.write'),
    valid('param', Id),
    valid('json', AccountBody),
    async (c) => {
      const given = c.req.valid('json')
      const account = await editableOf(c, c.req.valid('param').id)
      requireOffice(account)
      await requireFitting(c, given, account)
      const isWider = seesPeople(given.role) && !isSameReach(account, given)
      if (isSelf(c, account) && given.role !== account.role) throw notOneself()
      const change = { ...columnsOf(given), ...(isWider && PENDING) }
      const isLess = given.role !== account.role
      const { signsAs } = change
      const detail = { needsConfirmation: isWider, ...(signsAs !== account.signsAs && { signsAs }) }
      await storeChange(c, account, change, { action: 'account.changed', detail, isLess })
      return c.json(await shownOf(c, await accountOf(c, account.id)))
    },
  )
  .post(
    '/:id/one-time-password',
    describe('A new one-time password, answered this once', { schema: AccountMade }, 404, 409),
    may('accounts.write'),
    valid('param', Id),
    async (c) => {
      const account = await editableOf(c, c.req.valid('param').id, false)
      requireOffice(account)
      const oneTimePassword = await resetPassword(c, account)
      return c.json({ account: await shownOf(c, await accountOf(c, account.id)), oneTimePassword })
    },
  )
  .post(
    '/:id/second-factor-removal',
    describe('Takes a lost second factor off the account', { schema: AccountShape }, 404, 409),
    may('accounts.write'),
    valid('param', Id),
    async (c) => {
      const account = await editableOf(c, c.req.valid('param').id, false)
      const change = { totpSecret: null, totpStep: null, ...sentBack(account) }
      const isLess = account.role === 'county'
      await storeChange(c, account, change, { action: 'account.second-factor-reset', isLess })
      return c.json(await shownOf(c, await accountOf(c, account.id)))
    },
  )
  .post(
    '/:id/unlocking',
    describe('Forgets the failed sign-ins of the account', { schema: AccountShape }, 404),
    may('accounts.write'),
    valid('param', Id),
    async (c) => {
      const account = await accountOf(c, c.req.valid('param').id)
      await changing(c, async (transaction, tell) => {
        await clearFailures(
          transaction,
          { countyCode: c.var.countyCode },
          digestOf(c, account.username),
        )
        tell({ action: 'account.unlocked', subjects: [account.id] })
      })
      return c.json(await shownOf(c, account))
    },
  )
  .post(
    '/:id/closure',
    describe(
      'Closes an account for good; its name stays taken',
      { schema: AccountShape },
      404,
      409,
    ),
    may('accounts.write'),
    valid('param', Id),
    async (c) => {
      const account = await editableOf(c, c.req.valid('param').id, false)
      if (isSelf(c, account)) throw notOneself()
      const change = { state: 'closed' as const, passwordHash: null, totpSecret: null }
      await storeChange(c, account, change, { action: 'account.closed', isLess: true })
      return c.json(await shownOf(c, await accountOf(c, account.id)))
    },
  )
  .post(
    '/:id/confirmation',
    describe(
      'A county officer lets an account take effect; its one-time password is answered this once',
      { schema: AccountMade },
      404,
      409,
      412,
      428,
    ),
    may('accounts.confirm'),
    valid('param', Id),
    async (c) => {
      const { id, oneTimePassword } = await confirmAccount(c, c.req.valid('param').id)
      return c.json({ account: await shownOf(c, await accountOf(c, id)), oneTimePassword })
    },
  )
  .delete(
    '/:id/sessions',
    describe('Signs the account out everywhere', { schema: Done }, 404),
    may('accounts.write'),
    valid('param', Id),
    async (c) => {
      const account = await accountOf(c, c.req.valid('param').id)
      await changing(c, async (transaction, tell) => {
        const ended = await removeSessions(
          transaction,
          { countyCode: c.var.countyCode },
          account.id,
        )
        tell({ action: 'session.revoked', subjects: [account.id], detail: { ended } })
      })
      return c.json({ done: true as const })
    },
  )

/** With a password of the administrator's making the own record of a person would be read by somebody else. */
function requireOffice({ role }: Account): void {
  if (role !== 'talent') return
  throw new Problem('conflict', {
    zh: '本人账号只由本人设置口令。如忘记口令，请停用该账号，再由县级或乡镇经办人重新发邀请码。',
    en: 'Only the person sets the password of the own account. When it is lost, close the account; an officer then invites anew.',
  })
}

const isSelf = (c: Context<Env>, { id }: Account) => c.var.session.account.id === id

function notOneself(): Problem {
  return new Problem('conflict', {
    zh: '不能停用自己的账号或改变自己的角色。请由另一位管理员操作。',
    en: 'Nobody closes the own account or changes the own role. Another administrator does.',
  })
}
