import type { Context } from 'hono'
import { listAccounts } from '../../db/accounts.ts'
import { type EntryOfFile, findEntry, type StoredEntryFile } from '../../db/entry-files.ts'
import type { EntryKind, Role } from '../../db/schema.ts'
import { recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'

/** Who adds to an entry of a kind: of a meeting its mentor alone, of what is signed the office that signs it. */
const WRITERS: Record<EntryKind, readonly Role[]> = {
  session: ['mentor'],
  item: ['mentor', 'village', 'township', 'county'],
  training: ['mentor', 'township', 'county'],
  trial: ['township', 'county'],
  quarter: ['township', 'county'],
  year: ['county'],
}
/** From below to above; the first two stand beside each other. */
const LEVELS: Partial<Record<Role, number>> = { mentor: 0, village: 0, township: 1, county: 2 }

export type Asked = { kind: EntryKind; id: string; talentId: string | null }

export async function entryOf(c: Context<Env>, asked: Asked): Promise<EntryOfFile> {
  const entry = await findEntry(c.var.db, c.var.scope, asked)
  if (entry) return entry
  await recordMiss(c, 'entry.file-missed', asked.id)
  throw new Problem('not-found', NO_ENTRY)
}

/** Whoever made the entry; one that was taken back takes no more. */
export function requireWritable(c: Context<Env>, entry: EntryOfFile): void {
  const { id, role } = c.var.session.account
  const isOther = entry.kind === 'session' && entry.authorId !== id
  if (isOther || !WRITERS[entry.kind].includes(role)) throw new Problem('not-permitted', OF_OTHERS)
  if (entry.isEnded) throw new Problem('conflict', ENDED)
}

/** By whoever added it, or by an office at least as high; an office takes away what it finds unfit at any time. */
export async function requireRemovable(c: Context<Env>, file: StoredEntryFile): Promise<void> {
  const { id, role } = c.var.session.account
  if (file.addedBy === id) return
  const accounts = await listAccounts(c.var.db, { countyCode: c.var.countyCode })
  const by = accounts.find((account) => account.id === file.addedBy)
  const [own, other] = [LEVELS[role] ?? 0, by ? (LEVELS[by.role] ?? 0) : 0]
  if (own === 0 || own < other) throw new Problem('not-permitted', OF_OTHERS)
}

const NO_ENTRY = {
  zh: '没有这条培养记录：已被撤回，或不在您的范围。请返回重新读取。',
  en: 'There is no such entry of cultivation: it was taken back, or is outside your scope. Read the page again.',
}
const OF_OTHERS = {
  zh: '这条记录的照片和材料由填写的人或办理的单位管理，您可以查看，不能改动。',
  en: 'The files of this entry are kept by whoever wrote it, or by the office that signs it. You may look at them.',
}
const ENDED = {
  zh: '这条记录已撤回、取消或被新的代替，不能再加照片或材料。请加在新的记录上。',
  en: 'This entry was taken back, cancelled or superseded, and takes no more files. Add them to the new one.',
}
