import type { Context } from 'hono'
import type { Role } from '../../db/schema.ts'
import { findVillageEntry, type KeptVillageEntry } from '../../db/village-entries.ts'
import { findFormerVillage, findVillage } from '../../db/villages.ts'
import { VILLAGE_ENTRY_KINDS, type VillageEntryKind } from '../../matching/readiness/entries.ts'
import { record, recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'
import { noVillage } from '../villages.ts'

/** What a village writes of itself; audits, elections and surveys are written by the offices above it. */
const OF_VILLAGES: readonly VillageEntryKind[] = ['statistics', 'note']

export function kindsOf(role: Role): readonly VillageEntryKind[] {
  return role === 'village' ? OF_VILLAGES : VILLAGE_ENTRY_KINDS
}

export function requireKind({ var: { session } }: Context<Env>, kind: VillageEntryKind): void {
  if (kindsOf(session.account.role).includes(kind)) return
  throw new Problem('not-permitted', OF_OFFICES)
}

/** A village of the scope by its code; an old code is that of the village it became part of. */
export async function villageOf(c: Context<Env>, code: string) {
  const { db, scope } = c.var
  const village = await findVillage(db, scope, code)
  if (village) return village
  const former = await findFormerVillage(db, scope, code)
  const now = former && (await findVillage(db, scope, former.mergedInto))
  if (now) return now
  await record(c, { action: 'village.missed', outcome: 'denied', detail: { village: code } })
  throw noVillage(code)
}

export async function entryOf(c: Context<Env>, id: string): Promise<KeptVillageEntry> {
  const entry = await findVillageEntry(c.var.db, c.var.scope, id)
  if (entry) return entry
  await recordMiss(c, 'village-entry.missed', id)
  throw new Problem('not-found', NO_ENTRY)
}

/** One that counts, of a kind that the account writes. */
export async function entryToChange(c: Context<Env>, id: string): Promise<KeptVillageEntry> {
  const entry = await entryOf(c, id)
  requireKind(c, entry.kind)
  if (entry.takenBackAt !== null) throw new Problem('conflict', TAKEN_BACK)
  return entry
}

const OF_OFFICES = {
  zh: '村（社区）账号只填写“人口与党员”和“一村一策”；选举、审计、整顿、测评和包村领导由乡镇（街道）或县级登记。',
  en: 'A village writes its statistics and its plan; elections, audits, overhauls, surveys and leaders are entered by the township or the county.',
}
const NO_ENTRY = {
  zh: '没有这条村情记录，或不在您的范围。请返回重新读取。',
  en: 'There is no such entry of a village, or it is outside your scope. Read the page again.',
}
const TAKEN_BACK = {
  zh: '这条记录已经撤回。请重新读取；需要时另写一条。',
  en: 'This entry was taken back. Read the page again, and write a new one where it is needed.',
}
