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
  const copies = listManifests(folder, countyCode)
  const [newest] = copies
  const begun = await findLastAudit(db, { countyCode }, 'database.copied')
  const isWhole = copies.some(({ file }) => file === begun?.detail.file)
  return {
    ...{ folder, keep, copies: copies.length },
    last: newest
      ? {
          ...{ at: newest.at, bytes: newest.bytes, program: newest.program },
          isEncrypted: newest.isEncrypted,
          attachments: newest.attachments?.count ?? null,
        }
      : null,
    unfinishedAt: begun && !isWhole && begun.at > (newest?.at ?? '') ? begun.at : null,
    next: backupAt ? (nextBackup(backupAt, now)?.toISOString() ?? null) : null,
  }
}
