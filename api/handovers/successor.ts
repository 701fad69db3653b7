import type { Account } from '../../db/accounts.ts'
import type { Words } from '../../matching/index.ts'
import { Problem } from '../problem.ts'

/** Work goes to somebody who is there, does the same and reaches as far; the words say what is in the way. */
export function requireSuccessor(from: Account, to: Account): void {
  const why = whyNot(from, to)
  if (why) throw new Problem('conflict', why)
}

function whyNot(from: Account, to: Account): Words | null {
  if (from.id === to.id) return SAME
  if (!WORKING.includes(from.role)) return NO_WORK
  if (to.state !== 'active') return NOT_ACTIVE
  if (to.role !== from.role) return OTHER_ROLE
  return covers(from, to) ? null : REACH
}

/** Roles that nominate, review or answer. */
const WORKING: Account['role'][] = ['county', 'township', 'village', 'reviewer']

function covers(from: Account, to: Account): boolean {
  return (
    to.townshipCode === from.townshipCode &&
    to.departmentId === from.departmentId &&
    from.villageCodes.every((code) => to.villageCodes.includes(code))
  )
}

const SAME = {
  zh: '移交人和接手人是同一个账号，请另选接手人。',
  en: 'Both are the same account: choose somebody else.',
}
const NO_WORK = {
  zh: '该账号不经办提名与联审，没有可以移交的事项。',
  en: 'The account takes no part in nomination and review: there is nothing to hand over.',
}
const NOT_ACTIVE = {
  zh: '接手的账号未启用或已停用。请选一个正在使用的账号。',
  en: 'The account that is to take over is not in use: choose one that is.',
}
const OTHER_ROLE = {
  zh: '两个账号的角色不同，接手人办不了这些事项。请选同一角色的账号。',
  en: 'The two accounts have different roles: choose one of the same role.',
}
const REACH = {
  zh: '接手账号的范围（乡镇、村或部门）没有覆盖移交人的范围。请另选，或先请系统管理员调整范围。',
  en: 'The other account does not reach the same township, villages or department. Choose another, or have its reach changed first.',
}
