import type { Context } from 'hono'
import { v7 as newId } from 'uuid'
import type { Db } from '../../db/connect.ts'
import { insertVillageEntry, takeBackVillageEntry } from '../../db/village-entries.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import type { ProblemError } from '../problem.ts'
import { Problem } from '../problem.ts'
import { touchVillages } from '../readiness/touched.ts'
import { isPersonal } from '../reasons.ts'
import type { EntryGiven } from '../shapes/village-entries.ts'
import { invalid } from '../validate.ts'
import { isSameBody } from './cautions.ts'
import { faultsOf } from './faults.ts'
import { entryToChange, requireKind } from './reach.ts'
import { entriesOfVillages } from './stored.ts'

export type Placed = { village: string; entry: EntryGiven }
/** Ids in the order of what was given; `isNew` is false where the same was there already. */
export type Written = { id: string; isNew: boolean }[]

/** Writes entries of villages of the scope: all of them or none. What is there already is not written again. */
export async function writeEntries(
  c: Context<Env>,
  placed: readonly Placed[],
  pointerOf: (at: number) => string,
): Promise<Written> {
  for (const { entry } of placed) requireKind(c, entry.kind)
  const errors = placed.flatMap(({ entry }, at) => errorsOf(entry, c.var.today(), pointerOf(at)))
  if (errors.length > 0) throw invalid(errors)
  const villages = [...new Set(placed.map(({ village }) => village))]
  const written = await changing(c, async (transaction, tell) => {
    const done = await insertAll(transaction, c, placed)
    const fresh = done.filter(({ isNew }) => isNew)
    const kinds = [...new Set(placed.map(({ entry }) => entry.kind))]
    const detail = { villages, kinds, entries: fresh.length }
    tell({ action: 'village-entry.written', subjects: fresh.map(({ id }) => id), detail })
    return done
  })
  touchVillages(c.var.db, villages)
  return written
}

/** What was wrong stays readable, signed by whoever took it back. */
export async function takeBack(c: Context<Env>, id: string, reason: string): Promise<void> {
  const entry = await entryToChange(c, id)
  if (isPersonal(reason, '')) throw invalid([{ pointer: '#/reason', detail: NUMBERS }])
  const takingBack = {
    takenBackAt: c.var.clock().toISOString(),
    takenBackBy: c.var.session.account.id,
    takenBackReason: reason,
  }
  await changing(c, async (transaction, tell) => {
    if (!(await takeBackVillageEntry(transaction, c.var.scope, id, takingBack)))
      throw new Problem('conflict', MEANWHILE)
    const detail = { village: entry.villageCode, kind: entry.kind }
    tell({ action: 'village-entry.taken-back', subjects: [id], reason, detail })
  })
  touchVillages(c.var.db, [entry.villageCode])
}

/** Faults as places in a body of JSON. */
export function errorsOf(entry: EntryGiven, today: string, pointer: string): ProblemError[] {
  return faultsOf(entry, today).map(({ field, words }) => {
    const path = field === 'on' || field === 'source' ? field : `body/${field.replaceAll('.', '/')}`
    return { pointer: `${pointer}/${path}`, detail: words }
  })
}

async function insertAll(db: Db, c: Context<Env>, placed: readonly Placed[]): Promise<Written> {
  const { scope, clock, session } = c.var
  const codes = [...new Set(placed.map(({ village }) => village))]
  const known = await entriesOfVillages(db, scope, codes)
  const byVillage = Map.groupBy(known, ({ villageCode }) => villageCode)
  const signed = { createdAt: clock().toISOString(), createdBy: session.account.id }
  const written: Written = []
  for (const { village: villageCode, entry } of placed) {
    const { kind, on, source, body } = entry
    const own = byVillage.get(villageCode) ?? []
    const same = own.find((it) => isSame(it, entry))
    written.push(same ? { id: same.id, isNew: false } : { id: newId(), isNew: true })
    if (same) continue
    const { id } = written.at(-1)!
    byVillage.set(villageCode, [...own, { ...entry, id, villageCode } as (typeof known)[number]])
    await insertVillageEntry(db, scope, {
      ...{ id, villageCode, kind, onDay: on, source, body, ...signed },
    })
  }
  return written
}

/** Of one village: the same kind, day and body, whatever the source was called. */
export function isSame(
  one: Pick<EntryGiven, 'kind' | 'on'> & { body: unknown },
  other: EntryGiven,
): boolean {
  return one.kind === other.kind && one.on === other.on && isSameBody(one.body, other.body)
}

const MEANWHILE = {
  zh: '这条记录刚刚已被他人撤回。请重新读取。',
  en: 'Somebody has just taken this entry back. Read the page again.',
}
const NUMBERS = {
  zh: '撤回原因会长期保留，请不要填写身份证号或电话号码。',
  en: 'The reason stays: leave out identity and telephone numbers.',
}
