import type { Db } from '../../db/connect.ts'
import { listEntries } from '../../db/dictionaries.ts'
import type { Scope } from '../../db/scope.ts'
import type { Policy, Words } from '../../matching/types.ts'
import { contradictionsOf } from '../contradictions.ts'
import type { ProblemError } from '../problem.ts'
import { PolicyBody } from '../shapes/policy.ts'
import { errorsIn } from '../validate.ts'
import type { Departments } from './said.ts'

export type Judged = { policy: Policy; errors: [] } | { policy: null; errors: ProblemError[] }

/** Whether what somebody wrote is a policy that can be followed; else all that is wrong with it. */
export function judgePolicy(body: unknown, version: number, departments: Departments): Judged {
  const errors = errorsIn(PolicyBody, body)
  if (errors.length > 0) return { policy: null, errors: errors.map((it) => plainly(it, body)) }
  const policy = { ...(body as Omit<Policy, 'version'>), version }
  const faults = [...contradictionsOf(policy), ...strangers(policy, departments)]
  return faults.length > 0 ? { policy: null, errors: faults } : { policy, errors: [] }
}

/** The county's departments by id, those out of use as well: older policies name them. */
export async function departmentsOf(db: Db, scope: Scope): Promise<Departments> {
  const entries = await listEntries(db, scope, 'departments')
  return new Map(entries.map(({ id, zh, en }): [string, Words] => [id, { zh, en }]))
}

/** What is not filled in yet is no wrong type to whoever fills it in. */
function plainly(error: ProblemError, body: unknown): ProblemError {
  const steps = error.pointer.split('/').slice(1)
  const value = steps.reduce<unknown>((at, step) => Object(at)[step], body)
  const isBlank = value === undefined || value === null || value === ''
  return isBlank ? { ...error, detail: { zh: '请填写。', en: 'Fill this in.' } } : error
}

function strangers({ review }: Policy, departments: Departments): ProblemError[] {
  const unknown = review.departments.filter((id) => !departments.has(id))
  if (unknown.length === 0) return []
  const detail = {
    zh: `字典里没有这些联审部门：${unknown.join('、')}。`,
    en: `The dictionary has no such department: ${unknown.join(', ')}.`,
  }
  return [{ pointer: '#/review/departments', detail }]
}
