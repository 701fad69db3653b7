import type { Migration } from 'kysely/migration'
import * as first from './2026-11-23-first.ts'
import * as accounts from './2026-11-25-accounts.ts'
import * as pool from './2026-11-25-pool.ts'
import * as policies from './2026-11-26-policies.ts'
import * as nominations from './2026-11-27-nominations.ts'
import * as cultivation from './2026-11-28-cultivation.ts'
import * as termChange from './2026-11-29-term-change.ts'
import * as boards from './2026-11-30-boards.ts'

/** By name in order of time; a migration that was released is never changed. */
export const migrations: Record<string, Migration> = {
  '2026-11-23-first': first,
  '2026-11-25-accounts': accounts,
  '2026-11-25-pool': pool,
  '2026-11-26-policies': policies,
  '2026-11-27-nominations': nominations,
  '2026-11-28-cultivation': cultivation,
  '2026-11-29-term-change': termChange,
  '2026-11-30-boards': boards,
}
