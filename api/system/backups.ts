import { findLastAudit } from '../../db/audit-reading.ts'
import type { Db } from '../../db/connect.ts'
import { nextBackup } from '../backup-schedule.ts'
import { listManifests } from '../backups.ts'
import type { Installation } from '../installation.ts'
import type { SystemBackups } from '../shapes/system.ts'

/** The whole copies in the folder, and when the next one is made. */
export async function backupFacts(
  db: Db,
  countyCode: string,
  { backups: folder, backupAt, backupKeep: keep }: Installation,
  now: Date,
): Promise<SystemBackups> {
  const found = manifestsIn(folder, countyCode)
  const copies = found ?? []
  const [newest] = copies
  const begun = await findLastAudit(db, { countyCode }, 'database.copied')
  const isThere = copies.some(({ file }) => file === begun?.detail.file)
  const isLost = begun && found && !isThere && begun.detail.isElsewhere !== true
  return {
    ...{ folder, keep, copies: copies.length, isReadable: found !== null },
    last: newest
      ? {
          ...{ at: newest.at, bytes: newest.bytes, program: newest.program },
          isEncrypted: newest.isEncrypted,
          attachments: newest.attachments?.count ?? null,
        }
      : null,
    unfinishedAt: isLost && begun.at > (newest?.at ?? '') ? begun.at : null,
    next: backupAt ? (nextBackup(backupAt, now)?.toISOString() ?? null) : null,
  }
}

/** Null: the folder is there and cannot be read, such as a disk that is gone. */
function manifestsIn(folder: string, countyCode: string) {
  try {
    return listManifests(folder, countyCode)
  } catch {
    return null
  }
}
