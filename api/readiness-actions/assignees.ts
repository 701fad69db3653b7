import type { Context } from 'hono'
import { type Account, listAccounts } from '../../db/accounts.ts'
import type { Env } from '../context.ts'
import type { ActionAssigned } from '../shapes/readiness-work.ts'
import { invalid } from '../validate.ts'

type Reaching = Account & { role: 'county' | 'township' | 'village' }
type Assignee = { assigneeId: string | null; assigneeName: string }

/** Accounts that are in use and reach every one of these villages, the nearest to them first. */
export async function accountsReaching(
  c: Context<Env>,
  villages: readonly string[],
): Promise<Reaching[]> {
  const { db, countyCode } = c.var
  const accounts = await listAccounts(db, { countyCode })
  return accounts
    .filter((one): one is Reaching => isInUse(one) && villages.every((code) => reaches(one, code)))
    .sort((a, b) => ORDER[a.role] - ORDER[b.role] || (a.username < b.username ? -1 : 1))
}

/** Who is to do it: an account by its name, or an office in words. */
export async function assigneeOf(
  c: Context<Env>,
  assignee: ActionAssigned['assignee'],
  villages: readonly string[],
): Promise<Assignee> {
  if ('office' in assignee) return { assigneeId: null, assigneeName: assignee.office }
  const accounts = await accountsReaching(c, villages)
  const found = accounts.find(({ id }) => id === assignee.account)
  if (found) return { assigneeId: found.id, assigneeName: nameOf(found) }
  throw invalid([{ pointer: '#/assignee/account', detail: NOT_REACHING }])
}

/** The name that stays with an action when the account is closed. */
export function nameOf({ name, position }: Pick<Account, 'name' | 'position'>): string {
  return position ? `${name}（${position}）` : name
}

const ORDER = { village: 0, township: 1, county: 2 } as const

function isInUse({ role, state }: Account): boolean {
  return state === 'active' && role in ORDER
}

function reaches({ role, townshipCode, villageCodes }: Account, village: string): boolean {
  if (role === 'county') return true
  if (role === 'township') return townshipCode === village.slice(0, 9)
  return villageCodes.includes(village)
}

const NOT_REACHING = {
  zh: '请选择管理范围包含所选村的在用账号，或改填责任单位。',
  en: 'Choose an account in use that reaches the villages, or write an office.',
}
