import type { SystemNeed, SystemState } from '../shapes/system.ts'
import * as words from './words.ts'

type Facts = Omit<SystemState, 'needs'>
type Kind = SystemNeed['kind']
type Found = { kind: Kind; isUrgent: boolean; words: SystemNeed['words'] }

/** What needs a look, the urgent first. */
export function needsOf(facts: Facts, now: Date): SystemNeed[] {
  const found = [
    ...ofBackups(facts, now),
    ...ofDisk(facts),
    ...ofAudit(facts, now),
    ...ofAccounts(facts),
    ...ofDictionaries(facts),
  ]
  return found.sort((a, b) => Number(b.isUrgent) - Number(a.isUrgent))
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A copy of each day, with time for a machine that was started late. */
const DAILY_MS = 26 * HOUR_MS
/** What nobody scheduled is made by hand; once a week is the least. */
const BY_HAND_MS = 7 * DAY_MS
/** So long a copy may take before it is missed. */
const COPYING_MS = HOUR_MS

function ofBackups({ backups }: Facts, now: Date): Found[] {
  if (!backups) return []
  const { last, next, unfinishedAt, isReadable } = backups
  const found: Found[] = []
  if (!isReadable) found.push(urgent('backup-unreadable', words.BACKUPS_UNREADABLE))
  else if (!last) found.push(urgent('backup-none', words.NO_BACKUP))
  else if (since(last.at, now) > (next ? DAILY_MS : BY_HAND_MS))
    found.push(urgent('backup-late', words.backupLate(Math.floor(since(last.at, now) / DAY_MS))))
  if (unfinishedAt && since(unfinishedAt, now) > COPYING_MS)
    found.push(urgent('backup-unfinished', words.BACKUP_UNFINISHED))
  if (!next) found.push(look('backup-unscheduled', words.NOT_SCHEDULED))
  return found
}

/** An upgrade and a copy beside it each need the room of the database once more. */
function ofDisk({ disk, database }: Facts): Found[] {
  if (disk && !disk.data) return [urgent('disk-unreadable', words.DISK_UNREADABLE)]
  const rooms = disk ? [disk.data, disk.backups] : []
  const free = Math.min(...rooms.flatMap((one) => one?.free ?? []))
  if (free < database.bytes * 2) return [urgent('disk-full', words.DISK_FULL)]
  return free < database.bytes * 5 ? [look('disk-low', words.DISK_LOW)] : []
}

const MONTH_MS = 31 * DAY_MS

function ofAudit({ audit }: Facts, now: Date): Found[] {
  const { verified, isHeadBehind } = audit
  const found: Found[] = []
  if (verified && !verified.isWhole) found.push(urgent('audit-broken', words.AUDIT_BROKEN))
  else if (!verified || since(verified.at, now) > MONTH_MS)
    found.push(look('audit-unverified', words.AUDIT_UNVERIFIED))
  if (isHeadBehind) found.push(urgent('heads-behind', words.HEADS_BEHIND))
  return found
}

function ofAccounts({ accounts }: Facts): Found[] {
  const { locked, noFactor, pending } = accounts
  return [
    ...(noFactor > 0 ? [look('factor-missing', words.noFactor(noFactor))] : []),
    ...(locked > 0 ? [look('locked', words.locked(locked))] : []),
    ...(pending > 0 ? [look('pending', words.pending(pending))] : []),
  ]
}

function ofDictionaries({ dictionaries: { freeSkills } }: Facts): Found[] {
  return freeSkills > 0 ? [look('free-skills', words.freeSkills(freeSkills))] : []
}

const since = (at: string, now: Date) => now.getTime() - new Date(at).getTime()
const urgent = (kind: Kind, said: Found['words']): Found => ({ kind, isUrgent: true, words: said })
const look = (kind: Kind, said: Found['words']): Found => ({ kind, isUrgent: false, words: said })
