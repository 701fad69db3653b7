import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Account, findAccount } from '../db/accounts.ts'
import type { Db } from '../db/connect.ts'
import {
  findSession,
  insertSession,
  removeSession,
  removeSessionOfToken,
  type Session,
  touchSession,
} from '../db/sessions.ts'
import type { Env } from './context.ts'
import { settingsOf } from './county-settings.ts'
import { Problem } from './problem.ts'

/** What stands between a right password and the program. */
export type Step = 'code' | 'password' | 'second-factor'
export type SignedIn = { session: Session; account: Account; step: Step | null }

const NAME = 'yanzhen'
/** Sessions are noted as used this often at most, so that reading does not mean writing. */
const TOUCH_MS = 60_000

/** The session of the request, looked up anew each time: what was revoked or changed counts at once. */
export async function findSignedIn(c: Context<Env>): Promise<SignedIn | undefined> {
  const token = tokenOf(c)
  if (!token) return undefined
  const found = await findValid(c, idOf(token))
  if (!found) return undefined
  const { db, countyCode, clock } = c.var
  const { session } = found
  if (clock().getTime() - Date.parse(session.seenAt) > TOUCH_MS)
    await touchSession(db, { countyCode }, session.id, clock().toISOString())
  return found
}

/**
 * Of an answer that goes on for long: the session goes on, and its account may do and see the same as when it asked. It
 * is no use of the session, so that one that lies idle ends all the same.
 */
export async function isStillSignedIn(c: Context<Env>): Promise<boolean> {
  const { session, account } = c.var.session
  const found = await findValid(c, session.id)
  return found?.step === null && reachOf(found.account) === reachOf(account)
}

const reachOf = ({ role, townshipCode, villageCodes, departmentId, talentId }: Account) =>
  JSON.stringify([role, townshipCode, villageCodes, departmentId, talentId])

async function findValid(c: Context<Env>, id: string): Promise<SignedIn | undefined> {
  const { db, countyCode, clock } = c.var
  const scope = { countyCode }
  const session = await findSession(db, scope, id)
  if (!session) return undefined
  const { settings } = await settingsOf(db, countyCode)
  const now = clock().getTime()
  const isOver =
    now - Date.parse(session.createdAt) > settings.sessionHours * 3_600_000 ||
    now - Date.parse(session.seenAt) > settings.idleMinutes * 60_000
  const account = isOver ? undefined : await findAccount(db, scope, session.accountId)
  if (account?.state !== 'active') {
    await removeSession(db, scope, session.accountId, session.id)
    return undefined
  }
  return { session, account, step: nextStep(session, account, settings.secondFactorFor) }
}

/** For what needs no more than the right password: showing the code, changing the password. */
export async function requireSession(c: Context<Env>): Promise<SignedIn> {
  const found = c.var.session ?? (await findSignedIn(c))
  if (!found) throw notSignedIn()
  c.set('session', found)
  return found
}

export async function requireSignedIn(c: Context<Env>): Promise<SignedIn> {
  const found = await requireSession(c)
  if (found.step !== null) throw unfinished(found.step)
  return found
}

/**
 * A new session with a new token, in a cookie that scripts cannot read and other sites do not send. The one that this
 * browser had ends.
 */
export async function beginSession(
  c: Context<Env>,
  db: Db,
  {
    accountId,
    hasCode,
    sessionHours,
  }: { accountId: string; hasCode: boolean; sessionHours: number },
): Promise<void> {
  const { countyCode, clock, isSecure, address } = c.var
  const before = tokenOf(c)
  if (before) await removeSessionOfToken(db, { countyCode }, idOf(before))
  const token = randomBytes(32).toString('base64url')
  const at = clock().toISOString()
  const agent = c.req.header('user-agent')?.slice(0, 200) ?? null
  await insertSession(
    db,
    { countyCode },
    {
      ...{ id: idOf(token), accountId, hasCode: hasCode ? 1 : 0, createdAt: at, seenAt: at },
      ...{ address, agent },
    },
  )
  const kept = { httpOnly: true, sameSite: 'Strict', maxAge: sessionHours * 3600 } as const
  setCookie(c, NAME, token, { ...kept, ...placeOf(isSecure) })
}

export async function endSession(c: Context<Env>, db: Db, { session }: SignedIn): Promise<void> {
  await removeSession(db, { countyCode: c.var.countyCode }, session.accountId, session.id)
  deleteCookie(c, NAME, placeOf(c.var.isSecure))
}

/** By HTTPS the browser itself holds the cookie to this host (`__Host-`). */
function placeOf(isSecure: boolean) {
  return { path: '/', secure: isSecure, ...(isSecure && { prefix: 'host' as const }) }
}

/** What the account has to do before it may do anything else. */
export function nextStep(
  session: Pick<Session, 'hasCode'>,
  account: Account,
  required: readonly string[],
): Step | null {
  if (account.totpSecret !== null && session.hasCode === 0) return 'code'
  if (account.mustChangePassword === 1) return 'password'
  if (account.totpSecret === null && required.includes(account.role)) return 'second-factor'
  return null
}

function tokenOf(c: Context<Env>): string | undefined {
  return getCookie(c, NAME, c.var.isSecure ? 'host' : undefined)
}

function idOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function notSignedIn(): Problem {
  return new Problem('not-signed-in', {
    zh: '请先登录：尚未登录，或登录已过期、已被退出。',
    en: 'Sign in first: nobody is signed in, or the session has ended.',
  })
}

const STEPS = {
  code: {
    zh: '还需输入动态验证码，才算登录完成。',
    en: 'Enter the code of your second factor to finish signing in.',
  },
  password: {
    zh: '首次登录须先修改口令。',
    en: 'Change the one-time password first.',
  },
  'second-factor': {
    zh: '您的角色须使用动态验证码，请先设置。',
    en: 'Your role needs a second factor: set it up first.',
  },
} satisfies Record<Step, { zh: string; en: string }>

function unfinished(step: Step): Problem {
  return new Problem('sign-in-unfinished', STEPS[step])
}
