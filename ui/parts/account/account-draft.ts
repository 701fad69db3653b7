import type { AccountBody } from '../../administration.ts'
import type { AccountOfList, Role } from '../../types.ts'
import { t } from '../../words/index.ts'
import type { Errors } from './sending.ts'

/** Roles that an administrator gives; the account of a person comes from an invitation. */
export const GIVEN_ROLES = [
  'county',
  'township',
  'village',
  'mentor',
  'reviewer',
  'admin',
  'auditor',
] as const satisfies readonly Role[]
/** Roles whose accounts take effect when the organisation department confirms them. */
const CONFIRMED: readonly Role[] = ['county', 'township', 'village', 'mentor', 'reviewer']
export const needsConfirmation = (role: Role) => CONFIRMED.includes(role)

/** What is typed about an account, before it is right. */
export type Draft = {
  role: AccountBody['role'] | ''
  username: string
  name: string
  position: string
  township: string
  villages: readonly string[]
  department: string
  /** Empty: signs for no position. */
  signsAs: string
}

export const EMPTY: Draft = {
  ...{ role: '', username: '', name: '', position: '' },
  ...{ township: '', villages: [], department: '', signsAs: '' },
}

export function draftOf(account: AccountOfList): Draft {
  const { role, username, name, position, township, villages, department, signsAs } = account
  return {
    ...{ username, name, position: position ?? '', department: department ?? '' },
    role: GIVEN_ROLES.find((one) => one === role) ?? '',
    township: township?.code ?? '',
    villages: villages.map(({ code }) => code),
    signsAs: signsAs ?? '',
  }
}

/** Each role has its own kind of reach, and no other is sent. */
export function bodyOf(draft: Draft): AccountBody | undefined {
  const { role, name, position, township, villages, department, signsAs } = draft
  if (!role) return undefined
  return {
    ...{ role, name: name.trim(), position: position.trim() || null },
    township: role === 'township' ? township : null,
    villages: role === 'village' ? [...villages] : [],
    department: role === 'reviewer' ? department : null,
    signsAs: role === 'township' ? signsAs || null : null,
  }
}

export function errorsOf(draft: Draft): Errors<keyof Draft> {
  const { role, username, name, township, villages, department } = draft
  return {
    ...(!role && { role: t().accounts.needRole }),
    ...(username.trim().length < 2 && { username: t().accounts.needUsername }),
    ...(!name.trim() && { name: t().accounts.needName }),
    ...(role === 'township' && !township && { township: t().accounts.needTownship }),
    ...(role === 'village' && villages.length === 0 && { villages: t().accounts.needVillages }),
    ...(role === 'reviewer' && !department && { department: t().accounts.needDepartment }),
  }
}

/** Whether the change gives more or other reach, so that the server sends the account back to be confirmed. */
export function isWider(account: AccountOfList, draft: Draft): boolean {
  const before = draftOf(account)
  if (!draft.role || !needsConfirmation(draft.role)) return false
  return (
    before.role !== draft.role ||
    (draft.role === 'township' && before.township !== draft.township) ||
    (draft.role === 'township' && draft.signsAs !== '' && before.signsAs !== draft.signsAs) ||
    (draft.role === 'reviewer' && before.department !== draft.department) ||
    (draft.role === 'village' && draft.villages.some((code) => !before.villages.includes(code)))
  )
}
