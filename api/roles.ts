import type { Role } from '../db/schema.ts'

export const ROLES = [
  'county',
  'township',
  'village',
  'mentor',
  'reviewer',
  'talent',
  'admin',
  'auditor',
] as const satisfies readonly Role[]

/** Roles to whom people of the pool are shown: their accounts take effect when a county officer confirms them. */
const SEES_PEOPLE: ReadonlySet<Role> = new Set([
  'county',
  'township',
  'village',
  'mentor',
  'reviewer',
])
export const seesPeople = (role: Role) => SEES_PEOPLE.has(role)

/** Roles who see a masked identity and telephone number beside the portrait; a mentor needs neither (domain.md). */
export const seesPrivate = (role: Role) => ['county', 'township', 'village'].includes(role)
