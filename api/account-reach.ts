import type { Context } from 'hono'
import { z } from 'zod'
import type { Account } from '../db/accounts.ts'
import { listEntries } from '../db/dictionaries.ts'
import { namesOfPlaces } from '../db/villages.ts'
import type { Env } from './context.ts'
import type { ProblemError } from './problem.ts'
import { signersOf } from './signers.ts'
import { Code, invalid } from './validate.ts'

const GIVEN = ['county', 'township', 'village', 'mentor', 'reviewer', 'admin', 'auditor'] as const
/** Whose an account is, and what it reaches. */
export const AccountBody = z.object({
  name: z.string().trim().min(1).max(50),
  role: z.enum(GIVEN),
  position: z.string().trim().max(50).nullable().default(null),
  township: Code.nullable().default(null),
  villages: z.array(Code).max(60).default([]),
  department: z.string().max(64).nullable().default(null),
  signsAs: z
    .string()
    .max(64)
    .nullable()
    .default(null)
    .meta({ description: 'Position that a township’s account signs for (policy: review.signers)' }),
})
export type AccountGiven = z.infer<typeof AccountBody>

/** Each role has its own kind of reach, and no other. A position that the account signs for already may stay. */
export async function requireFitting(
  c: Context<Env>,
  given: AccountGiven,
  before?: Account,
): Promise<void> {
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
  const { signsAs } = reachOf(given)
  if (signsAs !== null && signsAs !== before?.signsAs) {
    const signers = await signersOf(db, { countyCode })
    if (!signers.some(({ id }) => id === signsAs))
      errors.push({ pointer: '#/signsAs', detail: NO_SIGNER })
  }
  if (errors.length > 0) throw invalid(errors)
}

export function columnsOf(given: AccountGiven) {
  const { name, role, position } = given
  return { name, role, position: position || null, ...reachOf(given) }
}

export function reachOf({ role, township, villages, department, signsAs }: AccountGiven) {
  return {
    townshipCode: role === 'township' ? township : null,
    villageCodes: role === 'village' ? [...new Set(villages)].sort() : [],
    departmentId: role === 'reviewer' ? department : null,
    signsAs: role === 'township' ? signsAs : null,
  }
}

/** Nothing is reached that was not reached before. */
export function isSameReach(account: Account, given: AccountGiven): boolean {
  const { townshipCode, departmentId, villageCodes, signsAs } = reachOf(given)
  return (
    account.role === given.role &&
    account.townshipCode === townshipCode &&
    account.departmentId === departmentId &&
    (signsAs === null || account.signsAs === signsAs) &&
    villageCodes.every((code) => account.villageCodes.includes(code))
  )
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
const NO_SIGNER = {
  zh: '现行政策的签字职务中没有这一项。请从列表中选择；需要新的签字职务时，由县级组织部门在政策中增加。',
  en: 'The policy in force has no such position that signs. Choose from the list; the county adds new ones to the policy.',
}
