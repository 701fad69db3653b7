import type { Context } from 'hono'
import { listAccounts } from '../../db/accounts.ts'
import { listLocked } from '../../db/sign-in-failures.ts'
import type { Env } from '../context.ts'
import { settingsOf } from '../county-settings.ts'
import type { SystemAccounts } from '../shapes/system.ts'
import { digestOf } from '../sign-in.ts'

/** Accounts by what they wait for. */
export async function accountFacts(c: Context<Env>): Promise<SystemAccounts> {
  const { db, countyCode, clock } = c.var
  const accounts = await listAccounts(db, { countyCode })
  const locked = await listLocked(db, { countyCode }, clock().toISOString())
  const { settings } = await settingsOf(db, countyCode)
  const required: readonly string[] = settings.secondFactorFor
  const active = accounts.filter(({ state }) => state === 'active')
  const of = (state: string) => accounts.filter((one) => one.state === state).length
  const among = (is: (one: (typeof active)[number]) => boolean) => active.filter(is).length
  return {
    active: active.length,
    closed: of('closed'),
    pending: of('pending'),
    locked: among(({ username }) => locked.has(digestOf(c, username))),
    mustChange: among(({ mustChangePassword }) => mustChangePassword === 1),
    noFactor: among(({ role, totpSecret }) => totpSecret === null && required.includes(role)),
    never: among(({ signedInAt }) => signedInAt === null),
  }
}
