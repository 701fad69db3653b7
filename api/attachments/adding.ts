import type { Context } from 'hono'
import { v7 as newId } from 'uuid'
import {
  insertAttachment,
  listAttachmentsOf,
  markAttachment,
  type StoredAttachment,
} from '../../db/attachments.ts'
import { findNominee } from '../../db/nominees.ts'
import { findRound } from '../../db/rounds.ts'
import { changing, recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'
import { REFUSALS } from '../workflow/words.ts'
import { keptName } from './naming.ts'
import { keepFile, receiveFile } from './receiving.ts'
import { inRoom } from './room.ts'

const MOST = 20

/**
 * Keeps a file for a nominee: nothing is on the disk before it has been looked at, its bytes are there before its row
 * is, and the same bytes once more are the same attachment.
 */
export async function addAttachment(
  c: Context<Env>,
  { nominee, name }: { nominee: string; name: string },
): Promise<{ row: StoredAttachment; isNew: boolean }> {
  const { talentId } = await nomineeOf(c, nominee)
  return inRoom(c, async () => {
    const { bytes, media, contentHash } = await receiveFile(c)
    const known = await sameAs(c, nominee, contentHash)
    if (known) return { row: await broughtBack(c, known), isNew: false }
    await requireRoom(c, nominee)
    const row: StoredAttachment = {
      ...{ id: newId(), nomineeId: nominee, talentId, name: keptName(name, media) },
      ...{ media, size: bytes.length, contentHash },
      ...{ addedAt: c.var.clock().toISOString(), addedBy: c.var.session.account.id },
      ...{ removedAt: null, removedBy: null },
    }
    await keep(c, row, bytes)
    return { row, isNew: true }
  })
}

async function nomineeOf(c: Context<Env>, id: string) {
  const { db, scope, countyCode } = c.var
  const nominee = await findNominee(db, scope, id)
  const round = nominee && (await findRound(db, { countyCode }, nominee.roundId))
  if (round?.state === 'closed') throw new Problem('conflict', REFUSALS.closed)
  if (nominee) return nominee
  await recordMiss(c, 'nominee.missed', id)
  throw new Problem('not-found', NO_NOMINEE)
}

async function sameAs({ var: { db, scope } }: Context<Env>, nominee: string, hash: string) {
  const known = await listAttachmentsOf(db, scope, nominee)
  return known.find(({ contentHash }) => contentHash === hash)
}

async function broughtBack(c: Context<Env>, row: StoredAttachment): Promise<StoredAttachment> {
  if (row.removedAt !== null) await restoreAttachment(c, row)
  return { ...row, removedAt: null, removedBy: null }
}

/** Takes a removal back, as long as the bytes are kept. */
export async function restoreAttachment(c: Context<Env>, row: StoredAttachment): Promise<void> {
  await requireRoom(c, row.nomineeId)
  await changing(c, async (transaction, tell) => {
    const removal = { removedAt: null, removedBy: null }
    await markAttachment(transaction, c.var.scope, row.id, removal)
    tell({ action: 'attachment.restored', subjects: [row.talentId, row.id] })
  })
}

async function requireRoom({ var: { db, scope } }: Context<Env>, nominee: string): Promise<void> {
  const rows = await listAttachmentsOf(db, scope, nominee)
  if (rows.filter(({ removedAt }) => removedAt === null).length >= MOST)
    throw new Problem('conflict', FULL)
}

async function keep(c: Context<Env>, row: StoredAttachment, bytes: Buffer): Promise<void> {
  await keepFile(c, { id: row.id, bytes }, () =>
    changing(c, async (transaction, tell) => {
      await insertAttachment(transaction, c.var.scope, row)
      const detail = { media: row.media, bytes: row.size, contentHash: row.contentHash }
      tell({ action: 'attachment.added', subjects: [row.talentId, row.id], detail })
    }),
  )
}

const NO_NOMINEE = {
  zh: '没有这个人选，可能已退出或不在您的范围。请返回列表重新选择。',
  en: 'There is no such nominee, or it is outside your scope. Choose from the list again.',
}
const FULL = {
  zh: `一名人选最多 ${MOST} 个附件。请先移除不再需要的，或把多页合成一个 PDF。`,
  en: `A nominee has ${MOST} attachments at most. Remove some first, or put several pages into one PDF.`,
}
