import type { Context } from 'hono'
import { Hono } from 'hono'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import {
  type Account,
  type AccountChange,
  findAccount,
  findAccountByName,
  insertAccount,
  listAccounts,
  updateAccount,
} from '../db/accounts.ts'
import type { Db } from '../db/connect.ts'
import { listEntries } from '../db/dictionaries.ts'
import type { Role } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'
import { removeSessions } from '../db/sessions.ts'
import { clearFailures, listLocked } from '../db/sign-in-failures.ts'
import { namesOfPlaces } from '../db/villages.ts'
import { may } from './access.ts'
import { changing } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { changedMeanwhile, revisionOf } from './if-match.ts'
import { hashPassword, newCode } from './passwords.ts'
import { Problem, type ProblemError } from './problem.ts'
import { seesPeople } from './roles.ts'
import { AccountList, AccountMade, AccountShape, Done } from './shapes/account.ts'
import { digestOf, normalName } from './sign-in.ts'
import { Code, invalid, valid } from './validate.ts'

const GIVEN = ['county', 'township', 'village', 'mentor', 'reviewer', 'admin', 'auditor'] as const
const Body = z.object({
  name: z.string().trim().min(1).max(50),
  role: z.enum(GIVEN),
  position: z.string().trim().max(50).nullable().default(null),
  township: Code.nullable().default(null),
  villages: z.array(Code).max(60).default([]),
  department: z.string().max(64).nullable().default(null),
})
const NewBody = Body.extend({ username: z.string().trim().min(2).max(50) })
const Id = z.object({ id: z.string().max(64) })
type Given = z.infer<typeof Body>

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
      const rows = await listAccounts(c.var.db, { countyCode: c.var.countyCode })
      return c.json({ accounts: await allShown(c, rows) })
    },
  )
  .post(
    '/',
    describe(
      'Makes an account; its one-time password is answered this once',
      { status: 201, schema: AccountMade },
      409,
      422,
    ),
    may('accounts.write'),
    valid('json', NewBody),
    async (c) => {
      const { username, ...given } = c.req.valid('json')
      await requireFitting(c, given)
      const oneTimePassword = newCode()
      const id = await makeAccount(c, normalName(username), given, oneTimePassword)
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
    valid('json', Body),
    async (c) => {
      const given = c.req.valid('json')
      const account = await editableOf(c, c.req.valid('param').id)
      requireOffice(account)
      await requireFitting(c, given)
      const isWider = seesPeople(given.role) && !isSameReach(account, given)
      if (isSelf(c, account) && given.role !== account.role) throw notOneself()
      const change = { ...columnsOf(given), ...(isWider && PENDING) }
      const isLess = given.role !== account.role
      const detail = { needsConfirmation: isWider }
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
      const oneTimePassword = newCode()
      const passwordHash = await hashPassword(oneTimePassword)
      const change = { passwordHash, mustChangePassword: 1 as const, ...sentBack(account) }
      const isLess = account.role === 'county'
      await storeChange(c, account, change, { action: 'account.password-reset', isLess })
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
      'A county officer lets an account take effect',
      { schema: AccountShape },
      404,
      409,
      412,
      428,
    ),
    may('accounts.confirm'),
    valid('param', Id),
    async (c) => {
      const account = await accountOf(c, c.req.valid('param').id)
      const revision = revisionOf(c)
      if (account.state !== 'pending') throw notPending()
      const officer = c.var.session.account.id
      const confirmed = { confirmedAt: c.var.clock().toISOString(), confirmedBy: officer }
      await changing(c, async (transaction, tell) => {
        const change = { state: 'active' as const, ...confirmed }
        const scope = { countyCode: c.var.countyCode }
        if (!(await updateAccount(transaction, scope, account.id, change, revision)))
          throw changedMeanwhile()
        tell({ action: 'account.confirmed', subjects: [account.id] })
      })
      return c.json(await shownOf(c, await accountOf(c, account.id)))
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

const PENDING = { state: 'pending', confirmedAt: null, confirmedBy: null } as const

async function makeAccount(c: Context<Env>, username: string, given: Given, password: string) {
  const { countyCode, clock } = c.var
  const scope = { countyCode }
  const id = newId()
  const at = clock().toISOString()
  const passwordHash = await hashPassword(password)
  await changing(c, async (transaction, tell) => {
    if (await findAccountByName(transaction, scope, username)) throw nameTaken(username)
    const isFirst = await isFirstOfficer(transaction, scope, given.role)
    const isPending = seesPeople(given.role) && !isFirst
    await insertAccount(transaction, scope, {
      ...{ id, username, ...columnsOf(given), talentId: null, passwordHash },
      ...{ mustChangePassword: 1, totpSecret: null, totpStep: null, isDemonstration: 0 },
      ...{ createdAt: at, createdBy: c.var.session.account.id, signedInAt: null },
      ...(isPending ? PENDING : { state: 'active', confirmedAt: null, confirmedBy: null }),
    })
    const detail = { role: given.role, ...reachOf(given), needsConfirmation: isPending }
    tell({ action: 'account.made', subjects: [id], detail })
  })
  return id
}

/** The first county officer takes effect at once, since nobody could confirm it; there is one first only. */
async function isFirstOfficer(transaction: Db, scope: Scope, role: Role): Promise<boolean> {
  if (role !== 'county') return false
  const rows = await listAccounts(transaction, scope)
  return rows.every((row) => row.role !== 'county')
}

type Change = { action: string; detail?: Record<string, unknown>; isLess: boolean }

/** `isLess`: an account that is in effect is it no more, or no more in its role. */
async function storeChange(
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
    const fields = Object.keys(change)
    tell({ action, subjects: [account.id], detail: { fields, ...detail } })
  })
}

/** The account as its author saw it, unless it is closed. */
async function editableOf(c: Context<Env>, id: string, needsRevision = true): Promise<Account> {
  const account = await accountOf(c, id)
  if (account.state === 'closed') throw isClosed()
  if (needsRevision && revisionOf(c) !== account.revision) throw changedMeanwhile()
  return account
}

/** With a password of the administrator's making the own record of a person would be read by somebody else. */
function requireOffice({ role }: Account): void {
  if (role !== 'talent') return
  throw new Problem('conflict', {
    zh: '本人账号只由本人设置口令。如忘记口令，请停用该账号，再由县级或乡镇经办人重新发邀请码。',
    en: 'Only the person sets the password of the own account. When it is lost, close the account; an officer then invites anew.',
  })
}

async function accountOf(c: Context<Env>, id: string): Promise<Account> {
  const account = await findAccount(c.var.db, { countyCode: c.var.countyCode }, id)
  if (account) return account
  throw new Problem('not-found', {
    zh: '没有这个账号。请从账号列表中选择。',
    en: 'There is no such account. Choose one from the list.',
  })
}

/** Each role has its own kind of reach, and no other. */
async function requireFitting(c: Context<Env>, given: Given): Promise<void> {
  const { db, countyCode } = c.var
  const names = await namesOfPlaces(db, { countyCode })
  const departments = await listEntries(db, { countyCode }, 'departments')
  const { role, township, villages, department } = given
  const errors: ProblemError[] = []
  if (role === 'township' && !(township?.length === 9 && names.has(township)))
    errors.push({ pointer: '#/township', detail: NEEDS_TOWNSHIP })
  if (
    role === 'village' &&
    !(villages.length > 0 && villages.every((code) => code.length === 12 && names.has(code)))
  )
    errors.push({ pointer: '#/villages', detail: NEEDS_VILLAGES })
  if (role === 'reviewer' && !departments.some(({ id }) => id === department))
    errors.push({ pointer: '#/department', detail: NEEDS_DEPARTMENT })
  if (errors.length > 0) throw invalid(errors)
}

function columnsOf(given: Given) {
  const { name, role, position } = given
  return { name, role, position: position || null, ...reachOf(given) }
}

function reachOf({ role, township, villages, department }: Given) {
  return {
    townshipCode: role === 'township' ? township : null,
    villageCodes: role === 'village' ? [...new Set(villages)].sort() : [],
    departmentId: role === 'reviewer' ? department : null,
  }
}

function isSameReach(account: Account, given: Given): boolean {
  const { townshipCode, departmentId, villageCodes } = reachOf(given)
  return (
    account.role === given.role &&
    account.townshipCode === townshipCode &&
    account.departmentId === departmentId &&
    villageCodes.every((code) => account.villageCodes.includes(code))
  )
}

/** Who could now sign in as somebody who sees people is confirmed anew. */
function sentBack({ role, state }: Account) {
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

const isSelf = (c: Context<Env>, { id }: Account) => c.var.session.account.id === id

type Shown = z.infer<typeof AccountShape>

async function shownOf(c: Context<Env>, account: Account): Promise<Shown> {
  return (await allShown(c, [account]))[0]!
}

/** In as many statements for thousands of people's own accounts as for one. */
async function allShown(c: Context<Env>, accounts: readonly Account[]): Promise<Shown[]> {
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
    mustChangePassword: account.mustChangePassword === 1,
    hasSecondFactor: account.totpSecret !== null,
    isLocked: locked.has(digestOf(c, account.username)),
    isDemonstration: account.isDemonstration === 1,
    createdAt: account.createdAt,
    confirmedAt: account.confirmedAt,
    signedInAt: account.signedInAt,
  }
}

const NEEDS_TOWNSHIP = {
  zh: '乡镇账号须选定一个本县的乡镇（街道）。',
  en: 'An account of a township needs a township of the county.',
}
const NEEDS_VILLAGES = {
  zh: '村级账号须选定一个或几个本县的村（社区）。',
  en: 'An account of a village needs one or more villages of the county.',
}
const NEEDS_DEPARTMENT = {
  zh: '联审部门账号须选定字典中的部门。',
  en: 'An account of a department needs a department of the dictionary.',
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

function notOneself(): Problem {
  return new Problem('conflict', {
    zh: '不能停用自己的账号或改变自己的角色。请由另一位管理员操作。',
    en: 'Nobody closes the own account or changes the own role. Another administrator does.',
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
