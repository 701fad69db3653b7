import { constants, copyFileSync, existsSync, rmSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { appendAudit, findAuditEntry, findAuditHead } from '../db/audit.ts'
import { sealEarlier, verifyAudit } from '../db/audit-chain.ts'
import type { Db } from '../db/connect.ts'
import { contentsOf } from '../db/copies.ts'
import { listCounties } from '../db/counties.ts'
import { holdFolder } from '../db/lock.ts'
import { removeAllSessions } from '../db/sessions.ts'
import { type Brought, bringAttachments, putInPlace } from './attachments/copies.ts'
import { openAttachments } from './attachments/store.ts'
import { faultWords } from './audit-faults.ts'
import { headsForRestore, keepLine } from './audit-heads.ts'
import { entryBy } from './auditing.ts'
import { type Manifest, readManifest, sha256Of } from './backups.ts'
import type { Configuration } from './configuration.ts'
import { openMigrated } from './database.ts'
import { openKeys } from './keys.ts'
import { StartFailure } from './start-failure.ts'
import { makeEmpty, makeFolder, PART, reveal, trying } from './whole-files.ts'

export type Restored = {
  manifest: Manifest
  entries: number
  /** Heads kept outside that it was compared with. */
  compared: number
  /** Entries known to have been written after the copy; there may be more. */
  lost: number
  endedSessions: number
  attachments: Brought
  /** Where papers went that lay in the data folder before. */
  setAside: string | null
}

/** Puts a copy into a fresh data folder. It gets its name once all of it is proven; before that nothing is there. */
export async function restore(configuration: Configuration, from: string): Promise<Restored> {
  const { data, database, attachments, auditHeads } = configuration
  const copy = resolve(from.replace(/\.json$/, '.sqlite'))
  if (!existsSync(copy)) throw noCopy(copy)
  requireFresh(database)
  const manifest = readManifest(copy)
  await requireSame(copy, manifest)
  makeFolder(data)
  const release = holdFolder(data)
  const part = `${database}${PART}`
  const papers = `${attachments}${PART}`
  try {
    rmSync(papers, { recursive: true, force: true })
    makeEmpty(part)
    trying(part, () => copyFileSync(copy, part, constants.COPYFILE_FICLONE))
    await requireSame(part, manifest)
    const { countyCode, head, ...found } = await prove(
      { ...configuration, database: part, attachments: papers },
      { manifest, copy },
    )
    const setAside = putInPlace(papers, attachments, new Date())
    reveal(part, database)
    keepLine(auditHeads, countyCode, head)
    return { manifest, ...found, setAside }
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true })
    rmSync(papers, { recursive: true, force: true })
    release()
  }
}

async function prove(
  configuration: Configuration,
  { manifest, copy }: { manifest: Manifest; copy: string },
) {
  const { database, databaseKey, auditHeads } = configuration
  const { faults } = contentsOf(database, databaseKey)
  if (faults.length > 0) throw isDamaged(manifest, faults)
  const db = await openMigrated(configuration)
  try {
    const [county] = await listCounties(db)
    if (!county) throw isDamaged(manifest, ['counties: 0'])
    const { countyCode } = county
    const { keyring, isFirst } = await openKeys(db, countyCode, configuration)
    if (isFirst) await sealEarlier(db, keyring, { countyCode })
    const { heads, lost } = await headsForRestore(db, countyCode, auditHeads)
    const { entries, fault } = await verifyAudit(db, keyring, { countyCode }, heads)
    if (fault) throw isOther(manifest, faultWords(fault))
    const { file, at, sha256 } = manifest
    const store = openAttachments(configuration.attachments)
    const attachments = await bringAttachments(
      { db, keyring, countyCode, store },
      { copy, sha256: manifest.attachments?.sha256 ?? null },
    )
    const endedSessions = await db.transaction().execute(async (transaction) => {
      const ended = await removeAllSessions(transaction, { countyCode })
      const papersLost = attachments.lost.length
      const detail = { file, copiedAt: at, sha256, lost, ended, papersLost }
      const entry = entryBy('terminal', { action: 'database.restored', detail })
      await appendAudit(transaction, keyring, { countyCode }, [entry])
      return ended
    })
    const head = await markBeginning(db, countyCode, auditHeads, entries)
    return { countyCode, head, entries, compared: heads.length, lost, endedSessions, attachments }
  } finally {
    await db.destroy()
  }
}

/** From here on what was kept beyond the copy is of a chain that was given up. */
async function markBeginning(db: Db, countyCode: string, file: string, sequence: number) {
  const scope = { countyCode }
  const last = await findAuditEntry(db, scope, sequence)
  const head = (await findAuditHead(db, scope))!
  const before = { sequence, hash: last?.hash ?? '' }
  trying(file, () => keepLine(file, countyCode, before, head.hash))
  return head
}

async function requireSame(file: string, { sha256, file: name }: Manifest): Promise<void> {
  if ((await sha256Of(file)) === sha256) return
  throw new StartFailure({
    zh: `${file} 与清单中的 SHA-256 不符：${name} 已损坏或被改动过，没有恢复。请换一份备份。`,
    en: `${file} differs from the SHA-256 in its manifest: ${name} is damaged or was altered, and was not restored. Use another backup.`,
  })
}

/** A folder that serves, or served, keeps its database. */
function requireFresh(database: string): void {
  const found = [database, `${database}-wal`, `${database}-shm`].find((file) => existsSync(file))
  if (!found) return
  throw new StartFailure({
    zh: `已有 ${found}，恢复只能进入空的数据目录，未作任何改动。请先停止服务，把原数据目录改名保存，或用 YANZHEN_DATA 指定另一个目录（密钥用 YANZHEN_KEY_FILE 指定）。`,
    en: `There is ${found} already, and a restore goes into an empty data folder only; nothing was changed. Stop the server and rename the old folder, or name another with YANZHEN_DATA (and the keys with YANZHEN_KEY_FILE).`,
  })
}

function noCopy(copy: string) {
  return new StartFailure({
    zh: `找不到备份文件 ${copy}。请用 --from 指定 yanzhen-….sqlite 文件。`,
    en: `There is no backup ${copy}. Name a file yanzhen-….sqlite with --from.`,
  })
}

function isDamaged({ file }: Manifest, faults: string[]) {
  return new StartFailure({
    zh: `${basename(file)} 没有通过检查（${faults.join('；')}），没有恢复。请换一份备份。`,
    en: `${basename(file)} did not pass its checks (${faults.join('; ')}) and was not restored. Use another backup.`,
  })
}

function isOther({ file }: Manifest, { zh, en }: { zh: string; en: string }) {
  return new StartFailure({
    zh: `${file} 的审计链不成立，没有恢复：${zh}请换一份备份；若其他备份也如此，请查明密钥目录中的 audit-heads.jsonl 是否属于这个数据库。`,
    en: `The audit chain of ${file} does not hold, and it was not restored: ${en} Use another backup; when that is alike, find out whether audit-heads.jsonl in the folder of the keys belongs to this database.`,
  })
}
