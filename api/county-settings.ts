import { z } from 'zod'
import type { Db } from '../db/connect.ts'
import { findSettings } from '../db/settings.ts'
import { ROLES } from './roles.ts'

/** How a county guards its pool; versioned, edited by the administrator. */
export const Settings = z.object({
  secondFactorFor: z
    .array(z.enum(ROLES))
    .meta({ description: 'Roles that must use a second factor' }),
  idleMinutes: z.int().min(5).max(480),
  sessionHours: z.int().min(1).max(24),
  lockAfter: z.int().min(3).max(10).meta({ description: 'Wrong passwords or codes in a row' }),
  lockMinutes: z.int().min(5).max(1440),
  identityCheck: z
    .enum(['refuse', 'warn'])
    .meta({ description: 'What happens to an identity number that breaks GB 11643' }),
  hasCalendarFile: z
    .boolean()
    .default(false)
    .meta({ description: 'Days on which work is due go out as a calendar file, without names' }),
})
export type Settings = z.infer<typeof Settings>

export const DEFAULT_SETTINGS: Settings = {
  secondFactorFor: [],
  idleMinutes: 30,
  sessionHours: 12,
  lockAfter: 5,
  lockMinutes: 15,
  identityCheck: 'refuse',
  hasCalendarFile: false,
}

/** What a real county begins with: whoever opens the pool, makes accounts or reads the audit shows a code. */
export const FIRST_SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  secondFactorFor: ['county', 'admin', 'auditor'],
}

const remembered = new WeakMap<Db, Map<string, { version: number; settings: Settings }>>()

/** In force now; version 0 before anybody changed them. Remembered until `forgetSettings`. */
export async function settingsOf(db: Db, countyCode: string) {
  const known = remembered.get(db)?.get(countyCode)
  if (known) return known
  const row = await findSettings(db, { countyCode })
  const settings = row ? { ...DEFAULT_SETTINGS, ...Settings.parse(row.body) } : DEFAULT_SETTINGS
  const found = { version: row?.version ?? 0, settings }
  const counties = remembered.get(db) ?? new Map()
  remembered.set(db, counties.set(countyCode, found))
  return found
}

export function forgetSettings(db: Db): void {
  remembered.delete(db)
}
