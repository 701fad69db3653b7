import type { Context } from 'hono'
import type { z } from 'zod'
import { type Account, findAccount } from '../db/accounts.ts'
import { listLocked } from '../db/sign-in-failures.ts'
import { namesOfPlaces } from '../db/villages.ts'
import type { Env } from './context.ts'
import { Problem } from './problem.ts'
import { seesPeople } from './roles.ts'
import type { AccountShape } from './shapes/account.ts'
import { digestOf } from './sign-in.ts'

type Shown = z.infer<typeof AccountShape>

export async function shownOf(c: Context<Env>, account: Account): Promise<Shown> {
  return (await allShown(c, [account]))[0]!
}

/** In as many statements for thousands of people's own accounts as for one. */
export async function allShown(c: Context<Env>, accounts: readonly Account[]): Promise<Shown[]> {
  const { db, countyCode, clock } = c.var
  const names = await namesOfPlaces(db, { countyCode })
  const locked = await listLocked(db, { countyCode }, clock().toISOString())
  return accounts.map((account) => shown(c, account, { names, locked }))
}

type Known = { names: ReadonlyMap<string, string>; locked: ReadonlySet<string> }

function shown(c: Context<Env>, account: Account, { names, locked }: Known): Shown {
  const place = (code: string) => ({ code, name: names.get(code) ?? code })
  const { id, username, role, position, state, revision } = account
  // Whoever sees no people learns from no account who is in the pool.
  const name = role === 'talent' && !seesPeople(c.var.session.account.role) ? '' : account.name
  return {
    ...{ id, username, name, role, position, state, revision },
    township: account.townshipCode === null ? null : place(account.townshipCode),
    villages: account.villageCodes.map(place),
    department: account.departmentId,
    signsAs: account.signsAs,
    mustChangePassword: account.mustChangePassword === 1,
    hasSecondFactor: account.totpSecret !== null,
    isLocked: locked.has(digestOf(c, account.username)),
    isDemonstration: account.isDemonstration === 1,
    createdAt: account.createdAt,
    confirmedAt: account.confirmedAt,
    signedInAt: account.signedInAt,
  }
}

export async function accountOf(c: Context<Env>, id: string): Promise<Account> {
  const account = await findAccount(c.var.db, { countyCode: c.var.countyCode }, id)
  if (account) return account
  throw new Problem('not-found', {
    zh: '没有这个账号。请从账号列表中选择。',
    en: 'There is no such account. Choose one from the list.',
  })
}
