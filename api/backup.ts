import { readFileSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { appendAudit } from '../db/audit.ts'
import { connect } from '../db/connect.ts'
import { attachmentsStillIn, type Contents, contentsOf, copyDatabase } from '../db/copies.ts'
import { listCounties } from '../db/counties.ts'
import { holdFolder } from '../db/lock.ts'
import { isCurrent } from '../db/migrate.ts'
import { type Copied, copyAttachments, listFile } from './attachments/copies.ts'
import { openAttachments } from './attachments/store.ts'
import { entryBy } from './auditing.ts'
import {
  copyName,
  type Manifest,
  manifestFile,
  removeOldest,
  removeParts,
  sha256Of,
} from './backups.ts'
import type { Configuration } from './configuration.ts'
import { requireDatabase } from './existing-database.ts'
import { openKeyring } from './keys.ts'
import { StartFailure } from './start-failure.ts'
import { makeEmpty, makeFolder, PART, reveal, writeWhole } from './whole-files.ts'

export type Backup = {
  copy: string
  manifest: Manifest
  /** False when the database is of another version than this program, which then writes nothing into it. */
  isRecorded: boolean
  removed: string[]
  /** Ids of papers that rows name and that are not in the data folder. */
  missing: string[]
}

/**
 * Copies the database while a server runs and people write. The copy gets its name last of all, so that one that was
 * interrupted never looks whole.
 */
export async function backUp(
  configuration: Configuration,
  folder: string,
  isScheduled: boolean,
): Promise<Backup> {
  requireDatabase(configuration.database)
  requireApart(folder, configuration)
  makeFolder(folder)
  const release = holdFolder(folder, copiedAlready(folder))
  try {
    removeParts(folder)
    const at = new Date()
    const copy = join(folder, copyName(at))
    const isElsewhere = folder !== configuration.backups
    const detail = { file: copyName(at), ...(isElsewhere && { isElsewhere }) }
    const isRecorded = await recordCopy(configuration, detail, isScheduled)
    const { manifest, missing } = await makeCopy(configuration, copy, at)
    const { county } = manifest
    const keep = configuration.backupKeep
    const removed = isScheduled && county ? removeOldest(folder, county.code, keep) : []
    return { copy, manifest, isRecorded, removed, missing }
  } finally {
    release()
  }
}

async function makeCopy(
  { database, databaseKey, attachments }: Configuration,
  copy: string,
  at: Date,
): Promise<{ manifest: Manifest; missing: string[] }> {
  const part = `${copy}${PART}`
  makeEmpty(part)
  try {
    copyDatabase(database, databaseKey, part)
    const contents = contentsOf(part, databaseKey)
    if (contents.faults.length > 0) throw isDamaged(database, contents.faults)
    const papers = await copyAttachments(openAttachments(attachments), contents.attachments, copy)
    const about = { contents, papers, isEncrypted: databaseKey !== undefined }
    const manifest = await manifestOf(part, copy, at, about)
    writeWhole(manifestFile(copy), `${JSON.stringify(manifest, null, 1)}\n`)
    reveal(part, copy)
    // Of whoever was erased meanwhile nothing is missing.
    const missing =
      papers.missing.length > 0 ? attachmentsStillIn(database, databaseKey, papers.missing) : []
    return { manifest, missing }
  } catch (error) {
    for (const file of [part, listFile(copy)]) rmSync(file, { force: true })
    throw error
  }
}

async function manifestOf(
  part: string,
  copy: string,
  at: Date,
  { contents, papers, isEncrypted }: { contents: Contents; papers: Copied; isEncrypted: boolean },
): Promise<Manifest> {
  const { counties, heads, migrations, counts, keyVersions } = contents
  const [[county], [head]] = [counties, heads]
  return {
    format: 1,
    file: basename(copy),
    bytes: statSync(part).size,
    sha256: await sha256Of(part),
    at: at.toISOString(),
    program: programVersion(),
    isEncrypted,
    county: county ?? null,
    migrations,
    counts,
    audit: head ? { sequence: head.sequence, hash: head.hash } : null,
    attachments: { count: papers.count, bytes: papers.bytes, sha256: papers.sha256 },
    keyVersions,
  }
}

/** A copy holds the whole pool: that it is made is written down first, so that the copy says so, too. */
async function recordCopy(
  configuration: Configuration,
  detail: { file: string; isElsewhere?: boolean },
  isScheduled: boolean,
) {
  const db = await connect(configuration.database, configuration.databaseKey)
  try {
    const [county] = (await isCurrent(db)) ? await listCounties(db) : []
    if (!county) return false
    const { countyCode } = county
    const keyring = await openKeyring(db, countyCode, configuration)
    const actor = isScheduled ? 'system' : 'terminal'
    const entry = entryBy(actor, { action: 'database.copied', detail })
    await db
      .transaction()
      .execute((transaction) => appendAudit(transaction, keyring, { countyCode }, [entry]))
    return true
  } finally {
    await db.destroy()
  }
}

function programVersion(): string {
  const text = readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')
  return JSON.parse(text).version
}

/** A copy beside its keys protects nothing, one beside the database is lost with it. */
function requireApart(folder: string, { data, keyFile, keys }: Configuration): void {
  const isIn = (inner: string, outer: string) => `${inner}${sep}`.startsWith(`${outer}${sep}`)
  if (isIn(folder, data)) throw notIn(folder, '数据目录', 'data folder')
  if (keys === undefined && isIn(folder, dirname(keyFile)))
    throw notIn(folder, '密钥目录', 'folder of the keys')
}

function notIn(folder: string, zh: string, en: string) {
  return new StartFailure({
    zh: `备份不能放在${zh}里（${folder}）：一处丢失就一起丢失。请换一个文件夹，最好在另一块磁盘上。`,
    en: `A backup may not lie in the ${en} (${folder}), where both are lost together. Name another folder, better on another disk.`,
  })
}

function copiedAlready(folder: string) {
  return {
    zh: `另一个备份正在写入 ${folder}。请等它完成再试。`,
    en: `Another backup is being written into ${folder}. Wait until it is finished.`,
  }
}

function isDamaged(file: string, faults: string[]) {
  return new StartFailure({
    zh: `${file} 的副本没有通过检查（${faults.join('；')}），数据库可能已损坏。没有留下这份备份；请保留原有的备份，检查磁盘，再从完好的备份恢复。`,
    en: `The copy of ${file} did not pass its checks (${faults.join('; ')}); the database may be damaged. This backup was not kept: keep the earlier ones, check the disk and restore a sound one.`,
  })
}
