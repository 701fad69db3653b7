import type { Context } from 'hono'
import { v7 as newId } from 'uuid'
import {
  type Account,
  type AccountChange,
  findAccountByName,
  insertAccount,
  listAccounts,
  updateAccount,
} from '../db/accounts.ts'
import type { Db } from '../db/connect.ts'
import type { Role } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'
import { removeSessions } from '../db/sessions.ts'
import { type AccountGiven, columnsOf, reachOf } from './account-reach.ts'
import { accountOf } from './account-shown.ts'
import { changing } from './auditing.ts'
import type { Env } from './context.ts'
import { changedMeanwhile, revisionOf } from './if-match.ts'
import { endMentoringOf } from './mentorships/ending.ts'
import { hashPassword, newCode } from './passwords.ts'
import { Problem } from './problem.ts'
import { seesPeople } from './roles.ts'

/** Waits for a county officer. */
export const PENDING = { state: 'pending', confirmedAt: null, confirmedBy: null } as const

export type MadeAccount = { id: string; oneTimePassword: string | null }

/**
 * Makes an account. One that waits for its confirmation has no password yet: the officer who confirms it hands that
 * over, so that its maker cannot sign in to it first.
 */
export async function makeAccount(
  c: Context<Env>,
  username: string,
  given: AccountGiven,
): Promise<MadeAccount> {
  const { countyCode, clock } = c.var
  const scope = { countyCode }
  const id = newId()
  const at = clock().toISOString()
  const oneTimePassword = newCode()
  const hash = await hashPassword(oneTimePassword)
  return changing(c, async (transaction, tell) => {
    if (await findAccountByName(transaction, scope, username)) throw nameTaken(username)
    const isFirst = await isFirstOfficer(transaction, scope, given.role)
    const isPending = seesPeople(given.role) && !isFirst
    await insertAccount(transaction, scope, {
      ...{ id, username, ...columnsOf(given), talentId: null },
      ...{ passwordHash: isPending ? null : hash, mustChangePassword: 1 },
      ...{ totpSecret: null, totpStep: null, isDemonstration: 0 },
      ...{ createdAt: at, createdBy: c.var.session.account.id, signedInAt: null },
      ...(isPending ? PENDING : { state: 'active', confirmedAt: null, confirmedBy: null }),
    })
    const detail = { role: given.role, ...reachOf(given), needsConfirmation: isPending }
    tell({ action: 'account.made', subjects: [id], detail })
    return { id, oneTimePassword: isPending ? null : oneTimePassword }
  })
}

/** A new one-time password; of an account that sees people the officer hands it over, after confirming it anew. */
export async function resetPassword(c: Context<Env>, account: Account): Promise<string | null> {
  const isLess = account.role === 'county'
  const told = { action: 'account.password-reset', isLess }
  const isToWait = seesPeople(account.role)
  const oneTimePassword = newCode()
  const passwordHash = isToWait ? null : await hashPassword(oneTimePassword)
  const change = { passwordHash, mustChangePassword: 1 as const, ...sentBack(account) }
  await storeChange(c, account, change, told)
  return isToWait ? null : oneTimePassword
}

/** Lets an account take effect as the officer saw it, with a one-time password when it has none. */
export async function confirmAccount(c: Context<Env>, id: string): Promise<MadeAccount> {
  const account = await accountOf(c, id)
  const revision = revisionOf(c)
  if (account.state !== 'pending') throw notPending()
  const oneTimePassword = account.passwordHash === null ? newCode() : null
  const confirmedAt = c.var.clock().toISOString()
  const change = {
    ...{ state: 'active' as const, confirmedAt, confirmedBy: c.var.session.account.id },
    ...(oneTimePassword !== null && {
      passwordHash: await hashPassword(oneTimePassword),
      mustChangePassword: 1 as const,
    }),
  }
  await changing(c, async (transaction, tell) => {
    const scope = { countyCode: c.var.countyCode }
    if (!(await updateAccount(transaction, scope, account.id, change, revision)))
      throw changedMeanwhile()
    const detail = { hasNewPassword: oneTimePassword !== null }
    tell({ action: 'account.confirmed', subjects: [account.id], detail })
  })
  return { id, oneTimePassword }
}

type Change = { action: string; detail?: Record<string, unknown>; isLess: boolean }

/** `isLess`: an account that is in effect is it no more, or no more in its role. */
export async function storeChange(
  c: Context<Env>,
  account: Account,
  change: AccountChange,
  { action, detail, isLess }: Change,
): Promise<void> {
  const scope = { countyCode: c.var.countyCode }
  await changing(c, async (transaction, tell) => {
    if (isLess) await requireOther(transaction, scope, account)
    const isDone = await updateAccount(transaction, scope, account.id, change, account.revision)
    if (!isDone) throw changedMeanwhile()
    // What an account may do has changed: it signs in anew.
    const isOther = change.state !== undefined || change.passwordHash !== undefined
    if (isOther) await removeSessions(transaction, scope, account.id)
    if (account.role === 'mentor' && isNoMentor(change))
      await endMentoringOf(c, { transaction, tell, mentorId: account.id })
    const fields = Object.keys(change)
    tell({ action, subjects: [account.id], detail: { fields, ...detail } })
  })
}

function isNoMentor({ state, role }: AccountChange): boolean {
  return state === 'closed' || (role !== undefined && role !== 'mentor')
}

/** The account as its author saw it, unless it is closed. */
export async function editableOf(
  c: Context<Env>,
  id: string,
  needsRevision = true,
): Promise<Account> {
  const account = await accountOf(c, id)
  if (account.state === 'closed') throw isClosed()
  if (needsRevision && revisionOf(c) !== account.revision) throw changedMeanwhile()
  return account
}

/** Who could now sign in as somebody who sees people is confirmed anew. */
export function sentBack({ role, state }: Account) {
  return seesPeople(role) && state === 'active' ? PENDING : {}
}

/**
 * Somebody must be left to confirm accounts, and somebody to make them: without an officer the administrator would make
 * the next first one, who needs no confirmation.
 */
async function requireOther(transaction: Db, scope: Scope, account: Account): Promise<void> {
  const needed: Role[] = ['county', 'admin']
  if (!needed.includes(account.role) || account.state !== 'active') return
  const rows = await listAccounts(transaction, scope)
  const others = rows.filter(
    ({ id, role, state }) => id !== account.id && role === account.role && state === 'active',
  )
  if (others.length === 0) throw isLast()
}

/** The first county officer takes effect at once, since nobody could confirm it; there is one first only. */
async function isFirstOfficer(transaction: Db, scope: Scope, role: Role): Promise<boolean> {
  if (role !== 'county') return false
  const rows = await listAccounts(transaction, scope)
  return rows.every((row) => row.role !== 'county')
}

function nameTaken(username: string): Problem {
  return new Problem('conflict', {
    zh: `用户名“${username}”已被使用（含已停用的账号）。请换一个。`,
    en: `The user name “${username}” is taken, perhaps by a closed account. Choose another.`,
  })
}

function isClosed(): Problem {
  return new Problem('conflict', {
    zh: '账号已停用，不能再改。需要时请另建账号。',
    en: 'The account is closed and stays so. Make a new one where it is needed.',
  })
}

function isLast(): Problem {
  return new Problem('conflict', {
    zh: '这是最后一个有效的县级（或管理员）账号，动了它就无人能确认账号。请先建立并确认另一个；忘记口令时，请运维人员在服务器上运行 npm run yanzhen -- account reset 用户名。',
    en: 'This is the last active account of its role; nobody could confirm or make accounts then. Make and confirm another first; when its password is lost, run npm run yanzhen -- account reset NAME on the server.',
  })
}

function notPending(): Problem {
  return new Problem('conflict', {
    zh: '该账号不在待确认状态。',
    en: 'The account does not wait for a confirmation.',
  })
}
