import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { type Account, listAccounts, takeStep } from '../db/accounts.ts'
import { findCounty } from '../db/counties.ts'
import { removeSession } from '../db/sessions.ts'
import { clearFailures } from '../db/sign-in-failures.ts'
import { namesOfPlaces } from '../db/villages.ts'
import { may } from './access.ts'
import { changing } from './auditing.ts'
import type { Env } from './context.ts'
import { settingsOf } from './county-settings.ts'
import { HOLDERS } from './demonstration/holders.ts'
import { DEMONSTRATION_PASSWORD } from './demonstration.ts'
import { describe } from './describe.ts'
import { Problem } from './problem.ts'
import { stepOf } from './second-factor.ts'
import { SessionAnswer } from './shapes/account.ts'
import { digestOf, failSignIn, requireUnlocked, signIn } from './sign-in.ts'
import { beginSession, endSession, findSignedIn, nextStep } from './signed-in.ts'
import { valid } from './validate.ts'

const Credentials = z.object({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(256),
})
const Code = z.object({ code: z.string().regex(/^\s*(\d\s*){6}$/) })

export const session = new Hono<Env>()
  .get(
    '/',
    describe('Who is signed in, or null; and where one is', { schema: SessionAnswer }),
    may('public'),
    async (c) => c.json(await answerOf(c)),
  )
  .post(
    '/',
    describe('Signs in with name and password', { schema: SessionAnswer }, 400, 401, 403, 422, 429),
    may('public'),
    valid('json', Credentials),
    async (c) => {
      const { username, password } = c.req.valid('json')
      const account = await signIn(c, username, password)
      const { settings } = await settingsOf(c.var.db, c.var.countyCode)
      const step = nextStep({ hasCode: 0 }, account, settings.secondFactorFor)
      return c.json(await answerOf(c, { account, step }))
    },
  )
  .post(
    '/code',
    describe('The code of the second factor', { schema: SessionAnswer }, 400, 401, 422, 429),
    may('signing-in'),
    valid('json', Code),
    async (c) => {
      const { code } = c.req.valid('json')
      const { account } = c.var.session
      await c.var.limits.inTurn(account.username, () => showCode(c, code))
      return c.json(await answerOf(c, c.var.session))
    },
  )
  .delete('/', describe('Signs out', { schema: SessionAnswer }), may('public'), async (c) => {
    const found = await findSignedIn(c)
    if (found) {
      c.set('session', found)
      await changing(c, async (transaction, tell) => {
        await endSession(c, transaction, found)
        tell({ action: 'session.ended' })
      })
    }
    return c.json(await answerOf(c, null))
  })

/** Takes the code once, and gives the session a new token, since it may do more from now on. */
async function showCode(c: Context<Env>, code: string): Promise<void> {
  const { db, countyCode, clock, keyring } = c.var
  const scope = { countyCode }
  const found = c.var.session
  const { account } = found
  if (found.step !== 'code' || account.totpSecret === null) return
  await requireUnlocked(c, account.username)
  const secret = keyring.decrypt(account.totpSecret, `totp ${account.id}`)
  const step = stepOf(secret, code, clock().getTime())
  const { settings } = await settingsOf(db, countyCode)
  const isTaken =
    step !== null &&
    (await changing(c, async (transaction, tell) => {
      const isFirst = await takeStep(transaction, scope, account.id, step)
      tell({
        action: isFirst ? 'session.code-shown' : 'session.code-replayed',
        outcome: isFirst ? 'done' : 'failed',
      })
      if (!isFirst) return false
      await clearFailures(transaction, scope, digestOf(c, account.username))
      await removeSession(transaction, scope, account.id, found.session.id)
      await beginSession(c, transaction, {
        accountId: account.id,
        hasCode: true,
        sessionHours: settings.sessionHours,
      })
      return true
    }))
  if (!isTaken) {
    await failSignIn(c, account.username, step === null ? 'code' : 'replayed-code')
    throw wrongCode()
  }
  await c.var.limits.forgetAttempt(c.var.address)
  const session = { ...found.session, hasCode: 1 as const }
  c.set('session', { session, account, step: nextStep(session, account, []) })
}

type Found = { account: Account; step: z.infer<typeof SessionAnswer>['step'] } | null

async function answerOf(c: Context<Env>, given?: Found): Promise<z.infer<typeof SessionAnswer>> {
  const { db, countyCode } = c.var
  const found = given === undefined ? await findSignedIn(c) : given
  const county = await findCounty(db, { countyCode })
  const isDemonstration = county?.isDemonstration === 1
  return {
    county: { code: countyCode, name: county?.name ?? countyCode },
    isDemonstration,
    account: found ? await ownOf(c, found.account) : null,
    step: found?.step ?? null,
    demonstration: isDemonstration && !found ? await demonstrationAccounts(c) : [],
  }
}

async function ownOf(c: Context<Env>, account: Account) {
  const { id, username, name, role, position, townshipCode, villageCodes, departmentId } = account
  const { signsAs } = account
  const names = await namesOfPlaces(c.var.db, { countyCode: c.var.countyCode })
  const place = (code: string) => ({ code, name: names.get(code) ?? code })
  return {
    ...{ id, username, name, role, position, department: departmentId, signsAs },
    township: townshipCode === null ? null : place(townshipCode),
    villages: villageCodes.map(place),
    talent: account.talentId,
  }
}

async function demonstrationAccounts(c: Context<Env>) {
  const accounts = await listAccounts(c.var.db, { countyCode: c.var.countyCode })
  return accounts
    .filter((it) => it.isDemonstration === 1 && it.state === 'active')
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map(({ username, name, role, position }) => ({
      ...{ username, name, role, position },
      password: DEMONSTRATION_PASSWORD,
    }))
}

/** One of each role first, as the demonstration lists its holders. */
function rankOf({ username }: { username: string }): number {
  return HOLDERS.findIndex((holder) => holder.username === username)
}

function wrongCode(): Problem {
  return new Problem('wrong-code', {
    zh: '验证码不对、已过期或已用过。请等验证器显示下一个验证码再输入，并核对手机时间。',
    en: 'The code is wrong, too old or was used before. Wait for the next code of the authenticator, and check the clock of the phone.',
  })
}
