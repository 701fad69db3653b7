import type { Context } from 'hono'
import { v7 as newId } from 'uuid'
import type { KeptVillageEntry } from '../../db/village-entries.ts'
import {
  insertVillageFile,
  listFilesOfVillageEntries,
  markVillageFile,
  type StoredVillageFile,
} from '../../db/village-files.ts'
import { keptName } from '../attachments/naming.ts'
import { keepFile, receiveFile } from '../attachments/receiving.ts'
import { inRoom } from '../attachments/room.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'

/** A report with its notices, photographed page by page. */
const MOST = 12

/** Keeps a file of an entry; the same bytes once more are the same file. */
export async function addVillageFile(
  c: Context<Env>,
  entry: KeptVillageEntry,
  name: string,
): Promise<{ row: StoredVillageFile; isNew: boolean }> {
  return inRoom(c, async () => {
    const { bytes, media, contentHash } = await receiveFile(c)
    const all = await listFilesOfVillageEntries(c.var.db, c.var.scope, [entry.id])
    const known = all.find((file) => file.contentHash === contentHash)
    if (known) return { row: await broughtBack(c, known), isNew: false }
    requireRoom(all)
    const row: StoredVillageFile = {
      ...{ id: newId(), entryId: entry.id, villageCode: entry.villageCode },
      ...{ name: keptName(name, media), media, size: bytes.length, contentHash },
      ...{ addedAt: c.var.clock().toISOString(), addedBy: c.var.session.account.id },
      ...{ removedAt: null, removedBy: null },
    }
    await keepFile(c, { id: row.id, bytes }, () => insert(c, row))
    return { row, isNew: true }
  })
}

/** Takes a removal back, as long as the bytes are kept. */
export async function restoreVillageFile(c: Context<Env>, row: StoredVillageFile): Promise<void> {
  requireRoom(await listFilesOfVillageEntries(c.var.db, c.var.scope, [row.entryId]))
  await changing(c, async (transaction, tell) => {
    await markVillageFile(transaction, c.var.scope, row.id, { removedAt: null, removedBy: null })
    tell({ action: 'village-file.restored', subjects: [row.entryId, row.id] })
  })
}

async function broughtBack(c: Context<Env>, row: StoredVillageFile): Promise<StoredVillageFile> {
  if (row.removedAt !== null) await restoreVillageFile(c, row)
  return { ...row, removedAt: null, removedBy: null }
}

function requireRoom(all: readonly StoredVillageFile[]): void {
  if (all.filter(({ removedAt }) => removedAt === null).length >= MOST)
    throw new Problem('conflict', FULL)
}

async function insert(c: Context<Env>, row: StoredVillageFile): Promise<void> {
  await changing(c, async (transaction, tell) => {
    await insertVillageFile(transaction, c.var.scope, row)
    const { villageCode: village, media, size: bytes, contentHash } = row
    const detail = { village, media, bytes, contentHash }
    tell({ action: 'village-file.added', subjects: [row.entryId, row.id], detail })
  })
}

const FULL = {
  zh: `一条村情记录最多 ${MOST} 个文件。请先移除不需要的，或把多页合成一个 PDF。`,
  en: `An entry has ${MOST} files at most. Remove some first, or put several pages into one PDF.`,
}
