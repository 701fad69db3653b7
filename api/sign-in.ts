import type { Context } from 'hono'
import { type Account, findAccountByName, noteAccount } from '../db/accounts.ts'
import { removeExpired } from '../db/sessions.ts'
import {
  clearFailures,
  countFailure,
  findFailures,
  lockName,
  removeOldFailures,
} from '../db/sign-in-failures.ts'
import { changing } from './auditing.ts'
import type { Env } from './context.ts'
import { settingsOf } from './county-settings.ts'
import { isPassword } from './passwords.ts'
import { Problem } from './problem.ts'
import { beginSession } from './signed-in.ts'

export function normalName(username: string): string {
  return username.normalize('NFKC').trim().toLowerCase()
}

/**
 * Checks a name and password and begins a session. What is answered, and how long it takes, is the same whether there
 * is such an account or not; only somebody with the right password hears that an account waits for its confirmation.
 */
export async function signIn(
  c: Context<Env>,
  username: string,
  password: string,
): Promise<Account> {
  const name = normalName(username)
  return c.var.limits.inTurn(name, () => signInByName(c, name, password))
}

async function signInByName(c: Context<Env>, name: string, password: string): Promise<Account> {
  const { db, countyCode } = c.var
  await requireUnlocked(c, name)
  const account = await findAccountByName(db, { countyCode }, name)
  const isRight = await isPassword(account?.passwordHash ?? null, password)
  if (!account || !isRight || account.state === 'closed') {
    await failSignIn(c, name, 'password')
    throw wrong()
  }
  if (account.state === 'pending') {
    await tellFailure(c, name, 'pending')
    throw pending()
  }
  await admit(c, account)
  await c.var.limits.forgetAttempt(c.var.address)
  return account
}

/** Refuses a name that failed too often, and an address that did. What goes well after it is forgotten as an attempt. */
export async function requireUnlocked(c: Context<Env>, name: string): Promise<void> {
  const { db, countyCode, clock, limits, address } = c.var
  await limits.countAttempt(address)
  const found = await findFailures(db, { countyCode }, digestOf(c, name))
  const until = found?.lockedUntil ?? null
  if (until === null || until <= clock().toISOString()) return
  await limits.forgetAttempt(address)
  await limits.countRefusal(address)
  await tellFailure(c, name, 'locked')
  throw locked(Date.parse(until) - clock().getTime())
}

/** Counts a wrong password or code and locks the name when there were too many in a row. */
export async function failSignIn(c: Context<Env>, name: string, why: string): Promise<void> {
  const { db, countyCode, clock } = c.var
  const { settings } = await settingsOf(db, countyCode)
  const nameDigest = digestOf(c, name)
  const now = clock().getTime()
  const instant = (ms: number) => new Date(ms).toISOString()
  await changing(c, async (transaction, tell) => {
    const since = instant(now - settings.lockMinutes * 60_000)
    const failure = { nameDigest, at: instant(now), since }
    await removeOldFailures(transaction, { countyCode }, failure)
    const failures = await countFailure(transaction, { countyCode }, failure)
    const isLocked = failures >= settings.lockAfter
    const until = instant(now + settings.lockMinutes * 60_000)
    if (isLocked) await lockName(transaction, { countyCode }, nameDigest, until)
    tell({
      action: 'session.refused',
      outcome: 'failed',
      detail: { name: nameDigest, address: addressDigest(c), why, failures, isLocked },
    })
  })
}

/** The keyed hash under which a name's failures are counted; a mistyped name may be a password. */
export function digestOf(c: Context<Env>, name: string): string {
  return c.var.keyring.digest('username', name)
}

async function admit(c: Context<Env>, account: Account): Promise<void> {
  const { db, countyCode, clock } = c.var
  const { settings } = await settingsOf(db, countyCode)
  const at = clock().toISOString()
  const ago = (minutes: number) => new Date(clock().getTime() - minutes * 60_000).toISOString()
  const hasCode = account.totpSecret === null
  c.set('session', { account } as Env['Variables']['session'])
  await changing(c, async (transaction, tell) => {
    if (hasCode) await clearFailures(transaction, { countyCode }, digestOf(c, account.username))
    await removeExpired(
      transaction,
      { countyCode },
      ago(settings.sessionHours * 60),
      ago(settings.idleMinutes),
    )
    await beginSession(c, transaction, {
      accountId: account.id,
      hasCode,
      sessionHours: settings.sessionHours,
    })
    await noteAccount(transaction, { countyCode }, account.id, { signedInAt: at })
    tell({ action: 'session.made', detail: { address: addressDigest(c), needsCode: !hasCode } })
  })
}

async function tellFailure(c: Context<Env>, name: string, why: string): Promise<void> {
  await changing(c, async (_, tell) =>
    tell({
      action: 'session.refused',
      outcome: 'failed',
      detail: { name: digestOf(c, name), address: addressDigest(c), why },
    }),
  )
}

/** Tells addresses apart in the audit without naming them. */
export function addressDigest(c: Context<Env>): string | null {
  const { address, keyring } = c.var
  return address === null ? null : keyring.digest('address', address)
}

function wrong(): Problem {
  return new Problem('wrong-credentials', {
    zh: '用户名或口令不对。请核对大小写与输入法；连续输错会暂时锁定。',
    en: 'The user name or the password is wrong. Check capitals and the input method; several errors in a row lock the name for a while.',
  })
}

function pending(): Problem {
  return new Problem('account-pending', {
    zh: '账号已建立，等县级组织部门确认后生效。请联系县委组织部经办人。',
    en: 'The account waits for a county officer to confirm it. Ask the organisation department.',
  })
}

function locked(milliseconds: number): Problem {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000))
  return new Problem(
    'locked',
    {
      zh: `连续输错次数过多，该用户名已锁定，请 ${minutes} 分钟后再试，或联系系统管理员解锁。`,
      en: `Too many errors in a row: this name is locked for ${minutes} minutes. Wait, or ask the administrator to unlock it.`,
    },
    [],
    { 'retry-after': String(Math.ceil(milliseconds / 1000)) },
  )
}
