import type { Context } from 'hono'
import { insertNote, listNotesOf, removeNotes, updateNote } from '../../db/mentor-notes.ts'
import { findTalent } from '../../db/talents.ts'
import { changing, record, recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { changedMeanwhile, revisionOf } from '../if-match.ts'
import { noMentee } from './mentorship.ts'

/**
 * What a mentor keeps for themselves about a mentee. Nobody else reads it, neither offices nor the person nor the next
 * mentor; its author while the mentorship goes on, since the scope ends with it.
 */
export async function noteOf(c: Context<Env>, talentId: string) {
  await requireMentee(c, talentId)
  await record(c, { action: 'mentoring-note.read', subjects: [talentId] })
  return readNote(c, talentId)
}

/** Writes the note by the revision that its author saw; two phones do not overwrite each other. */
export async function writeNote(c: Context<Env>, talentId: string, text: string) {
  const revision = revisionOf(c)
  await requireMentee(c, talentId)
  const { keyring, clock, scope } = c.var
  const mentorId = c.var.session.account.id
  const at = clock().toISOString()
  await changing(c, async (transaction, tell) => {
    const rows = await listNotesOf(transaction, scope, { mentorId, talentId })
    if (revisionIn(rows) !== revision) throw changedMeanwhile()
    const [kept] = rows
    const id = kept?.id ?? idOf(mentorId, talentId)
    const cipher = keyring.encrypt(text, notePlace(c.var.countyCode, mentorId, id))
    const written = { cipher, updatedAt: at }
    const isWritten = kept
      ? await updateNote(transaction, scope, { id, revision: kept.revision }, written)
      : await insertNote(transaction, scope, { id, mentorId, talentId, createdAt: at, ...written })
    if (!isWritten) throw changedMeanwhile()
    // The notes of two records that were merged are one now.
    if (rows.length > 1) await removeNotes(transaction, scope, { mentorId, talentId, but: id })
    tell({ action: 'mentoring-note.written', subjects: [talentId] })
  })
  return readNote(c, talentId)
}

export async function removeNote(c: Context<Env>, talentId: string): Promise<void> {
  const revision = revisionOf(c)
  await requireMentee(c, talentId)
  const mentorId = c.var.session.account.id
  await changing(c, async (transaction, tell) => {
    const rows = await listNotesOf(transaction, c.var.scope, { mentorId, talentId })
    if (revisionIn(rows) !== revision) throw changedMeanwhile()
    await removeNotes(transaction, c.var.scope, { mentorId, talentId })
    tell({ action: 'mentoring-note.removed', subjects: [talentId] })
  })
}

/** Bound to its row and its author: moved to another, it does not open. */
export function notePlace(countyCode: string, mentorId: string, id: string): string {
  return `${countyCode}/mentor-note/${mentorId}/${id}`
}

async function readNote(c: Context<Env>, talentId: string) {
  const { db, scope, keyring, countyCode } = c.var
  const mentorId = c.var.session.account.id
  const rows = await listNotesOf(db, scope, { mentorId, talentId })
  const texts = rows.map(({ id, cipher }) =>
    keyring.decrypt(cipher, notePlace(countyCode, mentorId, id)),
  )
  const updatedAt =
    rows
      .map((row) => row.updatedAt)
      .toSorted()
      .at(-1) ?? null
  return { text: texts.join('\n\n'), revision: revisionIn(rows), updatedAt }
}

function revisionIn(rows: readonly { revision: number }[]): number {
  return rows.reduce((sum, { revision }) => sum + revision, 0)
}

/** One note for each pair, so that two phones cannot begin two. */
function idOf(mentorId: string, talentId: string): string {
  return `${mentorId}/${talentId}`
}

async function requireMentee(c: Context<Env>, talentId: string): Promise<void> {
  const talent = await findTalent(c.var.db, c.var.scope, talentId)
  if (talent && talent.erasedAt === null) return
  await recordMiss(c, 'mentoring.missed', talentId)
  throw noMentee()
}
