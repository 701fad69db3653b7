import type { Context } from 'hono'
import { v7 as newId } from 'uuid'
import {
  type EntryOfFile,
  insertEntryFile,
  listFilesOfEntries,
  markEntryFile,
  type StoredEntryFile,
} from '../../db/entry-files.ts'
import { keptName } from '../attachments/naming.ts'
import { keepFile, receiveFile } from '../attachments/receiving.ts'
import { inRoom } from '../attachments/room.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'

/** Ours: a few photographs prove what was done, an album watches people. */
const MOST = 6

/** Keeps a file of an entry. The same bytes once more are the same file, so a phone may send until it is answered. */
export async function addEntryFile(
  c: Context<Env>,
  entry: EntryOfFile,
  name: string,
): Promise<{ row: StoredEntryFile; isNew: boolean }> {
  return inRoom(c, async () => {
    const { bytes, media, contentHash } = await receiveFile(c)
    const known = (await filesOf(c, entry)).find((file) => file.contentHash === contentHash)
    if (known) return { row: await broughtBack(c, known), isNew: false }
    await requireRoom(c, entry)
    const row: StoredEntryFile = {
      ...{ id: newId(), entryKind: entry.kind, entryId: entry.id, talentId: entry.talentId },
      ...{ name: keptName(name, media), media, size: bytes.length, contentHash },
      ...{ addedAt: c.var.clock().toISOString(), addedBy: c.var.session.account.id },
      ...{ removedAt: null, removedBy: null },
    }
    await keepFile(c, { id: row.id, bytes }, () => insert(c, row))
    return { row, isNew: true }
  })
}

/** Takes a removal back, as long as the bytes are kept. */
export async function restoreEntryFile(c: Context<Env>, row: StoredEntryFile): Promise<void> {
  await requireRoom(c, { kind: row.entryKind, id: row.entryId, talentId: row.talentId })
  await changing(c, async (transaction, tell) => {
    await markEntryFile(transaction, c.var.scope, row.id, { removedAt: null, removedBy: null })
    tell({ action: 'entry.file-restored', subjects: [row.talentId, row.id] })
  })
}

type Of = Pick<EntryOfFile, 'kind' | 'id' | 'talentId'>

/** Of a training those of this person alone: an id of a course is many people's. */
async function filesOf({ var: { db, scope } }: Context<Env>, { kind, id, talentId }: Of) {
  const rows = await listFilesOfEntries(db, scope, { kind, ids: [id] })
  return rows.filter((row) => row.talentId === talentId)
}

async function broughtBack(c: Context<Env>, row: StoredEntryFile): Promise<StoredEntryFile> {
  if (row.removedAt !== null) await restoreEntryFile(c, row)
  return { ...row, removedAt: null, removedBy: null }
}

async function requireRoom(c: Context<Env>, of: Of): Promise<void> {
  const kept = (await filesOf(c, of)).filter(({ removedAt }) => removedAt === null)
  if (kept.length >= MOST) throw new Problem('conflict', FULL)
}

async function insert(c: Context<Env>, row: StoredEntryFile): Promise<void> {
  await changing(c, async (transaction, tell) => {
    await insertEntryFile(transaction, c.var.scope, row)
    const { entryKind: kind, media, size: bytes, contentHash } = row
    const subjects = [row.talentId, row.id]
    tell({ action: 'entry.file-added', subjects, detail: { kind, media, bytes, contentHash } })
  })
}

const FULL = {
  zh: `一条记录最多 ${MOST} 个照片或材料。请先移除不需要的，或把多页合成一个 PDF。`,
  en: `An entry has ${MOST} files at most. Remove some first, or put several pages into one PDF.`,
}
